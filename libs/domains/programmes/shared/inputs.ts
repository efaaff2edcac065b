import { Field, InputType } from '@nestjs/graphql';
import { DayField, EnumField, IdField, IntField, NameField, NumberField, TextField } from '@portevoix/identity/shared';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, ValidateNested } from 'class-validator';
import { ProgrammeAxis } from './axis';
import { OBJECTIVE_METRICS } from './metrics';
import { PhaseKind } from './phases';
import { ProgrammeAction } from './states';

export const PROGRAMME_LIMITS = { name: 80, statement: 600, note: 500, articleTitle: 80, articleText: 600, articles: 12, phases: 24, purpose: 200, serves: 200 } as const;
const L = PROGRAMME_LIMITS;

@InputType()
export class CreateProgrammeInput {
  @NameField(L.name)
  name: string;

  @EnumField(ProgrammeAxis)
  axis: ProgrammeAxis;

  /** ISO date; today when it is not given. */
  @DayField({ nullable: true })
  startsOn?: string;
}

@InputType()
export class UpdateProgrammeInput {
  @IdField()
  id: string;

  @NameField(L.name, { nullable: true })
  name?: string;

  @EnumField(ProgrammeAxis, { nullable: true })
  axis?: ProgrammeAxis;

  @DayField({ nullable: true })
  startsOn?: string;
}

@InputType()
export class MoveProgrammeInput {
  @IdField()
  id: string;

  @EnumField(ProgrammeAction)
  action: ProgrammeAction;

  /** Why; kept with the date and the name of who decided. */
  @TextField(L.note, { nullable: true })
  note?: string;

  /** Relaunch only: the name of the phase that opens today, linked to the one that was paused. */
  @NameField(L.name, { nullable: true })
  phaseName?: string;
}

@InputType()
export class PublishStatementInput {
  @IdField()
  programmeId: string;

  @NameField(L.statement)
  text: string;

  /** Why this version replaces the one before. */
  @TextField(L.note, { nullable: true })
  changeNote?: string;
}

@InputType()
export class CharterArticleInput {
  @NameField(L.articleTitle)
  title: string;

  @NameField(L.articleText)
  text: string;
}

@InputType()
export class PublishCharterInput {
  @IdField()
  programmeId: string;

  @Field(() => [CharterArticleInput])
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(L.articles)
  @ValidateNested({ each: true })
  @Type(() => CharterArticleInput)
  articles: CharterArticleInput[];

  @TextField(L.note, { nullable: true })
  changeNote?: string;
}

@InputType()
export class AcceptVersionInput {
  @IdField()
  programmeId: string;

  /** The version that was read; refused when there is a newer one. */
  @IntField(1)
  version: number;
}

@InputType()
export class PhaseInput {
  /** Of a phase that exists; none for a new one. */
  @IdField({ nullable: true })
  id?: string;

  @NameField(L.name)
  name: string;

  @EnumField(PhaseKind)
  kind: PhaseKind;

  /** What ambassadors are told about it. */
  @TextField(L.purpose, { nullable: true })
  purpose?: string;

  @DayField()
  startsOn: string;

  /** Last day; none for an open-ended phase, which must be the last. */
  @DayField({ nullable: true })
  endsOn?: string;
}

@InputType()
export class SetPhasesInput {
  @IdField()
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
  @IdField()
  programmeId: string;

  @NameField(L.name)
  name: string;

  @Field(() => String)
  @IsIn(Object.keys(OBJECTIVE_METRICS))
  metricId: string;

  @NumberField()
  baseline: number;

  @NumberField()
  target: number;

  /** ISO date. */
  @DayField()
  deadline: string;

  @IdField()
  ownerId: string;

  /** The aim of the organisation that it serves. */
  @TextField(L.serves, { nullable: true })
  serves?: string;
}

@InputType()
export class UpdateObjectiveInput extends CreateObjectiveInput {
  @IdField()
  id: string;
}
