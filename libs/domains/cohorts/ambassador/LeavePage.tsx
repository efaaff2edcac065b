import { notifications } from '@mantine/notifications';
import { ActionButton, AmbassadorCard, EmptyScene } from '@portevoix/ui/ambassador';
import { Failure, useFormat, useMutationOf, usePageFrame, useSession, useT } from '@portevoix/web';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import css from './cohorts.module.css';
import { LeaveProgrammeDocument, MyCohortDocument, ReturnToProgrammeDocument } from './cohorts.graphql';
import { texts } from './texts';

/** Leaving: what stops, what stays, one button; then an hour to come back. */
export function LeavePage() {
  const t = useT(texts);
  usePageFrame({ title: t('nav.leave'), back: { label: t('nav.me'), href: '/moi' } });
  const { viewer, retry } = useSession();
  const [until, setUntil] = useState<string>();
  if (until) return <Left until={until} onBack={retry} />;
  if (!viewer?.roles.includes('AMBASSADOR')) return <EmptyScene title={t('leave.outside')} reason={t('leave.outsideReason')} action={{ label: t('nav.me'), href: '/moi' }} />;
  return (
    <Leaving
      onLeft={(end) => {
        setUntil(end);
        retry();
      }}
    />
  );
}

function Leaving({ onLeft }: { onLeft: (until: string) => void }) {
  const t = useT(texts);
  const leave = useMutationOf(LeaveProgrammeDocument, { refresh: [MyCohortDocument], onSuccess: ({ leaveProgramme }) => onLeft(leaveProgramme) });
  return (
    <div className={css.page}>
      <p className={css.lead}>{t('leave.lead')}</p>
      <AmbassadorCard>
        <h2 className={css.heading}>{t('leave.stops')}</h2>
        <ul className={css.points}>
          <li><IconX size={18} aria-hidden />{t('leave.stop1')}</li>
          <li><IconX size={18} aria-hidden />{t('leave.stop2')}</li>
        </ul>
        <h2 className={css.heading}>{t('leave.keeps')}</h2>
        <ul className={css.points} data-tone="good">
          <li><IconCheck size={18} aria-hidden />{t('leave.keep1')}</li>
          <li><IconCheck size={18} aria-hidden />{t('leave.keep2')}</li>
        </ul>
      </AmbassadorCard>
      <p className={css.second}>{t('leave.undo')}</p>
      {leave.error ? <Failure error={leave.error} /> : null}
      <div className={css.actions}>
        <ActionButton tone="line" full label={t('leave.confirm')} busyLabel={leave.isPending ? t('leave.busy') : null} onClick={() => leave.mutate({})} />
        <ActionButton tone="plain" full label={t('leave.stay')} href="/moi" />
      </div>
    </div>
  );
}

function Left({ until, onBack }: { until: string; onBack: () => void }) {
  const t = useT(texts);
  const format = useFormat();
  const navigate = useNavigate();
  const back = useMutationOf(ReturnToProgrammeDocument, {
    refresh: [MyCohortDocument],
    onSuccess: () => {
      onBack();
      notifications.show({ message: t('leave.back') });
      void navigate({ to: '/moi' });
    },
  });
  return (
    <div className={css.page} role="status">
      <h2 className={css.title}>{t('leave.doneTitle')}</h2>
      <p className={css.lead}>{t('leave.done', { time: format.time(until) })}</p>
      {back.error ? <Failure error={back.error} /> : null}
      <div className={css.actions}>
        <ActionButton tone="line" full label={t('leave.comeBack')} busyLabel={back.isPending ? t('leave.busy') : null} onClick={() => back.mutate({})} />
        <ActionButton tone="plain" full label={t('leave.home')} href="/" />
      </div>
    </div>
  );
}
