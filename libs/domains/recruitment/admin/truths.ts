import type { RecruitmentMetric } from '@portevoix/recruitment/shared';
import { useT, useTruths } from '@portevoix/web';
import { texts } from './texts';

/** Labels of what is told about those who answer a call. */
export function useCallTruths() {
  const t = useT(texts);
  return useTruths<RecruitmentMetric>((id) => ({ title: t(`metrics.${id}.name`), text: t(`metrics.${id}.text`) }));
}
