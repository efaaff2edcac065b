import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AuditScope } from '@portevoix/integrations/shared';
import { APPEND_ONLY, DatedEntity } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a change did to one field of a row; null where there is nothing, before or after. */
@ObjectType()
export class AuditChange {
  /** The row's id. */
  @Field(() => ID, { nullable: true })
  row: string | null;

  /** Table and field: `cohort.referentId`. */
  @Field(() => String)
  path: string;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, { nullable: true })
  after: string | null;
}

/** One argument of a mutation: its value, or only how long a text was. */
@ObjectType()
export class AuditDetail {
  /** Dotted, from the input's own fields: `groupIds`, `rules.perDay`. */
  @Field(() => String)
  path: string;

  @Field(() => String, { nullable: true })
  value: string | null;

  @Field(() => Int, { nullable: true })
  length: number | null;

  /** Only of a change: the value before, `value` being the one after. */
  before?: string | null;
  row?: string | null;
  isChange?: true;
}

/** That a mutation succeeded; written in its transaction, never changed. */
@ObjectType()
@Entity({ comment: APPEND_ONLY })
@Index('audit_entry_by_scope', ['organisationId', 'scope', 'id'])
export class AuditEntry extends DatedEntity {
  @Field(() => String)
  @Column('text')
  operation: string;

  @Column('text')
  scope: AuditScope;

  /** No foreign key: the entry outlives the person, whose id then names nobody. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  ip: string | null;

  /** What was asked, then what it changed: one column, which the chain has covered since the first entry. */
  @Column('jsonb')
  details: AuditDetail[];
}

/** An entry's place in its organisation's chain: `hash` covers the entry and the hash before it. */
@Entity({ comment: APPEND_ONLY })
@Unique('audit_link_entry', ['organisationId', 'entryId'])
@ForeignKey(() => AuditEntry, ['organisationId', 'entryId'], ['organisationId', 'id'])
export class AuditLink {
  @PrimaryColumn('uuid')
  organisationId: string;

  /** From 1, without a gap. */
  @PrimaryColumn('integer')
  place: number;

  @Column('uuid')
  entryId: string;

  @Column('bytea')
  hash: Buffer;
}
