import type { ContestMetric } from '@portevoix/contests/shared';
import { useT, useTruths } from '@portevoix/web';
import { texts } from './texts';

type Shown = Extract<ContestMetric, keyof typeof texts.messages.figures>;

/** Labels of what a contest counts. */
export function useContestTruths() {
  const t = useT(texts);
  return useTruths<Shown>((id) => ({ title: t(`figures.${id}.name`), text: t(`figures.${id}.text`) }));
}

/** What a group's goal counts. */
export const goalMetric = (metric: 'DECLARED_SHARES' | 'VALID_CLICKS'): Shown => (metric === 'VALID_CLICKS' ? 'contest-goal-clicks' : 'contest-goal-shares');
