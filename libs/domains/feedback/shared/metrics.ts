import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

/** Answers to pulses. */
export const FEEDBACK_METRICS = [
  metric('pulse-choices', MetricLabel.DECLARED, MetricUnit.PEOPLE, 'count(distinct person who ticked the choice), in whole groups of 5 answers; 1 to 4, and all but 1 to 4, withheld'),
] as const;

export type FeedbackMetric = (typeof FEEDBACK_METRICS)[number]['id'];
