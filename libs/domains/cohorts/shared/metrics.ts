import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

/** Who is in a cohort. */
export const COHORT_METRICS = [
  metric('cohort-members', MetricLabel.MEASURED, MetricUnit.PEOPLE, {
    en: 'count(cohort_membership), since <= the instant and (until is null or until > the instant)',
    fr: 'nombre(cohort_membership), since <= l’instant et (until vide ou until > l’instant)',
  }),
] as const;

export type CohortMetric = (typeof COHORT_METRICS)[number]['id'];
