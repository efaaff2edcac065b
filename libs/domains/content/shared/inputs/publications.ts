import { ArgsType, Field, InputType, Int } from '@nestjs/graphql';
import { EnumField, IdField, IdsField, IntField, NameField, TextField } from '@portevoix/identity/shared';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsDate, IsIn, IsInt, IsOptional, Matches, ValidateNested } from 'class-validator';
import { Audience, ContentKind, PublicationCategory } from '../kinds';
import { PublicationStatus } from '../states';
import { AddressField, CONTENT_LIMITS, IsLanguage, Optional } from './fields';

@ArgsType()
export class PublicationFilter {
  @EnumField(PublicationStatus, { nullable: true })
  status?: PublicationStatus;

  @IdField({ nullable: true })
  themeId?: string;

  @EnumField(PublicationCategory, { nullable: true })
  category?: PublicationCategory;

  @EnumField(Audience, { nullable: true })
  audience?: Audience;

  /** Words, whatever their case and accents. */
  @TextField(100, { nullable: true })
  search?: string;
}

@InputType()
export class VariantInput {
  /** Of a text that is already there. */
  @IdField({ nullable: true })
  id?: string | null;

  @TextField(CONTENT_LIMITS.tone, { nullable: true })
  network?: string | null;

  @Field(() => String, { defaultValue: 'fr' })
  @IsLanguage()
  language: string = 'fr';

  @NameField(CONTENT_LIMITS.tone, { defaultValue: 'FIELD' })
  tone: string = 'FIELD';

  @NameField(CONTENT_LIMITS.text, { trim: true })
  text: string;
}

@ArgsType()
export class CheckTextArgs {
  @TextField(CONTENT_LIMITS.text)
  text: string;

  @Field(() => String, { defaultValue: 'fr' })
  @IsIn(['fr', 'en'])
  language: 'fr' | 'en' = 'fr';
}

/** What an editor may set. Left out: unchanged; null clears what may be empty. */
@InputType({ isAbstract: true })
export class PublicationContentInput {
  @NameField(CONTENT_LIMITS.title, { omittable: true, trim: true })
  title?: string;

  @TextField(CONTENT_LIMITS.summary, { omittable: true, trim: true })
  summary?: string;

  /** HTML; what is not plain text markup is dropped. */
  @TextField(CONTENT_LIMITS.body, { omittable: true })
  body?: string;

  @TextField(CONTENT_LIMITS.why, { omittable: true, trim: true })
  why?: string;

  @TextField(CONTENT_LIMITS.name, { omittable: true, trim: true })
  sourceName?: string;

  @AddressField({ nullable: true })
  targetUrl?: string | null;

  @AddressField({ nullable: true })
  imageUrl?: string | null;

  @Field(() => String, { nullable: true })
  @Optional()
  @Matches(/^[a-z]{2,20}$/, { context: { rule: 'isMotif' } })
  illustrationMotif?: string;

  @IntField(0, 1_000_000, { omittable: true })
  illustrationSeed?: number;

  @EnumField(ContentKind, { omittable: true })
  kind?: ContentKind;

  @EnumField(PublicationCategory, { nullable: true })
  category?: PublicationCategory | null;

  @EnumField(Audience, { omittable: true })
  audience?: Audience;

  @Field(() => String, { nullable: true })
  @Optional()
  @IsLanguage()
  language?: string;

  @Field(() => Date, { nullable: true })
  @IsOptional()
  @IsDate()
  expiresAt?: Date | null;

  @IdField({ nullable: true })
  creditId?: string | null;

  /** The first is the main one. */
  @IdsField({ omittable: true, max: CONTENT_LIMITS.themes })
  themeIds?: string[];

  /** With groupIds, whom it is for; both empty: everybody. */
  @IdsField({ omittable: true, max: CONTENT_LIMITS.targets })
  cohortIds?: string[];

  @IdsField({ omittable: true, max: CONTENT_LIMITS.targets })
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
  @NameField(CONTENT_LIMITS.title, { trim: true })
  declare title: string;
}

@InputType()
export class UpdatePublicationInput extends PublicationContentInput {
  @IdField()
  id: string;

  /** The version that was edited: refused when somebody changed it since. Left out: the last word wins. */
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  version?: number | null;
}
