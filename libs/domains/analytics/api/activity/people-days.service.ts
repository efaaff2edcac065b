import { Injectable } from '@nestjs/common';
import type { ActivityKind, ShareStanding } from '@portevoix/analytics/shared';
import { Db } from '@portevoix/platform';
import { bitsOf, widthFor } from './bits';

/** One bit: somebody, on a day, of a kind, in a scope. */
export interface Presence {
  kind: ActivityKind | ShareStanding;
  scopeId: string;
  day: string;
  number: number;
}

/** All the people of one row. */
export interface DayPeople extends Omit<Presence, 'number'> {
  numbers: number[];
}

const KEY = 'p.organisation_id = $1 and p.kind = t.kind and p.scope_id = t.scope_id and p.day = t.day';
const TOLD = 'unnest($2::text[], $3::uuid[], $4::date[], $5::int[]) as t(kind, scope_id, day, number)';

/** The rollup of distinct people: `people_day`. */
@Injectable()
export class PeopleDays {
  constructor(private readonly db: Db) {}

  /** Sets bits. What is set already costs a look, no lock. */
  async add(presences: readonly Presence[]): Promise<void> {
    if (!presences.length) return;
    const missing = await this.db.query<Presence & { width: number | null }>(
      `select distinct t.kind, t.scope_id as "scopeId", t.day::text, t.number, p.width from ${TOLD} left join people_day p on ${KEY}
        where case when p.width >= t.number then get_bit(p.people, t.number - 1) else 0 end = 0`,
      this.columns(presences),
    );
    if (missing.length) await this.merge(byRow(missing), widthFor(Math.max(...missing.map(({ number, width }) => Math.max(number, width ?? 0)))));
  }

  /** Clears bits. */
  async remove(presences: readonly Presence[]): Promise<void> {
    for (const row of inOrder(byRow(presences))) {
      for (const number of row.numbers) {
        await this.db.query('update people_day set people = set_bit(people, $5 - 1, 0) where organisation_id = $1 and kind = $2 and scope_id = $3 and day = $4 and width >= $5', [this.db.organisationId, row.kind, row.scopeId, row.day, number]);
      }
    }
  }

  /** Puts whole rows in place of none. */
  async insert(rows: readonly DayPeople[], width: number): Promise<void> {
    await this.merge(rows, width);
  }

  /** Rows of the day that are not these. */
  async thatDiffer(day: string, rows: readonly DayPeople[], width: number): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(
      `select count(*)::int as n from (select * from people_day where organisation_id = $1 and day = $2) p
         full join unnest($3::text[], $4::uuid[], $5::varbit[]) as t(kind, scope_id, people) on p.kind = t.kind and p.scope_id = t.scope_id
        where coalesce(p.people, '')::bit(${width}) <> coalesce(t.people, '')::bit(${width})`,
      [this.db.organisationId, day, rows.map(({ kind }) => kind), rows.map(({ scopeId }) => scopeId), rows.map(({ numbers }) => bitsOf(numbers, width))],
    );
    return row!.n;
  }

  /** In one order everywhere, so that two transactions never wait for each other. */
  private async merge(rows: readonly DayPeople[], width: number): Promise<void> {
    if (!rows.length) return;
    const ordered = inOrder(rows);
    await this.db.query(
      `insert into people_day as p (organisation_id, kind, scope_id, day, width, people)
       select $1, t.kind, t.scope_id, t.day, ${width}, t.people from unnest($2::text[], $3::uuid[], $4::date[], $5::varbit[]) as t(kind, scope_id, day, people)
       on conflict (organisation_id, kind, scope_id, day) do update
         set width = greatest(p.width, ${width}),
             people = case when p.width > ${width} then p.people | (excluded.people || repeat('0', p.width - ${width})::varbit) else (p.people::bit(${width}) | excluded.people)::varbit end`,
      [this.db.organisationId, ordered.map(({ kind }) => kind), ordered.map(({ scopeId }) => scopeId), ordered.map(({ day }) => day), ordered.map(({ numbers }) => bitsOf(numbers, width))],
    );
  }

  private columns(presences: readonly Presence[]): unknown[] {
    return [this.db.organisationId, presences.map(({ kind }) => kind), presences.map(({ scopeId }) => scopeId), presences.map(({ day }) => day), presences.map(({ number }) => number)];
  }
}

function byRow(presences: readonly Presence[]): DayPeople[] {
  const rows = new Map<string, DayPeople>();
  for (const { kind, scopeId, day, number } of presences) {
    const key = keyOf({ kind, scopeId, day });
    const row = rows.get(key) ?? { kind, scopeId, day, numbers: [] };
    row.numbers.push(number);
    rows.set(key, row);
  }
  return [...rows.values()];
}

const keyOf = ({ kind, scopeId, day }: Pick<DayPeople, 'kind' | 'scopeId' | 'day'>): string => `${kind} ${scopeId} ${day}`;
const inOrder = (rows: readonly DayPeople[]): DayPeople[] => [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
