import type { CohortMetric } from '@portevoix/cohorts/shared';
import { useT, useTruths } from '@portevoix/web';
import { texts } from './texts';

/** The label of how many are in a cohort. */
export function useCohortTruths() {
  const t = useT(texts);
  return useTruths<CohortMetric>((id) => ({ title: t(`figures.${id}.name`), text: t(`figures.${id}.text`) }));
}
