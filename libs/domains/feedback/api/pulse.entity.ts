import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Publication } from '@portevoix/content/api';
import { PulseChoice, PulseScope } from '@portevoix/feedback/shared';
import { Person } from '@portevoix/identity/api';
import { DatedEntity } from '@portevoix/platform';
import { Programme } from '@portevoix/programmes/api';
import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** Two questions asked to people: what works, what does not, about the programme or one publication. */
@ObjectType()
@Entity()
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Publication, ['organisationId', 'publicationId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('pulse_publication', ['organisationId', 'publicationId'])
@Index('pulse_by_programme', ['organisationId', 'programmeId', 'opensOn'])
export class Pulse extends DatedEntity {
  @Column('uuid')
  programmeId: string;

  @Field(() => PulseScope)
  @Column('text')
  scope: PulseScope;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  publicationId: string | null;

  /** ISO date, first day. */
  @Field(() => String)
  @Column('date')
  opensOn: string;

  /** ISO date, last day; null: as long as the publication is out. */
  @Field(() => String, { nullable: true })
  @Column('date', { nullable: true })
  closesOn: string | null;

  /** Set when somebody closed it before its last day. */
  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  closedAt: Date | null;
}

/** One person's answer. Who it is from is no field of any type: it serves to count people once and to let them change it. */
@ObjectType()
@Entity()
@ForeignKey(() => Pulse, ['organisationId', 'pulseId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('pulse_answer_once', ['organisationId', 'pulseId', 'personId'])
export class PulseAnswer extends DatedEntity {
  @Column('uuid')
  pulseId: string;

  @Column('uuid')
  personId: string;

  @Field(() => [PulseChoice])
  @Column('text', { array: true })
  works: PulseChoice[];

  @Field(() => [PulseChoice])
  @Column('text', { array: true })
  doesNotWork: PulseChoice[];

  @Field(() => String)
  @Column('text')
  comment: string;
}
