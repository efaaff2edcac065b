import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ContentKind, ContentOrigin, FirstPersonRule, PublicationCategory } from '@portevoix/content/shared';
import { Paged } from '@portevoix/platform';
import { Theme } from '../themes/theme.entity';
import { Publication } from './publication.entity';

@ObjectType()
export class PublicationConnection extends Paged(Publication) {}

/** A part of a text. Offsets in UTF-16 units, end excluded. */
@ObjectType({ isAbstract: true })
export abstract class Passage {
  @Field(() => Int)
  start: number;

  @Field(() => Int)
  end: number;

  @Field(() => String)
  passage: string;
}

/** A passage where the brand speaks instead of a person. */
@ObjectType()
export class VoiceFindingType extends Passage {
  @Field(() => FirstPersonRule)
  rule: FirstPersonRule;

  @Field(() => [String])
  suggestions: string[];
}

@ObjectType()
export class VoiceCheck {
  @Field(() => Boolean)
  firstPerson: boolean;

  @Field(() => [VoiceFindingType])
  findings: VoiceFindingType[];
}

@ObjectType()
export class PublicationSegment {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;
}

/** Whom it is for; both lists empty: everybody. */
@ObjectType()
export class PublicationTargets {
  @Field(() => [PublicationSegment])
  cohorts: PublicationSegment[];

  @Field(() => [PublicationSegment])
  groups: PublicationSegment[];
}

/** What it lacks to come out, as the input's field and rule. */
@ObjectType()
export class PublicationProblem {
  @Field(() => String)
  path: string;

  @Field(() => String)
  rule: string;
}

@ObjectType()
export class RevisionVariant {
  @Field(() => String)
  language: string;

  @Field(() => String)
  tone: string;

  @Field(() => String)
  text: string;
}

/** Texts as they were after a line of the history. */
@ObjectType()
export class RevisionTexts {
  @Field(() => String)
  title: string;

  @Field(() => String)
  summary: string;

  @Field(() => String)
  body: string;

  @Field(() => String)
  why: string;

  @Field(() => [RevisionVariant])
  variants: RevisionVariant[];
}

@ObjectType()
export class CategoryStats {
  @Field(() => PublicationCategory)
  category: PublicationCategory;

  /** Not archived. */
  @Field(() => Int)
  total: number;

  @Field(() => Int)
  published: number;

  /** Distinct pairs of a person and a publication really read, of publications read by five people or more. */
  @Field(() => Int)
  readings: number;
}

@ObjectType()
export class KindMix {
  @Field(() => ContentKind)
  kind: ContentKind;

  @Field(() => ContentOrigin)
  origin: ContentOrigin;

  @Field(() => Int)
  count: number;

  /** 0 to 1. */
  @Field(() => Float)
  share: number;
}

/** What the feed is made of over the last days. */
@ObjectType()
export class FeedMix {
  @Field(() => Int)
  items: number;

  @Field(() => [KindMix])
  kinds: KindMix[];

  /** On most items; null for an empty feed. */
  @Field(() => Theme, { nullable: true })
  topTheme: Theme | null;

  @Field(() => Float)
  topThemeShare: number;

  /** One subject fills the feed: a varied one finds more readers. */
  @Field(() => Boolean)
  isMonoSubject: boolean;
}
