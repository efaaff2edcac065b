import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { PointSource, PointTruth, ReversalCause } from '@portevoix/contests/shared';
import { Person } from '@portevoix/identity/api';
import { Paged } from '@portevoix/platform';
import { ShareNetwork } from '@portevoix/sharing/shared';
import { Contest } from './contest.entity';
import { PointsDispute } from './ranking/ranking.entity';

@ObjectType()
export class PointReversal {
  @Field(() => ReversalCause)
  cause: ReversalCause;

  /** Words of who corrected it; null when the member took the share back. */
  @Field(() => String, { nullable: true })
  reason: string | null;
}

/** Points of one cause on one day: 42 clicks on one share are one line. */
@ObjectType()
export class LedgerLine {
  @Field(() => ID)
  id: string;

  @Field(() => PointSource)
  source: PointSource;

  /** How the event is known. */
  @Field(() => PointTruth)
  truth: PointTruth;

  /** Events that gave points. */
  @Field(() => Int)
  count: number;

  /** What stands of it: 0 once it is taken back, never less. */
  @Field(() => Int)
  points: number;

  /** When the last of them happened. */
  @Field(() => Date)
  at: Date;

  /** ISO date in the organisation's calendar. */
  @Field(() => String)
  day: string;

  @Field(() => ID)
  publicationId: string;

  @Field(() => String)
  publicationTitle: string;

  @Field(() => ShareNetwork, { nullable: true })
  network: ShareNetwork | null;

  @Field(() => PointReversal, { nullable: true })
  reversal: PointReversal | null;
}

@ObjectType()
export class LedgerLineConnection extends Paged(LedgerLine) {}

@ObjectType()
export class LeaderboardPlace {
  /** Equal points, equal rank. */
  @Field(() => Int)
  rank: number;

  /** Final order, without ties, by the tie rule. */
  @Field(() => Int)
  position: number;

  /** Alias, or own name, as the person chose. */
  @Field(() => String)
  name: string;

  @Field(() => Int)
  points: number;

  @Field(() => Boolean)
  isMe: boolean;
}

@ObjectType()
export class CollectiveProgress {
  @Field(() => Int)
  done: number;

  @Field(() => Int)
  target: number;
}

@ObjectType()
export class ContestTotals {
  /** People with at least one share, click or reading inside the contest; never fewer than five. */
  @Field(() => Int)
  activeMembers: number;

  @Field(() => Int)
  members: number;

  @Field(() => Int)
  points: number;

  @Field(() => Int)
  shares: number;

  @Field(() => Int)
  clicks: number;

  @Field(() => Float)
  sharesPerActiveMember: number;
}

@ObjectType()
export class ContestComparison {
  @Field(() => Contest)
  contest: Contest;

  /** Null under five active people. */
  @Field(() => ContestTotals, { nullable: true })
  totals: ContestTotals | null;

  /** Same points and caps as the first contest of the list. */
  @Field(() => Boolean)
  sameRules: boolean;

  /** Days that it lasts. */
  @Field(() => Int)
  days: number;
}

/** A question about points, for those who answer: the member chose to show their line by asking. */
@ObjectType()
export class DisputeToAnswer {
  @Field(() => PointsDispute)
  dispute: PointsDispute;

  @Field(() => Person)
  person: Person;
}
