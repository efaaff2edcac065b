import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ClickLoad } from './clicks';
import { Town } from './town';
import { isLong, sleep, status, World } from './world';

const CLICKS = isLong ? 300_000 : 30_000;

/** What the next release might bring: a column and an index on tables that are read all the time. */
const MIGRATION = `export class FaultNote9999999999999 {
  name = 'FaultNote9999999999999';
  async up(runner) {
    await runner.query('alter table publication add column fault_note text');
    await runner.query('alter table share_link add column fault_note text');
    await runner.query('create index click_fault on click (organisation_id, referrer_host)');
  }
  async down(runner) {
    await runner.query('drop index click_fault');
    await runner.query('alter table share_link drop column fault_note');
    await runner.query('alter table publication drop column fault_note');
  }
}
`;

let world: World;
let folder: string;
let headers: Record<string, string>;
let code: string;

beforeAll(async () => {
  world = await World.start('upgrade');
  const town = await Town.of(world);
  const [person] = await town.people(1);
  const share = await town.share(person!, (await town.publication()).id);
  code = share.code;
  headers = { authorization: `Bearer ${await town.token()}`, 'content-type': 'application/json' };
  await world.sql(
    `insert into click (organisation_id, id, link_id, at, hour, visitor_hash, valid, reason)
     select l.organisation_id, gen_random_uuid(), l.id, now() - n * interval '1 minute', 400000 + n / 60, n::text, true, 'VALID' from share_link l, generate_series(1, $1) as n`,
    [CLICKS],
  );
  await town.close();
  // Beside the built ones, so that they find the chunks that they import.
  folder = resolve(`dist/api/upgrade-${process.pid}`);
  mkdirSync(folder);
  cpSync(resolve('dist/api/migrations'), folder, { recursive: true });
  writeFileSync(`${folder}/9999999999999-FaultNote.js`, MIGRATION);
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

const columns = async () => (await world.sql<{ n: number }>(`select count(*)::int as n from information_schema.columns where column_name = 'fault_note'`))[0]!.n;
const counts = () => world.sql(`select (select count(*)::int from publication) as publications, (select count(*)::int from share_link) as links, (select count(*)::int from person) as people`);

describe('a migration of tables in use', () => {
  it('waits for its turn without making anybody wait, and changes no row; the old version goes on', async () => {
    const server = await world.server();
    const before = await counts();
    const clicks = new ClickLoad(server.base, [code], 4);
    let going = true;
    const answers: { answer: number; ms: number }[] = [];
    const readers = Array.from({ length: 4 }, async () => {
      while (going) {
        const begun = Date.now();
        const answer = await status(`${server.base}/graphql`, { method: 'POST', headers, body: '{"query":"{ publications(first: 5) { edges { node { id title } } } }"}' });
        answers.push({ answer, ms: Date.now() - begun });
        await sleep(20);
      }
    });
    await clicks.more(50);

    // Somebody's long report reads what the migration wants to change.
    const report = new pg.Client({ connectionString: world.url });
    await report.connect();
    await report.query('begin');
    await report.query('select count(*) from publication');
    const migrating = world.cliAsync(['migrate', folder]);
    await sleep(6000);
    expect(await columns()).toBe(0);
    await report.query('commit');
    await report.end();
    expect(await migrating).toMatchObject({ code: 0, output: expect.stringContaining('FaultNote') });
    expect(await columns()).toBe(2);

    await clicks.more(50);
    going = false;
    await Promise.all(readers);
    await clicks.stop();
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.filter(({ answer }) => answer !== 200)).toEqual([]);
    expect([...clicks.statuses.keys()]).toEqual([302]);
    expect(await counts()).toEqual(before);
    expect(await world.cliAsync(['migrate', folder])).toMatchObject({ code: 0, output: expect.stringContaining('up to date') });
  });
});
