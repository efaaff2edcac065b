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
