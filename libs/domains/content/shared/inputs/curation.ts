import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { ContentKind } from '../kinds';
import { CandidateStatus } from '../states';
import { CONTENT_LIMITS, Trim, WebAddress } from './fields';

@InputType()
export class AddSourceInput {
  /** A feed, or a page that announces one. */
  @Field(() => String)
  @Trim()
  @WebAddress()
  @MaxLength(CONTENT_LIMITS.url)
  url: string;

  @Field(() => ContentKind, { nullable: true })
  @IsOptional()
  @IsEnum(ContentKind)
  contentKind?: ContentKind | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  themeId?: string | null;

  @Field(() => Int, { defaultValue: 60 })
  @IsInt()
  @Min(CONTENT_LIMITS.minInterval)
  @Max(CONTENT_LIMITS.maxInterval)
  intervalMinutes: number = 60;
}

@InputType()
export class AddCandidateInput {
  @Field(() => String)
  @Trim()
  @WebAddress()
  @MaxLength(CONTENT_LIMITS.url)
  url: string;
}

@ArgsType()
export class CandidateFilter {
  @Field(() => CandidateStatus, { nullable: true })
  @IsOptional()
  @IsEnum(CandidateStatus)
  status?: CandidateStatus;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  sourceId?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
}
