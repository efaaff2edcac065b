import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

/** Answers to pulses. */
export const FEEDBACK_METRICS = [
  metric('pulse-choices', MetricLabel.DECLARED, MetricUnit.PEOPLE, {
    en: 'count(distinct person who ticked the choice), in whole groups of 5 answers; 1 to 4, and all but 1 to 4, withheld',
    fr: 'nombre(personnes distinctes qui ont coché le choix), par groupes entiers de 5 réponses\u202f; de 1 à 4, et tous sauf 1 à 4, masqué',
  }),
] as const;

export type FeedbackMetric = (typeof FEEDBACK_METRICS)[number]['id'];
