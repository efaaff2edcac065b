import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Cohort } from '@portevoix/cohorts/api';
import { PublicationStatus, RevisionKind } from '@portevoix/content/shared';
import { Group, Person } from '@portevoix/identity/api';
import { APPEND_ONLY, DatedEntity, TenantEntity } from '@portevoix/platform';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Publication } from './publication.entity';

/** Whom a publication is for: one cohort or one group. A publication without any is for everybody. */
@Entity()
@ForeignKey(() => Publication, ['organisationId', 'publicationId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Cohort, ['organisationId', 'cohortId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Group, ['organisationId', 'groupId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Check('publication_target_one', '(num_nonnulls(cohort_id, group_id) = 1)')
@Index('publication_target_by_publication', ['organisationId', 'publicationId'])
export class PublicationTarget extends TenantEntity {
  @Column('uuid')
  publicationId: string;

  @Column('uuid', { nullable: true })
  cohortId: string | null;

  @Column('uuid', { nullable: true })
  groupId: string | null;
}

/** One ready-to-post text. */
@ObjectType('PublicationVariant')
@Entity('publication_variant')
@ForeignKey(() => Publication, ['organisationId', 'publicationId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Index('publication_variant_by_publication', ['organisationId', 'publicationId'])
export class Variant extends TenantEntity {
  @Field(() => ID)
  @Column('uuid')
  publicationId: string;

  /** Name of a network that it was written for; null for any. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  network: string | null;

  /** BCP 47. */
  @Field(() => String)
  @Column('text')
  language: string;

  /** FIELD, EXPERT, SHORT or the editor's own word. */
  @Field(() => String)
  @Column('text')
  tone: string;

  @Field(() => String)
  @Column('text')
  text: string;

  @Field(() => Int)
  @Column('integer')
  position: number;
}

/** The texts of a publication as they were. */
export interface RevisionContent {
  title: string;
  summary: string;
  body: string;
  why: string;
  variants: { language: string; tone: string; text: string }[];
}

/** A line of a publication's history. */
@ObjectType()
@Entity({ comment: APPEND_ONLY })
@ForeignKey(() => Publication, ['organisationId', 'publicationId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'])
@Index('publication_revision_by_publication', ['organisationId', 'publicationId', 'id'])
export class PublicationRevision extends DatedEntity {
  @Column('uuid')
  publicationId: string;

  /** Null when time did it: a scheduled publication that came out. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Field(() => RevisionKind)
  @Column('text')
  kind: RevisionKind;

  @Field(() => PublicationStatus, { nullable: true })
  @Column('text', { nullable: true })
  fromStatus: PublicationStatus | null;

  @Field(() => PublicationStatus)
  @Column('text')
  toStatus: PublicationStatus;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  comment: string | null;

  @Column('jsonb')
  content: RevisionContent;
}
