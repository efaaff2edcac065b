import { ActivityKind, ShareStanding } from '@portevoix/analytics/shared';
import { Organisation } from '@portevoix/identity/api';
import { ClickReason } from '@portevoix/sharing/shared';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How many events of a kind, by day and scope. */
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
export class ActivityDay {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('text')
  kind: ActivityKind;

  @PrimaryColumn('uuid')
  scopeId: string;

  @PrimaryColumn('date')
  day: string;

  @Column('integer')
  count: number;
}

/** Who, by day, kind and scope: one bit per person number. For a standing, who has a share that counts there. */
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
export class PeopleDay {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('text')
  kind: ActivityKind | ShareStanding;

  @PrimaryColumn('uuid')
  scopeId: string;

  @PrimaryColumn('date')
  day: string;

  /** Bits of `people`, known without reading them. */
  @Column('integer')
  width: number;

  @Column('bit varying')
  people: string;
}

/** How many shares stand where, by day, network and scope. */
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
export class ShareDay {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('uuid')
  scopeId: string;

  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('text')
  standing: ShareStanding;

  @PrimaryColumn('text')
  network: string;

  @Column('integer')
  count: number;
}

/** What a publication found, by day. */
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
export class PublicationDay {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('uuid')
  publicationId: string;

  @Column('integer')
  readers: number;

  @Column('integer')
  clicks: number;

  /** Declared or measured. */
  @Column('integer')
  shares: number;
}

/** Where each share stands and the day it counts on, so that one more step or click moves it without a recount. */
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
@Index('share_life_by_person', ['organisationId', 'personNumber'])
export class ShareLife {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('uuid')
  shareId: string;

  @Column('integer', { nullable: true })
  personNumber: number | null;

  @Column('uuid')
  publicationId: string;

  @Column('text')
  network: string;

  /** Of the person when they opened the composer. */
  @Column('uuid', { array: true })
  scopeIds: string[];

  /** Null with its day: taken back, never opened. */
  @Column('text', { nullable: true })
  standing: ShareStanding | null;

  @Column('date', { nullable: true })
  day: string | null;
}

/** Every hit on short links by day and verdict; past days only, today is counted live. */
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
export class ClickDay {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('text')
  reason: ClickReason;

  @Column('integer')
  count: number;
}
