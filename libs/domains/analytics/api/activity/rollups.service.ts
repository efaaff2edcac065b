import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '@portevoix/analytics/shared';
import { Db } from '@portevoix/platform';
import { Activity, NO_PUBLICATION, PEOPLE_KINDS } from './activity.service';
import { bitsOf, widthFor } from './bits';
import { ClickDays } from './click-days.service';
import { ShareLives } from './share-lives.service';

const REPLAY_DAYS = `select organisation_id, day, kind, coalesce(network, '') as network, coalesce(publication_id, '${NO_PUBLICATION}') as publication_id, count(*)::int as count
  from activity_event where organisation_id = $1 group by 1, 2, 3, 4, 5`;

/** Rollups made again from the raw events, and compared with them. */
@Injectable()
export class Rollups {
  constructor(
    private readonly db: Db,
    private readonly activity: Activity,
    private readonly lives: ShareLives,
    private readonly clicks: ClickDays,
  ) {}

  /** Empties the organisation's rollups and replays its events into them; nobody counts meanwhile. */
  async rebuild(): Promise<void> {
    const { organisationId } = this.db;
    await this.db.query(`set local statement_timeout = '600s'`);
    await this.db.query(`select pg_advisory_xact_lock(hashtext('analytics.rollups'), hashtext($1))`, [organisationId]);
    for (const table of ['activity_day', 'people_day', 'share_life']) await this.db.query(`delete from ${table} where organisation_id = $1`, [organisationId]);
    await this.db.query(`insert into activity_day (organisation_id, day, kind, network, publication_id, count) ${REPLAY_DAYS}`, [organisationId]);
    const width = widthFor(await this.activity.highestNumber());
    for (const { day, kind, numbers } of await this.replayPeople()) {
      await this.db.query('insert into people_day (organisation_id, day, kind, people) values ($1, $2, $3, $4::varbit)', [organisationId, day, kind, bitsOf(numbers, width)]);
    }
    await this.lives.write(await this.lives.compute(null));
    await this.clicks.refreshAll();
  }

  /** What differs between the rollups and a replay, as `table: n rows`; empty when they are equal. */
  async verify(): Promise<string[]> {
    await this.db.query(`set local statement_timeout = '600s'`);
    await this.db.query(`select pg_advisory_xact_lock(hashtext('analytics.rollups'), hashtext($1))`, [this.db.organisationId]);
    const differences = { activity_day: await this.daysThatDiffer(), people_day: await this.peopleThatDiffer(), share_life: await this.livesThatDiffer(), click_day: await this.clicks.thatDiffer() };
    return Object.entries(differences).flatMap(([table, rows]) => (rows ? [`${table}: ${rows} rows`] : []));
  }

  private async daysThatDiffer(): Promise<number> {
    const stored = 'select organisation_id, day, kind, network, publication_id, count from activity_day where organisation_id = $1';
    const [row] = await this.db.query<{ rows: number }>(`select count(*)::int as rows from (((${stored}) except (${REPLAY_DAYS})) union all ((${REPLAY_DAYS}) except (${stored}))) d`, [this.db.organisationId]);
    return row?.rows ?? 0;
  }

  private async peopleThatDiffer(): Promise<number> {
    const rows = await this.db.query<{ day: string; kind: string; people: string }>('select day::text, kind, people::text from people_day where organisation_id = $1', [this.db.organisationId]);
    const stored = new Set(rows.map(({ day, kind, people }) => `${day} ${kind} ${people.replace(/0+$/, '')}`));
    const replayed = (await this.replayPeople()).map(({ day, kind, numbers }) => `${day} ${kind} ${bitsOf(numbers, widthFor(Math.max(...numbers))).replace(/0+$/, '')}`);
    const missing = replayed.filter((line) => !stored.delete(line));
    return missing.length + stored.size;
  }

  private async livesThatDiffer(): Promise<number> {
    const rows = await this.db.query<{ line: string }>(`select concat_ws(' ', share_id, opened_on, '/', shared_on, measured) as line from share_life where organisation_id = $1`, [this.db.organisationId]);
    const stored = new Set(rows.map(({ line }) => line));
    const replayed = (await this.lives.compute(null)).map(({ shareId, openedOn, sharedOn, measured }) => [shareId, openedOn, '/', sharedOn, measured ? 't' : 'f'].filter((part) => part !== null).join(' '));
    const missing = replayed.filter((line) => !stored.delete(line));
    return missing.length + stored.size;
  }

  private replayPeople(): Promise<{ day: string; kind: ActivityKind; numbers: number[] }[]> {
    return this.db.query(
      `select day::text, kind, array_agg(distinct person_number) as numbers from activity_event
        where organisation_id = $1 and kind = any($2) and person_number is not null group by 1, 2`,
      [this.db.organisationId, PEOPLE_KINDS],
    );
  }
}
