import type { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { useT } from '@portevoix/web';
import { texts } from './texts';

/** How members came, in words: the same wherever the console says it. */
export function useOriginName(): (origin: `${RecruitmentOrigin}`) => string {
  const t = useT(texts);
  return (origin) => t(`origins.${origin}`);
}
