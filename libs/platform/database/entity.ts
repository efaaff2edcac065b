import { Column, PrimaryColumn, type DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Field, ID, ObjectType } from '@nestjs/graphql';

/**
 * What every tenant row has: the key is (organisation_id, id), so that a reference to another
 * organisation's row is impossible in SQL. Ids are UUID v7 made by the application.
 */
@ObjectType({ isAbstract: true })
export abstract class TenantEntity {
  @PrimaryColumn('uuid')
  organisationId: string;

  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;
}

/** A tenant row that says when it was made. */
@ObjectType({ isAbstract: true })
export abstract class DatedEntity extends TenantEntity {
  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}

/** Put in `@Entity({ comment: APPEND_ONLY })`: the API's database role may only SELECT and INSERT. */
export const APPEND_ONLY = 'append-only';

export type Entity<T extends ObjectLiteral> = EntityTarget<T>;
export type { DataSource };
