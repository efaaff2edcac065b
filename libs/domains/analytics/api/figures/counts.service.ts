import { Injectable } from '@nestjs/common';
import { ActivityKind, type NetworkFigures } from '@portevoix/analytics/shared';
import { Organisations } from '@portevoix/identity/api';
import { addDays, startOfDay } from '@portevoix/identity/shared';
import { Db } from '@portevoix/platform';

export interface Period {
  from: string;
  to: string;
}

/** What a person does to take part. Opening a composer is only an intention; a click is somebody else's doing. */
export const ACTIVE: readonly ActivityKind[] = [ActivityKind.READ, ActivityKind.SHARE_DECLARED, ActivityKind.FEEDBACK];

/** Counts of the whole organisation, from the rollups; days [from, to]. */
@Injectable()
export class Counts {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
  ) {}

  /** Distinct people over the period: the days' bit strings, or-ed. */
  async people(kind: ActivityKind, { from, to }: Period): Promise<number> {
    const { organisationId } = this.db;
    const [{ width } = { width: 0 }] = await this.db.query<{ width: number }>('select coalesce(max(length(people)), 0)::int as width from people_day where organisation_id = $1 and kind = $2 and day between $3 and $4', [organisationId, kind, from, to]);
    if (!width) return 0;
    const [row] = await this.db.query<{ people: number }>(
      `select bit_count(bit_or(people::bit(${Number(width)})))::int as people from people_day where organisation_id = $1 and kind = $2 and day between $3 and $4`,
      [organisationId, kind, from, to],
    );
    return row?.people ?? 0;
  }

  /** Distinct people of each day that has any. */
  async peopleByDay(kind: ActivityKind, { from, to }: Period): Promise<Map<string, number>> {
    const rows = await this.db.query<{ day: string; n: number }>(`select day::text, length(translate(people::text, '0', ''))::int as n from people_day where organisation_id = $1 and kind = $2 and day between $3 and $4`, [this.db.organisationId, kind, from, to]);
    return new Map(rows.map(({ day, n }) => [day, n]));
  }

  /** Events of one kind. */
  async events(kind: ActivityKind, { from, to }: Period): Promise<number> {
    const [row] = await this.db.query<{ n: number }>('select coalesce(sum(count), 0)::int as n from activity_day where organisation_id = $1 and kind = $2 and day between $3 and $4', [this.db.organisationId, kind, from, to]);
    return row?.n ?? 0;
  }

  async eventsByDay(kind: ActivityKind, { from, to }: Period): Promise<Map<string, number>> {
    const rows = await this.db.query<{ day: string; n: number }>('select day::text, sum(count)::int as n from activity_day where organisation_id = $1 and kind = $2 and day between $3 and $4 group by 1', [this.db.organisationId, kind, from, to]);
    return new Map(rows.map(({ day, n }) => [day, n]));
  }

  async sharesByDay({ from, to }: Period): Promise<Map<string, number>> {
    const rows = await this.db.query<{ day: string; n: number }>('select shared_on::text as day, count(*)::int as n from share_life where organisation_id = $1 and shared_on between $2 and $3 group by 1', [this.db.organisationId, from, to]);
    return new Map(rows.map(({ day, n }) => [day, n]));
  }

  /** A share counts once, in its last known state: measured on the first day it was known to be out, else declared, else opened. */
  networks({ from, to }: Period): Promise<NetworkFigures[]> {
    return this.db.query<NetworkFigures & Record<string, unknown>>(
      `select network,
              count(*) filter (where shared_on is null)::int as opened,
              count(*) filter (where shared_on is not null and not measured)::int as declared,
              count(*) filter (where shared_on is not null and measured)::int as measured
         from share_life where organisation_id = $1 and (shared_on between $2 and $3 or (shared_on is null and opened_on between $2 and $3))
        group by 1 order by count(*) filter (where shared_on is not null) desc, network`,
      [this.db.organisationId, from, to],
    );
  }

  /** Members at some instant of the period: whoever joins later changes nothing of it. */
  async members(period: Period): Promise<number> {
    const [row] = await this.db.query<{ n: number }>('select count(distinct person_id)::int as n from cohort_membership where organisation_id = $1 and since < $3 and (until is null or until > $2)', await this.bounds(period));
    return row?.n ?? 0;
  }

  /** First memberships, whatever the cohort, over seven-day periods in a row; the last one ends on `today`. */
  async newMembers(weeks: number, today: string): Promise<(Period & { people: number })[]> {
    const periods = Array.from({ length: weeks }, (_, index) => addDays(today, -7 * (weeks - index) + 1)).map((from) => ({ from, to: addDays(from, 6) }));
    const rows = await this.db.query<{ day: string; n: number }>(
      `select (first at time zone $4)::date::text as day, count(*)::int as n
         from (select min(since) as first from cohort_membership where organisation_id = $1 group by person_id) joined
        where first >= $2 and first < $3 group by 1`,
      [...(await this.bounds({ from: periods[0]!.from, to: today })), (await this.organisations.current()).timeZone],
    );
    return periods.map((period) => ({ ...period, people: rows.reduce((sum, { day, n }) => sum + (day >= period.from && day <= period.to ? n : 0), 0) }));
  }

  /** Those who took part while they were members. */
  async activeMembers(period: Period): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(
      `select count(distinct e.person_id)::int as n from activity_event e
         join cohort_membership m on m.organisation_id = e.organisation_id and m.person_id = e.person_id and m.since <= e.at and (m.until is null or m.until > e.at)
        where e.organisation_id = $1 and e.at >= $2 and e.at < $3 and e.kind = any($4)`,
      [...(await this.bounds(period)), ACTIVE],
    );
    return row?.n ?? 0;
  }

  /** People seen in the period, and those of them who read and shared nothing. */
  async readersOnly(period: Period): Promise<{ people: number; readersOnly: number }> {
    const [row] = await this.db.query<{ people: number; only: number }>(
      `with seen as (
         select person_id, bool_or(kind = 'READ') as reads, bool_or(kind in ('SHARE_DECLARED', 'CLICK_VALID')) as shares
           from activity_event where organisation_id = $1 and at >= $2 and at < $3 group by 1)
       select count(*)::int as people, count(*) filter (where reads and not shares)::int as only from seen`,
      await this.bounds(period),
    );
    return { people: row?.people ?? 0, readersOnly: row?.only ?? 0 };
  }

  /** When the last fact was told; null before any. */
  async until(): Promise<Date | null> {
    const [row] = await this.db.query<{ at: Date }>('select at from activity_event where organisation_id = $1 order by at desc limit 1', [this.db.organisationId]);
    return row?.at ?? null;
  }

  /** `[organisation, first instant, end]` of the days. */
  async bounds({ from, to }: Period): Promise<[string, Date, Date]> {
    const { timeZone } = await this.organisations.current();
    return [this.db.organisationId, startOfDay(timeZone, from), startOfDay(timeZone, addDays(to, 1))];
  }
}
