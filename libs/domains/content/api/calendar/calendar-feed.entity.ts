import { Field, ObjectType } from '@nestjs/graphql';
import { Person } from '@portevoix/identity/api';
import { DatedEntity } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Unique } from 'typeorm';

/** A person's own address of the calendar, for their calendar program: whoever holds it reads what they may read. */
@ObjectType()
@Entity()
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('calendar_feed_person', ['organisationId', 'personId'])
export class CalendarFeed extends DatedEntity {
  @Column('uuid')
  personId: string;

  /** SHA-256 of the secret in the address, which is told once. */
  @Column('bytea')
  secretHash: Buffer;
}

/** The address, told once when it is made. */
@ObjectType()
export class CalendarFeedAddress {
  @Field(() => String)
  url: string;
}
