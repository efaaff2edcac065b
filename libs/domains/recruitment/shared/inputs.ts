import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { DayField, EnumField, IdField, IdsField, IntField, NameField, TextField } from '@portevoix/identity/shared';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { APPLICANT_NETWORKS, SelfLevel } from './calls';
import { ApplicationState, VISIBLE_APPLICATIONS } from './transitions';

export const RECRUITMENT_LIMITS = { title: 80, pitch: 600, motivation: 400, rationale: 400, search: 80, places: 10_000, people: 200 } as const;
const L = RECRUITMENT_LIMITS;

@InputType()
export class CreateCallInput {
  /** The current programme when it is not given. */
  @IdField({ nullable: true })
  programmeId?: string;

  /** Cohort that the accepted people are invited into; may be chosen later. */
  @IdField({ nullable: true })
  cohortId?: string | null;

  @NameField(L.title)
  title: string;

  @NameField(L.pitch)
  pitch: string;

  /** First day, ISO date. */
  @DayField()
  opensOn: string;

  /** Last day, ISO date: one may apply until midnight in the organisation's time zone. */
  @DayField()
  closesOn: string;

  /** Most people that may be accepted; none: no limit. */
  @IntField(1, L.places, { nullable: true })
  places?: number | null;
}

@InputType()
export class UpdateCallInput {
  @IdField()
  id: string;

  @IdField({ nullable: true })
  cohortId?: string | null;

  @NameField(L.title, { nullable: true })
  title?: string;

  @NameField(L.pitch, { nullable: true })
  pitch?: string;

  @DayField({ nullable: true })
  opensOn?: string;

  @DayField({ nullable: true })
  closesOn?: string;

  /** Null: no limit any more. */
  @IntField(1, L.places, { nullable: true })
  places?: number | null;
}

@InputType()
export class ApplyToCallInput {
  @IdField()
  callId: string;

  @NameField(L.motivation)
  motivation: string;

  @EnumField(SelfLevel)
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
  @IdsField({ min: 1, max: L.people })
  ids: string[];

  @EnumField(DecisionAction)
  action: DecisionAction;
}

@InputType()
export class UndoDecisionInput {
  @IdsField({ min: 1, max: L.people })
  ids: string[];
}

@InputType()
export class InvitePeopleInput {
  @IdField()
  cohortId: string;

  @IdsField({ min: 1, max: L.people })
  personIds: string[];

  @EnumField(RecruitmentOrigin)
  origin: RecruitmentOrigin;

  /** Why these people; required for a mission. They read it. */
  @TextField(L.rationale, { nullable: true })
  rationale?: string;

  /** The written basis of a contractual duty to publish; required for that origin. They read it. */
  @TextField(L.rationale, { nullable: true })
  contractBasis?: string;
}

@InputType()
export class AcceptInvitationInput {
  @IdField()
  id: string;

  /** Version of the raison d'être that was read; none only while the programme has none. */
  @IntField(1, undefined, { nullable: true })
  acceptStatementVersion?: number;

  /** Version of the charter that was read; none only while the programme has none. */
  @IntField(1, undefined, { nullable: true })
  acceptCharterVersion?: number;
}

@ArgsType()
export class ApplicationFilter {
  @IdField({ nullable: true })
  callId?: string;

  /** All those that the team sees when it is not given. */
  @Field(() => [ApplicationState], { nullable: true })
  @IsOptional()
  @IsIn(VISIBLE_APPLICATIONS, { each: true })
  states?: ApplicationState[];

  @EnumField(SelfLevel, { nullable: true })
  level?: SelfLevel;

  @IdField({ nullable: true })
  groupId?: string;

  /** In the name or the motivation. */
  @TextField(L.search, { nullable: true })
  search?: string;
}
