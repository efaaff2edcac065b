import { registerEnumType } from '@nestjs/graphql';
import { PointSource } from './points';

export enum ContestState {
  UPCOMING = 'UPCOMING',
  RUNNING = 'RUNNING',
  FINISHED = 'FINISHED',
}

/** What the whole cohort counts together. */
export enum GoalMetric {
  DECLARED_SHARES = 'DECLARED_SHARES',
  VALID_CLICKS = 'VALID_CLICKS',
}

/** How equal totals are ordered; the one rule that `rank` applies, stated to everybody. */
export enum TieRule {
  /** Who reached the total first is placed first; the rank is shared. */
  FIRST_TO_REACH = 'FIRST_TO_REACH',
}

/** How the event that gave points is known. */
export enum PointTruth {
  MEASURED = 'MEASURED',
  DECLARED = 'DECLARED',
}

/** Why points were taken back. */
export enum ReversalCause {
  /** The member says that the post was not made after all. */
  RETRACTED = 'RETRACTED',
  /** Somebody who runs the contest corrected it, with a reason. */
  CORRECTED = 'CORRECTED',
}

registerEnumType(ContestState, { name: 'ContestState' });
registerEnumType(GoalMetric, { name: 'GoalMetric' });
registerEnumType(TieRule, { name: 'TieRule' });
registerEnumType(PointTruth, { name: 'PointTruth' });
registerEnumType(ReversalCause, { name: 'ReversalCause' });
registerEnumType(PointSource, { name: 'PointSource' });

/** Where a contest is on a day of the organisation's calendar; both of its days are inside. */
export function contestState({ firstDay, lastDay }: { firstDay: string; lastDay: string }, today: string): ContestState {
  if (today < firstDay) return ContestState.UPCOMING;
  return today <= lastDay ? ContestState.RUNNING : ContestState.FINISHED;
}

/** A share is known by the member's word, the rest is seen by the platform. */
export const truthOf = (source: PointSource): PointTruth => (source === PointSource.DECLARED_SHARE ? PointTruth.DECLARED : PointTruth.MEASURED);

/** Counts of fewer active people than this are not told to anybody. */
export const MIN_PEOPLE = 5;
