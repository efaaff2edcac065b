import { Injectable } from '@nestjs/common';
import { ActivityKind, ShareStanding, type NetworkFigures } from '@portevoix/analytics/shared';
import type { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { Organisations } from '@portevoix/identity/api';
import { addDays, startOfDay } from '@portevoix/identity/shared';
import { Db } from '@portevoix/platform';
import { EVERYBODY, MEMBERS } from '../activity/scopes';

export interface Period {
  from: string;
  to: string;
}

/** The members of one cohort, or those who came by one origin. */
export interface Part {
  cohortId?: string;
  origin?: RecruitmentOrigin;
}

/** What a person does to take part. Opening a composer is only an intention; a click is somebody else's doing. */
export const ACTIVE: readonly ActivityKind[] = [ActivityKind.READ, ActivityKind.SHARE_DECLARED, ActivityKind.FEEDBACK];
/** What shows that a person shared. */
const SHARED: readonly ActivityKind[] = [ActivityKind.SHARE_DECLARED, ActivityKind.CLICK_VALID];

/** People of one scope over a period. */
export interface PeopleOf {
  scopeId: string;
  people: number;
}

/** Readers without a share, and the others seen. */
export interface ReadersOf {
  scopeId: string;
  people: number;
  readersOnly: number;
}

/**
 * Counts from the rollups, over days [from, to]: everybody's, or of one scope (a cohort, a programme, all members), by
 * what its people did while they were in it.
 */
@Injectable()
export class Counts {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
  ) {}

  /** Distinct people over the period: the days' bit strings, or-ed. */
  async people(kind: ActivityKind, period: Period, of: readonly string[] = EVERYBODY): Promise<number> {
    const [row] = await this.bits<{ people: number }>('count_of(people) as people', [kind], period, of);
    return row?.people ?? 0;
  }

  /** Distinct people of one kind or another, for each scope that has any. */
  peopleByScope(kinds: readonly (ActivityKind | ShareStanding)[], period: Period, of: readonly string[]): Promise<PeopleOf[]> {
    return this.bits<PeopleOf>('scope_id as "scopeId", count_of(people) as people', kinds, period, of, 'group by scope_id');
  }

  /** Distinct people of each day that has any. */
  async peopleByDay(kind: ActivityKind, period: Period, of: readonly string[] = EVERYBODY): Promise<Map<string, number>> {
    const rows = await this.bits<{ day: string; n: number }>('day::text, count_of(people) as n', [kind], period, of, 'group by day');
    return new Map(rows.map(({ day, n }) => [day, n]));
  }

  /** Events of one kind. */
  async events(kind: ActivityKind, { from, to }: Period, of: readonly string[] = EVERYBODY): Promise<number> {
    const [row] = await this.db.query<{ n: number }>('select coalesce(sum(count), 0)::int as n from activity_day where organisation_id = $1 and kind = $2 and scope_id = any($5) and day between $3 and $4', [this.db.organisationId, kind, from, to, of]);
    return row!.n;
  }

  async eventsByDay(kind: ActivityKind, { from, to }: Period): Promise<Map<string, number>> {
    const rows = await this.db.query<{ day: string; n: number }>('select day::text, sum(count)::int as n from activity_day where organisation_id = $1 and kind = $2 and scope_id = any($5) and day between $3 and $4 group by day', [this.db.organisationId, kind, from, to, EVERYBODY]);
    return new Map(rows.map(({ day, n }) => [day, n]));
  }

  async sharesByDay({ from, to }: Period): Promise<Map<string, number>> {
    const rows = await this.db.query<{ day: string; n: number }>(`select day::text, sum(count)::int as n from share_day where organisation_id = $1 and scope_id = any($4) and day between $2 and $3 and standing <> 'OPENED' group by day`, [this.db.organisationId, from, to, EVERYBODY]);
    return new Map(rows.map(({ day, n }) => [day, n]));
  }

  /** A share counts once, in its last known state: measured on the first day it was known to be out, else declared, else opened. */
  networks({ from, to }: Period, of: readonly string[] = EVERYBODY): Promise<NetworkFigures[]> {
    return this.db.query<NetworkFigures & Record<string, unknown>>(
      `select network,
              coalesce(sum(count) filter (where standing = 'OPENED'), 0)::int as opened,
              coalesce(sum(count) filter (where standing = 'DECLARED'), 0)::int as declared,
              coalesce(sum(count) filter (where standing = 'MEASURED'), 0)::int as measured
         from share_day where organisation_id = $1 and scope_id = any($4) and day between $2 and $3 and count > 0
        group by 1 order by sum(count) filter (where standing <> 'OPENED') desc nulls last, network`,
      [this.db.organisationId, from, to, of],
    );
  }

  /** Members at some instant of the period, all or of a part: whoever joins later changes nothing of it. */
  async members(period: Period, { cohortId, origin }: Part = {}): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(
      'select count(distinct person_id)::int as n from cohort_membership where organisation_id = $1 and ($4::uuid is null or cohort_id = $4) and ($5::text is null or origin = $5) and since < $3 and (until is null or until > $2)',
      [...(await this.bounds(period)), cohortId ?? null, origin ?? null],
    );
    return row!.n;
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

  /** Those who took part while they were members, or in one cohort or programme. */
  async activeMembers(period: Period, scopeId: string = MEMBERS): Promise<number> {
    const [row] = await this.peopleByScope(ACTIVE, period, [scopeId]);
    return row?.people ?? 0;
  }

  /** People seen in the period, and those of them who read and shared nothing. */
  async readersOnly(period: Period): Promise<Omit<ReadersOf, 'scopeId'>> {
    const [row] = await this.bits<Omit<ReadersOf, 'scopeId'>>(READERS_ONLY, Object.values(ActivityKind), period, EVERYBODY);
    return { people: row?.people ?? 0, readersOnly: row?.readersOnly ?? 0 };
  }

  /** The same for each scope that has seen any. */
  readersOnlyByScope(period: Period, of: readonly string[]): Promise<ReadersOf[]> {
    return this.bits<ReadersOf>(`scope_id as "scopeId", ${READERS_ONLY}`, Object.values(ActivityKind), period, of, 'group by scope_id');
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

  /** Bits of the widest day met in each organisation: days only grow. */
  private readonly widths = new Map<string, number>();

  /**
   * Reads `people_day` with every bit string as wide as the widest; `count_of(people)` counts those of a group. No row:
   * nobody. One statement, and once more when a day is wider than was known; `offset 0`: each string is read once,
   * however many counts are made of it.
   */
  private async bits<T>(select: string, kinds: readonly string[], { from, to }: Period, of: readonly string[], groupBy = ''): Promise<T[]> {
    const { organisationId } = this.db;
    const columns = select.replaceAll('count_of(people)', 'bit_count(bit_or(people))::int');
    for (;;) {
      const width = this.widths.get(organisationId) ?? 1024;
      const rows = await this.db.query<T & { widest: number | null }>(
        `select ${columns}, max(width)::int as widest from (select kind, scope_id, day, width, people::bit(${width}) as people from people_day
           where organisation_id = $1 and kind = any($2) and scope_id = any($3) and day between $4 and $5 offset 0) p ${groupBy}`,
        [organisationId, kinds, of, from, to],
      );
      const widest = Math.max(0, ...rows.map((row) => row.widest ?? 0));
      if (widest <= width) return rows.filter((row) => row.widest !== null).map(({ widest: _, ...row }) => row as T);
      this.widths.set(organisationId, widest);
    }
  }
}

const list = (kinds: readonly ActivityKind[]): string => kinds.map((kind) => `'${kind}'`).join(', ');
const READERS_ONLY = `count_of(people) as people,
  coalesce(bit_count(bit_or(people) filter (where kind = 'READ')) - coalesce(bit_count(bit_or(people) filter (where kind = 'READ') & bit_or(people) filter (where kind in (${list(SHARED)}))), 0), 0)::int as "readersOnly"`;
