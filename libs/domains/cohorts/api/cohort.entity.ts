import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CohortStrategy, LaunchPlan, RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { Person } from '@portevoix/identity/api';
import { DatedEntity } from '@portevoix/platform';
import { Programme } from '@portevoix/programmes/api';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** A starting group: people recruited by one strategy, who begin together, with one named referent. */
@ObjectType()
@Entity()
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'referentId'], ['organisationId', 'id'])
@ForeignKey(() => Cohort, ['organisationId', 'firstWaveId'], ['organisationId', 'id'])
@Index('cohort_by_programme', ['organisationId', 'programmeId'])
export class Cohort extends DatedEntity {
  @Column('uuid')
  programmeId: string;

  @Field(() => String)
  @Column('text')
  name: string;

  @Field(() => String)
  @Column('text')
  description: string;

  /** What the referent writes to each new member; may be empty. */
  @Field(() => String)
  @Column('text')
  welcome: string;

  @Field(() => CohortStrategy)
  @Column('text')
  strategy: CohortStrategy;

  @Field(() => Boolean)
  @Column('boolean')
  founding: boolean;

  /** ISO date. */
  @Field(() => String)
  @Column('date')
  startsOn: string;

  /** The community manager who answers this cohort. */
  @Column('uuid')
  referentId: string;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  launchedAt: Date | null;

  /** How it is launched; null until chosen. */
  @Field(() => LaunchPlan, { nullable: true })
  @Column('text', { nullable: true })
  plan: LaunchPlan | null;

  /** People expected when the plan was chosen. */
  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  plannedSize: number | null;

  /** Place in an iterative roll-out, from 1; null outside of one. */
  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  wave: number | null;

  /** The first wave of the roll-out; null for the first wave itself. */
  @Column('uuid', { nullable: true })
  firstWaveId: string | null;
}

/**
 * Who was in which cohort when: from `since` on, until before `until` (null: still). Rows are ended, never deleted,
 * so that a rate of last month keeps its members.
 */
@Entity()
@ForeignKey(() => Cohort, ['organisationId', 'cohortId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Index('cohort_membership_open', ['organisationId', 'cohortId', 'personId'], { unique: true, where: 'until is null' })
@Index('cohort_membership_by_person', ['organisationId', 'personId'])
export class CohortMembership extends DatedEntity {
  @Column('uuid')
  cohortId: string;

  @Column('uuid')
  personId: string;

  @Column({ type: 'timestamptz', precision: 3 })
  since: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  until: Date | null;

  @Column('text')
  origin: RecruitmentOrigin;

  /** Why this person was asked (a mission), or the basis of a contractual duty. */
  @Column('text', { nullable: true })
  rationale: string | null;
}
