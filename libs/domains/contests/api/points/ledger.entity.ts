import { PointSource, ReversalCause } from '@portevoix/contests/shared';
import { Publication } from '@portevoix/content/api';
import { Person } from '@portevoix/identity/api';
import { APPEND_ONLY, DatedEntity } from '@portevoix/platform';
import type { ShareNetwork } from '@portevoix/sharing/shared';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Contest } from '../contest.entity';

/**
 * One movement of points. Never changed: what was wrong is reversed by a row of its own. The source key is unique in
 * a contest, so that the same event counts once however often it comes.
 */
@Entity({ comment: APPEND_ONLY })
@ForeignKey(() => Contest, ['organisationId', 'contestId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Publication, ['organisationId', 'publicationId'], ['organisationId', 'id'])
@ForeignKey(() => LedgerEntry, ['organisationId', 'reversesId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('ledger_source', ['organisationId', 'contestId', 'sourceKey'])
@Unique('ledger_reversed_once', ['organisationId', 'reversesId'])
@Index('ledger_by_person', ['organisationId', 'contestId', 'personId', 'day'])
@Index('ledger_by_share', ['organisationId', 'shareId'])
export class LedgerEntry extends DatedEntity {
  @Column('uuid')
  contestId: string;

  @Column('uuid')
  personId: string;

  /** Negative in a reversal. */
  @Column('integer')
  points: number;

  @Column('text')
  source: PointSource;

  /** The share, the click, or the publication read. */
  @Column('uuid')
  sourceId: string;

  @Column('text')
  sourceKey: string;

  @Column('uuid')
  publicationId: string;

  /** The share behind the points; null for a reading. */
  @Column('uuid', { nullable: true })
  shareId: string | null;

  @Column('text', { nullable: true })
  network: ShareNetwork | null;

  /** When it happened, and on which day of the organisation's calendar; a reversal keeps those of its entry. */
  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  @Column('date')
  day: string;

  @Column('uuid', { nullable: true })
  reversesId: string | null;

  @Column('text', { nullable: true })
  cause: ReversalCause | null;

  /** What the person who corrected it says. */
  @Column('text', { nullable: true })
  reason: string | null;
}

/** A person's balance: always the sum of their ledger rows, changed with them under this row's lock. */
@Entity()
@ForeignKey(() => Contest, ['organisationId', 'contestId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Index('contest_score_board', ['organisationId', 'contestId', 'points', 'reachedAt'])
export class ContestScore {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('uuid')
  contestId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('integer')
  points: number;

  /** When the last point that still counts was won. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  reachedAt: Date | null;

  /** Grows with each change, so that a late message never undoes a later one. */
  @Column('integer')
  version: number;
}
