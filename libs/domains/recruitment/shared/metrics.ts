import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

/** Who answers a call. */
export const RECRUITMENT_METRICS = [
  metric('call-mix', MetricLabel.DECLARED, MetricUnit.SHARE, 'experts / (experts + beginners), accepted applications, by the level that each person gave'),
  metric('call-applicants', MetricLabel.MEASURED, MetricUnit.PEOPLE, 'count(application not withdrawn), by department and site today; 1 to 4 withheld'),
] as const;

export type RecruitmentMetric = (typeof RECRUITMENT_METRICS)[number]['id'];
