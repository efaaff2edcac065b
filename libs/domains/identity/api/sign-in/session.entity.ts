import { DatedEntity } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Person } from '../person.entity';

/** A signed-in browser. Only the SHA-256 of its 256-bit secret is kept. */
@Entity()
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('session_secret', ['organisationId', 'secretHash'])
export class Session extends DatedEntity {
  @Column('uuid')
  personId: string;

  @Column('bytea')
  secretHash: Buffer;

  /** Browser and system, in words: "Firefox, Linux". */
  @Column('text')
  device: string;

  @Column({ type: 'timestamptz', precision: 3 })
  lastSeenAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt: Date | null;
}

/**
 * A sign-in link and its code, for one person and one browser. Neither is stored: both derive from the
 * row's id and the installation's secret.
 */
@Entity()
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
export class SignInLink extends DatedEntity {
  @Column('uuid')
  personId: string;

  /** SHA-256 of the asking browser's cookie. */
  @Column('bytea')
  browserHash: Buffer;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  usedAt: Date | null;
}

/** One row per person and day of the organisation's calendar on which an authenticated session was seen. */
@Entity()
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('presence_day', ['organisationId', 'personId', 'day'])
export class Presence extends DatedEntity {
  @Column('uuid')
  personId: string;

  @Column('date')
  day: string;
}
