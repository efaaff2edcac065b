import { Button, CopyButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Card, Notice, Pill, showUndo, UiLink, type Tone } from '@portevoix/ui';
import { Failure, request, useFormat, useMutationOf, useT } from '@portevoix/web';
import { IconCheck, IconCopy, IconPencil, IconSpeakerphone } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { CallsDocument, CloseCallDocument, OpenCallDocument } from '../recruitment.graphql';
import css from '../recruitment.module.css';
import { texts } from '../texts';
import type { CallRow } from './useCalls';

const TONES: Record<CallRow['phase'], Tone> = { DRAFT: 'neutral', UPCOMING: 'info', OPEN: 'good', CLOSED: 'neutral' };

export function CallCard({ call, onEdit }: { call: CallRow; onEdit: () => void }) {
  const t = useT(texts);
  const format = useFormat();
  const client = useQueryClient();
  const { id, title, pitch, opensOn, closesOn, places, phase, state, cohort, counts, link } = call;
  const open = useMutationOf(OpenCallDocument, { refresh: [CallsDocument], onSuccess: () => void notifications.show({ message: t('calls.opened') }) });
  const close = useMutationOf(CloseCallDocument, {
    refresh: [CallsDocument],
    onSuccess: () => void showUndo({ message: t('calls.closed'), detail: t('calls.closedDetail'), onUndo: () => void request(OpenCallDocument, { id }).then(() => client.invalidateQueries({ queryKey: ['Calls'] })) }),
  });
  const failure = open.error ?? close.error;
  const answered = counts ? counts.waiting + counts.queued + counts.accepted : 0;
  return (
    <Card title={title} aside={<Pill tone={TONES[phase]} size="md">{t(`calls.phases.${phase}`)}</Pill>}>
      <p className={css.pitch}>{pitch}</p>
      <ul className={css.facts}>
        <li>{t('calls.dates', { from: format.date(opensOn, 'long'), to: format.date(closesOn, 'long') })}</li>
        <li>{places === null ? t('calls.placesFree') : t('calls.places', { count: places })}</li>
        {counts ? (
          <>
            <li><b>{t('calls.answers', { count: counts.waiting })}</b></li>
            {counts.queued ? <li>{t('calls.queued', { count: counts.queued })}</li> : null}
            <li>{t('calls.accepted', { count: counts.accepted })}</li>
          </>
        ) : null}
        {cohort ? <li>{t('calls.toCohort', { name: cohort.name })}</li> : null}
      </ul>
      {cohort ? null : <Notice tone="info">{t('calls.noCohort')}</Notice>}
      <div className={css.actions}>
        {state === 'OPEN' && phase !== 'CLOSED' ? (
          <Button variant="default" loading={close.isPending} onClick={() => close.mutate({ id })}>{t('calls.close')}</Button>
        ) : (
          <Button variant={state === 'DRAFT' ? 'filled' : 'default'} loading={open.isPending} leftSection={<IconSpeakerphone size={16} aria-hidden />} onClick={() => open.mutate({ id })}>{state === 'DRAFT' ? t('calls.open') : t('calls.reopen')}</Button>
        )}
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>{t('calls.edit')}</Button>
        {state === 'DRAFT' ? null : (
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />} onClick={copy}>{copied ? t('calls.copied') : t('calls.copy')}</Button>
            )}
          </CopyButton>
        )}
        {answered ? <Button variant="subtle" component={UiLink} href={`/recrutement/candidatures?appel=${id}`}>{t('calls.see')}</Button> : null}
      </div>
      {failure ? <Failure error={failure} /> : null}
    </Card>
  );
}
