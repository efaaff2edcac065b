import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicationRead } from '@portevoix/content/api';
import { Town } from './town';
import { eventually, sleep, status, World, type Program } from './world';

let world: World;
let town: Town;
let token: string;
let code: string;

beforeAll(async () => {
  world = await World.start('shutdown');
  town = await Town.of(world);
  token = await town.token();
  const [person] = await town.people(1);
  code = (await town.share(person!, (await town.publication()).id)).code;
});
afterAll(async () => {
  await town.close();
  await world.stop();
});

/** One request on a kept-alive connection; 0 without an answer. */
function request(server: Program, agent: http.Agent, path: string, body?: string): Promise<number> {
  return new Promise((answered) => {
    const headers = { 'user-agent': 'Mozilla/5.0', ...(body ? { authorization: `Bearer ${token}`, 'content-type': 'application/json' } : {}) };
    const sent = http.request(`${server.base}${path}`, { agent, method: body ? 'POST' : 'GET', headers }, (answer) => {
      answer.resume().on('end', () => answered(answer.statusCode!)).on('error', () => answered(0));
    });
    sent.on('error', () => answered(0));
    sent.end(body);
  });
}

describe('SIGTERM under load', () => {
  it('ends with 0, without a dropped request, after readiness has said so', async () => {
    const server = await world.server({ SHUTDOWN_DELAY: '3' });
    const agent = new http.Agent({ keepAlive: true, maxSockets: 24 });
    const statuses = new Map<number, number>();
    let elsewhere = false;
    const clients = Array.from({ length: 24 }, async (_, client) => {
      while (!elsewhere) {
        const answer = client % 2 ? await request(server, agent, `/r/${code}`) : await request(server, agent, '/graphql', '{"query":"{ currentProgramme { id name } themes { id name } }"}');
        statuses.set(answer, (statuses.get(answer) ?? 0) + 1);
      }
    });
    await sleep(1000);
    const begun = Date.now();
    server.process.kill('SIGTERM');
    expect(await eventually(() => status(`${server.base}/readyz`), (answer) => answer !== 200, 5)).toBe(503);
    // Until a load balancer has found out, requests still come, over old and new connections, and are answered.
    expect(await status(`${server.base}/healthz`)).toBe(200);
    await sleep(1000);
    elsewhere = true;
    expect(await server.exited).toEqual({ code: 0, signal: null });
    expect(Date.now() - begun).toBeLessThan(10_000);
    await Promise.all(clients);
    agent.destroy();
    expect([...statuses.keys()].filter((answer) => ![200, 302].includes(answer))).toEqual([]);
    expect((statuses.get(200) ?? 0) + (statuses.get(302) ?? 0)).toBeGreaterThan(50);
  });

  it('of a worker ends the job under way, and leaves the rest to another', async () => {
    const readers = await town.people(40);
    const contest = await town.contest(readers);
    const { id: publicationId } = await town.publication();
    const first = await world.worker();
    await town.write(() => town.events.publishAll(publicationRead, readers.map(({ id: personId }) => ({ publicationId, personId }))));
    const begun = Date.now();
    expect(await first.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect((await world.sql(`select name from pgboss.job where state = 'active'`))).toEqual([]);
    await world.worker();
    const entries = async () => (await world.sql<{ n: number }>('select count(*)::int as n from ledger_entry where contest_id = $1', [contest.id]))[0]!.n;
    expect(await eventually(entries, (n) => n === 40, 30)).toBe(40);
  });
});
