import { CohortStrategy } from '@portevoix/cohorts/shared';

/** What a way to recruit brings, and what it asks or costs; the apps word them. */
export enum StrategyTrait {
  MOTIVATED = 'MOTIVATED',
  EASY_START = 'EASY_START',
  OFTEN_EXPERTS = 'OFTEN_EXPERTS',
  MUTUAL_HELP = 'MUTUAL_HELP',
  THEMES_TO_ADAPT = 'THEMES_TO_ADAPT',
  HOT_MOMENT = 'HOT_MOMENT',
  TRAINING_NEEDED = 'TRAINING_NEEDED',
  ALREADY_AT_EASE = 'ALREADY_AT_EASE',
  NO_PROFILE_READING = 'NO_PROFILE_READING',
  NATURAL_FIGURES = 'NATURAL_FIGURES',
  CREDIBLE_OUTSIDE = 'CREDIBLE_OUTSIDE',
  FEW_PEOPLE = 'FEW_PEOPLE',
  TRUSTED_WORD = 'TRUSTED_WORD',
  SAME_CIRCLE = 'SAME_CIRCLE',
}

export interface StrategyTraits {
  pros: readonly StrategyTrait[];
  cons: readonly StrategyTrait[];
}

/** The library of strategies, in the order in which a programme usually meets them. */
export const STRATEGY_TRAITS: Record<CohortStrategy, StrategyTraits> = {
  [CohortStrategy.VOLUNTEERS]: { pros: [StrategyTrait.MOTIVATED, StrategyTrait.EASY_START], cons: [StrategyTrait.OFTEN_EXPERTS] },
  [CohortStrategy.GROUP]: { pros: [StrategyTrait.MUTUAL_HELP], cons: [StrategyTrait.THEMES_TO_ADAPT] },
  [CohortStrategy.MERIT]: { pros: [StrategyTrait.HOT_MOMENT], cons: [StrategyTrait.TRAINING_NEEDED] },
  [CohortStrategy.MISSION]: { pros: [StrategyTrait.NATURAL_FIGURES, StrategyTrait.CREDIBLE_OUTSIDE], cons: [StrategyTrait.FEW_PEOPLE] },
  [CohortStrategy.PRIOR_ACTIVITY]: { pros: [StrategyTrait.ALREADY_AT_EASE], cons: [StrategyTrait.NO_PROFILE_READING] },
  [CohortStrategy.REFERRAL]: { pros: [StrategyTrait.TRUSTED_WORD], cons: [StrategyTrait.SAME_CIRCLE] },
};
