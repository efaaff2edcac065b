import { METRICS } from '@portevoix/analytics/shared';
import { COHORT_METRICS } from '@portevoix/cohorts/shared';
import { CONTENT_METRICS } from '@portevoix/content/shared';
import { CONTEST_METRICS } from '@portevoix/contests/shared';
import { FEEDBACK_METRICS } from '@portevoix/feedback/shared';
import type { MetricDefinition } from '@portevoix/identity/shared';
import { PROGRAMME_METRICS } from '@portevoix/programmes/shared';
import { RECRUITMENT_METRICS } from '@portevoix/recruitment/shared';
import { SHARING_METRICS } from '@portevoix/sharing/shared';

/** Every figure that a screen shows, of all domains. */
export const REGISTRY: readonly MetricDefinition[] = [...METRICS, ...PROGRAMME_METRICS, ...COHORT_METRICS, ...RECRUITMENT_METRICS, ...CONTENT_METRICS, ...SHARING_METRICS, ...CONTEST_METRICS, ...FEEDBACK_METRICS];
