import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

const { MEASURED } = MetricLabel;

/** What publications are made of, and how they are read. */
export const CONTENT_METRICS = [
  metric('publication-readers', MEASURED, MetricUnit.PEOPLE, 'count(distinct READ.person) of the publication; 1 to 4 withheld'),
  metric('publication-receipts', MEASURED, MetricUnit.PEOPLE, 'count(distinct person who acknowledged the instruction); 1 to 4 withheld'),
  metric('category-readings', MEASURED, MetricUnit.COUNT, 'sum(publication-readers), publications of the category read by 5 people or more'),
  metric('feed-kinds', MEASURED, MetricUnit.COUNT, 'count(publication), published in the last 30 days and not expired, by kind'),
] as const;

export type ContentMetric = (typeof CONTENT_METRICS)[number]['id'];
