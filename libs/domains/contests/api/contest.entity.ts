import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Cohort } from '@portevoix/cohorts/api';
import { GoalMetric, type PointRules } from '@portevoix/contests/shared';
import { DatedEntity } from '@portevoix/platform';
import { Programme } from '@portevoix/programmes/api';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

@ObjectType()
export class PointCapsType {
  @Field(() => Int, { nullable: true })
  perDay?: number | null;

  @Field(() => Int, { nullable: true })
  sharesPerDay?: number | null;

  @Field(() => Int, { nullable: true })
  readsPerDay?: number | null;

  @Field(() => Int, { nullable: true })
  clicksPerShare?: number | null;
}

@ObjectType()
export class PointRulesType implements PointRules {
  @Field(() => Int)
  perDeclaredShare: number;

  @Field(() => Int)
  perValidClick: number;

  @Field(() => Int)
  perRead: number;

  @Field(() => PointCapsType)
  caps: PointCapsType;
}

@ObjectType()
export class CollectiveGoal {
  @Field(() => GoalMetric)
  metric: GoalMetric;

  @Field(() => Int)
  target: number;

  @Field(() => String)
  reward: string;
}

/** A contest of one cohort. Its rules are frozen from its first day on; contests of one template compare. */
@ObjectType()
@Entity()
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Cohort, ['organisationId', 'cohortId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Index('contest_by_cohort', ['organisationId', 'cohortId', 'lastDay'])
@Index('contest_by_template', ['organisationId', 'templateId'])
export class Contest extends DatedEntity {
  @Column('uuid')
  programmeId: string;

  @Field(() => ID)
  @Column('uuid')
  cohortId: string;

  @Field(() => String)
  @Column('text')
  name: string;

  @Field(() => String)
  @Column('text')
  description: string;

  /** Shared by every contest made from the same model, the first one included. */
  @Field(() => ID)
  @Column('uuid')
  templateId: string;

  @Field(() => PointRulesType)
  @Column('jsonb')
  rules: PointRulesType;

  /** ISO date, first day counted from midnight in the organisation's zone. */
  @Field(() => String)
  @Column('date')
  firstDay: string;

  /** ISO date, last day counted to its end. */
  @Field(() => String)
  @Column('date')
  lastDay: string;

  @Field(() => String)
  @Column('text')
  prize: string;

  @Field(() => CollectiveGoal)
  @Column('jsonb')
  collectiveGoal: CollectiveGoal;

  /** Null: a draft, seen by those who run contests only. */
  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  publishedAt: Date | null;
}
