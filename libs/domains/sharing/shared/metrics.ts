import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

const { DECLARED, MEASURED } = MetricLabel;

/** What a member reads of their own shares. */
export const SHARING_METRICS = [
  metric('my-visitors', MEASURED, MetricUnit.PEOPLE, 'count(distinct visitor of CLICK_VALID), links of my shares; a visitor is known for one day'),
  metric('my-valid-clicks', MEASURED, MetricUnit.COUNT, 'count(CLICK_VALID), one per visitor, link and hour, links of my shares'),
  metric('my-shares', DECLARED, MetricUnit.COUNT, 'count(my share with SHARE_DECLARED or CLICK_VALID), not taken back', 2),
] as const;

export type SharingMetric = (typeof SHARING_METRICS)[number]['id'];
