import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { IsDay, LOCALES, type Locale } from '@portevoix/identity/shared';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsEnum, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { SERIES_METRICS } from './metrics';

/** Longest period of one answer: two years. */
export const MAX_DAYS = 732;

/** Days of the organisation's calendar, both included. */
@ArgsType()
export class PeriodArgs {
  @Field(() => String)
  @IsDay()
  from: string;

  @Field(() => String)
  @IsDay()
  to: string;
}

@ArgsType()
export class DefinitionsArgs {
  /** Language of the formulas. */
  @Field(() => String, { defaultValue: 'en' })
  @IsIn(LOCALES)
  locale: Locale = 'en';
}

@ArgsType()
export class DashboardArgs extends PeriodArgs {
  /** The period to compare with; none without both days. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  compareFrom?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  compareTo?: string;

  /** Only what the cohort's members did while they were members. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  cohortId?: string;

  /** Only what members who came by that origin did while they were members; not with a cohort. */
  @Field(() => RecruitmentOrigin, { nullable: true })
  @IsOptional()
  @IsEnum(RecruitmentOrigin)
  origin?: RecruitmentOrigin;
}

@ArgsType()
export class ReadersOnlyArgs extends PeriodArgs {
  /** Only what the cohort's members did while they were members. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  cohortId?: string;

  /** Only what members who came by that origin did while they were members; not with a cohort. */
  @Field(() => RecruitmentOrigin, { nullable: true })
  @IsOptional()
  @IsEnum(RecruitmentOrigin)
  origin?: RecruitmentOrigin;
}

@ArgsType()
export class SeriesArgs extends PeriodArgs {
  @Field(() => [String])
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SERIES_METRICS.length)
  @ArrayUnique()
  @IsIn(SERIES_METRICS, { each: true })
  metricIds: string[];
}

/** How many seven-day periods, the last one ending today. */
@ArgsType()
export class NewMembersArgs {
  @Field(() => Int, { defaultValue: 4 })
  @IsInt()
  @Min(1)
  @Max(26)
  weeks: number = 4;
}

@ArgsType()
export class TopArgs extends PeriodArgs {
  @Field(() => Int, { defaultValue: 5 })
  @IsInt()
  @Min(1)
  @Max(20)
  first: number = 5;
}
