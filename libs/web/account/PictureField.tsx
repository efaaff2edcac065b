import { Button, FileButton } from '@mantine/core';
import { Avatar, showUndo } from '@portevoix/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { ApiError } from '../api-error';
import { fieldText } from '../errors';
import { Failure } from '../forms/Form';
import { useT } from '../i18n/hooks';
import { setViewer, useViewer } from '../session/session';
import { sendPicture, type PictureOf } from '../upload';
import css from './account.module.css';
import { account } from './texts';

const TYPES = 'image/jpeg,image/png,image/webp';

function usePicture(of: PictureOf) {
  const client = useQueryClient();
  const viewer = useViewer();
  return useMutation({
    mutationFn: (picture: Blob | null) => sendPicture(of, picture),
    onSuccess: (url) => {
      setViewer(client, of === 'me' ? { ...viewer, person: { ...viewer.person, pictureUrl: url } } : { ...viewer, organisation: { ...viewer.organisation, logoUrl: url } });
      void client.invalidateQueries();
    },
  });
}

interface PictureFieldProps {
  of: PictureOf;
  label: string;
  hint: string;
  /** Stands where there is no picture; the person's initials by default. */
  blank?: ReactNode;
}

/** Shows the picture of the moment, takes another, takes it away with the way back. */
export function PictureField({ of, label, hint, blank }: PictureFieldProps) {
  const t = useT(account);
  const { person, organisation } = useViewer();
  const change = usePicture(of);
  const hintId = useId();
  const url = of === 'me' ? person.pictureUrl : organisation.logoUrl;
  const takeAway = async (shown: string) => {
    const before = await fetch(shown).then((answer) => (answer.ok ? answer.blob() : null));
    await change.mutateAsync(null);
    if (before) showUndo({ message: t('picture.removed'), onUndo: () => change.mutate(before) });
  };
  return (
    <div className={css.picture} role="group" aria-label={label}>
      {url && of === 'logo' ? <img className={css.logo} src={url} alt="" /> : blank && !url ? blank : <Avatar name={person.displayName} src={url} size="lg" />}
      <div className={css.pictureText}>
        <b>{label}</b>
        <p id={hintId} className={css.hint}>
          {hint}
        </p>
        {change.error ? <Refusal error={change.error} /> : null}
      </div>
      <div className={css.pictureActions}>
        <FileButton accept={TYPES} onChange={(file) => file && change.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" size="sm" loading={change.isPending} aria-label={`${t(url ? 'picture.change' : 'picture.choose')}, ${label}`} aria-describedby={hintId}>
              {t(url ? 'picture.change' : 'picture.choose')}
            </Button>
          )}
        </FileButton>
        {url ? (
          <Button variant="subtle" color="gray" size="sm" aria-label={`${t('picture.remove')}, ${label}`} onClick={() => void takeAway(url).catch(() => undefined)}>
            {t('picture.remove')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** The rule that the file broke, beside it; anything else as every failure. */
function Refusal({ error }: { error: Error }) {
  const problem = error instanceof ApiError ? error.fields[0] : undefined;
  if (!problem) return <Failure error={error} />;
  return (
    <p className={css.refusal} role="alert">
      {fieldText(problem)}
    </p>
  );
}
