import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

const { DECLARED, MEASURED } = MetricLabel;

/** Counts of one contest, by members of its cohort at that instant; caps limit points, not these counts. */
export const CONTEST_METRICS = [
  metric('contest-active-members', MEASURED, MetricUnit.PEOPLE, 'count(distinct person of SHARE_DECLARED, CLICK_VALID, READ), member of the cohort at that instant, inside the contest'),
  metric('contest-shares', DECLARED, MetricUnit.COUNT, 'count(share declared and not taken back), by a member at that instant, inside the contest'),
  metric('contest-shares-per-member', DECLARED, MetricUnit.COUNT, 'contest-shares / contest-active-members'),
  metric('contest-valid-clicks', MEASURED, MetricUnit.COUNT, 'count(CLICK_VALID), one per visitor, link and hour, on a member’s link, inside the contest'),
  metric('contest-points', DECLARED, MetricUnit.POINTS, 'sum(ledger.points), of declared shares, valid clicks and readings, reversals included'),
  metric('contest-goal-shares', DECLARED, MetricUnit.COUNT, 'count(share declared and not taken back), by members at that instant, inside the contest'),
  metric('contest-goal-clicks', MEASURED, MetricUnit.COUNT, 'count(CLICK_VALID), on links of members at that instant, inside the contest'),
] as const;

export type ContestMetric = (typeof CONTEST_METRICS)[number]['id'];
