import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CandidateStatus } from '@portevoix/content/shared';
import { Person } from '@portevoix/identity/api';
import { DatedEntity } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Source } from './source.entity';

/** An item that a publication may be made from. One page is one candidate, whatever the sources that name it. */
@ObjectType()
@Entity()
@ForeignKey(() => Source, ['organisationId', 'sourceId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'decidedById'], ['organisationId', 'id'])
@Unique('candidate_url', ['organisationId', 'canonicalUrl'])
@Index('candidate_by_status', ['organisationId', 'status', 'id'])
@Index('candidate_by_source', ['organisationId', 'sourceId'])
export class Candidate extends DatedEntity {
  /** Null when somebody gave the address. */
  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  sourceId: string | null;

  /** Recognises the page; not an address to open. */
  @Column('text')
  canonicalUrl: string;

  @Field(() => String)
  @Column('text')
  url: string;

  @Field(() => String)
  @Column('text')
  title: string;

  @Field(() => String)
  @Column('text')
  summary: string;

  /** Sanitised. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  html: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  imageUrl: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  author: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  siteName: string | null;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  publishedAt: Date | null;

  @Field(() => CandidateStatus)
  @Column('text')
  status: CandidateStatus;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  failureCode: string | null;

  @Column('uuid', { nullable: true })
  decidedById: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  decidedAt: Date | null;
}
