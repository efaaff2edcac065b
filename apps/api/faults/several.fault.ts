import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicationRead } from '@portevoix/content/api';
import type { Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Town } from './town';
import { eventually, World, type Program } from './world';

/** One address before several servers: each connection goes to the next. */
class RoundRobin {
  private turn = 0;
  private readonly server = net.createServer((client) => {
    const { hostname, port } = new URL(this.bases[(this.turn += 1) % this.bases.length]!);
    const server = net.connect(Number(port), hostname);
    for (const [from, to] of [[client, server], [server, client]] as const) from.on('error', () => to.destroy()).on('close', () => to.destroy()).pipe(to);
  });

  constructor(private readonly bases: string[]) {}

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as net.AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }
}

const TOKEN = 'a token of sixteen or more';

let world: World;
let town: Town;
let servers: Program[];
let front: RoundRobin;
let address: string;

beforeAll(async () => {
  world = await World.start('several');
  town = await Town.of(world);
  const env = { METRICS_TOKEN: TOKEN };
  servers = [await world.server(env), await world.server(env), await world.worker(), await world.worker()];
  front = new RoundRobin(servers.slice(0, 2).map(({ base }) => base));
  address = await front.listen();
}, 240_000);
afterAll(async () => {
  front.close();
  await town.close();
  await world.stop();
});

interface Answer {
  data: Record<string, never> | null;
  errors?: { extensions: { code: string } }[];
}

async function ask<T>(token: string, query: string, variables: object, base = address): Promise<T> {
  const answer = await fetch(`${base}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, connection: 'close' }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await answer.json()) as Answer;
  if (errors || !data) throw new Error(`Refused: ${JSON.stringify(errors)}`);
  return data as T;
}

/** What each server answers, asked directly. */
const each = <T>(token: string, query: string, variables: object): Promise<T[]> => Promise.all(servers.slice(0, 2).map(({ base }) => ask<T>(token, query, variables, base)));

describe('two servers and two workers behind one address', () => {
  it('show at once what was changed through the other, from what they keep of it too', async () => {
    const [token, reader] = [await town.token(), await town.token((await town.people(1, Role.AMBASSADOR))[0]!)];
    const { id } = await town.publication();
    interface Read {
      publication: { title: string };
    }
    interface Feed {
      feed: { edges: { node: { id: string; title: string } }[] };
    }
    const titles = async () => {
      const read = await each<Read>(token, 'query ($id: ID!) { publication(id: $id) { title } }', { id });
      const feeds = await each<Feed>(reader, '{ feed(first: 20) { edges { node { id title } } } }', {});
      return [...read.map(({ publication }) => publication.title), ...feeds.map(({ feed }) => feed.edges.find(({ node }) => node.id === id)?.node.title)];
    };
    expect(new Set(await titles()).size).toBe(1);
    for (const title of ['Un', 'Deux', 'Trois', 'Quatre']) {
      await ask(token, 'mutation ($input: UpdatePublicationInput!) { updatePublication(input: $input) { id } }', { input: { id, title } });
      expect(await eventually(titles, (seen) => seen.every((one) => one === title), 5)).toEqual([title, title, title, title]);
    }
  });

  it('lead a short link to the new page, both of them', async () => {
    const token = await town.token();
    const { id } = await town.publication();
    const [person] = await town.people(1);
    const { code } = await town.share(person!, id);
    const pages = () => Promise.all(servers.slice(0, 2).map(({ base }) => fetch(`${base}/r/${code}`, { redirect: 'manual', headers: { 'user-agent': 'Mozilla/5.0' } }).then(({ headers }) => headers.get('location')?.split('?')[0])));
    expect(new Set(await pages())).toEqual(new Set(['https://exemple.test/preau']));
    await ask(token, 'mutation ($input: UpdatePublicationInput!) { updatePublication(input: $input) { id } }', { input: { id, targetUrl: 'https://exemple.test/ailleurs' } });
    const found = await eventually(pages, (locations) => locations.every((location) => location === 'https://exemple.test/ailleurs'));
    expect(found).toEqual(['https://exemple.test/ailleurs', 'https://exemple.test/ailleurs']);
  });

  it('do each job once, tell every subscriber, and rank alike', async () => {
    const members = await town.people(12, Role.AMBASSADOR);
    const contest = await town.contest(members);
    const tokens = await Promise.all(members.map((member: Person) => town.token(member)));
    for (const [n, token] of tokens.entries()) await ask(token, 'mutation ($input: JoinRankingInput!) { joinRanking(input: $input) { id } }', { input: { contestId: contest.id, alias: `Alias ${n}` } });
    const publications: string[] = [];
    for (let n = 0; n < 6; n += 1) publications.push((await town.publication()).id);

    const pushes: number[][] = [[], []];
    const clients = servers.slice(0, 2).map(({ base }, n) => {
      class Authorised extends WebSocket {
        constructor(to: string, protocols: string) {
          super(to, protocols, { headers: { authorization: `Bearer ${tokens[n]!}` } });
        }
      }
      const client = createClient({ url: `${base.replace('http', 'ws')}/graphql`, webSocketImpl: Authorised, retryAttempts: 0 });
      client.subscribe<{ leaderboardChanged: { leaderboard: { points: number }[] } }>(
        { query: 'subscription ($id: ID!) { leaderboardChanged(contestId: $id) { leaderboard(first: 20) { points } } }', variables: { id: contest.id } },
        { next: ({ data }) => void pushes[n]!.push(data!.leaderboardChanged.leaderboard.reduce((sum, { points }) => sum + points, 0)), error: () => undefined, complete: () => undefined },
      );
      return client;
    });
    // Member n reads n + 1 of them, up to six.
    const read = members.flatMap(({ id: personId }, n) => publications.slice(0, Math.min(n + 1, 6)).map((publicationId) => ({ personId, publicationId })));
    await town.write(() => town.events.publishAll(publicationRead, read));
    const QUERY = 'query ($id: ID!) { contest(id: $id) { leaderboard(first: 20) { rank name points } } }';
    interface Board {
      contest: { leaderboard: { points: number }[] };
    }
    const total = ({ contest: { leaderboard } }: Board) => leaderboard.reduce((sum, { points }) => sum + points, 0);
    const boards = await eventually(() => each<Board>(tokens[0]!, QUERY, { id: contest.id }), (found) => found.every((board) => total(board) === read.length), 40);
    expect(boards.map(total)).toEqual([read.length, read.length]);
    expect(boards[1]).toEqual(boards[0]);
    await eventually(async () => pushes, (heard) => heard.every((sums) => sums.at(-1) === read.length), 10);
    expect(pushes.map((sums) => sums.at(-1))).toEqual([read.length, read.length]);
    for (const client of clients) await client.dispose();
    expect(await world.sql('select count(*)::int as n from ledger_entry where contest_id = $1', [contest.id])).toEqual([{ n: read.length }]);
  });

  it('name each request, and tell their metrics to whoever has the token', async () => {
    const named = await fetch(`${address}/healthz`, { headers: { 'x-request-id': 'balancer-4711' } });
    expect(named.headers.get('x-request-id')).toBe('balancer-4711');
    const fresh = await fetch(`${address}/healthz`, { headers: { 'x-request-id': 'bad id\u00e9' } }).catch(() => null);
    expect(fresh?.headers.get('x-request-id') ?? 'none').not.toContain('bad');

    const [server] = servers;
    expect((await fetch(`${server!.base}/metrics`)).status).toBe(401);
    expect((await fetch(`${server!.base}/metrics`, { headers: { authorization: 'Bearer another token' } })).status).toBe(401);
    const metrics = await (await fetch(`${server!.base}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text();
    for (const line of [/^http_request_duration_seconds_count\{method="POST",route="\/graphql",status="200"\} [1-9]/m, /^http_request_duration_seconds_count\{method="GET",route="\/r\/:code",status="302"\} [1-9]/m, /^portevoix_database_connections\{state="idle"\} [1-9]/m, /^portevoix_jobs\{queue="contests.award-reading",state="ready"\} \d/m, /^portevoix_click_spool_batches 0/m, /^nodejs_eventloop_lag_seconds \d/m]) {
      expect(metrics).toMatch(line);
    }
    expect(servers.map((program) => program.log()).join('')).not.toContain(TOKEN);
  });
});
