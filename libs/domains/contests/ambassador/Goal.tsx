import type { ContestOfMineQuery } from '@portevoix/graphql';
import { TruthLabel } from '@portevoix/ui';
import { CollectiveGoal } from '@portevoix/ui/ambassador';
import { useFormat, useT } from '@portevoix/web';
import { texts } from './texts';
import { goalMetric, useContestTruths } from './truths';

type Whole = ContestOfMineQuery['contest'];
type Contest = Pick<Whole, 'collectiveProgress' | 'cohortSize' | 'state'> & { collectiveGoal: Pick<Whole['collectiveGoal'], 'metric' | 'reward'> };

/** What the group does together, before any ranking. */
export function Goal({ contest }: { contest: Contest }) {
  const t = useT(texts);
  const format = useFormat();
  const { collectiveGoal: { metric, reward }, collectiveProgress: { done, target }, cohortSize, state } = contest;
  const truth = useContestTruths();
  const left = target - done;
  const after = left <= 0 ? '' : state === 'FINISHED' ? t('goal.missed', { done: format.number(done) }) : t('goal.left', { count: left, people: format.number(cohortSize) });
  return (
    <CollectiveGoal
      title={t(`goal.${metric}`, { count: done })}
      goal={t('goal.target', { target: format.number(target) })}
      value={done}
      max={target}
      barLabel={t('goal.bar')}
      text={<>{left <= 0 ? t('goal.reached') : t('goal.at', { target: format.number(target) })} <strong>{reward}</strong> {after} <TruthLabel {...truth(goalMetric(metric))} /></>}
    />
  );
}
