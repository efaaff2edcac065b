import { Field, ObjectType } from '@nestjs/graphql';
import { LaunchDecisionKind, LaunchItem } from '@portevoix/cohorts/shared';
import { Person } from '@portevoix/identity/api';
import { DatedEntity } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Cohort } from '../cohort.entity';

/** A pilot's own word on one point of a launch: it is ready, or the launch goes without it. */
@ObjectType()
@Entity()
@ForeignKey(() => Cohort, ['organisationId', 'cohortId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'byId'], ['organisationId', 'id'])
@Unique('launch_decision_once', ['organisationId', 'cohortId', 'item'])
export class LaunchDecision extends DatedEntity {
  @Column('uuid')
  cohortId: string;

  @Column('text')
  item: LaunchItem;

  @Field(() => LaunchDecisionKind)
  @Column('text')
  kind: LaunchDecisionKind;

  @Field(() => String)
  @Column('text')
  reason: string;

  @Column('uuid')
  byId: string;
}
