import { TextLink, TruthLabel } from '@portevoix/ui';
import { CollectiveGoal } from '@portevoix/ui/ambassador';
import { queryOf, useFormat, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { ContestAsideQuery } from './contests.graphql';
import { texts } from './texts';
import { goalMetric, useContestTruths } from './truths';

/** Beside the feed: what the group is doing together now. Nothing without a running contest. */
export function ContestAside() {
  const t = useT(texts);
  const format = useFormat();
  const truth = useContestTruths();
  const { data } = useQuery({ ...queryOf(ContestAsideQuery), meta: { offline: true } });
  const contest = data?.contests.find(({ state }) => state === 'RUNNING');
  if (!contest) return null;
  const { id, name, daysLeft, cohortSize, collectiveGoal: { metric, reward }, collectiveProgress: { done, target } } = contest;
  const left = target - done;
  const progress = t('goal.progress', { done: t(`goal.${metric}`, { count: done }), target: format.number(target) });
  return (
    <CollectiveGoal
      title={name}
      goal={t('goal.days', { count: daysLeft })}
      value={done}
      max={target}
      barLabel={t('goal.bar')}
      text={
        <>
          {left > 0 ? <><strong>{progress}</strong> {t('goal.left', { count: left, people: format.number(cohortSize) })}</> : <>{t('goal.reached')} <strong>{reward}</strong></>}{' '}
          <TruthLabel {...truth(goalMetric(metric))} />{' '}
          <TextLink href={`/concours/${id}`}>{t('goal.open')}</TextLink>
        </>
      }
    />
  );
}
