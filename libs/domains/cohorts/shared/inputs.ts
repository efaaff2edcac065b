import { Field, InputType } from '@nestjs/graphql';
import { DayField, EnumField, IdField, IdsField, IntField, NameField, TextField, WordsField } from '@portevoix/identity/shared';
import { IsBoolean, IsOptional } from 'class-validator';
import { LaunchDecisionKind, LaunchItem } from './launch';
import { LaunchPlan } from './sizing';
import { CohortStrategy } from './strategies';

export const COHORT_LIMITS = { name: 80, description: 400, welcome: 600, note: 1000, reason: 200, people: 100_000 } as const;
const L = COHORT_LIMITS;

@InputType()
export class CreateCohortInput {
  /** The current programme when it is not given. */
  @IdField({ nullable: true })
  programmeId?: string;

  @NameField(L.name)
  name: string;

  @TextField(L.description, { nullable: true })
  description?: string;

  /** What the referent writes to each new member. */
  @TextField(L.welcome, { nullable: true })
  welcome?: string;

  @EnumField(CohortStrategy)
  strategy: CohortStrategy;

  /** The ambassadors of the programme itself: those who invent it with its pilots. */
  @Field(() => Boolean, { defaultValue: false })
  @IsBoolean()
  founding: boolean = false;

  /** ISO date. */
  @DayField()
  startsOn: string;

  @IdField()
  referentId: string;

  /** People expected; with `plan`, decides how many waves are made. */
  @IntField(1, L.people, { nullable: true })
  people?: number;

  @EnumField(LaunchPlan, { nullable: true })
  plan?: LaunchPlan;
}

@InputType()
export class UpdateCohortInput {
  @IdField()
  id: string;

  @NameField(L.name, { nullable: true })
  name?: string;

  @TextField(L.description, { nullable: true })
  description?: string;

  @TextField(L.welcome, { nullable: true })
  welcome?: string;

  @EnumField(CohortStrategy, { nullable: true })
  strategy?: CohortStrategy;

  @DayField({ nullable: true })
  startsOn?: string;
}

@InputType()
export class ApplySizingInput {
  @IdField()
  cohortId: string;

  /** Number of ambassadors to launch with; at least the cohort's members. */
  @IntField(1, L.people)
  people: number;

  @EnumField(LaunchPlan)
  choice: LaunchPlan;
}

@InputType()
export class DecideLaunchItemInput {
  @IdField()
  cohortId: string;

  @EnumField(LaunchItem)
  item: LaunchItem;

  @EnumField(LaunchDecisionKind)
  kind: LaunchDecisionKind;

  /** What is ready and when, or why it goes without; kept with the name of who decided. */
  @WordsField(L.reason)
  reason: string;
}

@InputType()
export class MoveMembersInput {
  @IdField()
  fromCohortId: string;

  @IdField()
  toCohortId: string;

  @IdsField({ min: 1, max: 200 })
  personIds: string[];
}

@InputType()
export class UpdateFollowUpInput {
  @IdField()
  id: string;

  @IdField({ nullable: true })
  ownerId?: string;

  /** ISO date. */
  @DayField({ nullable: true })
  nextContactOn?: string;

  @TextField(L.note, { nullable: true })
  note?: string;

  /** True: the follow-up is over; false: opened again. */
  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  done?: boolean;
}
