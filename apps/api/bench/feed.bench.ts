import { ask, httpRequest, httpSide, idOf, ORGANISATION, people, publications, signIn, type Bench, type Benchmark, type Comparison, type Database, type Part, type ServerProcess, type Value } from './harness';
import { askedByPostGraphile, idsOfPostGraphile, installPostGraphile } from './peers/postgraphile/peer';

const PEOPLE = 20_000;
const FEW = 5_000;
const MANY = 50_000;
const VIEWERS = 40;
const FIRST = 20;
const DEEP = 50;

/** What the ambassador app asks for. */
const QUERY = `query Feed($first: Int!, $after: String, $filter: FeedFilter!, $themeId: ID) {
  feed(first: $first, after: $after, filter: $filter, themeId: $themeId) {
    edges { node {
      id title summary why body sourceName kind audience imageUrl illustrationMotif illustrationSeed
      wordCount publishedAt expiresAt isPinned language instructionReadAt
      themes { id name } whyShown { because name } myReading { activeMs depth readAt }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Ten readings and two refusals a person, among the newest publications. */
const marks = (count: number): Part => ({
  key: `marks ${PEOPLE} on ${count}`,
  async load(db) {
    const rows = function* (each: number, row: (person: number, n: number, publication: string) => Value[]): Generator<Value[]> {
      for (let person = 0; person < PEOPLE; person += 1) for (let n = 0; n < each; n += 1) yield row(person, n, idOf('publication', count - 1 - ((person * 7 + n * 29) % 1500)));
    };
    const at = '2026-10-01T08:00:00Z';
    await db.copy('reading', ['organisation_id', 'id', 'person_id', 'publication_id', 'active_ms', 'depth', 'started_at', 'last_at', 'read_at', 'session_key'], rows(10, (person, n, publication) => [ORGANISATION, idOf('event', person * 10 + n), idOf('person', person), publication, 40_000 + n, 0.5, at, at, n % 2 ? at : null, 'bench']));
    await db.copy('publication_dismissal', ['organisation_id', 'person_id', 'publication_id'], rows(2, (person, _n, publication) => [ORGANISATION, idOf('person', person), publication]));
  },
});

const world = (bench: Bench, count: number): Promise<Database> => bench.database(`feed_${count}`, [people(PEOPLE), publications(count), marks(count)]);

interface Page {
  edges: { node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

const asked = (token: string, after: string | null): Buffer => httpRequest('POST', '/graphql', { authorization: `Bearer ${token}`, 'x-portevoix': '1' }, { operationName: 'Feed', query: QUERY, variables: { first: FIRST, after, filter: 'FOR_YOU', themeId: null } });
const askedBySql = (token: string, after: string | null): Buffer => httpRequest('GET', after ? `/?after=${after}` : '/', { authorization: `Bearer ${token}` });

async function pageOf(server: ServerProcess, request: Buffer): Promise<Page> {
  const { status, head, body } = await ask('127.0.0.1', server.port, request);
  const answer = JSON.parse(body.toString() || '{}') as { data?: { feed: Page }; errors?: unknown };
  if (status !== 200 || !answer.data || answer.errors) throw new Error(`Status ${status}: ${head} ${body.toString().slice(0, 500)}`);
  return answer.data.feed;
}

interface Viewer {
  token: string;
  person: string;
  /** The cursor that the deep page starts after. */
  deep: string;
}

async function viewersOf(database: Database, server: ServerProcess): Promise<Viewer[]> {
  const people = Array.from({ length: VIEWERS }, (_, n) => 17 + n * 499);
  const tokens = await signIn(database, people);
  const viewers: Viewer[] = [];
  for (const [n, token] of tokens.entries()) {
    let deep = '';
    for (let page = 1; page < DEEP; page += 1) deep = (await pageOf(server, asked(token, deep || null))).pageInfo.endCursor ?? '';
    viewers.push({ token, person: idOf('person', people[n]!), deep });
  }
  return viewers;
}

/** Ours and the peer's answers, field by field, on both pages of every viewer. */
async function checkAnswers(ours: ServerProcess, sql: ServerProcess, viewers: Viewer[]): Promise<void> {
  for (const { token, deep } of viewers) {
    for (const after of [null, deep]) {
      const [mine, theirs] = [await pageOf(ours, asked(token, after)), await pageOf(sql, askedBySql(token, after))];
      delete mine.pageInfo.endCursor;
      if (JSON.stringify(mine) !== JSON.stringify(theirs)) throw new Error(`The answers differ (${after ?? 'first page'}):\n${JSON.stringify(mine).slice(0, 3000)}\n${JSON.stringify(theirs).slice(0, 3000)}`);
    }
  }
}

/** The same publications on both pages of every viewer: inside a page PostGraphile's stand by age. */
async function checkPostGraphile(ours: ServerProcess, theirs: ServerProcess, viewers: Viewer[]): Promise<void> {
  for (const { token, person, deep } of viewers) {
    for (const after of [null, deep]) {
      const mine = (await pageOf(ours, asked(token, after))).edges.map(({ node }) => node.id).sort();
      const { body } = await ask('127.0.0.1', theirs.port, askedByPostGraphile(token, after, person, FIRST));
      if (JSON.stringify(mine) !== JSON.stringify(idsOfPostGraphile(body.toString()).sort())) throw new Error(`PostGraphile answers other publications (${after ?? 'first page'})`);
    }
  }
}

const OURS = 'Portevoix, 5,000 publications, page 1';
const OURS_DEEP = 'Portevoix, 5,000 publications, page 50';
const LARGE = 'Portevoix, 50,000 publications, page 1';
const LARGE_DEEP = 'Portevoix, 50,000 publications, page 50';
const SQL = 'one SQL statement, page 1';
const SQL_DEEP = 'one SQL statement, page 50';
const GRAPHILE = 'PostGraphile 5, page 1';
const GRAPHILE_DEEP = 'PostGraphile 5, page 50';

function aims({ report, options }: Bench, of: Comparison): void {
  report.atLeast('rate of one hand-written SQL statement over `pg` and `node:http`, page 1', 1.5, of.rateRatio(OURS, SQL));
  report.atLeast('the same, page 50', 1.5, of.rateRatio(OURS_DEEP, SQL_DEEP));
  if (options.postgraphile) {
    report.atLeast('rate of PostGraphile 5 over the same tables, page 1', 3, of.rateRatio(OURS, GRAPHILE));
    report.atLeast('the same, page 50', 3, of.rateRatio(OURS_DEEP, GRAPHILE_DEEP));
  }
  report.atMost('50,000 publications slower than 5,000, page 1', 1.2, of.rateRatio(OURS, LARGE));
  report.atMost('the same, page 50', 1.2, of.rateRatio(OURS_DEEP, LARGE_DEEP));
  report.atMost('page 50 slower than page 1', 1.3, of.rateRatio(OURS, OURS_DEEP));
}

/** From a profile (--profile); to be read again when the path changes. */
const SPENT =
  'Where the time goes (CPU profile of the server, page 50): PostgreSQL’s client and its three turns there and back a quarter, most of it in the kernel’s writes to the loopback; running the query’s plan an eighth; the answer’s JSON a sixteenth, its bytes and their way into the socket a fourteenth; checking its arguments a sixteenth; the collector a fifteenth; Apollo’s and Fastify’s own steps an eighth. The statement beside which it stands asks PostgreSQL once where ours asks three times (who it is, what they see, the end of the unit), and its PostgreSQL works three times as long: taken together ours is the cheaper, but its server, one thread, is the first to be full. What more speed would take: session and page asked in one statement, or a second API process beside the first, which this machine has no core for. PostGraphile is measured when it is asked for (`--postgraphile`).';

export default {
  name: 'feed',
  title: 'Feed, 20 items with the viewer’s own marks',
  async run(bench) {
    const { report } = bench;
    const [few, many] = [await world(bench, FEW), await world(bench, MANY)];
    const [ours, large] = [await bench.api(few), await bench.api(many)];
    const sql = await bench.peer('feed-sql.ts', few);
    const [viewers, others] = [await viewersOf(few, ours), await viewersOf(many, large)];
    await checkAnswers(ours, sql, viewers);

    const side = (name: string, server: ServerProcess, of: Viewer[], request: (viewer: Viewer) => Buffer) => {
      const requests = of.map(request);
      return httpSide({ name, server, request: (n) => requests[n % requests.length]!, connections: 16 });
    };
    const sides = [
      side(OURS, ours, viewers, ({ token }) => asked(token, null)),
      side(OURS_DEEP, ours, viewers, ({ token, deep }) => asked(token, deep)),
      side(LARGE, large, others, ({ token }) => asked(token, null)),
      side(LARGE_DEEP, large, others, ({ token, deep }) => asked(token, deep)),
      side(SQL, sql, viewers, ({ token }) => askedBySql(token, null)),
      side(SQL_DEEP, sql, viewers, ({ token, deep }) => askedBySql(token, deep)),
    ];
    if (bench.options.postgraphile) {
      installPostGraphile();
      const theirs = await bench.peer('postgraphile/server.mjs', few, { env: { GRAPHILE_ENV: 'production' } });
      await checkPostGraphile(ours, theirs, viewers);
      sides.push(
        side(GRAPHILE, theirs, viewers, ({ token, person }) => askedByPostGraphile(token, null, person, FIRST)),
        side(GRAPHILE_DEEP, theirs, viewers, ({ token, person, deep }) => askedByPostGraphile(token, deep, person, FIRST)),
      );
    }
    const comparison = await bench.compare(sides);
    aims(bench, comparison);
    report.comparison(`16 connections, ${VIEWERS} viewers, the query of the ambassador app.`, comparison);
    report.text(SPENT);
  },
} satisfies Benchmark;
