import { Injectable } from '@nestjs/common';
import type { PointSource, ReversalCause } from '@portevoix/contests/shared';
import { badInput, connection, Db, decodeCursor, isUuid, notFound, type Connection, type PageArgs } from '@portevoix/platform';
import type { ShareNetwork } from '@portevoix/sharing/shared';
import { LedgerEntry } from './ledger.entity';

/** Entries of one cause on one day, as a person reads them: 42 clicks on one share are one line. */
export interface Line {
  /** Its latest entry. */
  id: string;
  source: PointSource;
  count: number;
  /** What still stands of it; never negative. */
  points: number;
  at: Date;
  day: string;
  publicationId: string;
  network: ShareNetwork | null;
  takenBack: number;
  cause: ReversalCause | null;
  reason: string | null;
}

const LINES = `with line as (
  select (array_agg(e.id order by e.at desc, e.id desc))[1] as id, e.source, e.publication_id as "publicationId", e.network, e.day::text as day, max(e.at) as at,
         count(*)::int as count, sum(e.points + coalesce(r.points, 0))::int as points, coalesce(-sum(r.points), 0)::int as "takenBack", max(r.cause) as cause, max(r.reason) as reason
    from ledger_entry e left join ledger_entry r on r.organisation_id = e.organisation_id and r.reverses_id = e.id
   where e.organisation_id = $1 and e.contest_id = $2 and e.person_id = $3 and e.reverses_id is null
   group by e.source, e.publication_id, e.network, e.day, e.share_id, case when e.source = 'VALID_CLICK' then null else e.id end)`;

/** A person's points, each with its cause. */
@Injectable()
export class Lines {
  constructor(private readonly db: Db) {}

  /** 0 for somebody without points. */
  points(personId: string, contestId: string): Promise<number> {
    return this.db
      .loader<string, number>(`contests.points.${personId}`, async (ids) => {
        const rows = await this.db.query<{ id: string; points: number }>(
          'select contest_id as id, points from contest_score where organisation_id = $1 and person_id = $2 and contest_id = any($3::uuid[])',
          [this.db.organisationId, personId, ids],
        );
        const byId = new Map(rows.map(({ id, points }) => [id, points]));
        return ids.map((id) => byId.get(id) ?? 0);
      })
      .load(contestId);
  }

  /** Latest first. */
  async list(personId: string, contestId: string, { first, after }: PageArgs): Promise<Connection<Line>> {
    const [at = null, id = null] = after ? decodeCursor(after, 2) : [];
    if (after && !(Number.isSafeInteger(at) && isUuid(String(id)))) throw badInput('after', 'isCursor');
    const rows = await this.db.query<Line>(
      `${LINES} select * from line where $4::bigint is null or (at, id) < (to_timestamp($4::bigint / 1000.0), $5::uuid) order by at desc, id desc limit $6`,
      [this.db.organisationId, contestId, personId, at, id, first + 1],
    );
    return connection(rows, first, (row) => [row.at.getTime(), row.id]);
  }

  /** The line that an entry is part of; NOT_FOUND for an unknown entry or a reversal. */
  async holding(entryId: string): Promise<{ entry: LedgerEntry; entries: LedgerEntry[] }> {
    const { organisationId } = this.db;
    const entry = await this.db.of(LedgerEntry).findOneBy({ organisationId, id: entryId });
    if (!entry || entry.reversesId) throw notFound();
    const { contestId, personId, source, shareId, day } = entry;
    if (source !== 'VALID_CLICK' || !shareId) return { entry, entries: [entry] };
    const entries = await this.db.of(LedgerEntry).findBy({ organisationId, contestId, personId, source, shareId, day });
    return { entry, entries: entries.filter(({ reversesId }) => !reversesId) };
  }

  /** The line of an entry as its owner reads it. */
  async lineOf({ id, personId, contestId }: LedgerEntry): Promise<Line | null> {
    const { entries } = await this.holding(id);
    const rows = await this.db.query<Line>(`${LINES} select * from line where id = any($4::uuid[])`, [this.db.organisationId, contestId, personId, entries.map((entry) => entry.id)]);
    return rows[0] ?? null;
  }
}
