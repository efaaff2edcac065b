import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { IsDay } from '@portevoix/identity/shared';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsEnum, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { APPLICANT_NETWORKS, SelfLevel } from './calls';
import { ApplicationState, VISIBLE_APPLICATIONS } from './transitions';

export const RECRUITMENT_LIMITS = { title: 80, pitch: 600, motivation: 400, rationale: 400, search: 80, places: 10_000, people: 200 } as const;
const L = RECRUITMENT_LIMITS;

@InputType()
export class CreateCallInput {
  /** The current programme when it is not given. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  programmeId?: string;

  /** Cohort that the accepted people are invited into; may be chosen later. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  cohortId?: string | null;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.title)
  title: string;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.pitch)
  pitch: string;

  /** First day, ISO date. */
  @Field(() => String)
  @IsDay()
  opensOn: string;

  /** Last day, ISO date: one may apply until midnight in the organisation's time zone. */
  @Field(() => String)
  @IsDay()
  closesOn: string;

  /** Most people that may be accepted; none: no limit. */
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(L.places)
  places?: number | null;
}

@InputType()
export class UpdateCallInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  cohortId?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.title)
  title?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.pitch)
  pitch?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  opensOn?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  closesOn?: string;

  /** Null: no limit any more. */
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(L.places)
  places?: number | null;
}

@InputType()
export class ApplyToCallInput {
  @Field(() => ID)
  @IsUUID()
  callId: string;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.motivation)
  motivation: string;

  @Field(() => SelfLevel)
  @IsEnum(SelfLevel)
  selfLevel: SelfLevel;

  @Field(() => [String])
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(APPLICANT_NETWORKS.length)
  @IsIn(APPLICANT_NETWORKS, { each: true })
  networks: string[];
}

export enum DecisionAction {
  ACCEPT = 'ACCEPT',
  /** Kept for a later wave. */
  QUEUE = 'QUEUE',
}
registerEnumType(DecisionAction, { name: 'DecisionAction' });

@InputType()
export class DecideApplicationsInput {
  @Field(() => [ID])
  @IsUUID(undefined, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(L.people)
  @ArrayUnique()
  ids: string[];

  @Field(() => DecisionAction)
  @IsEnum(DecisionAction)
  action: DecisionAction;
}

@InputType()
export class UndoDecisionInput {
  @Field(() => [ID])
  @IsUUID(undefined, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(L.people)
  @ArrayUnique()
  ids: string[];
}

@InputType()
export class InvitePeopleInput {
  @Field(() => ID)
  @IsUUID()
  cohortId: string;

  @Field(() => [ID])
  @IsUUID(undefined, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(L.people)
  @ArrayUnique()
  personIds: string[];

  @Field(() => RecruitmentOrigin)
  @IsEnum(RecruitmentOrigin)
  origin: RecruitmentOrigin;

  /** Why these people; required for a mission. They read it. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.rationale)
  rationale?: string;

  /** The written basis of a contractual duty to publish; required for that origin. They read it. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.rationale)
  contractBasis?: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  /** Version of the raison d'être that was read; none only while the programme has none. */
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  acceptStatementVersion?: number;

  /** Version of the charter that was read; none only while the programme has none. */
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  acceptCharterVersion?: number;
}

@ArgsType()
export class ApplicationFilter {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  callId?: string;

  /** All those that the team sees when it is not given. */
  @Field(() => [ApplicationState], { nullable: true })
  @IsOptional()
  @IsIn(VISIBLE_APPLICATIONS, { each: true })
  states?: ApplicationState[];

  @Field(() => SelfLevel, { nullable: true })
  @IsOptional()
  @IsEnum(SelfLevel)
  level?: SelfLevel;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  groupId?: string;

  /** In the name or the motivation. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.search)
  search?: string;
}
