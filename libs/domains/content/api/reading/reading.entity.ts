import { Field, ID, Int, Float, ObjectType } from '@nestjs/graphql';
import { Person } from '@portevoix/identity/api';
import { APPEND_ONLY, TenantEntity } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Publication } from '../publications/publication.entity';

/** How far one person has read one publication, over all their sittings. */
@ObjectType()
@Entity()
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Publication, ['organisationId', 'publicationId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('reading_person_publication', ['organisationId', 'personId', 'publicationId'])
@Index('reading_by_publication', ['organisationId', 'publicationId', 'readAt'])
export class Reading extends TenantEntity {
  @Column('uuid')
  personId: string;

  @Field(() => ID)
  @Column('uuid')
  publicationId: string;

  /** Milliseconds visible and active, all sittings together. */
  @Field(() => Int)
  @Column('integer')
  activeMs: number;

  /** Deepest part scrolled into view, 0 to 1. */
  @Field(() => Float)
  @Column('double precision')
  depth: number;

  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3 })
  startedAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  lastAt: Date;

  /** When the reading rule was first met. */
  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  readAt: Date | null;

  /** The sitting going on, named by the browser. */
  @Column('text')
  sessionKey: string;

  @Column({ type: 'timestamptz', precision: 3 })
  sessionStartedAt: Date;

  /** Part of activeMs that comes from this sitting. */
  @Column('integer')
  sessionActiveMs: number;
}

/** « Pas pour moi »: seen by the person alone. */
@Entity()
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Publication, ['organisationId', 'publicationId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
export class PublicationDismissal {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('uuid')
  publicationId: string;
}

/** Receipt of an instruction: the person says that they have read it. */
@Entity({ comment: APPEND_ONLY })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Publication, ['organisationId', 'publicationId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
export class InstructionReceipt {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('uuid')
  publicationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
