import { ActivityKind } from '@portevoix/analytics/shared';
import { Organisation } from '@portevoix/identity/api';
import { APPEND_ONLY } from '@portevoix/platform';
import { ClickReason } from '@portevoix/sharing/shared';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * What happened, once for each source event: every figure can be computed again from here. Partitioned by month of
 * `at` (the migration writes it). The person is a pseudonym: no foreign key, so that past figures outlive an erasure.
 */
@Entity({ comment: APPEND_ONLY })
@Index('activity_event_by_time', ['organisationId', 'at'])
@Index('activity_event_by_day', ['organisationId', 'day', 'kind'])
@Index('activity_event_by_subject', ['organisationId', 'subjectId'], { where: '(subject_id IS NOT NULL)' })
export class ActivityEvent {
  @PrimaryColumn('uuid')
  organisationId: string;

  /** Derived from the source event: told twice, it is one row. */
  @PrimaryColumn('uuid')
  id: string;

  @PrimaryColumn({ type: 'timestamptz', precision: 3 })
  at: Date;

  /** Day of the organisation's calendar when it happened, ISO. */
  @Column('date')
  day: string;

  @Column('text')
  kind: ActivityKind;

  @Column('uuid')
  personId: string;

  /** Bit of the person in a day's bit string; null when they were erased before the event was counted. */
  @Column('integer', { nullable: true })
  personNumber: number | null;

  @Column('uuid', { nullable: true })
  publicationId: string | null;

  /** The share that a step or a click belongs to. */
  @Column('uuid', { nullable: true })
  subjectId: string | null;

  @Column('text', { nullable: true })
  network: string | null;
}

/** Rollup: events by day, kind, network and publication (empty and zero where there is none). */
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
export class ActivityDay {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('text')
  kind: ActivityKind;

  @PrimaryColumn('text')
  network: string;

  @PrimaryColumn('uuid')
  publicationId: string;

  @Column('integer')
  count: number;
}

/** Rollup: who, by day and kind, as one bit per person number. */
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
export class PeopleDay {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('text')
  kind: ActivityKind;

  @Column('bit varying')
  people: string;
}

/** Rollup: the days of each share, from its steps. */
@Entity('share_life')
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
@Index('share_life_opened', ['organisationId', 'openedOn'])
@Index('share_life_shared', ['organisationId', 'sharedOn'])
export class ShareLifeRow {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('uuid')
  shareId: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  publicationId: string;

  @Column('text')
  network: string;

  @Column('date', { nullable: true })
  openedOn: string | null;

  /** First of the declaration that holds and of the first click; null: an intention. */
  @Column('date', { nullable: true })
  sharedOn: string | null;

  /** A valid click shows that it was posted. */
  @Column('boolean')
  measured: boolean;
}

/** Rollup: every hit on short links by day, network, publication and verdict; past days only, today is counted live. */
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
export class ClickDay {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('text')
  network: string;

  @PrimaryColumn('uuid')
  publicationId: string;

  @PrimaryColumn('text')
  reason: ClickReason;

  @Column('integer')
  count: number;
}
