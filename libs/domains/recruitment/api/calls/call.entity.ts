import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Cohort } from '@portevoix/cohorts/api';
import { DatedEntity } from '@portevoix/platform';
import { Programme } from '@portevoix/programmes/api';
import { CallState } from '@portevoix/recruitment/shared';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** A call for volunteers: open to every employee between two days. */
@ObjectType()
@Entity()
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Cohort, ['organisationId', 'cohortId'], ['organisationId', 'id'])
@Index('call_by_programme', ['organisationId', 'programmeId'])
export class Call extends DatedEntity {
  @Column('uuid')
  programmeId: string;

  /** Cohort that the accepted people are invited into; null until it is chosen. */
  @Column('uuid', { nullable: true })
  cohortId: string | null;

  @Field(() => String)
  @Column('text')
  title: string;

  @Field(() => String)
  @Column('text')
  pitch: string;

  /** First day, ISO date. */
  @Field(() => String)
  @Column('date')
  opensOn: string;

  /** Last day, ISO date: until midnight in the organisation's time zone. */
  @Field(() => String)
  @Column('date')
  closesOn: string;

  @Column('text')
  state: CallState;

  /** Most people that may be accepted; null: no limit. */
  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  places: number | null;
}
