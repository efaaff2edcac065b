import { Field, ObjectType } from '@nestjs/graphql';
import { DatedEntity } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Person } from '../person.entity';

/** A program's credential, that acts for a person with some of their rights. Only the SHA-256 of its secret is kept. */
@ObjectType()
@Entity()
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('api_token_secret', ['organisationId', 'secretHash'])
@Index('api_token_of_person', ['organisationId', 'personId'])
export class ApiToken extends DatedEntity {
  @Column('uuid')
  personId: string;

  @Field(() => String)
  @Column('text')
  name: string;

  /** Rights; what the person no longer has, the token has no longer either. */
  @Field(() => [String])
  @Column('text', { array: true })
  scopes: string[];

  @Column('bytea')
  secretHash: Buffer;

  /** To tell it from the others: `pv_…x7Qa`. Its last four characters are of the checksum, none of the secret. */
  @Field(() => String)
  @Column('text')
  hint: string;

  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt: Date;

  /** To the minute; null when it never served. */
  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastUsedAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt: Date | null;
}
