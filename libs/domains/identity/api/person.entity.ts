import { Field, ObjectType } from '@nestjs/graphql';
import { Role } from '@portevoix/identity/shared';
import { DatedEntity, grantSpecial, lookupRole } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Organisation } from './organisation.entity';

/** Somebody who works for or with the organisation. E-mail is unique in it, kept in lower case. */
@ObjectType()
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
@Unique('person_email', ['organisationId', 'email'])
@Unique('person_number', ['organisationId', 'number'])
@Index('person_by_email', ['email'])
export class Person extends DatedEntity {
  @Field(() => String)
  @Column('text')
  firstName: string;

  @Field(() => String)
  @Column('text')
  lastName: string;

  /** Not a GraphQL field here: only the person and those who manage people see it. */
  @Column('text')
  email: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  jobTitle: string | null;

  /** Path of the picture that the person gave, or null. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  pictureUrl: string | null;

  @Column('text', { array: true })
  roles: Role[];

  @Column('text')
  locale: string;

  /** argon2id; null for a person who signs in by link only. */
  @Column('text', { nullable: true })
  passwordHash: string | null;

  /** Dense, from 1 in each organisation: the person's bit in a day's bit string, and the rank tree's index. */
  @Column('integer')
  number: number;

  /** Set when access is withdrawn; sessions are revoked in the same transaction. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deactivatedAt: Date | null;
}
grantSpecial({ table: 'person', role: lookupRole, privilege: 'SELECT', columns: ['organisation_id', 'email', 'deactivated_at'] });
