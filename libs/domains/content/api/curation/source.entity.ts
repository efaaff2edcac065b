import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ContentKind, SourceKind, SourceStatus } from '@portevoix/content/shared';
import { DatedEntity } from '@portevoix/platform';
import { Programme } from '@portevoix/programmes/api';
import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Theme } from '../themes/theme.entity';

/** A feed that is read for candidates: RSS, Atom or JSON Feed, told from what the address answers. */
@ObjectType()
@Entity()
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Theme, ['organisationId', 'themeId'], ['organisationId', 'id'])
@Unique('source_url', ['organisationId', 'url'])
@Index('source_due', ['organisationId', 'nextFetchAt'])
export class Source extends DatedEntity {
  @Field(() => ID)
  @Column('uuid')
  programmeId: string;

  /** Null until the first good fetch. */
  @Field(() => SourceKind, { nullable: true })
  @Column('text', { nullable: true })
  kind: SourceKind | null;

  /** The feed's address; a page's is replaced by that of the feed it announces. */
  @Field(() => String)
  @Column('text')
  url: string;

  @Field(() => String)
  @Column('text')
  title: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  siteUrl: string | null;

  /** Proposed to what is made from its items. */
  @Field(() => ContentKind, { nullable: true })
  @Column('text', { nullable: true })
  contentKind: ContentKind | null;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  themeId: string | null;

  @Field(() => Int)
  @Column('integer')
  intervalMinutes: number;

  @Column('text', { nullable: true })
  etag: string | null;

  @Column('text', { nullable: true })
  lastModified: string | null;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastFetchedAt: Date | null;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastSuccessAt: Date | null;

  /** Null while paused. */
  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  nextFetchAt: Date | null;

  @Field(() => SourceStatus)
  @Column('text')
  status: SourceStatus;

  /** Code of an outbound or feed error; null when the last fetch went well. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  failureCode: string | null;

  /** HTTP status of the last failure, if it had one. */
  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  failureStatus: number | null;

  /** In a row; 0 after a good fetch. */
  @Field(() => Int)
  @Column('integer')
  failures: number;

  /** Different items met since it was added. */
  @Field(() => Int)
  @Column('integer')
  itemsSeen: number;
}
