import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsDate, IsEnum, IsIn, IsInt, IsNotEmpty, IsNumber, IsOptional, IsString, IsUrl, IsUUID, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { Audience, ContentKind, PublicationCategory } from './kinds';
import { CandidateStatus, PublicationStatus } from './states';

/** Longest texts, in UTF-16 units; `interval` in minutes. */
export const CONTENT_LIMITS = { title: 200, summary: 600, body: 60_000, why: 300, name: 80, description: 300, url: 2_000, tone: 40, text: 3_000, variants: 12, themes: 6, targets: 40, comment: 1_000, minInterval: 5, maxInterval: 10_080 } as const;

/** Left out means unchanged; null is refused. */
const Optional = () => ValidateIf((_: object, value: unknown) => value !== undefined);
const Trim = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const WebAddress = () => IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false });

@InputType()
export class AddThemeInput {
  @Field(() => String)
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(CONTENT_LIMITS.name)
  name: string;

  @Field(() => String, { defaultValue: '' })
  @Trim()
  @IsString()
  @MaxLength(CONTENT_LIMITS.description)
  description: string = '';

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(/^#[0-9a-f]{6}$/i, { context: { rule: 'isHexColor' } })
  colour?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;
}

@InputType()
export class UpdateThemeInput extends AddThemeInput {
  @Field(() => ID)
  @IsUUID()
  id: string;
}

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

@InputType()
export class SchedulePublicationInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  @Field(() => Date)
  @IsDate()
  at: Date;
}

@InputType()
export class RequestChangesInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  @Field(() => String)
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(CONTENT_LIMITS.comment)
  comment: string;
}

@InputType()
export class PinPublicationInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  /** Null: no longer pinned. */
  @Field(() => Date, { nullable: true })
  @IsOptional()
  @IsDate()
  until?: Date | null;
}

@InputType()
export class ArchivePublicationsInput {
  @Field(() => [ID])
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(100)
  ids: string[];

  /** False brings them back as they were. */
  @Field(() => Boolean, { defaultValue: true })
  @IsBoolean()
  archived: boolean = true;
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

@InputType()
export class RecordReadingInput {
  @Field(() => ID)
  @IsUUID()
  publicationId: string;

  /** Milliseconds visible and active since the page was opened; 0 when it opens. */
  @Field(() => Float)
  @IsNumber()
  @Min(0)
  activeMs: number;

  /** Deepest part of the content seen, 0 to 1. */
  @Field(() => Float)
  @IsNumber()
  @Min(0)
  @Max(1)
  depth: number;

  /** Names this opening of the page. */
  @Field(() => String)
  @Matches(/^[\w-]{8,64}$/, { context: { rule: 'isSessionKey' } })
  sessionKey: string;
}
