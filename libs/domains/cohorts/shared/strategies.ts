import { registerEnumType } from '@nestjs/graphql';

/** How the members of a cohort are recruited: one strategy per cohort, so that outcomes compare. */
export enum CohortStrategy {
  /** A call for volunteers. */
  VOLUNTEERS = 'VOLUNTEERS',
  /** A department, a site, people who know each other. */
  GROUP = 'GROUP',
  /** Trained people who showed a sufficient level. */
  MERIT = 'MERIT',
  /** People already active on social media. */
  PRIOR_ACTIVITY = 'PRIOR_ACTIVITY',
  /** Natural figures, asked for their expertise or responsibility. */
  MISSION = 'MISSION',
  /** Brought by colleagues. */
  REFERRAL = 'REFERRAL',
}
registerEnumType(CohortStrategy, { name: 'CohortStrategy' });
