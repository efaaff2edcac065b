import { Injectable } from '@nestjs/common';
import type { AnswerDisputeInput, CorrectPointsInput, DisputeEntryInput } from '@portevoix/contests/shared';
import { ReversalCause } from '@portevoix/contests/shared';
import { Clock, Db, DomainError, notFound, type Viewer } from '@portevoix/platform';
import type { Contest } from '../contest.entity';
import { PointsDispute } from '../ranking/ranking.entity';
import { Awards } from './awards.service';
import { LedgerEntry } from './ledger.entity';
import { Lines, type Line } from './lines.service';

/** Questions about points, their answers, and corrections with a reason that the member reads. */
@Injectable()
export class Disputes {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly lines: Lines,
    private readonly awards: Awards,
  ) {}

  /** NOT_FOUND for a line of somebody else, or of another contest. ALREADY_ASKED while a question on it waits. */
  async ask({ organisationId, personId }: Viewer, contest: Contest, { entryId = null, message }: DisputeEntryInput): Promise<PointsDispute> {
    if (entryId) {
      const { entry } = await this.lines.holding(entryId);
      if (entry.personId !== personId || entry.contestId !== contest.id) throw notFound();
    }
    await this.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`dispute:${contest.id}:${personId}`]);
    const waiting = await this.db.of(PointsDispute).findBy({ organisationId, contestId: contest.id, personId });
    if (waiting.some((dispute) => !dispute.answeredAt && dispute.entryId === entryId)) throw new DomainError('ALREADY_ASKED');
    const dispute = this.db.of(PointsDispute).create({ ...this.db.key(), contestId: contest.id, personId, entryId, message: message.trim(), answer: null, answeredAt: null, createdAt: this.clock.now() });
    await this.db.of(PointsDispute).insert(dispute);
    return dispute;
  }

  mine({ organisationId, personId }: Viewer, contestId: string): Promise<PointsDispute[]> {
    return this.db.of(PointsDispute).find({ where: { organisationId, contestId, personId }, order: { id: 'DESC' }, take: 50 });
  }

  /** Those that wait first, oldest first. */
  async of(contestId: string): Promise<PointsDispute[]> {
    const all = await this.db.of(PointsDispute).find({ where: { organisationId: this.db.organisationId, contestId }, order: { id: 'ASC' }, take: 200 });
    return [...all.filter(({ answeredAt }) => !answeredAt), ...all.filter(({ answeredAt }) => answeredAt).reverse()];
  }

  /** Again replaces the answer. */
  async answer({ id, answer }: AnswerDisputeInput): Promise<PointsDispute> {
    const { organisationId } = this.db;
    const dispute = await this.db.of(PointsDispute).findOneBy({ organisationId, id });
    if (!dispute) throw notFound();
    const changes = { answer: answer.trim(), answeredAt: this.clock.now() };
    await this.db.of(PointsDispute).update({ organisationId, id }, changes);
    return Object.assign(dispute, changes);
  }

  /** Takes back the whole line that the entry is part of, by reversals; ALREADY_REVERSED when nothing of it stands. */
  async correct({ entryId, reason }: CorrectPointsInput): Promise<LedgerEntry> {
    const { entry, entries } = await this.lines.holding(entryId);
    if (!(await this.awards.takeBack(entries, ReversalCause.CORRECTED, reason.trim()))) throw new DomainError('ALREADY_REVERSED');
    return entry;
  }

  /** The line in question; null for missing points. */
  async lineOf({ entryId, organisationId }: PointsDispute): Promise<Line | null> {
    const entry = entryId && (await this.db.of(LedgerEntry).findOneBy({ organisationId, id: entryId }));
    return entry ? this.lines.lineOf(entry) : null;
  }
}
