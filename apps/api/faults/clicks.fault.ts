import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ClickLoad } from './clicks';
import { Town } from './town';
import { eventually, freePort, isLong, sleep, status, World, type Program } from './world';

const BLOWS = isLong ? 4 : 2;
/** The promised seconds are those of a machine that does nothing else: a crowded one has as many more as it is crowded. */
const crowded = (): number => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

let world: World;
let codes: string[];
let token: string;
let server: Program;
let load: ClickLoad;

beforeAll(async () => {
  world = await World.start('clicks');
  const town = await Town.of(world);
  const { id } = await town.publication();
  const people = await town.people(3);
  codes = await Promise.all(people.map(async (person) => (await town.share(person, id)).code));
  token = await town.token();
  await town.close();
});
afterAll(() => world.stop());

afterEach(async () => {
  await load.stop();
  if (!server.ended) await server.kill('SIGTERM');
  await world.sql('truncate click, click_pending');
});

const stored = async () => (await world.sql<{ host: string }>('select referrer_host as host from click')).map(({ host }) => host);
const spooled = () => {
  const folder = join(world.folder, 'files/spool/clicks');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ndjson')).length : 0;
};
const graphql = () => fetch(`${server.base}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: '{"query":"{ currentProgramme { id } }"}' });

/** Acknowledged ⊆ stored ⊆ sent, each once. */
async function expectTheTruth(): Promise<void> {
  await load.stop();
  const missing = (kept: string[]) => [...load.acknowledged].filter((name) => !kept.includes(name));
  const kept = await eventually(stored, (names) => !missing(names).length && !spooled());
  expect(missing(kept)).toEqual([]);
  expect(kept.filter((name) => !load.sent.has(name))).toEqual([]);
  expect(new Set(kept).size).toBe(kept.length);
}

describe('clicks', () => {
  it('outlive kill -9 of the server, which is back at once', async () => {
    const PORT = String(await freePort());
    server = await world.server({ PORT });
    load = new ClickLoad(server.base, codes);
    for (let blow = 0; blow < BLOWS; blow += 1) {
      expect(await load.more(100)).toBeGreaterThanOrEqual(100);
      await server.kill();
      const begun = Date.now();
      server = await world.run('main', { PORT });
      await load.more(1, 60);
      expect((Date.now() - begun) / 1000 / crowded()).toBeLessThan(2);
    }
    await load.more(100);
    await expectTheTruth();
  });

  it('outlive a crash of PostgreSQL: the server stays, and is itself again soon', async () => {
    server = await world.server();
    load = new ClickLoad(server.base, codes);
    for (let blow = 0; blow < BLOWS; blow += 1) {
      expect(await load.more(100)).toBeGreaterThanOrEqual(100);
      await world.crashPostgres();
      const begun = Date.now();
      expect(await eventually(async () => (await graphql()).status, (answer) => answer === 200)).toBe(200);
      expect((Date.now() - begun) / 1000 / crowded()).toBeLessThan(5);
      expect(server.ended).toBe(false);
    }
    await load.more(100);
    expect([...load.statuses.keys()].filter((answer) => ![302, 503].includes(answer))).toEqual([]);
    await expectTheTruth();
  });

  it('are taken while PostgreSQL is away, and given back once', async () => {
    server = await world.server();
    load = new ClickLoad(server.base, codes, 4);
    await load.more(50);
    await world.stopPostgres();
    await load.more(20);
    load.statuses.clear();
    expect(await load.more(50)).toBeGreaterThanOrEqual(50);
    expect([...load.statuses.keys()]).toEqual([302]);
    expect(spooled()).toBeGreaterThan(0);

    const refused = await graphql();
    expect([refused.status, refused.headers.get('retry-after'), ((await refused.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code]).toEqual([503, '2', 'UNAVAILABLE']);
    expect([await status(`${server.base}/healthz`), await status(`${server.base}/readyz`)]).toEqual([200, 503]);

    await world.startPostgres();
    await load.more(50);
    await sleep(100);
    await expectTheTruth();
    expect(await server.answers()).toBe(true);
  });
});
