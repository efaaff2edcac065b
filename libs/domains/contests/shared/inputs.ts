import { Field, InputType } from '@nestjs/graphql';
import { DayField, EnumField, IdField, IntField, NameField, TextField, WordsField } from '@portevoix/identity/shared';
import { Type } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { GoalMetric } from './states';

export const CONTEST_LIMITS = { name: 80, description: 400, prize: 300, reward: 300, alias: 30, message: 600, price: 1000, cap: 10_000, target: 1_000_000, days: 366 } as const;
const L = CONTEST_LIMITS;

@InputType()
export class PointCapsInput {
  /** Points that one day can give. */
  @IntField(1, L.cap, { nullable: true })
  perDay?: number | null;

  @IntField(1, L.cap, { nullable: true })
  sharesPerDay?: number | null;

  @IntField(1, L.cap, { nullable: true })
  readsPerDay?: number | null;

  /** Clicks that count on one share, over the whole contest. */
  @IntField(1, L.cap, { nullable: true })
  clicksPerShare?: number | null;
}

/** Whole points for each kind of event; at least one of them gives something. */
@InputType()
export class PointRulesInput {
  @IntField(0, L.price)
  perDeclaredShare: number;

  @IntField(0, L.price)
  perValidClick: number;

  @IntField(0, L.price)
  perRead: number;

  @Field(() => PointCapsInput)
  @ValidateNested()
  @Type(() => PointCapsInput)
  caps: PointCapsInput;
}

@InputType()
export class CollectiveGoalInput {
  @EnumField(GoalMetric)
  metric: GoalMetric;

  @IntField(1, L.target)
  target: number;

  /** What the whole cohort gets at the target; never money. */
  @NameField(L.reward)
  reward: string;
}

@InputType()
export class CreateContestInput {
  @IdField()
  cohortId: string;

  @WordsField(L.name)
  name: string;

  @TextField(L.description, { nullable: true })
  description?: string;

  /** First and last day, both included, in the organisation's time zone. */
  @DayField()
  firstDay: string;

  @DayField()
  lastDay: string;

  @Field(() => PointRulesInput)
  @ValidateNested()
  @Type(() => PointRulesInput)
  rules: PointRulesInput;

  /** What is won, in words; never money. */
  @NameField(L.prize)
  prize: string;

  @Field(() => CollectiveGoalInput)
  @ValidateNested()
  @Type(() => CollectiveGoalInput)
  collectiveGoal: CollectiveGoalInput;
}

/** Every field again: what is left out falls back to nothing. */
@InputType()
export class UpdateContestInput extends CreateContestInput {
  @IdField()
  id: string;
}

@InputType()
export class ContestFromTemplateInput {
  /** Any contest of the template. */
  @IdField()
  contestId: string;

  @IdField()
  cohortId: string;

  /** The last day follows: the new contest lasts as long as its model. */
  @DayField()
  firstDay: string;

  @NameField(L.name, { nullable: true })
  name?: string;
}

@InputType()
export class JoinRankingInput {
  @IdField()
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
  @IdField()
  contestId: string;

  /** A line of the person's own points; none for points that are missing. */
  @IdField({ nullable: true })
  entryId?: string | null;

  @WordsField(L.message)
  message: string;
}

@InputType()
export class AnswerDisputeInput {
  @IdField()
  id: string;

  @WordsField(L.message)
  answer: string;
}

@InputType()
export class CorrectPointsInput {
  @IdField()
  entryId: string;

  /** The member reads it. */
  @WordsField(L.message)
  reason: string;
}
