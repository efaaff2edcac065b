import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { grantSpecial, lookupRole } from '@portevoix/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export enum DemoResetState {
  /** Asked, or an attempt failed and another follows. */
  WAITING = 'WAITING',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
}
registerEnumType(DemoResetState, { name: 'DemoResetState' });

/** One return of the demo organisation to its first day. Of no organisation: it outlives the one that it deletes. */
@ObjectType()
@Entity()
@Index('demo_reset_open', ['open'], { unique: true, where: 'open' })
export class DemoReset {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Field(() => DemoResetState)
  @Column('text')
  state: DemoResetState;

  /** How many of `steps` are done. */
  @Field(() => Int)
  @Column('integer')
  step: number;

  @Field(() => Int)
  @Column('integer')
  steps: number;

  @Column('integer')
  attempts: number;

  @Column({ type: 'timestamptz', precision: 3 })
  askedAt: Date;

  /** Neither done nor given up: there is one at most. */
  @Column('boolean')
  open: boolean;
}
grantSpecial({ table: 'demo_reset', role: lookupRole, privilege: 'SELECT' });
