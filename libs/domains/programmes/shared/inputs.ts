import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { IsDay } from '@portevoix/identity/shared';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsEnum, IsIn, IsInt, IsNotEmpty, IsNumber, IsOptional, IsString, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';
import { ProgrammeAxis } from './axis';
import { OBJECTIVE_METRICS } from './metrics';
import { PhaseKind } from './phases';
import { ProgrammeAction } from './states';

export const PROGRAMME_LIMITS = { name: 80, statement: 600, note: 500, articleTitle: 80, articleText: 600, articles: 12, phases: 24, purpose: 200, serves: 200 } as const;
const L = PROGRAMME_LIMITS;

@InputType()
export class CreateProgrammeInput {
  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.name)
  name: string;

  @Field(() => ProgrammeAxis)
  @IsEnum(ProgrammeAxis)
  axis: ProgrammeAxis;

  /** ISO date; today when it is not given. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  startsOn?: string;
}

@InputType()
export class UpdateProgrammeInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.name)
  name?: string;

  @Field(() => ProgrammeAxis, { nullable: true })
  @IsOptional()
  @IsEnum(ProgrammeAxis)
  axis?: ProgrammeAxis;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  startsOn?: string;
}

@InputType()
export class MoveProgrammeInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  @Field(() => ProgrammeAction)
  @IsEnum(ProgrammeAction)
  action: ProgrammeAction;

  /** Why; kept with the date and the name of who decided. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.note)
  note?: string;

  /** Relaunch only: the name of the phase that opens today, linked to the one that was paused. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.name)
  phaseName?: string;
}

@InputType()
export class PublishStatementInput {
  @Field(() => ID)
  @IsUUID()
  programmeId: string;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.statement)
  text: string;

  /** Why this version replaces the one before. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.note)
  changeNote?: string;
}

@InputType()
export class CharterArticleInput {
  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.articleTitle)
  title: string;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.articleText)
  text: string;
}

@InputType()
export class PublishCharterInput {
  @Field(() => ID)
  @IsUUID()
  programmeId: string;

  @Field(() => [CharterArticleInput])
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(L.articles)
  @ValidateNested({ each: true })
  @Type(() => CharterArticleInput)
  articles: CharterArticleInput[];

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.note)
  changeNote?: string;
}

@InputType()
export class AcceptVersionInput {
  @Field(() => ID)
  @IsUUID()
  programmeId: string;

  /** The version that was read; refused when there is a newer one. */
  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;
}

@InputType()
export class PhaseInput {
  /** Of a phase that exists; none for a new one. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  id?: string;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.name)
  name: string;

  @Field(() => PhaseKind)
  @IsEnum(PhaseKind)
  kind: PhaseKind;

  /** What ambassadors are told about it. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.purpose)
  purpose?: string;

  @Field(() => String)
  @IsDay()
  startsOn: string;

  /** Last day; none for an open-ended phase, which must be the last. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  endsOn?: string;
}

@InputType()
export class SetPhasesInput {
  @Field(() => ID)
  @IsUUID()
  programmeId: string;

  /** The whole track: a phase left out is removed. */
  @Field(() => [PhaseInput])
  @IsArray()
  @ArrayMaxSize(L.phases)
  @ValidateNested({ each: true })
  @Type(() => PhaseInput)
  phases: PhaseInput[];
}

@InputType()
export class CreateObjectiveInput {
  @Field(() => ID)
  @IsUUID()
  programmeId: string;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(L.name)
  name: string;

  @Field(() => String)
  @IsIn(Object.keys(OBJECTIVE_METRICS))
  metricId: string;

  @Field(() => Float)
  @IsNumber({ allowInfinity: false, allowNaN: false })
  baseline: number;

  @Field(() => Float)
  @IsNumber({ allowInfinity: false, allowNaN: false })
  target: number;

  /** ISO date. */
  @Field(() => String)
  @IsDay()
  deadline: string;

  @Field(() => ID)
  @IsUUID()
  ownerId: string;

  /** The aim of the organisation that it serves. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(L.serves)
  serves?: string;
}

@InputType()
export class UpdateObjectiveInput extends CreateObjectiveInput {
  @Field(() => ID)
  @IsUUID()
  id: string;
}
