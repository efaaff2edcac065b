import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Blackhole } from './blackhole';
import { ClickLoad } from './clicks';
import { Town } from './town';
import { eventually, sleep, status, World, type Program } from './world';

const HOLE_SECONDS = 12;

let world: World;
let hole: Blackhole;
let server: Program;
let headers: Record<string, string>;
let code: string;

beforeAll(async () => {
  world = await World.start('network');
  const town = await Town.of(world);
  const [person] = await town.people(1);
  code = (await town.share(person!, (await town.publication()).id)).code;
  headers = { authorization: `Bearer ${await town.token()}`, 'content-type': 'application/json' };
  await town.close();
  hole = new Blackhole(new URL(world.url));
  server = await world.server({ DATABASE_URL: await hole.listen() });
});
afterAll(async () => {
  await world.stop();
  await hole.stop();
});

async function ask(): Promise<{ status: number; ms: number }> {
  const begun = Date.now();
  const answer = await status(`${server.base}/graphql`, { method: 'POST', headers, body: '{"query":"{ currentProgramme { id } }"}' });
  return { status: answer, ms: Date.now() - begun };
}

describe('a connection to PostgreSQL that says nothing any more', () => {
  it('makes no request wait longer than five seconds, loses no click, and is replaced', async () => {
    const load = new ClickLoad(server.base, [code], 4);
    await load.more(20);
    expect((await ask()).status).toBe(200);

    hole.open();
    const until = Date.now() + HOLE_SECONDS * 1000;
    const answers: { status: number; ms: number }[] = [];
    const askers = Array.from({ length: 30 }, async () => {
      while (Date.now() < until) answers.push(await ask());
    });
    await sleep(HOLE_SECONDS * 1000);
    expect(await load.more(20)).toBeGreaterThanOrEqual(20);
    expect(await status(`${server.base}/healthz`)).toBe(200);
    await Promise.all(askers);
    hole.close();

    expect([...new Set(answers.map((answer) => answer.status))]).toEqual([503]);
    // Five seconds of ours, and what a crowded machine adds.
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(6500);

    expect(await eventually(ask, (answer) => answer.status === 200)).toMatchObject({ status: 200 });
    const after = await Promise.all(Array.from({ length: 60 }, ask));
    expect(after.filter((answer) => answer.status !== 200)).toEqual([]);
    await load.stop();
    expect([...load.statuses.keys()].filter((answer) => ![302, 503].includes(answer))).toEqual([]);
    const kept = await eventually(async () => new Set((await world.sql<{ host: string }>('select referrer_host as host from click')).map(({ host }) => host)), (names) => [...load.acknowledged].every((name) => names.has(name)), 45);
    expect([...load.acknowledged].filter((name) => !kept.has(name))).toEqual([]);
    expect(server.ended).toBe(false);
  });
});
