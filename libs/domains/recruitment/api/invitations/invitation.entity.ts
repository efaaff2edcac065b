import { Field, ObjectType } from '@nestjs/graphql';
import { Cohort } from '@portevoix/cohorts/api';
import { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { Person } from '@portevoix/identity/api';
import { DatedEntity } from '@portevoix/platform';
import { MembershipState } from '@portevoix/recruitment/shared';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

/**
 * A person was asked to join a cohort. Only the person reads it: to the programme's team it is one of a number of
 * invitations, counted alike until it ends whether it was refused or left without an answer.
 */
@ObjectType()
@Entity()
@ForeignKey(() => Cohort, ['organisationId', 'cohortId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'invitedById'], ['organisationId', 'id'])
@Index('invitation_once', ['organisationId', 'cohortId', 'personId'], { unique: true, where: `state <> 'ACTIVE'` })
@Index('invitation_by_person', ['organisationId', 'personId'])
export class Invitation extends DatedEntity {
  @Column('uuid')
  cohortId: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  invitedById: string;

  @Field(() => RecruitmentOrigin)
  @Column('text')
  origin: RecruitmentOrigin;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  rationale: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  contractBasis: string | null;

  @Column('text')
  state: MembershipState;

  /** It can be answered until then. */
  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt: Date;
}
