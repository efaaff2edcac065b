import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CohortStrategy } from '@portevoix/cohorts/shared';
import { MixStatus, SelfLevel, StrategyTrait } from '@portevoix/recruitment/shared';
import { Application } from '../applications/application.entity';

registerEnumType(StrategyTrait, { name: 'StrategyTrait' });

@ObjectType()
export class CallCount {
  @Field(() => Int)
  waiting: number;

  @Field(() => Int)
  queued: number;

  @Field(() => Int)
  accepted: number;
}

/** The fewest people to invite to come back inside the band. */
@ObjectType()
export class MixInvite {
  @Field(() => Int)
  experts: number;

  @Field(() => Int)
  beginners: number;
}

/** Share of experts, 0 to 1. */
@ObjectType()
export class MixBand {
  @Field(() => Float)
  min: number;

  @Field(() => Float)
  max: number;
}

@ObjectType()
export class Mix {
  @Field(() => Int)
  experts: number;

  @Field(() => Int)
  beginners: number;

  /** Of the people whose level is known, 0 to 1; null when there is none. */
  @Field(() => Float, { nullable: true })
  expertShare: number | null;

  @Field(() => MixBand)
  band: MixBand;

  @Field(() => MixStatus)
  status: MixStatus;

  @Field(() => MixInvite)
  invite: MixInvite;
}

@ObjectType()
export class CallMix {
  @Field(() => Mix)
  accepted: Mix;

  /** The accepted with those who wait. */
  @Field(() => Mix)
  considered: Mix;

  /** Of those who wait, whom to accept first to balance the accepted. */
  @Field(() => [Application])
  proposed: Application[];
}

@ObjectType()
export class ApplicantRow {
  @Field(() => String)
  name: string;

  /** Null: withheld, under five people. */
  @Field(() => Int, { nullable: true })
  applicants: number | null;
}

@ObjectType()
export class ApplicantLevel {
  @Field(() => SelfLevel)
  level: SelfLevel;

  @Field(() => Int, { nullable: true })
  applicants: number | null;
}

@ObjectType()
export class ApplicantsProfile {
  @Field(() => Int)
  applicants: number;

  @Field(() => [ApplicantRow])
  departments: ApplicantRow[];

  @Field(() => [ApplicantRow])
  sites: ApplicantRow[];

  @Field(() => [ApplicantLevel])
  levels: ApplicantLevel[];
}

@ObjectType()
export class Strategy {
  @Field(() => CohortStrategy)
  strategy: CohortStrategy;

  @Field(() => [StrategyTrait])
  pros: StrategyTrait[];

  @Field(() => [StrategyTrait])
  cons: StrategyTrait[];

  @Field(() => Int)
  cohorts: number;

  /** Members today. */
  @Field(() => Int)
  people: number;
}
