import { once } from 'node:events';
import { Awards, Standings, type Board } from '@portevoix/contests/api';
import { PointSource } from '@portevoix/contests/shared';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { functionSide, httpRequest, httpSide, idOf, median, ORGANISATION, people, publications, random, signIn, type Answer, type Benchmark, type Database, type Part, type ServerProcess } from './harness';
import { inProcess } from './worlds/in-process';

const FEW = 20_000;
const MANY = 200_000;
const NONE = '00000000-0000-0000-0000-000000000000';
/** Ids of the contests: of 20,000 and of 200,000 people. */
const CONTESTS: Record<number, string> = { [FEW]: '0e900000-0000-7000-8000-000000000001', [MANY]: '0e900000-0000-7000-8000-000000000002' };
const UPDATES = 20;

/** Two contests of the first cohort, on all the days of the world, whose boards hold the first people by number. */
const contests: Part = {
  key: `contests of ${FEW} and ${MANY}`,
  async load(db) {
    const rules = JSON.stringify({ perDeclaredShare: 10, perValidClick: 2, perRead: 1, caps: {} });
    const goal = JSON.stringify({ metric: 'DECLARED_SHARES', target: 50, reward: 'Une visite.' });
    for (const [count, contest] of Object.entries(CONTESTS)) {
      await db.copy('contest', ['organisation_id', 'id', 'programme_id', 'cohort_id', 'name', 'template_id', 'rules', 'first_day', 'last_day', 'prize', 'collective_goal', 'published_at', 'created_at'], [
        [ORGANISATION, contest, idOf('programme', 0), idOf('cohort', 0), `Concours de ${count}`, contest, rules, '2024-01-01', '2099-12-31', 'Une visite.', goal, '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z'],
      ]);
      await db.query(
        `with person as (select *, row_number() over (order by number) as place from person where organisation_id = $1 and number <= $3),
         ranked as (insert into ranking_opt_in (organisation_id, contest_id, person_id, alias, alias_key, joined_at) select organisation_id, $2, id, 'Alias ' || number, 'alias ' || number, '2024-02-01' from person)
         insert into contest_score (organisation_id, contest_id, person_id, points, reached_at, version)
         select organisation_id, $2, id, floor(-ln(1 - mod((place * 7919) % 100003, 100003) / 100003.0) * 120)::int, '2025-01-01'::timestamptz + place * interval '1 second', 1 from person`,
        [ORGANISATION, contest, Number(count)],
      );
    }
  },
};

const PAGE = 'query ($id: ID!) { contest(id: $id) { myPoints myRank rankedPeople leaderboard(first: 10) { rank position name points isMe } } }';
const WATCH = 'subscription ($id: ID!) { leaderboardChanged(contestId: $id) { myPoints myRank rankedPeople leaderboard(first: 10) { rank position name points isMe } } }';
const SQL_RANK = 'select place from (select person_id, rank() over (order by points desc)::int as place from contest_score join ranking_opt_in using (organisation_id, contest_id, person_id) where organisation_id = $1 and contest_id = $2) r where person_id = $3';

const answered = ({ status, body }: Answer): void => {
  if (status !== 200 || body.includes('"errors"')) throw new Error(`Status ${status}: ${body.toString().slice(0, 500)}`);
};

export default {
  name: 'leaderboard',
  title: 'Leaderboard: rank kept in memory, beside SQL `rank()`',
  async run(bench) {
    const { report } = bench;
    const database = await bench.database('contests', [people(MANY), publications(1), contests]);
    const server = await bench.api(database);
    const [token] = await signIn(database, [0]);
    const ours = await inProcess(database.url, bench.options.secret);
    try {
      const boards = await ours.ask(async (get) => {
        const standings = get(Standings);
        const known: Record<number, Board> = { [FEW]: await standings.of(CONTESTS[FEW]!), [MANY]: await standings.of(CONTESTS[MANY]!) };
        return known;
      });
      const scores = new Map<string, number>();
      for (const { person_id: id, points } of await database.query<{ person_id: string; points: number }>('select person_id, points from contest_score where contest_id = $1', [CONTESTS[MANY]])) scores.set(id, points);
      const inMemory = (count: number, person: string): number => boards[count]!.rankOf(scores.get(person)!, person);
      const bySql = async (count: number, person: string): Promise<number> => (await database.query<{ place: number }>(SQL_RANK, [ORGANISATION, CONTESTS[count], person]))[0]!.place;
      for (const count of [FEW, MANY]) for (const n of [0, 1, 777, 19_999]) if (inMemory(count, idOf('person', n)) !== (await bySql(count, idOf('person', n)))) throw new Error(`Rank of person ${n} of ${count} differs`);
      await checkFirst(database, boards[MANY]!.first(100, NONE));

      const pick = random(3);
      const anybody = (count: number): string => idOf('person', Math.floor(pick() * count));
      const comparison = await bench.compare([
        functionSide('my rank of 20,000', () => inMemory(FEW, anybody(FEW))),
        functionSide('my rank of 200,000', () => inMemory(MANY, anybody(MANY))),
        functionSide('SQL rank() of 20,000', () => bySql(FEW, anybody(FEW))),
        functionSide('SQL rank() of 200,000', () => bySql(MANY, anybody(MANY))),
      ]);
      report.atLeast('my rank of 20,000, faster than SQL `rank()`', 200, comparison.rateRatio('my rank of 20,000', 'SQL rank() of 20,000'));
      report.atLeast('my rank of 200,000, faster than SQL `rank()`', 200, comparison.rateRatio('my rank of 200,000', 'SQL rank() of 200,000'));
      const pages = await bench.compare([FEW, MANY].map((count) => httpSide({ name: `page of ${count}`, server, request: () => page(count, token!), check: answered, connections: 8 })));
      report.atMost('page of 200,000 slower than of 20,000', 1.5, pages.rateRatio(`page of ${FEW}`, `page of ${MANY}`));
      const delays = await updates(server, token!, (share) => ours.ask((get) => get(Awards).award(share), 'write'));
      report.atMost('an update, from its commit in another process to its subscriber, slowest of 20', 1000, Math.max(...delays), 'ms');
      report.comparison('The rank alone, anybody’s.', comparison);
      report.comparison('Points, rank, number of people and first ten places through GraphQL, 8 connections.', pages);
      report.text(`An update reaches the subscriber of a contest of 200,000 in ${Math.round(median(delays))} ms (median), pushed with points, rank and first places anew.`);
    } finally {
      await ours.close();
    }
  },
} satisfies Benchmark;

const page = (count: number, token: string): Buffer => httpRequest('POST', '/graphql', { authorization: `Bearer ${token}`, accept: 'application/json' }, { query: PAGE, variables: { id: CONTESTS[count] } });

async function checkFirst(database: Database, first: readonly string[]): Promise<void> {
  const rows = await database.query<{ id: string }>('select person_id as id from contest_score where organisation_id = $1 and contest_id = $2 order by points desc, reached_at, person_id limit 100', [ORGANISATION, CONTESTS[MANY]]);
  if (rows.some(({ id }, at) => first[at] !== id)) throw new Error('The first hundred differ');
}

/** Milliseconds from each award's commit to the push that tells it, over a socket of the server, a second apart or more. */
async function updates(server: ServerProcess, token: string, award: (event: Parameters<Awards['award']>[0]) => Promise<void>): Promise<number[]> {
  class Authorised extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers: { authorization: `Bearer ${token}` } });
    }
  }
  const client = createClient({ url: `ws://127.0.0.1:${server.port}/graphql`, webSocketImpl: Authorised, retryAttempts: 0, lazy: false });
  const heard = new EventTarget();
  let latest = -1;
  client.subscribe<{ leaderboardChanged: { myPoints: number } }>(
    { query: WATCH, variables: { id: CONTESTS[MANY]! } },
    {
      next: ({ data, errors }) => {
        if (errors) throw new Error(JSON.stringify(errors));
        latest = data!.leaderboardChanged.myPoints;
        heard.dispatchEvent(new Event('push'));
      },
      error: (error) => {
        throw new Error(`The socket failed: ${(error as { message?: string; reason?: string }).message ?? (error as { reason?: string }).reason ?? JSON.stringify(error)}`);
      },
      complete: () => undefined,
    },
  );
  const delays: number[] = [];
  const give = (n: number): Promise<void> => {
    const id = `0f900000-0000-7000-8000-${(Date.now() * 100 + n).toString(16).padStart(12, '0')}`;
    return award({ source: PointSource.DECLARED_SHARE, sourceId: id, shareId: id, personId: idOf('person', 0), publicationId: idOf('publication', 0), network: null, at: new Date() });
  };
  for (let n = 0; n <= UPDATES; n += 1) {
    const push = once(heard, 'push');
    const known = latest;
    await give(n);
    const committed = performance.now();
    while (latest === known) await Promise.race([push, new Promise((_, fail) => setTimeout(() => fail(new Error('No push in 10 s')), 10_000).unref())]);
    // The first one warms the board of the server.
    if (n) delays.push(performance.now() - committed);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
  }
  await client.dispose();
  return delays;
}
