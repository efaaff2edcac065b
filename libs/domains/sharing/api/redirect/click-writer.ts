import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseBusy, LIVE_CHANNEL } from '@portevoix/platform';
import { CLICKS_TOPIC } from '../clicks/click-count.service';
import type { Hit } from './hit';
import type { Spool } from './spool';

/** The part of a pool that is used here. */
export interface Statements {
  query(config: { name?: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

interface Waiting {
  hit: Hit;
  done: () => void;
  failed: (error: unknown) => void;
}

const BATCH = 500;
/** After a failure new clicks go to the spool at once, without waiting for a connection each time. */
const AWAY_MS = 1000;
const SWEEP_MS = 30_000;
const TELL_MS = 300;

/**
 * In one statement: the valid ones, unless the same visitor's is there for that link and hour; then everything else,
 * those repeats included; then what is to be announced. A click that is there already (a replay) changes nothing.
 * Written in the order of the unique index, so that two processes never wait for one another crosswise.
 */
const INSERT = `
  with hit as (
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::text[])
      as h(organisation_id, id, link_id, at, visitor_hash, reason, referrer_host)),
  counted as (
    insert into click (organisation_id, id, link_id, at, hour, visitor_hash, valid, reason, country, referrer_host)
    select organisation_id, id, link_id, at, floor(extract(epoch from at) / 3600)::int, visitor_hash, true, reason, null, referrer_host
      from hit where reason = 'VALID' order by organisation_id, link_id, visitor_hash, at
    on conflict do nothing returning organisation_id, id),
  uncounted as (
    insert into click (organisation_id, id, link_id, at, hour, visitor_hash, valid, reason, country, referrer_host)
    select organisation_id, id, link_id, at, null, visitor_hash, false, case reason when 'VALID' then 'DUPLICATE' else reason end, null, referrer_host
      from hit where id not in (select id from counted) order by organisation_id, id
    on conflict do nothing),
  pending as (
    insert into click_pending (organisation_id, id, click_ids) select organisation_id, (array_agg(id))[1], array_agg(id) from counted group by organisation_id)
  select distinct organisation_id as id from counted`;

const COLUMNS = ['organisationId', 'id', 'linkId', 'at', 'visitorHash', 'reason', 'referrerHost'] as const satisfies (keyof Hit)[];

/** A column as PostgreSQL writes arrays. Only a referrer's host may hold what must be quoted. */
const arrayOf = (hits: readonly Hit[], name: (typeof COLUMNS)[number]): string => `{${hits.map((hit) => (name === 'referrerHost' ? quoted(hit[name]) : hit[name])).join()}}`;
const quoted = (text: string | null): string => (text === null ? 'null' : `"${text.replace(/["\\]/g, '\\$&')}"`);

const RETRIED = new Set(['40001', '40P01']);
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Group commit: while one INSERT is in flight the next hits gather, and leave together. `write` returns when its hit
 * is committed, or durable in the spool when PostgreSQL is away.
 */
export class ClickWriter {
  private waiting: Waiting[] = [];
  private flying: Promise<void> | null = null;
  private awayUntil = 0;
  private replaying: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private readonly untold = new Set<string>();
  private teller: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(
    private readonly statements: Statements,
    private readonly spool: Spool,
    private readonly onProblem: (error: unknown, what: string) => void,
  ) {
    this.sweepIn(0);
  }

  /** Rejects only when neither the database nor the disk took it. */
  write(hit: Hit): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ hit, done, failed });
      this.flying ??= this.fly().finally(() => (this.flying = null));
    });
  }

  private async fly(): Promise<void> {
    // Requests of the same turn of the event loop share the first statement too.
    await Promise.resolve();
    while (this.waiting.length) {
      const batch = this.waiting.splice(0, BATCH);
      try {
        await this.keep(batch.map(({ hit }) => hit));
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
  }

  private async keep(hits: Hit[]): Promise<void> {
    if (Date.now() >= this.awayUntil) {
      try {
        return await this.insert(hits);
      } catch (error) {
        this.onProblem(error, 'clicks go to the spool');
        this.awayUntil = Date.now() + AWAY_MS;
      }
    }
    await this.spool.write(hits);
    this.sweepIn(AWAY_MS);
  }

  private async insert(hits: Hit[], tries = 1): Promise<void> {
    try {
      const values = COLUMNS.map((name) => arrayOf(hits, name));
      const { rows } = await this.statements.query({ name: 'sharing.clicks', text: INSERT, values });
      for (const { id } of rows as { id: string }[]) this.tell(id);
    } catch (error) {
      if (RETRIED.has(codeOf(error)) && tries < 3) return this.insert(hits, tries + 1);
      throw error;
    }
  }

  /** Says soon, and once for many, that an organisation has clicks to count. */
  private tell(organisationId: string): void {
    this.untold.add(organisationId);
    this.teller ??= setTimeout(() => void this.tellNow(), TELL_MS).unref();
  }

  private async tellNow(): Promise<void> {
    this.teller = null;
    const messages = [...this.untold].map((organisationId) => JSON.stringify({ organisationId, topic: CLICKS_TOPIC, data: null }));
    this.untold.clear();
    if (!messages.length) return;
    // Lost at worst: a sweep counts each minute what nobody was told of.
    await this.statements.query({ text: 'select pg_notify($1, message) from unnest($2::text[]) as message', values: [LIVE_CHANNEL, messages] }).catch(() => undefined);
  }

  private sweepIn(ms: number): void {
    if (this.closed) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.replaying ??= this.replay().finally(() => (this.replaying = null));
    }, ms).unref();
  }

  /** Gives the spool back to the database; what another process left behind too. */
  private async replay(): Promise<void> {
    let next = SWEEP_MS;
    try {
      for (const name of await this.spool.waiting()) {
        const hits = await this.spool.read(name);
        if (hits) await this.insert(hits);
        await this.spool.remove(name);
      }
      this.awayUntil = 0;
    } catch (error) {
      if (!isDatabaseBusy(error)) this.onProblem(error, 'spool not replayed yet');
      next = AWAY_MS;
    }
    this.sweepIn(next);
  }

  /** Everything written so far is durable when it returns. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    while (this.flying || this.replaying) {
      await Promise.all([this.flying, this.replaying]);
      await sleep(0);
    }
    if (this.teller) clearTimeout(this.teller);
    await this.tellNow();
  }
}
