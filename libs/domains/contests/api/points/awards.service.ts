import { Injectable } from '@nestjs/common';
import { Cohorts } from '@portevoix/cohorts/api';
import { awardFor, isInsideWindow, PointSource, ReversalCause, type Awarded } from '@portevoix/contests/shared';
import { Organisations } from '@portevoix/identity/api';
import { dayOf } from '@portevoix/identity/shared';
import { Clock, Db, Live } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import type { ShareNetwork } from '@portevoix/sharing/shared';
import { In, IsNull } from 'typeorm';
import { Contest } from '../contest.entity';
import { scoreChanged, type ScoreChange } from '../live-topics';
import { ContestScore, LedgerEntry } from './ledger.entity';

/** Something that may give points, at the instant when it happened. */
export interface PointEvent {
  source: PointSource;
  /** The share, the click, or the publication read. */
  sourceId: string;
  personId: string;
  publicationId: string;
  shareId: string | null;
  network: ShareNetwork | null;
  at: Date;
}

interface History extends Awarded {
  /** Awards of the same event not taken back. */
  standing: number;
  /** Awards of the same event, taken back or not. */
  awards: number;
  corrected: number;
}

/** Key under which an event counts once in a contest; a share declared again after a retraction has the next one. */
export function sourceKey({ source, sourceId, personId }: Pick<PointEvent, 'source' | 'sourceId' | 'personId'>, earlier = 0): string {
  const key = source === PointSource.READ ? `READ:${personId}:${sourceId}` : `${source}:${sourceId}`;
  return earlier ? `${key}:${earlier + 1}` : key;
}

/** The only writer of the ledger and of its balances. */
@Injectable()
export class Awards {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly live: Live,
    private readonly cohorts: Cohorts,
    private readonly programmes: Programmes,
    private readonly organisations: Organisations,
  ) {}

  /**
   * Gives the points of an event in each contest that counts it: published by then, of a cohort that the person was
   * in, with the instant inside its days, its programme not paused. The same event again gives nothing.
   */
  async award(event: PointEvent): Promise<void> {
    const { timeZone } = await this.organisations.current();
    const cohortIds = await this.cohorts.cohortIdsOf(event.personId, event.at);
    if (!cohortIds.length) return;
    // Always in the same order: two events of people in the same contests never wait for each other.
    const contests = await this.db.of(Contest).find({ where: { organisationId: this.db.organisationId, cohortId: In(cohortIds) }, order: { id: 'ASC' } });
    for (const contest of contests) {
      const open = contest.publishedAt !== null && contest.publishedAt <= event.at && isInsideWindow(event.at, { ...contest, zone: timeZone });
      if (open && (await this.programmes.isRunning(contest.programmeId))) await this.give(contest, event, dayOf(event.at, timeZone));
    }
  }

  private async give(contest: Contest, event: PointEvent, day: string): Promise<void> {
    const score = await this.lock(contest.id, event.personId);
    const history = await this.history(contest.id, event, day);
    if (history.standing > 0 || history.corrected > 0) return;
    const points = awardFor(event.source, contest.rules, history);
    if (points === 0) return;
    const entry: LedgerEntry = {
      ...this.db.key(), ...event, contestId: contest.id, points, day,
      sourceKey: sourceKey(event, history.awards), reversesId: null, cause: null, reason: null, createdAt: this.clock.now(),
    };
    await this.db.of(LedgerEntry).insert(entry);
    const reachedAt = score.reachedAt && score.reachedAt > event.at ? score.reachedAt : event.at;
    await this.save({ ...score, points: score.points + points, reachedAt });
  }

  /** Takes back what a share gave, wherever it did. */
  async takeBackShare(shareId: string): Promise<void> {
    const { organisationId } = this.db;
    const entries = await this.db.of(LedgerEntry).findBy({ organisationId, shareId, source: PointSource.DECLARED_SHARE, reversesId: IsNull() });
    await this.takeBack(entries, ReversalCause.RETRACTED, null);
  }

  /** One reversal for each entry not yet taken back; how many there were. */
  async takeBack(entries: readonly LedgerEntry[], cause: ReversalCause, reason: string | null): Promise<number> {
    let reversed = 0;
    const ordered = [...entries].sort((a, b) => (a.contestId + a.id < b.contestId + b.id ? -1 : 1));
    for (const entry of ordered) {
      const score = await this.lock(entry.contestId, entry.personId);
      const { organisationId } = this.db;
      if (await this.db.of(LedgerEntry).existsBy({ organisationId, reversesId: entry.id })) continue;
      const reversal = { ...entry, ...this.db.key(), points: -entry.points, sourceKey: `REVERSAL:${entry.id}`, reversesId: entry.id, cause, reason, createdAt: this.clock.now() };
      await this.db.of(LedgerEntry).insert(reversal);
      await this.save({ ...score, points: score.points - entry.points, reachedAt: await this.lastStanding(entry) });
      reversed += 1;
    }
    return reversed;
  }

  /** The person's balance in a contest, kept to this unit: two events at once never exceed a cap together. */
  private async lock(contestId: string, personId: string): Promise<ContestScore> {
    const { organisationId } = this.db;
    await this.db.query(
      `insert into contest_score (organisation_id, contest_id, person_id, points, version) values ($1, $2, $3, 0, 0)
       on conflict (organisation_id, contest_id, person_id) do update set version = contest_score.version`,
      [organisationId, contestId, personId],
    );
    return this.db.of(ContestScore).findOneByOrFail({ organisationId, contestId, personId });
  }

  private async save(score: ContestScore): Promise<void> {
    const { organisationId, contestId, personId, points, reachedAt } = score;
    const version = score.version + 1;
    await this.db.of(ContestScore).update({ organisationId, contestId, personId }, { points, reachedAt, version });
    const change: ScoreChange = { contestId, personId, points, reachedAt: reachedAt?.getTime() ?? null, version };
    await this.live.notify(scoreChanged, change);
  }

  private async history(contestId: string, event: PointEvent, day: string): Promise<History> {
    const sum = (what: string, condition: string) => `coalesce(sum(${what}) filter (where ${condition}), 0)::int`;
    const same = 'source = $6 and source_id = $7';
    const [row] = await this.db.query<Omit<History, 'clicksOfShare'> & { clicks: number }>(
      `select ${sum('points', 'day = $4')} as points,
              ${sum('sign', `day = $4 and source = 'DECLARED_SHARE'`)} as shares,
              ${sum('sign', `day = $4 and source = 'READ'`)} as reads,
              ${sum('sign', `source = 'VALID_CLICK' and share_id = $5`)} as clicks,
              ${sum('sign', same)} as standing,
              ${sum('1', `${same} and sign = 1`)} as awards,
              ${sum('1', `${same} and cause = 'CORRECTED'`)} as corrected
         from (select *, case when reverses_id is null then 1 else -1 end as sign from ledger_entry
                where organisation_id = $1 and contest_id = $2 and person_id = $3) as entry`,
      [this.db.organisationId, contestId, event.personId, day, event.shareId, event.source, event.sourceId],
    );
    const { clicks, ...rest } = row!;
    return { ...rest, clicksOfShare: clicks };
  }

  private async lastStanding({ contestId, personId }: LedgerEntry): Promise<Date | null> {
    const [row] = await this.db.query<{ at: Date | null }>(
      `select max(e.at) as at from ledger_entry e
        where e.organisation_id = $1 and e.contest_id = $2 and e.person_id = $3 and e.reverses_id is null
          and not exists (select 1 from ledger_entry r where r.organisation_id = e.organisation_id and r.reverses_id = e.id)`,
      [this.db.organisationId, contestId, personId],
    );
    return row?.at ?? null;
  }
}
