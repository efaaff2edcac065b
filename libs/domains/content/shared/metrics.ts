import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

const { MEASURED } = MetricLabel;

/** What publications are made of, and how they are read. */
export const CONTENT_METRICS = [
  metric('publication-readers', MEASURED, MetricUnit.PEOPLE, {
    en: 'count(distinct READ.person) of the publication; 1 to 4 withheld',
    fr: 'nombre(personnes distinctes de READ) de la publication\u202f; de 1 à 4, masqué',
  }),
  metric('publication-receipts', MEASURED, MetricUnit.PEOPLE, {
    en: 'count(distinct person who acknowledged the instruction); 1 to 4 withheld',
    fr: 'nombre(personnes distinctes qui ont accusé réception de la consigne)\u202f; de 1 à 4, masqué',
  }),
  metric('category-readings', MEASURED, MetricUnit.COUNT, {
    en: 'sum(publication-readers), publications of the category read by 5 people or more',
    fr: 'somme(lecteurs et lectrices d’une publication), publications de la catégorie lues par 5 personnes ou plus',
  }),
  metric('feed-kinds', MEASURED, MetricUnit.COUNT, {
    en: 'count(publication), published in the last 30 days and not expired, by kind',
    fr: 'nombre(publications), parues dans les 30 derniers jours et non expirées, par type',
  }),
] as const;

export type ContentMetric = (typeof CONTENT_METRICS)[number]['id'];
