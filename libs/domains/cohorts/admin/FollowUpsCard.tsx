import { Button } from '@mantine/core';
import type { FollowUpsQuery } from '@portevoix/graphql';
import { dayOf } from '@portevoix/identity/shared';
import { Avatar, Card, EmptyState, ErrorState, SkeletonRows, TextLink, showUndo } from '@portevoix/ui';
import { errorText, queryOf, useFormat, useMutationOf, useT, useViewer } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FollowUpsDocument, UpdateFollowUpDocument } from './cohorts.graphql';
import css from './cohorts.module.css';
import { FollowUpModal } from './FollowUpModal';
import { texts } from './texts';

export type FollowUp = FollowUpsQuery['followUps'][number];
const SHORT = 3;

/** A next conversation with each new ambassador: when, by whom, and what helps. `short`: the first three. */
export function FollowUpsCard({ cohortId, short = false }: { cohortId: string; short?: boolean }) {
  const t = useT(texts);
  const [edited, setEdited] = useState<FollowUp | null>(null);
  const { data, error, refetch } = useQuery(queryOf(FollowUpsDocument, { cohortId }));
  const cards = data?.followUps ?? [];
  if (error) return <ErrorState title={t('followUps.title')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (short && data && !cards.length) return null;
  const all = short && cards.length > SHORT ? <TextLink href={`/cohortes/${cohortId}?partie=suivi`}>{t('page.seeAll', { count: cards.length })}</TextLink> : null;
  return (
    <Card title={t('followUps.title')} aside={all}>
      {data ? null : <SkeletonRows rows={3} />}
      {data && !cards.length ? <EmptyState title={t('followUps.emptyTitle')} reason={t('followUps.emptyReason')} /> : null}
      <ul className={css.cards}>
        {(short ? cards.slice(0, SHORT) : cards).map((card) => (
          <FollowUpRow key={card.id} card={card} onEdit={() => setEdited(card)} />
        ))}
      </ul>
      <FollowUpModal card={edited} onClose={() => setEdited(null)} />
    </Card>
  );
}

function FollowUpRow({ card: { id, person, owner, nextContactOn, note, doneAt }, onEdit }: { card: FollowUp; onEdit: () => void }) {
  const t = useT(texts);
  const format = useFormat();
  const today = dayOf(new Date(), useViewer().organisation.timeZone);
  const update = useMutationOf(UpdateFollowUpDocument, { refresh: [FollowUpsDocument] });
  const mark = (done: boolean) => update.mutate({ input: { id, done } });
  const finish = () => {
    mark(true);
    showUndo({ message: t('followUps.marked', { name: person.displayName }), onUndo: () => mark(false) });
  };
  const late = !doneAt && nextContactOn < today;
  return (
    <li className={css.card} data-done={Boolean(doneAt) || undefined}>
      <Avatar name={person.displayName} size="md" />
      <div className={css.cardText}>
        <b>{person.displayName}</b>
        <small>{note || person.jobTitle}</small>
      </div>
      <div className={css.cardWhen}>
        <b data-late={late || undefined}>{doneAt ? t('followUps.isDone', { date: format.dayMonth(doneAt) }) : format.dayMonth(nextContactOn)}{late ? `, ${t('followUps.late')}` : ''}</b>
        <small>{t('followUps.owner', { name: owner.displayName })}</small>
      </div>
      <div className={css.cardActions}>
        {doneAt ? <Button size="sm" variant="subtle" onClick={() => mark(false)}>{t('followUps.reopen')}</Button> : <Button size="sm" variant="default" onClick={finish}>{t('followUps.done')}</Button>}
        <Button size="sm" variant="subtle" color="gray" aria-label={`${t('followUps.edit')}, ${person.displayName}`} onClick={onEdit}>{t('page.edit')}</Button>
      </div>
    </li>
  );
}
