import { Field, ObjectType } from '@nestjs/graphql';
import { Person } from '@portevoix/identity/api';
import { DatedEntity } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Contest } from '../contest.entity';

/** A person's own choice to stand in one contest's ranking. Leaving deletes the row: nothing is left of it. */
@ObjectType()
@Entity()
@ForeignKey(() => Contest, ['organisationId', 'contestId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('ranking_alias', ['organisationId', 'contestId', 'aliasKey'])
export class RankingOptIn {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('uuid')
  contestId: string;

  @PrimaryColumn('uuid')
  personId: string;

  /** Null: under their own name. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  alias: string | null;

  /** The alias without case or accents: two that look alike are one. */
  @Column('text', { nullable: true })
  aliasKey: string | null;

  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3 })
  joinedAt: Date;
}

/** A member's question about their own points, and its answer. */
@ObjectType()
@Entity()
@ForeignKey(() => Contest, ['organisationId', 'contestId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Index('points_dispute_by_contest', ['organisationId', 'contestId', 'personId'])
export class PointsDispute extends DatedEntity {
  @Column('uuid')
  contestId: string;

  @Column('uuid')
  personId: string;

  @Column('uuid', { nullable: true })
  entryId: string | null;

  @Field(() => String)
  @Column('text')
  message: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  answer: string | null;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  answeredAt: Date | null;
}
