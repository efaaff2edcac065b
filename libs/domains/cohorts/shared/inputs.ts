import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsDay } from '@portevoix/identity/shared';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsBoolean, IsEnum, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { LaunchPlan } from './sizing';
import { CohortStrategy } from './strategies';

export const COHORT_LIMITS = { name: 80, description: 400, welcome: 600, note: 1000, people: 100_000 } as const;
const L = COHORT_LIMITS;

@InputType()
export class CreateCohortInput {
  /** The current programme when it is not given. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  programmeId?: string;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.name)
  name: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.description)
  description?: string;

  /** What the referent writes to each new member. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.welcome)
  welcome?: string;

  @Field(() => CohortStrategy)
  @IsEnum(CohortStrategy)
  strategy: CohortStrategy;

  /** The ambassadors of the programme itself: those who invent it with its pilots. */
  @Field(() => Boolean, { defaultValue: false })
  @IsBoolean()
  founding: boolean = false;

  /** ISO date. */
  @Field(() => String)
  @IsDay()
  startsOn: string;

  @Field(() => ID)
  @IsUUID()
  referentId: string;

  /** People expected; with `plan`, decides how many waves are made. */
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(L.people)
  people?: number;

  @Field(() => LaunchPlan, { nullable: true })
  @IsOptional()
  @IsEnum(LaunchPlan)
  plan?: LaunchPlan;
}

@InputType()
export class UpdateCohortInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.name)
  name?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.description)
  description?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.welcome)
  welcome?: string;

  @Field(() => CohortStrategy, { nullable: true })
  @IsOptional()
  @IsEnum(CohortStrategy)
  strategy?: CohortStrategy;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  startsOn?: string;
}

@InputType()
export class ApplySizingInput {
  @Field(() => ID)
  @IsUUID()
  cohortId: string;

  /** Number of ambassadors to launch with; at least the cohort's members. */
  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(L.people)
  people: number;

  @Field(() => LaunchPlan)
  @IsEnum(LaunchPlan)
  choice: LaunchPlan;
}

@InputType()
export class MoveMembersInput {
  @Field(() => ID)
  @IsUUID()
  fromCohortId: string;

  @Field(() => ID)
  @IsUUID()
  toCohortId: string;

  @Field(() => [ID])
  @IsUUID(undefined, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  personIds: string[];
}

@InputType()
export class UpdateFollowUpInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  ownerId?: string;

  /** ISO date. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  nextContactOn?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.note)
  note?: string;

  /** True: the follow-up is over; false: opened again. */
  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  done?: boolean;
}
