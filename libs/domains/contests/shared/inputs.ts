import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsDay } from '@portevoix/identity/shared';
import { Type } from 'class-transformer';
import { IsEnum, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { GoalMetric } from './states';

export const CONTEST_LIMITS = { name: 80, description: 400, prize: 300, reward: 300, alias: 30, message: 600, price: 1000, cap: 10_000, target: 1_000_000, days: 366 } as const;
const L = CONTEST_LIMITS;

@InputType()
export class PointCapsInput {
  /** Points that one day can give. */
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(L.cap)
  perDay?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(L.cap)
  sharesPerDay?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(L.cap)
  readsPerDay?: number | null;

  /** Clicks that count on one share, over the whole contest. */
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(L.cap)
  clicksPerShare?: number | null;
}

/** Whole points for each kind of event; at least one of them gives something. */
@InputType()
export class PointRulesInput {
  @Field(() => Int)
  @IsInt()
  @Min(0)
  @Max(L.price)
  perDeclaredShare: number;

  @Field(() => Int)
  @IsInt()
  @Min(0)
  @Max(L.price)
  perValidClick: number;

  @Field(() => Int)
  @IsInt()
  @Min(0)
  @Max(L.price)
  perRead: number;

  @Field(() => PointCapsInput)
  @ValidateNested()
  @Type(() => PointCapsInput)
  caps: PointCapsInput;
}

@InputType()
export class CollectiveGoalInput {
  @Field(() => GoalMetric)
  @IsEnum(GoalMetric)
  metric: GoalMetric;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(L.target)
  target: number;

  /** What the whole cohort gets at the target; never money. */
  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.reward)
  reward: string;
}

@InputType()
export class CreateContestInput {
  @Field(() => ID)
  @IsUUID()
  cohortId: string;

  @Field(() => String)
  @IsString()
  @Matches(/\S/, { context: { rule: 'isNotEmpty' } })
  @MaxLength(L.name)
  name: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.description)
  description?: string;

  /** First and last day, both included, in the organisation's time zone. */
  @Field(() => String)
  @IsDay()
  firstDay: string;

  @Field(() => String)
  @IsDay()
  lastDay: string;

  @Field(() => PointRulesInput)
  @ValidateNested()
  @Type(() => PointRulesInput)
  rules: PointRulesInput;

  /** What is won, in words; never money. */
  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.prize)
  prize: string;

  @Field(() => CollectiveGoalInput)
  @ValidateNested()
  @Type(() => CollectiveGoalInput)
  collectiveGoal: CollectiveGoalInput;
}

/** Every field again: what is left out falls back to nothing. */
@InputType()
export class UpdateContestInput extends CreateContestInput {
  @Field(() => ID)
  @IsUUID()
  id: string;
}

@InputType()
export class ContestFromTemplateInput {
  /** Any contest of the template. */
  @Field(() => ID)
  @IsUUID()
  contestId: string;

  @Field(() => ID)
  @IsUUID()
  cohortId: string;

  /** The last day follows: the new contest lasts as long as its model. */
  @Field(() => String)
  @IsDay()
  firstDay: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.name)
  name?: string;
}

@InputType()
export class JoinRankingInput {
  @Field(() => ID)
  @IsUUID()
  contestId: string;

  /** What the others read; without it, the person's own name. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(L.alias)
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N} \u00a0.’'-]*$/u, { context: { rule: 'isAlias' } })
  alias?: string | null;
}

@InputType()
export class DisputeEntryInput {
  @Field(() => ID)
  @IsUUID()
  contestId: string;

  /** A line of the person's own points; none for points that are missing. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  entryId?: string | null;

  @Field(() => String)
  @IsString()
  @Matches(/\S/, { context: { rule: 'isNotEmpty' } })
  @MaxLength(L.message)
  message: string;
}

@InputType()
export class AnswerDisputeInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  @Field(() => String)
  @IsString()
  @Matches(/\S/, { context: { rule: 'isNotEmpty' } })
  @MaxLength(L.message)
  answer: string;
}

@InputType()
export class CorrectPointsInput {
  @Field(() => ID)
  @IsUUID()
  entryId: string;

  /** The member reads it. */
  @Field(() => String)
  @IsString()
  @Matches(/\S/, { context: { rule: 'isNotEmpty' } })
  @MaxLength(L.message)
  reason: string;
}
