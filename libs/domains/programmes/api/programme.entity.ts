import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Organisation, Person } from '@portevoix/identity/api';
import { APPEND_ONLY, DatedEntity, TenantEntity } from '@portevoix/platform';
import { PhaseKind, ProgrammeAxis, ProgrammeState } from '@portevoix/programmes/shared';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** An ambassador programme of the organisation. */
@ObjectType()
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
export class Programme extends DatedEntity {
  @Field(() => String)
  @Column('text')
  name: string;

  @Field(() => ProgrammeState)
  @Column('text')
  state: ProgrammeState;

  @Field(() => ProgrammeAxis)
  @Column('text')
  axis: ProgrammeAxis;

  /** ISO date. */
  @Field(() => String)
  @Column('date')
  startsOn: string;
}

/** A change of state: from what, to what, when, by whom and why. */
@ObjectType()
@Entity({ comment: APPEND_ONLY })
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'byId'], ['organisationId', 'id'])
@Index('programme_transition_by_programme', ['organisationId', 'programmeId'])
export class ProgrammeTransition extends DatedEntity {
  @Column('uuid')
  programmeId: string;

  @Field(() => ProgrammeState)
  @Column('text')
  from: ProgrammeState;

  @Field(() => ProgrammeState)
  @Column('text')
  to: ProgrammeState;

  @Column('uuid')
  byId: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note: string | null;
}

/** A dated stretch of the programme, told to ambassadors. */
@ObjectType()
@Entity()
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Phase, ['organisationId', 'resumesId'], ['organisationId', 'id'])
@Index('phase_by_programme', ['organisationId', 'programmeId'])
export class Phase extends TenantEntity {
  @Column('uuid')
  programmeId: string;

  @Field(() => String)
  @Column('text')
  name: string;

  @Field(() => PhaseKind)
  @Column('text')
  kind: PhaseKind;

  /** What ambassadors are told about it; may be empty. */
  @Field(() => String)
  @Column('text')
  purpose: string;

  /** ISO date, first day. */
  @Field(() => String)
  @Column('date')
  startsOn: string;

  /** ISO date, last day; null: open-ended. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  endsOn: string | null;

  /** The phase that was running at the pause which this one ended. */
  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  resumesId: string | null;
}
