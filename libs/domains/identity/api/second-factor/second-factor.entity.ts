import { DatedEntity } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Person } from '../person.entity';

/** A person's application of codes (RFC 6238). In force once a first code has proved that the application has the key. */
@Entity()
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('second_factor_person', ['organisationId', 'personId'])
export class SecondFactor extends DatedEntity {
  @Column('uuid')
  personId: string;

  /** The shared key of 20 bytes, sealed with the installation's secret for this person. */
  @Column('bytea')
  sealedKey: Buffer;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  confirmedAt: Date | null;

  /** Number of the 30-second step whose code was last accepted: neither it nor an older one is accepted again. */
  @Column('integer')
  lastStep: number;

  /** HMAC of each recovery code that is left, in hexadecimal. */
  @Column('text', { array: true })
  recoveryHashes: string[];
}
