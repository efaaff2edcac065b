import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Failure } from '../forms/Form';
import { useT } from '../i18n/hooks';
import { setViewer, useSignOut, type Viewer } from '../session/session';
import css from './account.module.css';
import { SecondFactorSetup } from './SecondFactorSetup';
import { SignInFrame, type Audience } from './SignInFrame';
import { account } from './texts';

/** For somebody whose role asks for a second factor: the one page that is open to them before they have it. */
export function SecondFactorPage({ audience, viewer, onCodes, onDone }: { audience: Audience; viewer: Viewer; onCodes: () => void; onDone: () => void }) {
  const t = useT(account);
  const client = useQueryClient();
  const leave = useSignOut();
  const done = () => {
    setViewer(client, { ...viewer, secondFactorMissing: false });
    onDone();
  };
  return (
    <SignInFrame audience={audience} organisation={viewer.organisation.name} title={t('factor.required')}>
      <h1 className={css.title}>{t('factor.required')}</h1>
      <p className={css.lead}>{t('factor.requiredText')}</p>
      <SecondFactorSetup onCodes={onCodes} onDone={done} />
      <div className={css.pair}>
        <Button variant="subtle" color="gray" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('factor.signOut')}
        </Button>
      </div>
      {leave.isError ? <Failure error={leave.error} /> : null}
    </SignInFrame>
  );
}
