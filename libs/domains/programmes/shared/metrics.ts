import { registerEnumType } from '@nestjs/graphql';

/** Units an objective is counted in; the words are in the catalogues. */
export enum ObjectiveUnit {
  PEOPLE = 'PEOPLE',
  COUNT = 'COUNT',
  MINUTES = 'MINUTES',
  EUROS = 'EUROS',
}
registerEnumType(ObjectiveUnit, { name: 'ObjectiveUnit' });

/** Metrics on which an objective can be set, and their units. Their values come from the meters (see ObjectiveMeters). */
export const OBJECTIVE_METRICS: Readonly<Record<string, ObjectiveUnit>> = {
  'people-connected': ObjectiveUnit.PEOPLE,
  'active-members': ObjectiveUnit.PEOPLE,
  readers: ObjectiveUnit.PEOPLE,
  shares: ObjectiveUnit.COUNT,
  'valid-clicks': ObjectiveUnit.COUNT,
  'attention-minutes': ObjectiveUnit.MINUTES,
  'conversions-contact': ObjectiveUnit.COUNT,
  'conversions-lead': ObjectiveUnit.COUNT,
  'conversions-sale': ObjectiveUnit.COUNT,
  'earned-media-value': ObjectiveUnit.EUROS,
};
