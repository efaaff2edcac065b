import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ClickDays, Counts, TopPublications } from '@portevoix/analytics/api';
import { ActivityKind } from '@portevoix/analytics/shared';
import { addDays, daysBetween } from '@portevoix/identity/shared';
import { COHORTS, idOf, NETWORKS, ORGANISATION, WORLD_NOW, type Database, type Part } from '../harness';
import type { Get } from './in-process';

/** A quarter, and the one before. */
export const PERIOD = { from: '2026-08-03', to: '2026-10-31', compareFrom: '2026-05-05', compareTo: '2026-08-02' };
const DAYS = { from: PERIOD.from, to: PERIOD.to };
/** Paris is at UTC+2 on the first day, at UTC+1 on the last. */
const BOUNDS = [ORGANISATION, '2026-08-02T22:00:00Z', '2026-10-31T23:00:00Z'];
const COHORT = idOf('cohort', 3);
const ONE = { from: PERIOD.from, to: PERIOD.to, first: 5 };

/** `n` in SQL as the id of row `n` of a kind. */
const id = (kind: Parameters<typeof idOf>[0], n: string): string => `(replace('${idOf(kind, 0)}', '000000000000', lpad(to_hex((${n})::bigint), 12, '0')))::uuid`;

/**
 * A year of `count` events, then the rollups as `analytics:rebuild` makes them. Of a hundred events 40 connections, 32
 * readings, 3 shares opened, 2.2 declared and 0.3 taken back, 21 clicks, 1.5 answers. A publication is read for two
 * weeks, less each day; a share is its person's, and is clicked for two weeks. One hit in two on a link is valid.
 */
export const activity = (count: number, of: { people: number; publications: number }): Part => ({
  key: `activity ${count} of ${of.people} and ${of.publications}`,
  async load(db) {
    await db.query('select setseed(0.5)');
    await db.query(`
      insert into activity_event (organisation_id, id, at, day, kind, person_id, person_number, scope_ids, publication_id, subject_id, network)
      with happened as (
        select n, '${WORLD_NOW.toISOString()}'::timestamptz - interval '365 days' * (1 - n::float8 / ${count}) as at, random() as what, floor(random() * ${of.people})::int as who,
               greatest(0, floor(n * 0.03 - power(random(), 2) * ${count} * 0.03 * 14 / 365))::int as share,
               greatest(0, floor(n::float8 / ${count} * ${of.publications} - power(random(), 2) * ${of.publications} * 14 / 365))::int as publication
          from generate_series(0, ${count} - 1) as n),
      told as (
        select *, case when what < 0.40 then 'CONNECTED' when what < 0.72 then 'READ' when what < 0.735 then 'FEEDBACK' when what < 0.765 then 'SHARE_OPENED' when what < 0.787 then 'SHARE_DECLARED' when what < 0.79 then 'SHARE_RETRACTED' else 'CLICK_VALID' end as kind
          from happened),
      owned as (select *, kind in ('SHARE_OPENED', 'SHARE_DECLARED', 'SHARE_RETRACTED', 'CLICK_VALID') as of_share from told),
      done as (
        select *, case when of_share then (share::bigint * 7919) % ${of.people} else who end as person,
               case when of_share then greatest(0, floor(share / ${0.03 * count} * ${of.publications})::int - share % 120) else publication end as item from owned)
      select '${ORGANISATION}', ${id('event', 'n')}, date_trunc('milliseconds', at), (at at time zone 'Europe/Paris')::date, kind, ${id('person', 'person')}, person + 1,
             case when person % 5 = 0 then array[${id('programme', '0')}, ${id('cohort', `(person / 5) % ${COHORTS}`)}] else '{}' end,
             case when kind <> 'CONNECTED' then ${id('publication', 'item')} end,
             case when of_share then ${id('share', 'share')} end, case when of_share then (array[${NETWORKS.map((name) => `'${name}'`).join(', ')}])[1 + share % 4] end
        from done`);
    await db.query(`
      insert into click (organisation_id, id, link_id, at, hour, visitor_hash, valid, reason)
      select '${ORGANISATION}', gen_random_uuid(), ${id('link', 'n')}, at, case when n % 2 = 0 then floor(extract(epoch from at) / 3600)::int end, n::text, n % 2 = 0, case n % 6 when 1 then 'BOT' when 3 then 'DUPLICATE' when 5 then 'HEAD' else 'VALID' end
        from (select n, date_trunc('milliseconds', '${WORLD_NOW.toISOString()}'::timestamptz - interval '365 days' * (1 - n::float8 / ${count / 4})) as at from generate_series(0, ${count / 4} - 1) as n) h`);
    await db.query('analyze activity_event');
    const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../../../../dist/api/cli.js'), 'analytics:rebuild'], { env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: db.url, PORTEVOIX_SECRET: randomBytes(32).toString('base64url') }, encoding: 'utf8' });
    if (status !== 0) throw new Error(`The rollups were not built:\n${stderr}`);
  },
});

/** What the resolvers ask. */
export interface Ours {
  counts: Counts;
  clicks: ClickDays;
  top: TopPublications;
}

export const oursOf = (get: Get): Ours => ({ counts: get(Counts), clicks: get(ClickDays), top: get(TopPublications) });

/** One figure: from the rollups as the page asks for it, and by a statement over the raw events that gives the same. */
export interface FigureAt {
  from(ours: Ours): Promise<unknown>;
  raw(database: Database): Promise<unknown>;
}

const IN_PERIOD = 'organisation_id = $1 and at >= $2 and at < $3';
const distinct = (condition: string) => async (database: Database) => {
  const [row] = await database.query<{ n: number }>(`select count(distinct person_number)::int as n from activity_event where ${IN_PERIOD} and ${condition}`, BOUNDS);
  return row!.n;
};
const perDay = async (database: Database, what: string, condition: string): Promise<number[]> => {
  const rows = await database.query<{ day: string; n: number }>(`select day::text, ${what}::int as n from activity_event where ${IN_PERIOD} and ${condition} group by 1`, BOUNDS);
  return inDays(new Map(rows.map(({ day, n }) => [day, n])));
};
const inDays = (values: ReadonlyMap<string, number>): number[] => Array.from({ length: daysBetween(PERIOD.from, PERIOD.to) + 1 }, (_, index) => values.get(addDays(PERIOD.from, index)) ?? 0);
const ACTIVE = `kind in ('READ', 'SHARE_DECLARED', 'FEEDBACK')`;

/** Every share's standing, from the steps of a year: a share of the period may have been opened or taken back outside of it. */
const STANDINGS = `
  with gone as (select subject_id, max(at) as at from activity_event where organisation_id = $1 and kind = 'SHARE_RETRACTED' group by 1),
  known as (
    select s.subject_id, min(network) as network, min(publication_id::text)::uuid as publication_id,
           min(s.day) filter (where s.kind = 'SHARE_OPENED') as opened,
           min(s.day) filter (where s.kind = 'SHARE_DECLARED' and (g.at is null or s.at > g.at)) as declared,
           min(s.day) filter (where s.kind = 'CLICK_VALID') as clicked
      from activity_event s left join gone g using (subject_id) where s.organisation_id = $1 and s.subject_id is not null group by 1),
  share as (
    select *, case when clicked is not null then 'MEASURED' when declared is not null then 'DECLARED' when opened is not null then 'OPENED' end as standing,
           case when clicked is null and declared is null then opened else least(clicked, declared) end as day from known)`;
const FROM_TO = [ORGANISATION, PERIOD.from, PERIOD.to];

export const FIGURES: Record<string, FigureAt> = {
  'people connected': { from: ({ counts }) => counts.people(ActivityKind.CONNECTED, DAYS), raw: distinct(`kind = 'CONNECTED'`) },
  readers: { from: ({ counts }) => counts.people(ActivityKind.READ, DAYS), raw: distinct(`kind = 'READ'`) },
  'active members': { from: ({ counts }) => counts.activeMembers(DAYS), raw: distinct(`${ACTIVE} and cardinality(scope_ids) > 0`) },
  'active members of one cohort of 20': { from: ({ counts }) => counts.activeMembers(DAYS, COHORT), raw: distinct(`${ACTIVE} and '${COHORT}' = any(scope_ids)`) },
  'valid clicks': {
    from: ({ counts }) => counts.events(ActivityKind.CLICK_VALID, DAYS),
    raw: async (database) => (await database.query<{ n: number }>(`select count(*)::int as n from activity_event where ${IN_PERIOD} and kind = 'CLICK_VALID'`, BOUNDS))[0]!.n,
  },
  'raw clicks, by verdict': {
    from: async ({ clicks }) => ({ ...(await clicks.totals(PERIOD.from, PERIOD.to)) }),
    raw: async (database) => Object.fromEntries((await database.query<{ reason: string; n: number }>(`select reason, count(*)::int as n from click where ${IN_PERIOD} group by 1`, BOUNDS)).map(({ reason, n }) => [reason, n])),
  },
  'shares by network and state': {
    from: async ({ counts }) => (await counts.networks(DAYS)).map((row) => ({ ...row })),
    raw: async (database) =>
      (await database.query<object>(
        `${STANDINGS} select network, count(*) filter (where standing = 'OPENED')::int as opened, count(*) filter (where standing = 'DECLARED')::int as declared, count(*) filter (where standing = 'MEASURED')::int as measured
           from share where day between $2 and $3 group by 1 order by count(*) filter (where standing <> 'OPENED') desc, network`,
        FROM_TO,
      )).map((row) => ({ ...row })),
  },
  'people connected, day by day': { from: async ({ counts }) => inDays(await counts.peopleByDay(ActivityKind.CONNECTED, DAYS)), raw: (database) => perDay(database, 'count(distinct person_number)', `kind = 'CONNECTED'`) },
  'valid clicks, day by day': { from: async ({ counts }) => inDays(await counts.eventsByDay(ActivityKind.CLICK_VALID, DAYS)), raw: (database) => perDay(database, 'count(*)', `kind = 'CLICK_VALID'`) },
  'readers who do not share': {
    from: async ({ counts }) => ({ ...(await counts.readersOnly(DAYS)) }),
    raw: async (database) => ({
      ...(await database.query<object>(
        `with seen as (select person_number, bool_or(kind = 'READ') as reads, bool_or(kind in ('SHARE_DECLARED', 'CLICK_VALID')) as shares from activity_event where ${IN_PERIOD} group by 1)
         select count(*)::int as people, count(*) filter (where reads and not shares)::int as "readersOnly" from seen`,
        BOUNDS,
      ))[0],
    }),
  },
  'best publications': {
    from: async ({ top }) => (await top.of(ONE)).map(({ publication, readers, clicks, shares }) => ({ id: publication.id, readers, clicks, shares })),
    raw: async (database) =>
      (await database.query<object>(
        `${STANDINGS}, told as (
           select publication_id, count(*) filter (where kind = 'READ')::int as readers, count(*) filter (where kind = 'CLICK_VALID')::int as clicks from activity_event
            where organisation_id = $1 and at >= '${BOUNDS[1]}' and at < '${BOUNDS[2]}' and publication_id is not null group by 1),
         shared as (select publication_id, count(*)::int as shares from share where standing <> 'OPENED' and day between $2 and $3 group by 1)
         select publication_id as id, readers, clicks, coalesce(shares, 0) as shares from told left join shared using (publication_id) where readers >= 5 order by clicks desc, shares desc, readers desc, publication_id limit 5`,
        FROM_TO,
      )).map((row) => ({ ...row })),
  },
};
