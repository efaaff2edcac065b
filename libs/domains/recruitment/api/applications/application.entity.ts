import { Field, ObjectType } from '@nestjs/graphql';
import { Person } from '@portevoix/identity/api';
import { DatedEntity } from '@portevoix/platform';
import { ApplicationState, SelfLevel } from '@portevoix/recruitment/shared';
import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Call } from '../calls/call.entity';

/** A person's short answer to a call; `createdAt` is when they last applied. A withdrawn one is its author's alone. */
@ObjectType()
@Entity()
@ForeignKey(() => Call, ['organisationId', 'callId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'decidedById'], ['organisationId', 'id'])
@Unique('application_once', ['organisationId', 'callId', 'personId'])
export class Application extends DatedEntity {
  @Column('uuid')
  callId: string;

  @Column('uuid')
  personId: string;

  @Field(() => String)
  @Column('text')
  motivation: string;

  @Field(() => SelfLevel)
  @Column('text')
  selfLevel: SelfLevel;

  @Field(() => [String])
  @Column('text', { array: true })
  networks: string[];

  @Field(() => ApplicationState)
  @Column('text')
  state: ApplicationState;

  /** State before the last decision, to take it back. */
  @Column('text', { nullable: true })
  decidedFrom: ApplicationState | null;

  @Column('uuid', { nullable: true })
  decidedById: string | null;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  decidedAt: Date | null;
}
