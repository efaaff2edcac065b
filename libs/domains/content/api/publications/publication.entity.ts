import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Audience, ContentKind, PublicationCategory, PublicationStatus } from '@portevoix/content/shared';
import { Person } from '@portevoix/identity/api';
import { DatedEntity } from '@portevoix/platform';
import { Programme } from '@portevoix/programmes/api';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Candidate } from '../curation/candidate.entity';
import { Theme } from '../themes/theme.entity';

/** What the programme gives its people to read, and to share when its audience allows. */
@ObjectType()
@Entity()
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Candidate, ['organisationId', 'candidateId'], ['organisationId', 'id'])
@ForeignKey(() => Person, ['organisationId', 'authorId'], ['organisationId', 'id'])
@ForeignKey(() => Person, ['organisationId', 'editorId'], ['organisationId', 'id'])
@ForeignKey(() => Person, ['organisationId', 'creditId'], ['organisationId', 'id'])
@Unique('publication_candidate', ['organisationId', 'candidateId'])
@Index('publication_feed', ['organisationId', 'status', 'publishedAt', 'id'])
@Index('publication_scheduled', ['organisationId', 'status', 'publishAt'])
export class Publication extends DatedEntity {
  @Field(() => ID)
  @Column('uuid')
  programmeId: string;

  @Field(() => String)
  @Column('text')
  title: string;

  @Field(() => String)
  @Column('text')
  summary: string;

  /** Sanitised HTML. */
  @Field(() => String)
  @Column('text')
  body: string;

  /** Why it is good for the reader. */
  @Field(() => String)
  @Column('text')
  why: string;

  /** Where it comes from, as the card says. */
  @Field(() => String)
  @Column('text')
  sourceName: string;

  @Column('uuid', { nullable: true })
  candidateId: string | null;

  /** The page that a shared link leads to. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  targetUrl: string | null;

  /** A picture of the page it points to; the drawn illustration stands in when there is none. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  imageUrl: string | null;

  @Field(() => String)
  @Column('text')
  illustrationMotif: string;

  @Field(() => Int)
  @Column('integer')
  illustrationSeed: number;

  @Field(() => ContentKind)
  @Column('text')
  kind: ContentKind;

  /** Never null once published. */
  @Field(() => PublicationCategory, { nullable: true })
  @Column('text', { nullable: true })
  category: PublicationCategory | null;

  @Field(() => Audience)
  @Column('text')
  audience: Audience;

  @Field(() => PublicationStatus)
  @Column('text')
  status: PublicationStatus;

  /** When it is to come out. */
  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  publishAt: Date | null;

  /** When it came out; kept when it is archived. */
  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  publishedAt: Date | null;

  /** From then on it is out of the feed and can no longer be shared; links already shared still work. */
  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  expiresAt: Date | null;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  pinnedUntil: Date | null;

  @Column('uuid')
  authorId: string;

  /** Who approved or published it. */
  @Column('uuid', { nullable: true })
  editorId: string | null;

  /** Who brought the subject. */
  @Column('uuid', { nullable: true })
  creditId: string | null;

  @Field(() => Int)
  @Column('integer')
  wordCount: number;

  /** BCP 47. */
  @Field(() => String)
  @Column('text')
  language: string;

  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt: Date;

  /** Grows by one with each change; a change made on an older one is refused. */
  @Field(() => Int)
  @Column('integer')
  version: number;

  /** Words of title, summary and body without case or accents, for search. */
  @Column('text')
  searchText: string;
}

/** The first position is the theme on the card. */
@Entity()
@ForeignKey(() => Publication, ['organisationId', 'publicationId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Theme, ['organisationId', 'themeId'], ['organisationId', 'id'])
@Index('publication_theme_by_theme', ['organisationId', 'themeId'])
export class PublicationTheme {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('uuid')
  publicationId: string;

  @PrimaryColumn('uuid')
  themeId: string;

  @Column('integer')
  position: number;
}
