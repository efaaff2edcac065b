import { Injectable } from '@nestjs/common';
import { Organisations } from '@portevoix/identity/api';
import { addDays, startOfDay } from '@portevoix/identity/shared';
import { Cron, Db } from '@portevoix/platform';
import type { ClickReason } from '@portevoix/sharing/shared';

/** Hits by verdict; every ClickReason that occurred. */
export type ClickTotals = Partial<Record<ClickReason, number>>;

interface Hits extends Record<string, unknown> {
  reason: ClickReason;
  count: number;
}

function sumOf(rows: readonly Hits[]): ClickTotals {
  const totals: ClickTotals = {};
  for (const { reason, count } of rows) totals[reason] = (totals[reason] ?? 0) + count;
  return totals;
}

/** Days after which a hit kept aside by the redirect may still be written. */
const LATE_DAYS = 35;

const BY_DAY = `select c.organisation_id, (c.at at time zone $2)::date as day, c.reason, count(*)::int as count
  from click c where c.organisation_id = $1 and c.at >= $3 and c.at < $4 group by 1, 2, 3`;

/**
 * Raw and valid hits by day. The redirect's table is itself append-only and raw: past days are rolled up from it each
 * night (and again for a while, for hits that were kept aside), today and yesterday are counted live.
 */
@Injectable()
export class ClickDays {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
  ) {}

  /** Hits by reason over the days [from, to]. */
  async totals(from: string, to: string): Promise<ClickTotals> {
    return sumOf(await this.hits<Hits>('reason', from, to));
  }

  /** The same for each day that has any. */
  async byDay(from: string, to: string): Promise<Map<string, ClickTotals>> {
    const days = Map.groupBy(await this.hits<Hits & { day: string }>('day, reason', from, to), ({ day }) => day);
    return new Map([...days].map(([day, rows]) => [day, sumOf(rows)]));
  }

  /** Past days from the rollup, the last two from the hits. */
  private async hits<T extends Hits>(by: 'reason' | 'day, reason', from: string, to: string): Promise<T[]> {
    const live = await this.firstLiveDay();
    const { timeZone } = await this.organisations.current();
    const { organisationId } = this.db;
    const past = await this.db.query<T>(`select ${by}, sum(count)::int as count from (select day::text as day, reason, count from click_day where organisation_id = $1 and day >= $2 and day <= $3 and day < $4) d group by ${by}`, [organisationId, from, to, live]);
    const start = from > live ? from : live;
    const recent =
      to < start
        ? []
        : await this.db.query<T>(`select ${by}, count(*)::int as count from (select (at at time zone $4)::date::text as day, reason from click where organisation_id = $1 and at >= $2 and at < $3) c group by ${by}`, [
            organisationId, startOfDay(timeZone, start), startOfDay(timeZone, addDays(to, 1)), timeZone,
          ]);
    return [...past, ...recent];
  }

  @Cron('analytics.roll-up-clicks', '20 * * * *')
  async rollUp(): Promise<void> {
    for (const id of await this.db.organisationIds()) {
      await this.db.run(id, 'write', async () => {
        const today = await this.organisations.today();
        await this.refresh(addDays(today, -LATE_DAYS), addDays(await this.firstLiveDay(), -1));
      });
    }
  }

  /** Every past day, from the first hit on. */
  async refreshAll(): Promise<void> {
    await this.refresh('1970-01-01', addDays(await this.firstLiveDay(), -1));
  }

  /** Days [from, to] counted again from the hits themselves. */
  async refresh(from: string, to: string): Promise<void> {
    const { organisationId } = this.db;
    await this.db.query(`select pg_advisory_xact_lock(hashtext('analytics.clicks'), hashtext($1))`, [organisationId]);
    await this.db.query('delete from click_day where organisation_id = $1 and day between $2 and $3', [organisationId, from, to]);
    await this.db.query(`insert into click_day (organisation_id, day, reason, count) ${BY_DAY}`, await this.bounds(from, to));
  }

  /** Rows that a replay of all past days would change. */
  async thatDiffer(): Promise<number> {
    const to = addDays(await this.firstLiveDay(), -1);
    const stored = 'select organisation_id, day, reason, count from click_day where organisation_id = $1';
    const [row] = await this.db.query<{ rows: number }>(`select count(*)::int as rows from (((${stored}) except (${BY_DAY})) union all ((${BY_DAY}) except (${stored}))) d`, await this.bounds('1970-01-01', to));
    return row?.rows ?? 0;
  }

  private async bounds(from: string, to: string): Promise<unknown[]> {
    const { timeZone } = await this.organisations.current();
    return [this.db.organisationId, timeZone, startOfDay(timeZone, from), startOfDay(timeZone, addDays(to, 1))];
  }

  /** Yesterday: what is newer changes too often to be rolled up. */
  private async firstLiveDay(): Promise<string> {
    return addDays(await this.organisations.today(), -1);
  }
}
