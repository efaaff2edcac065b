import { Field, ObjectType } from '@nestjs/graphql';
import { Person } from '@portevoix/identity/api';
import { DatedEntity } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Cohort } from '../cohort.entity';

/** Personal follow-up of a new ambassador: who contacts them next, and when. Forgotten when they leave. */
@ObjectType()
@Entity()
@ForeignKey(() => Cohort, ['organisationId', 'cohortId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'ownerId'], ['organisationId', 'id'])
@Unique('follow_up_once', ['organisationId', 'cohortId', 'personId'])
export class FollowUp extends DatedEntity {
  @Column('uuid')
  cohortId: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  ownerId: string;

  /** ISO date. */
  @Field(() => String)
  @Column('date')
  nextContactOn: string;

  @Field(() => String)
  @Column('text')
  note: string;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  doneAt: Date | null;
}
