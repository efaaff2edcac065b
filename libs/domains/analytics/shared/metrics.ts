import { registerEnumType } from '@nestjs/graphql';

/** How far a number can be trusted: seen by the system, said by people, or computed from assumptions. */
export enum MetricLabel {
  MEASURED = 'MEASURED',
  DECLARED = 'DECLARED',
  ESTIMATED = 'ESTIMATED',
}

export enum MetricUnit {
  PEOPLE = 'PEOPLE',
  COUNT = 'COUNT',
  SHARE = 'SHARE',
  MINUTES = 'MINUTES',
  DAYS = 'DAYS',
  POINTS = 'POINTS',
  EUROS = 'EUROS',
}

registerEnumType(MetricLabel, { name: 'MetricLabel' });
registerEnumType(MetricUnit, { name: 'MetricUnit' });

/** What a metric is, published with each of its values; its name and explanation are in the catalogues, by id. */
export interface MetricDefinition {
  /** Stable, kebab-case ("valid-clicks"). */
  id: string;
  label: MetricLabel;
  /** Raised whenever the formula changes, so that two values can be compared or not. */
  version: number;
  unit: MetricUnit;
  /** The formula in terms of exported events, readable by a person. */
  formula: string;
}

const metric = (id: string, label: MetricLabel, unit: MetricUnit, formula: string, version = 1): MetricDefinition => ({ id, label, version, unit, formula });
const { MEASURED, DECLARED } = MetricLabel;

/** Every metric of the dashboard. Days are those of the organisation's calendar, both ends included. */
export const METRICS = [
  metric('people-connected', MEASURED, MetricUnit.PEOPLE, 'count(distinct CONNECTED.person), day in [from, to]'),
  metric('readers', MEASURED, MetricUnit.PEOPLE, 'count(distinct READ.person), day in [from, to]'),
  metric('active-members', MEASURED, MetricUnit.PEOPLE, 'count(distinct person of READ, SHARE_DECLARED, FEEDBACK), member of a cohort at that instant'),
  metric('members', MEASURED, MetricUnit.PEOPLE, 'count(distinct cohort_membership.person), since < end of to and (until is null or until > start of from)'),
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

/** Null for an unknown metric. */
export const metricById = (id: string): MetricDefinition | null => METRICS.find((candidate) => candidate.id === id) ?? null;
