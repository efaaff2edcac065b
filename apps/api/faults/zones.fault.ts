import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Program } from './world';

const ZONES = ['UTC', 'Asia/Tokyo', 'America/Montreal'];

let world: World;
let servers: Program[];

beforeAll(async () => {
  world = await World.start('zones');
  expect(world.cli(['seed-demo'], { TZ: 'Asia/Tokyo' })).toMatchObject({ code: 0 });
  // Twenty-five hours apart: whenever this runs, they have different days.
  servers = [await world.server({ TZ: 'Pacific/Pago_Pago' }), await world.server({ TZ: 'Pacific/Kiritimati' })];
}, 240_000);
afterAll(() => world.stop());

async function asPilot({ base }: Program, query: string, variables: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const signIn = { query: 'mutation ($input: SignInInput!) { signIn(input: $input) { email } }', variables: { input: { email: 'pilote@demo.test', password: 'portevoix-demo' } } };
  const signedIn = await fetch(`${base}/graphql`, { method: 'POST', headers, body: JSON.stringify(signIn) });
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const answer = (await (await fetch(`${base}/graphql`, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify({ query, variables }) })).json()) as { data: unknown; errors?: unknown };
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

describe('the time zone of the server', () => {
  it('changes no answer: days are those of the organisation', async () => {
    const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
    const QUERY = `query ($from: String!, $to: String!, $start: DateTime!, $end: DateTime!, $ids: [String!]!) {
      dailySeries(from: $from, to: $to, metricIds: $ids) { days series { metricId values } }
      clickBreakdown(from: $from, to: $to) { valid }
      publicationCalendar(from: $start, to: $end) { id publishAt publishedAt }
      allContests { id firstDay lastDay state }
      newMembers(weeks: 4) { from to people }
      currentProgramme { id startsOn }
    }`;
    const variables = { from: day(-27), to: day(0), start: `${day(-30)}T00:00:00Z`, end: `${day(10)}T00:00:00Z`, ids: ['shares'] };
    const [west, east] = await Promise.all(servers.map((server) => asPilot(server, QUERY, variables)));
    expect(east).toEqual(west);
  });

  it('changes no rule: days that are 23 and 25 hours long, the hour that is twice, the hour that is not', () => {
    for (const TZ of ZONES) {
      const { status, stderr } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '--selectProjects', 'unit', '--runTestsByPath', resolve('libs/domains/identity/shared/zones.spec.ts')], {
        env: { ...process.env, TZ, NODE_OPTIONS: '--experimental-vm-modules' },
        encoding: 'utf8',
      });
      expect([TZ, status, status ? stderr : '']).toEqual([TZ, 0, '']);
    }
  });
});
