import { metric, MetricLabel, MetricUnit, type MetricDefinition } from '@portevoix/identity/shared';

const { MEASURED, DECLARED } = MetricLabel;

/** Every metric of the dashboard. Days are those of the organisation's calendar, both ends included. */
export const METRICS = [
  metric('people-connected', MEASURED, MetricUnit.PEOPLE, 'count(distinct CONNECTED.person), day in [from, to]'),
  metric('readers', MEASURED, MetricUnit.PEOPLE, 'count(distinct READ.person), day in [from, to]'),
  metric('active-members', MEASURED, MetricUnit.PEOPLE, 'count(distinct person of READ, SHARE_DECLARED, FEEDBACK), member of a cohort at that instant'),
  metric('members', MEASURED, MetricUnit.PEOPLE, 'count(distinct cohort_membership.person), since < end of to and (until is null or until > start of from)'),
  metric('habit', MEASURED, MetricUnit.SHARE, 'active-members / members, both in [from, to]'),
  metric('new-members', MEASURED, MetricUnit.PEOPLE, 'count(person), first cohort_membership.since of the person in [from, to]'),
  metric('shares', DECLARED, MetricUnit.COUNT, 'shares-measured + shares-declared'),
  metric('shares-measured', MEASURED, MetricUnit.COUNT, 'count(share with CLICK_VALID), first of its declaration and click in [from, to]'),
  metric('shares-declared', DECLARED, MetricUnit.COUNT, 'count(share with SHARE_DECLARED after any SHARE_RETRACTED, without CLICK_VALID), declared in [from, to]'),
  metric('share-intents', MEASURED, MetricUnit.COUNT, 'count(share with SHARE_OPENED alone), opened in [from, to]; never added to the shares'),
  metric('valid-clicks', MEASURED, MetricUnit.COUNT, 'count(CLICK_VALID), one per visitor, link and hour'),
  metric('raw-clicks', MEASURED, MetricUnit.COUNT, 'count(every hit on a short link)'),
  metric('readers-only', MEASURED, MetricUnit.SHARE, 'count(distinct READ.person without SHARE_DECLARED or CLICK_VALID) / count(distinct person of any event), day in [from, to]'),
] as const satisfies readonly MetricDefinition[];

/** Those drawn day by day. */
export const SERIES_METRICS: readonly string[] = ['people-connected', 'readers', 'shares', 'valid-clicks'];

/** A metric of the results pages. */
export type ResultMetric = (typeof METRICS)[number]['id'];
