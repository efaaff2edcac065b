import { Injectable } from '@nestjs/common';
import type { ActivityKind, ShareStanding } from '@portevoix/analytics/shared';
import { Db } from '@portevoix/platform';
import { widthFor } from './bits';
import { ClickDays } from './click-days.service';
import { PeopleDays, type DayPeople } from './people-days.service';
import { SCOPES_SQL } from './scopes';
import { ShareLives } from './share-lives.service';

/** Each rollup as a replay of the raw events gives it; the shares' are counted from where each share stands, itself replayed. */
const REPLAYS = {
  activity_day: {
    columns: 'kind, scope_id, day, count',
    replay: `select kind, scope_id, day, count(*)::int as count from activity_event, unnest(${SCOPES_SQL('scope_ids')}) as scope_id where organisation_id = $1 group by 1, 2, 3`,
    holds: 'count <> 0',
  },
  share_day: {
    columns: 'scope_id, day, standing, network, count',
    replay: `select scope_id, day, standing, network, count(*)::int as count from share_life, unnest(${SCOPES_SQL('scope_ids')}) as scope_id where organisation_id = $1 and day is not null group by 1, 2, 3, 4`,
    holds: 'count <> 0',
  },
  publication_day: {
    columns: 'day, publication_id, readers, clicks, shares',
    replay: `select day, publication_id, sum(readers)::int as readers, sum(clicks)::int as clicks, sum(shares)::int as shares from (
        select day, publication_id, (kind = 'READ')::int as readers, (kind = 'CLICK_VALID')::int as clicks, 0 as shares from activity_event where organisation_id = $1 and publication_id is not null and kind in ('READ', 'CLICK_VALID')
        union all select day, publication_id, 0, 0, 1 from share_life where organisation_id = $1 and standing in ('DECLARED', 'MEASURED')) f group by 1, 2`,
    holds: '(readers, clicks, shares) <> (0, 0, 0)',
  },
};

interface PeopleRow extends Record<string, unknown> {
  day: string;
  kind: ActivityKind | ShareStanding;
  scope: string;
  numbers: number[];
}

/** Rollups made again from the raw events, and compared with them. */
@Injectable()
export class Rollups {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleDays,
    private readonly lives: ShareLives,
    private readonly clicks: ClickDays,
  ) {}

  /** Empties the organisation's rollups and replays its events into them; nobody counts meanwhile. */
  async rebuild(): Promise<void> {
    const { organisationId } = this.db;
    await this.alone();
    for (const table of ['share_life', 'people_day', ...Object.keys(REPLAYS)]) await this.db.query(`delete from ${table} where organisation_id = $1`, [organisationId]);
    await this.lives.rebuild();
    for (const [table, { columns, replay }] of Object.entries(REPLAYS)) await this.db.query(`insert into ${table} (organisation_id, ${columns}) select $1, r.* from (${replay}) r`, [organisationId]);
    const width = await this.width();
    for await (const { rows } of this.replayPeople()) await this.people.insert(rows, width);
    await this.clicks.refreshAll();
  }

  /** What differs between the rollups and a replay, as `table: n rows`; empty when they are equal. */
  async verify(): Promise<string[]> {
    await this.alone();
    const differences: Record<string, number> = { share_life: await this.lives.thatDiffer(), people_day: await this.peopleThatDiffer() };
    for (const [table, { columns, replay, holds }] of Object.entries(REPLAYS)) {
      const stored = `select ${columns} from ${table} where organisation_id = $1 and ${holds}`;
      const [row] = await this.db.query<{ rows: number }>(`select count(*)::int as rows from (((${stored}) except (${replay})) union all ((${replay}) except (${stored}))) d`, [this.db.organisationId]);
      differences[table] = row!.rows;
    }
    differences.click_day = await this.clicks.thatDiffer();
    return Object.entries(differences).flatMap(([table, rows]) => (rows ? [`${table}: ${rows} rows`] : []));
  }

  private async alone(): Promise<void> {
    await this.db.query(`set local statement_timeout = '600s'`);
    await this.db.query(`select pg_advisory_xact_lock(hashtext('analytics.rollups'), hashtext($1))`, [this.db.organisationId]);
  }

  private async peopleThatDiffer(): Promise<number> {
    const width = await this.width();
    const stored = await this.db.query<{ day: string }>('select distinct day::text from people_day where organisation_id = $1', [this.db.organisationId]);
    const left = new Set(stored.map(({ day }) => day));
    let rows = 0;
    for await (const { day, rows: replayed } of this.replayPeople()) {
      left.delete(day);
      rows += await this.people.thatDiffer(day, replayed, width);
    }
    for (const day of left) rows += await this.people.thatDiffer(day, [], width);
    return rows;
  }

  /** Wide enough for everybody ever counted. */
  private async width(): Promise<number> {
    const [row] = await this.db.query<{ highest: number }>(
      'select greatest((select max(person_number) from activity_event where organisation_id = $1), (select max(width) from people_day where organisation_id = $1), 0)::int as highest',
      [this.db.organisationId],
    );
    return widthFor(row!.highest);
  }

  /** Day after day, so that no more than one is held. */
  private async *replayPeople(): AsyncGenerator<{ day: string; rows: DayPeople[] }> {
    const { organisationId } = this.db;
    const standing = await this.db.query<PeopleRow>(
      `select day::text, standing as kind, scope, array_agg(distinct person_number) as numbers from share_life, unnest(${SCOPES_SQL('scope_ids')}) as scope
        where organisation_id = $1 and day is not null and person_number is not null group by 1, 2, 3`,
      [organisationId],
    );
    const sharers = Map.groupBy(standing, ({ day }) => day);
    const days = await this.db.query<{ day: string }>('select distinct day::text from activity_event where organisation_id = $1', [organisationId]);
    for (const { day } of days) {
      const seen = await this.db.query<PeopleRow>(
        `select kind, scope, array_agg(distinct person_number) as numbers from activity_event, unnest(${SCOPES_SQL('scope_ids')}) as scope
          where organisation_id = $1 and day = $2 and person_number is not null group by 1, 2`,
        [organisationId, day],
      );
      yield { day, rows: [...seen, ...(sharers.get(day) ?? [])].map(({ kind, scope: scopeId, numbers }) => ({ kind, scopeId, day, numbers })) };
    }
  }
}
