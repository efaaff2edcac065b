import { Injectable } from '@nestjs/common';
import { ActivityKind } from '@portevoix/analytics/shared';
import { Organisations } from '@portevoix/identity/api';
import { dayOf } from '@portevoix/identity/shared';
import { Db, derivedId } from '@portevoix/platform';
import { widthFor, bitsOf } from './bits';
import { ShareLives } from './share-lives.service';

/** What a reaction tells; `source` makes the row's id, so that the same fact told twice is one row. */
export interface Fact {
  source: string;
  at: Date;
  kind: ActivityKind;
  personId: string;
  /** Day of the organisation's calendar; that of `at` when it is not given. */
  day?: string;
  publicationId?: string | null;
  /** The share, for its steps and clicks. */
  subjectId?: string | null;
  network?: string | null;
}

interface NewRow extends Record<string, unknown> {
  day: string;
  kind: ActivityKind;
  person_number: number | null;
  publication_id: string | null;
  subject_id: string | null;
  network: string | null;
}

/** Kinds whose distinct people are kept day by day. */
export const PEOPLE_KINDS: readonly ActivityKind[] = [ActivityKind.CONNECTED, ActivityKind.READ];
export const NO_PUBLICATION = '00000000-0000-0000-0000-000000000000';

/** Writes events and brings the rollups along in the same transaction. */
@Injectable()
export class Activity {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly lives: ShareLives,
  ) {}

  /** Facts already told change nothing. */
  async record(facts: readonly Fact[]): Promise<void> {
    await this.db.query(`select pg_advisory_xact_lock_shared(hashtext('analytics.rollups'), hashtext($1))`, [this.db.organisationId]);
    const rows = await this.insert(facts);
    await this.addToDays(rows);
    await this.addToPeople(rows);
    await this.lives.refresh([...new Set(rows.flatMap(({ subject_id: id }) => id ?? []))]);
  }

  /** Events alone, without their rollups: for a load followed by a rebuild. The new rows. */
  async insert(facts: readonly Fact[]): Promise<NewRow[]> {
    const { timeZone } = await this.organisations.current();
    const rows: NewRow[] = [];
    for (let from = 0; from < facts.length; from += 1000) {
      const part = facts.slice(from, from + 1000);
      const column = <T>(pick: (fact: Fact) => T): T[] => part.map(pick);
      rows.push(
        ...(await this.db.query<NewRow>(
          `with told as (
             insert into activity_event (organisation_id, id, at, day, kind, person_id, person_number, publication_id, subject_id, network)
             select $1, t.id, t.at, t.day, t.kind, t.person_id, p.number, t.publication_id, t.subject_id, t.network
               from unnest($2::uuid[], $3::timestamptz[], $4::date[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[]) as t(id, at, day, kind, person_id, publication_id, subject_id, network)
               left join person p on p.organisation_id = $1 and p.id = t.person_id
             on conflict do nothing returning day::text, kind, person_number, publication_id, subject_id, network)
           select * from told`,
          [
            this.db.organisationId, column(({ source }) => derivedId('analytics', source)), column(({ at }) => at), column(({ at, day }) => day ?? dayOf(at, timeZone)), column(({ kind }) => kind),
            column(({ personId }) => personId), column(({ publicationId }) => publicationId ?? null), column(({ subjectId }) => subjectId ?? null), column(({ network }) => network ?? null),
          ],
        )),
      );
    }
    return rows;
  }

  private async addToDays(rows: readonly NewRow[]): Promise<void> {
    if (!rows.length) return;
    // In one order everywhere, so that two transactions never wait for each other.
    await this.db.query(
      `insert into activity_day (organisation_id, day, kind, network, publication_id, count)
       select $1, t.day, t.kind, t.network, t.publication_id, count(*)::int
         from unnest($2::date[], $3::text[], $4::text[], $5::uuid[]) as t(day, kind, network, publication_id)
        group by 2, 3, 4, 5 order by 2, 3, 4, 5
       on conflict (organisation_id, day, kind, network, publication_id) do update set count = activity_day.count + excluded.count`,
      [this.db.organisationId, rows.map(({ day }) => day), rows.map(({ kind }) => kind), rows.map(({ network }) => network ?? ''), rows.map(({ publication_id: id }) => id ?? NO_PUBLICATION)],
    );
  }

  private async addToPeople(rows: readonly NewRow[]): Promise<void> {
    const numbers = new Map<string, Set<number>>();
    for (const { day, kind, person_number: number } of rows) {
      if (number === null || !PEOPLE_KINDS.includes(kind)) continue;
      const key = `${day} ${kind}`;
      numbers.set(key, (numbers.get(key) ?? new Set()).add(number));
    }
    for (const key of [...numbers.keys()].sort()) {
      const [day, kind] = key.split(' ');
      const set = numbers.get(key)!;
      const width = widthFor(await this.highestNumber());
      await this.db.query(
        `insert into people_day (organisation_id, day, kind, people) values ($1, $2, $3, $4::varbit)
         on conflict (organisation_id, day, kind) do update set people = (people_day.people::bit(${width}) | excluded.people::bit(${width}))::varbit`,
        [this.db.organisationId, day, kind, bitsOf(set, width)],
      );
    }
  }

  /** Never falls, so that a day's bit string never shrinks. */
  async highestNumber(): Promise<number> {
    const [row] = await this.db.query<{ highest: number }>(
      `select greatest((select coalesce(max(number), 0) from person where organisation_id = $1), (select coalesce(max(length(people)), 0) from people_day where organisation_id = $1))::int as highest`,
      [this.db.organisationId],
    );
    return row?.highest ?? 0;
  }
}
