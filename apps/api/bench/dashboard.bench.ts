import { isDeepStrictEqual } from 'node:util';
import { ask, figure, functionSide, httpRequest, httpSide, people, publications, signIn, type Answer, type Bench, type Benchmark, type Database, type ServerProcess } from './harness';
import { activity, FIGURES, oursOf, PERIOD, type FigureAt } from './worlds/activity';
import { inProcess } from './worlds/in-process';

const PEOPLE = 20_000;
const PUBLICATIONS = 5_000;
const FEW = 1_000_000;
const MANY = 10_000_000;

const world = (bench: Bench, count: number): Promise<Database> => bench.database(`activity_${count}`, [people(PEOPLE), publications(PUBLICATIONS), activity(count, { people: PEOPLE, publications: PUBLICATIONS })]);

/** The page's own questions: figures beside those of the period before, then each chart. */
const PAGE = `query ($from: String!, $to: String!, $compareFrom: String!, $compareTo: String!) {
  dashboard(from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo) { figures { metricId value previous suppressed } }
  networks: sharesByNetwork(from: $from, to: $to) { network opened declared measured }
  clickBreakdown(from: $from, to: $to) { raw bots duplicates own valid }
  dailySeries(metricIds: ["people-connected", "readers", "shares", "valid-clicks"], from: $from, to: $to) { days series { metricId values } }
  topPublications(from: $from, to: $to, first: 5) { publication { id title } readers shares clicks }
  readersOnlyShare(from: $from, to: $to) { people readersOnly share position }
}`;

/** Megabytes of tables with their indexes. */
async function megabytes(database: Database, tables: readonly string[]): Promise<number> {
  const [row] = await database.query<{ mb: number }>(
    `select (sum(pg_total_relation_size(c.oid)) / 1048576.0)::float8 as mb from pg_class c
      where c.relkind = 'r' and (c.relname = any($1) or exists (select 1 from pg_inherits i where i.inhrelid = c.oid and i.inhparent::regclass::text = any($1)))`,
    [tables],
  );
  return row!.mb;
}

function pageOf(server: ServerProcess, token: string): (n: number) => Buffer {
  const body = { query: PAGE, variables: PERIOD };
  return () => httpRequest('POST', '/graphql', { authorization: `Bearer ${token}`, accept: 'application/json' }, body);
}

const answered = ({ status, body }: Answer): void => {
  if (status !== 200 || body.includes('"errors"')) throw new Error(`Status ${status}: ${body.toString().slice(0, 500)}`);
};

export default {
  name: 'dashboard',
  title: 'Dashboard: figures from rollups, beside the GROUP BY over the raw events',
  async run(bench) {
    const { report } = bench;
    const databases = { few: await world(bench, FEW), many: await world(bench, MANY) };
    const ours = await inProcess(databases.many.url, bench.options.secret);
    try {
      const rows: (string | number)[][] = [];
      let slowest = Infinity;
      for (const [name, { from, raw }] of Object.entries<FigureAt>(FIGURES)) {
        const rollup = () => ours.ask((get) => from(oursOf(get)));
        const [mine, theirs] = [await rollup(), await raw(databases.many)];
        if (!isDeepStrictEqual(mine, theirs)) throw new Error(`${name} differs:\n${JSON.stringify(mine).slice(0, 500)}\n${JSON.stringify(theirs).slice(0, 500)}`);
        const comparison = await bench.compare([functionSide('rollup', rollup), functionSide('raw', () => raw(databases.many))]);
        const times = comparison.rateRatio('rollup', 'raw');
        slowest = Math.min(slowest, times);
        rows.push([name, comparison.of('rollup', ({ p50 }) => p50), comparison.of('raw', ({ p50 }) => p50), `${figure(times)} x`]);
      }
      report.atLeast('the figure that gains least, faster than the GROUP BY over 10,000,000 events', 40, slowest);
      report.table(['90 days of a year of 10,000,000 events, 20,000 people', 'ours ms', 'GROUP BY ms', 'faster'], rows);
    } finally {
      await ours.close();
    }
    await pages(bench, databases);
    const sizes = await Promise.all(Object.values(databases).map(async (database) => [await megabytes(database, ROLLUPS), await megabytes(database, ['activity_event'])] as const));
    report.atMost('rollups, as a share of the raw bytes', 0.1, sizes[1]![0] / sizes[1]![1], '');
    report.text(`Rollups with their indexes: ${figure(sizes[0]![0])} MB beside ${figure(sizes[0]![1])} MB of events at 1,000,000, ${figure(sizes[1]![0])} MB beside ${figure(sizes[1]![1])} MB at 10,000,000.`);
  },
} satisfies Benchmark;

const ROLLUPS = ['activity_day', 'people_day', 'share_day', 'publication_day', 'share_life', 'click_day'];

/** The whole page through GraphQL, over both worlds. */
async function pages(bench: Bench, { few, many }: Record<'few' | 'many', Database>): Promise<void> {
  const sides = [];
  for (const [name, database] of [['1,000,000 events', few], ['10,000,000 events', many]] as const) {
    const [token] = await signIn(database, [0]);
    const server = await bench.api(database);
    const request = pageOf(server, token!);
    answered(await ask('127.0.0.1', server.port, request(0)));
    sides.push(httpSide({ name, server, request, check: answered, connections: 4 }));
  }
  const comparison = await bench.compare(sides);
  bench.report.atMost('10,000,000 events slower than 1,000,000', 1.5, comparison.rateRatio('1,000,000 events', '10,000,000 events'));
  bench.report.comparison('The whole page through GraphQL, 4 connections: every figure over 90 days and the 90 before, networks, clicks, 90 days of four series, the best publications, readers who do not share.', comparison);
}
