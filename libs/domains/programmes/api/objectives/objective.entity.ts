import { Field, Float, ObjectType } from '@nestjs/graphql';
import { Person } from '@portevoix/identity/api';
import { DatedEntity } from '@portevoix/platform';
import { ObjectiveUnit } from '@portevoix/programmes/shared';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Programme } from '../programme.entity';

/** Something precise and measurable to reach by a date. */
@ObjectType()
@Entity()
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'ownerId'], ['organisationId', 'id'])
@Index('objective_by_programme', ['organisationId', 'programmeId'])
export class Objective extends DatedEntity {
  @Column('uuid')
  programmeId: string;

  @Field(() => String)
  @Column('text')
  name: string;

  @Field(() => String)
  @Column('text')
  metricId: string;

  @Field(() => ObjectiveUnit)
  @Column('text')
  unit: ObjectiveUnit;

  @Field(() => Float)
  @Column('double precision')
  baseline: number;

  @Field(() => Float)
  @Column('double precision')
  target: number;

  /** ISO date, last day. */
  @Field(() => String)
  @Column('date')
  deadline: string;

  @Column('uuid')
  ownerId: string;

  /** The aim of the organisation that it serves. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  serves: string | null;
}
