import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsDate, IsEnum, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Audience, ContentKind, PublicationCategory } from '../kinds';
import { PublicationStatus } from '../states';
import { CONTENT_LIMITS, Optional, Trim, WebAddress } from './fields';

@ArgsType()
export class PublicationFilter {
  @Field(() => PublicationStatus, { nullable: true })
  @IsOptional()
  @IsEnum(PublicationStatus)
  status?: PublicationStatus;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  themeId?: string;

  @Field(() => PublicationCategory, { nullable: true })
  @IsOptional()
  @IsEnum(PublicationCategory)
  category?: PublicationCategory;

  @Field(() => Audience, { nullable: true })
  @IsOptional()
  @IsEnum(Audience)
  audience?: Audience;

  /** Words, whatever their case and accents. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
}

@InputType()
export class VariantInput {
  /** Of a text that is already there. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CONTENT_LIMITS.tone)
  network?: string | null;

  @Field(() => String, { defaultValue: 'fr' })
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { context: { rule: 'isLanguage' } })
  language: string = 'fr';

  @Field(() => String, { defaultValue: 'FIELD' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(CONTENT_LIMITS.tone)
  tone: string = 'FIELD';

  @Field(() => String)
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(CONTENT_LIMITS.text)
  text: string;
}

@ArgsType()
export class CheckTextArgs {
  @Field(() => String)
  @IsString()
  @MaxLength(CONTENT_LIMITS.text)
  text: string;

  @Field(() => String, { defaultValue: 'fr' })
  @IsIn(['fr', 'en'])
  language: 'fr' | 'en' = 'fr';
}

/** What an editor may set. Left out: unchanged; null clears what may be empty. */
@InputType({ isAbstract: true })
export class PublicationContentInput {
  @Field(() => String, { nullable: true })
  @Optional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(CONTENT_LIMITS.title)
  title?: string;

  @Field(() => String, { nullable: true })
  @Optional()
  @Trim()
  @IsString()
  @MaxLength(CONTENT_LIMITS.summary)
  summary?: string;

  /** HTML; what is not plain text markup is dropped. */
  @Field(() => String, { nullable: true })
  @Optional()
  @IsString()
  @MaxLength(CONTENT_LIMITS.body)
  body?: string;

  @Field(() => String, { nullable: true })
  @Optional()
  @Trim()
  @IsString()
  @MaxLength(CONTENT_LIMITS.why)
  why?: string;

  @Field(() => String, { nullable: true })
  @Optional()
  @Trim()
  @IsString()
  @MaxLength(CONTENT_LIMITS.name)
  sourceName?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @WebAddress()
  @MaxLength(CONTENT_LIMITS.url)
  targetUrl?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @WebAddress()
  @MaxLength(CONTENT_LIMITS.url)
  imageUrl?: string | null;

  @Field(() => String, { nullable: true })
  @Optional()
  @Matches(/^[a-z]{2,20}$/, { context: { rule: 'isMotif' } })
  illustrationMotif?: string;

  @Field(() => Int, { nullable: true })
  @Optional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  illustrationSeed?: number;

  @Field(() => ContentKind, { nullable: true })
  @Optional()
  @IsEnum(ContentKind)
  kind?: ContentKind;

  @Field(() => PublicationCategory, { nullable: true })
  @IsOptional()
  @IsEnum(PublicationCategory)
  category?: PublicationCategory | null;

  @Field(() => Audience, { nullable: true })
  @Optional()
  @IsEnum(Audience)
  audience?: Audience;

  @Field(() => String, { nullable: true })
  @Optional()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { context: { rule: 'isLanguage' } })
  language?: string;

  @Field(() => Date, { nullable: true })
  @IsOptional()
  @IsDate()
  expiresAt?: Date | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  creditId?: string | null;

  /** The first is the main one. */
  @Field(() => [ID], { nullable: true })
  @Optional()
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(CONTENT_LIMITS.themes)
  themeIds?: string[];

  /** With groupIds, whom it is for; both empty: everybody. */
  @Field(() => [ID], { nullable: true })
  @Optional()
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(CONTENT_LIMITS.targets)
  cohortIds?: string[];

  @Field(() => [ID], { nullable: true })
  @Optional()
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(CONTENT_LIMITS.targets)
  groupIds?: string[];

  /** The whole list: a text that is not in it goes. */
  @Field(() => [VariantInput], { nullable: true })
  @Optional()
  @Type(() => VariantInput)
  @ValidateNested({ each: true })
  @ArrayMaxSize(CONTENT_LIMITS.variants)
  variants?: VariantInput[];
}

@InputType()
export class CreatePublicationInput extends PublicationContentInput {
  @Field(() => String)
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(CONTENT_LIMITS.title)
  declare title: string;
}

@InputType()
export class UpdatePublicationInput extends PublicationContentInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  /** The version that was edited: refused when somebody changed it since. Left out: the last word wins. */
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  version?: number | null;
}
