import { ActivityKind } from '@portevoix/analytics/shared';
import { APPEND_ONLY } from '@portevoix/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

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

  /** Cohorts that the person was in at that instant, and their programmes: who joins or leaves later changes nothing. */
  @Column('uuid', { array: true, default: () => `'{}'` })
  scopeIds: string[];

  @Column('uuid', { nullable: true })
  publicationId: string | null;

  /** The share that a step or a click belongs to. */
  @Column('uuid', { nullable: true })
  subjectId: string | null;

  @Column('text', { nullable: true })
  network: string | null;
}
