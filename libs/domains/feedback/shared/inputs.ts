import { Field, ID, InputType } from '@nestjs/graphql';
import { IsDay } from '@portevoix/identity/shared';
import { ArrayUnique, IsArray, IsEnum, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PulseChoice, PulseScope } from './pulse';

export const PULSE_COMMENT_LENGTH = 500;

@InputType()
export class OpenPulseInput {
  @Field(() => PulseScope)
  @IsEnum(PulseScope)
  scope: PulseScope;

  /** Of a pulse on a publication: opened again when it had been closed. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  publicationId?: string;

  /** First day, ISO date; today when it is not given. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  opensOn?: string;

  /** Last day, ISO date; required for a pulse on the programme. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  closesOn?: string;
}

@InputType()
export class AnswerPulseInput {
  @Field(() => ID)
  @IsUUID()
  pulseId: string;

  @Field(() => [PulseChoice])
  @IsArray()
  @ArrayUnique()
  @IsEnum(PulseChoice, { each: true })
  works: PulseChoice[];

  @Field(() => [PulseChoice])
  @IsArray()
  @ArrayUnique()
  @IsEnum(PulseChoice, { each: true })
  doesNotWork: PulseChoice[];

  /** Free words, read without a name. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(PULSE_COMMENT_LENGTH)
  comment?: string;
}
