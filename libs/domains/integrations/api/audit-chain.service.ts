import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Db } from '@portevoix/platform';
import { AuditLink } from './audit-entry.entity';

const BATCH = 1000;
const START: Buffer = Buffer.alloc(32);

interface EntryRow {
  id: string;
  content: string;
}

/** What the hash covers: every column, in PostgreSQL's own words. */
const CONTENT = `jsonb_build_array(e.id, to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), e.operation, e.scope, e.actor_id, e.ip, e.details)::text`;

const hashOf = (before: Buffer, content: string): Buffer => createHash('sha256').update(before).update(content).digest();

export interface ChainReport {
  /** Entries in the chain. */
  length: number;
  /** The last hash, in hexadecimal; null for an empty chain. */
  head: string | null;
  /** Entries younger than the last sealing. */
  waiting: number;
  /** Places where the chain does not hold, at most 20. */
  broken: string[];
}

/**
 * Chains the entries of the open unit's organisation. Apart from the mutations, so that they never wait for one another
 * (docs/adr/0007).
 */
@Injectable()
export class AuditChain {
  constructor(private readonly db: Db) {}

  /** Gives every entry without a place its place, oldest first. Returns how many. */
  async seal(): Promise<number> {
    const { organisationId } = this.db;
    await this.db.query(`select pg_advisory_xact_lock(hashtextextended('audit:' || $1, 0))`, [organisationId]);
    const [last] = await this.db.of(AuditLink).find({ where: { organisationId }, order: { place: 'DESC' }, take: 1 });
    let { place, hash } = last ?? { place: 0, hash: START };
    for (let sealed = 0; ; ) {
      const rows = await this.db.query<EntryRow>(
        `select e.id, ${CONTENT} as content from audit_entry e
          where e.organisation_id = $1 and not exists (select 1 from audit_link l where l.organisation_id = e.organisation_id and l.entry_id = e.id)
          order by e.id limit ${BATCH}`,
        [organisationId],
      );
      if (!rows.length) return sealed;
      const links = rows.map(({ id, content }): AuditLink => ({ organisationId, place: (place += 1), entryId: id, hash: (hash = hashOf(hash, content)) }));
      await this.db.of(AuditLink).insert(links);
      sealed += rows.length;
    }
  }

  /** Computes the whole chain again. */
  async verify(): Promise<ChainReport> {
    const { organisationId } = this.db;
    const broken: string[] = [];
    let hash = START;
    let place = 0;
    for (;;) {
      const rows = await this.db.query<{ place: number; hash: Buffer; entry_id: string; content: string | null }>(
        `select l.place, l.hash, l.entry_id, case when e.id is null then null else ${CONTENT} end as content
           from audit_link l left join audit_entry e on e.organisation_id = l.organisation_id and e.id = l.entry_id
          where l.organisation_id = $1 and l.place > $2 order by l.place limit ${BATCH}`,
        [organisationId, place],
      );
      if (!rows.length) break;
      for (const row of rows) {
        if (row.place !== place + 1) broken.push(`places ${place + 1} to ${row.place - 1} are missing`);
        if (row.content === null) broken.push(`place ${row.place}: entry ${row.entry_id} is missing`);
        else if (!hashOf(hash, row.content).equals(row.hash)) broken.push(`place ${row.place}: entry ${row.entry_id} was altered`);
        // From the hash that stands: one altered entry is told once.
        ({ place, hash } = row);
      }
      if (broken.length >= 20) break;
    }
    const [waiting] = await this.db.query<{ count: number }>(
      'select count(*)::int as count from audit_entry e where e.organisation_id = $1 and not exists (select 1 from audit_link l where l.organisation_id = e.organisation_id and l.entry_id = e.id)',
      [organisationId],
    );
    return { length: place, head: place ? hash.toString('hex') : null, waiting: waiting!.count, broken: broken.slice(0, 20) };
  }
}
