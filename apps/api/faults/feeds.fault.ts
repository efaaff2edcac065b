import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@portevoix/platform';
import { good, HOSTILE, open, type Site } from './hostile-feeds';
import { Town } from './town';
import { eventually, World, type Program } from './world';

const SECONDS = 20;
const MEGABYTES = 150;

let world: World;
let town: Town;
let worker: Program;
let hostile: Site;
let kind: Site;

beforeAll(async () => {
  world = await World.start('feeds');
  town = await Town.of(world);
  hostile = await open('127.0.0.1', (name, response) => HOSTILE[name.replace(/-\d+$/, '')]!.answer(response));
  kind = await open('127.0.0.2', good);
  worker = await world.worker({ OUTBOUND_ALLOW: `${hostile.origin},${kind.origin}` });
}, 240_000);

afterAll(async () => {
  await world.stop();
  await town.close();
  for (const { server } of [hostile, kind]) {
    server.closeAllConnections();
    server.close();
  }
});

/** Asks for the sources, in this order. */
async function ask(addresses: readonly string[]): Promise<string[]> {
  const ids = addresses.map(() => newId());
  await town.write(async () => {
    for (const [n, id] of ids.entries()) {
      await town.db.query(
        `insert into source (organisation_id, id, programme_id, url, title, interval_minutes, status, failures, items_seen, created_at) values ($1, $2, $3, $4, $4, 60, 'CHECKING', 0, 0, now())`,
        [town.organisationId, id, town.programmeId, `http://${addresses[n]!}`],
      );
    }
    await town.events.sendAll({ name: 'content.fetch-source' }, ids.map((sourceId) => ({ sourceId })));
  });
  return ids;
}

interface Seen {
  id: string;
  status: string;
  failure_code: string | null;
  items_seen: number;
}
const read = (ids: readonly string[]) => world.sql<Seen>('select id, status, failure_code, items_seen from source where id = any($1) order by array_position($1, id)', [ids]);
const isDone = (rows: readonly Seen[]) => rows.every(({ status }) => status !== 'CHECKING');

/** MB of memory that the worker has, and the most that it had since `forget`. */
const memory = (line: 'VmRSS' | 'VmHWM') => Number(new RegExp(`${line}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${worker.process.pid}/status`, 'utf8'))![1]) / 1024;
const forget = () => writeFileSync(`/proc/${worker.process.pid}/clear_refs`, '5');

describe('a source that wishes us ill', () => {
  it.each(Object.entries(HOSTILE))('%s is refused by the limit that it meets, in time and memory', async (name, { code }) => {
    forget();
    const [before, from] = [memory('VmRSS'), Date.now()];
    const ids = await ask([`${hostile.origin}/${name}`]);
    const [seen] = await eventually(() => read(ids), isDone, 60);
    const seconds = (Date.now() - from) / 1000;
    expect(seen).toMatchObject({ status: 'FAILING', failure_code: code, items_seen: 0 });
    // The job waits for its turn in the queue first, 2 s at most.
    expect(seconds).toBeLessThan(SECONDS + 2);
    expect(memory('VmHWM') - before).toBeLessThan(MEGABYTES);
    expect(worker.ended).toBe(false);
  });

  it('keeps nobody else waiting, however many of them come first', async () => {
    const many = Object.keys(HOSTILE).map((name) => `${hostile.origin}/${name}-1`);
    const slow = Array.from({ length: 4 }, (_, n) => `${hostile.origin}/drip-${n + 3}`);
    const bad = await ask([...slow, ...many]);
    const well = await ask(Array.from({ length: 5 }, (_, n) => `${kind.origin}/journal-${n}`));
    const seen = await eventually(() => read(well), isDone, 60);
    expect(seen.map(({ status, items_seen }) => [status, items_seen])).toEqual(well.map(() => ['OK', 1]));
    // Those that drip are still being waited for.
    expect((await read(bad)).filter(({ status }) => status === 'CHECKING').length).toBeGreaterThan(1);
  });
});
