import type { CallToAnswerQuery } from '@portevoix/graphql';
import { Failure, request, useDrafts, useFormat, useMutationOf, useT } from '@portevoix/web';
import { showUndo } from '@portevoix/ui';
import { ActionButton, AmbassadorCard } from '@portevoix/ui/ambassador';
import { useQueryClient } from '@tanstack/react-query';
import { ApplyDocument, CallToAnswerDocument, JoiningDocument, WithdrawDocument } from '../joining.graphql';
import css from '../recruitment.module.css';
import { texts } from '../texts';

type Application = NonNullable<CallToAnswerQuery['call']['myApplication']>;

/** What I sent and where it stands; withdrawn in one gesture, which can be taken back while the call is open. */
export function MyApplication({ callId, application, canReapply }: { callId: string; application: Application; canReapply: boolean }) {
  const t = useT(texts);
  const format = useFormat();
  const client = useQueryClient();
  const drafts = useDrafts();
  const { id, state, motivation, selfLevel, networks, createdAt } = application;
  const refresh = () => Promise.all(['CallToAnswer', 'Joining'].map((name) => client.invalidateQueries({ queryKey: [name] })));
  const withdraw = useMutationOf(WithdrawDocument, {
    refresh: [CallToAnswerDocument, JoiningDocument],
    onSuccess: () => {
      drafts.save(`recruitment.application.${callId}`, { callId, motivation, selfLevel, networks });
      const message = t('apply.withdrawn');
      if (canReapply) showUndo({ message, detail: t('apply.withdrawnDetail'), onUndo: () => void request(ApplyDocument, { input: { callId, motivation, selfLevel, networks } }).then(refresh) });
    },
  });
  const waiting = state === 'SUBMITTED' || state === 'QUEUED';
  return (
    <AmbassadorCard label={t('apply.mine')}>
      <p className={css.eyebrow}>{t('apply.mine')}</p>
      <h2 className={css.title}>{t(`home.${state as 'SUBMITTED'}`)}</h2>
      <p className={css.text}>{motivation}</p>
      <p className={css.facts}>
        <span>{t('apply.sentOn', { date: format.date(createdAt, 'long') })}</span>
        <span>{t(`apply.levels.${selfLevel}`)}</span>
      </p>
      <div className={css.actions}>
        {waiting ? <ActionButton label={t('apply.withdraw')} tone="soft" busyLabel={withdraw.isPending ? t('join.accepting') : null} onClick={() => withdraw.mutate({ id })} /> : null}
        <ActionButton label={t('apply.back')} href="/" tone="plain" />
      </div>
      {withdraw.error ? <Failure error={withdraw.error} /> : null}
    </AmbassadorCard>
  );
}
