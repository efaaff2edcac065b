import { registerEnumType } from '@nestjs/graphql';
import type { Locale } from './inputs';

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

export type MetricFormula = Readonly<Record<Locale, string>>;

/** What a figure is, published with its values; its name and explanation are in the catalogues, by id. */
export interface MetricDefinition<Id extends string = string> {
  /** Stable, kebab-case ("valid-clicks"). */
  id: Id;
  label: MetricLabel;
  /** Raised whenever the formula changes, so that two values can be compared or not. */
  version: number;
  unit: MetricUnit;
  /** In terms of exported events, readable by a person, in each language. */
  formula: MetricFormula;
}

/** One definition; each domain lists its own in `shared/metrics.ts`, the API answers all of them (`metricDefinitions`). */
export const metric = <Id extends string>(id: Id, label: MetricLabel, unit: MetricUnit, formula: MetricFormula, version = 1): MetricDefinition<Id> => ({ id, label, version, unit, formula });
