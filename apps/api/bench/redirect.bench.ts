import { setTimeout as sleep } from 'node:timers/promises';
import { ask, codeOf, httpRequest, httpSide, links, memoryOf, people, publications, random, targetOf, type Answer, type Bench, type Benchmark, type Database, type ServerProcess } from './harness';

const PEOPLE = 20_000;
const PUBLICATIONS = 5_000;
const FEW = 200_000;
const MANY = 2_000_000;
/** Links that are being clicked now get nine clicks of ten; the tenth falls on any link ever made. */
const HOT = 10_000;
/** A post that is being passed on. */
const CONNECTIONS = 256;
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0';

const visit = (link: number, visitor: number): Buffer =>
  httpRequest('GET', `/r/${codeOf(link)}`, { 'user-agent': BROWSER, accept: 'text/html', 'x-forwarded-for': `10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}` });

/** A visitor of their own for each click, on a link that people click. */
function visits(count: number, anywhere = false): (n: number) => Buffer {
  const pick = random(count);
  return (n) => visit(Math.floor(pick() * (anywhere || pick() < 0.1 ? count : HOT)), n);
}

const redirected = ({ status, body }: Answer): void => {
  if (status !== 302) throw new Error(`Status ${status}: ${body.toString().slice(0, 300)}`);
};

const world = (bench: Bench, count: number): Promise<Database> => bench.database(`links_${count}`, [people(PEOPLE), publications(PUBLICATIONS), links(count, { people: PEOPLE, publications: PUBLICATIONS })]);

async function checkAnswers(servers: ServerProcess[]): Promise<void> {
  for (const { port } of servers) {
    for (let n = 0; n < 200; n += 1) {
      const { status, head } = await ask('127.0.0.1', port, visit(n * 997, n));
      const location = /\r\nlocation: ([^\r]+)/i.exec(head)?.[1];
      if (status !== 302 || location !== targetOf(n * 997)) throw new Error(`Link ${n * 997}: ${status} to ${location ?? 'nowhere'}`);
    }
  }
}

/** Each acknowledged click is a row: counted before and after a second of load. */
async function checkCommitted(database: Database, server: ServerProcess): Promise<void> {
  const clicks = async () => Number((await database.query<{ n: string }>('select count(*) as n from click'))[0]!.n);
  const before = await clicks();
  const request = visits(FEW);
  const { requests } = await httpSide({ name: '', server, request: (n) => request(n + 1_000_000), check: redirected }).work(1);
  const written = (await clicks()) - before;
  if (written < requests) throw new Error(`${requests} clicks answered, ${written} rows`);
}

/** From profiles (--profile, EXPLAIN ANALYZE); to be read again when the path changes. */
const SPENT =
  'Where the time goes: of the server’s CPU a third is the bare 302’s own, the rest the link and its cache, the visitor’s hash, what tells robots, the click’s part of one INSERT for all that came meanwhile, and waking PostgreSQL for it. PostgreSQL writes a row, two index entries and their log for each click, after looking in both for the same click and for the same visitor’s of that hour (24 µs a click in statements of 250; 16 µs without looking). What less would take: looking only after the answer, so that a click is valid or a repeat later on; or clicks of a second in one row, which is no longer a row for each.';

export default {
  name: 'redirect',
  title: 'Redirect `/r/:code`, answered after the commit of its click',
  async run(bench) {
    const { report } = bench;
    const [few, many] = [await world(bench, FEW), await world(bench, MANY)];
    for (const database of [few, many]) await database.query('truncate click, click_pending');
    const env = { TRUST_PROXY: '127.0.0.1' };
    const ours = await bench.api(few, { env });
    const large = await bench.api(many, { env });
    const plain = await bench.peer('plain-redirect.ts', few);
    const bare = await bench.peer('bare-redirect.ts', null);
    await checkAnswers([ours, large, plain]);
    await checkCommitted(few, ours);

    const side = (name: string, server: ServerProcess, request: (n: number) => Buffer) => httpSide({ name, server, request, check: redirected, connections: CONNECTIONS });
    const comparison = await bench.compare([
      side('Portevoix, 200,000 links', ours, visits(FEW)),
      side('Portevoix, 2,000,000 links', large, visits(MANY)),
      side('Portevoix, any of 2,000,000 links alike', large, visits(MANY, true)),
      side('SELECT then INSERT over pg', plain, visits(FEW)),
      side('bare node:http', bare, visits(FEW)),
    ]);
    report.atLeast('rate, as a share of a bare `node:http` 302', 0.35, comparison.rateRatio('Portevoix, 200,000 links', 'bare node:http'));
    report.atMost('CPU per request (server and PostgreSQL) of the bare 302', 3, comparison.cpuRatio('Portevoix, 200,000 links', 'bare node:http'));
    report.atMost('2,000,000 links slower than 200,000', 1.2, comparison.rateRatio('Portevoix, 200,000 links', 'Portevoix, 2,000,000 links'));
    const { slope, resident } = await memory(bench, many);
    report.atMost('memory in use after a collection, growth a minute under load', 1, slope, 'MB');
    report.comparison(`${CONNECTIONS} connections, a visitor of their own for each click; nine clicks of ten on 10,000 links, the tenth on any.`, comparison);
    report.text(`Against reading the link and writing the click one by one: ${comparison.rateRatio('Portevoix, 200,000 links', 'SELECT then INSERT over pg').toFixed(1)} times its rate. Resident memory of a server after this load: ${resident.toFixed(0)} MB.`);
    report.text(SPENT);
  },
} satisfies Benchmark;

/** A collection at a signal, so that what a round has left behind is not taken for what it keeps. */
const COLLECTS = ['--expose-gc', '--import', "data:text/javascript,process.on('SIGUSR2',()=>{gc();gc()})"];
const MEMORY_ROUNDS = 10;

/** Least squares over rounds of load on any of the links, each followed by a collection; MB a minute of load. */
async function memory(bench: Bench, database: Database): Promise<{ slope: number; resident: number }> {
  const METRICS_TOKEN = 'a token of this benchmark';
  const server = await bench.api(database, { env: { TRUST_PROXY: '127.0.0.1', METRICS_TOKEN }, nodeOptions: COLLECTS });
  // What a round itself costs (connections, metrics) must not be taken for growth.
  const seconds = Math.max(5, bench.options.seconds);
  const request = visits(MANY, true);
  let begun = 0;
  const round = async (length: number) => {
    const { requests } = await httpSide({ name: '', server, request: (n) => request(begun + n), check: redirected, connections: CONNECTIONS }).work(length);
    begun += requests;
    await sleep(500);
    process.kill(server.pid, 'SIGUSR2');
    await sleep(500);
    return inUse(server, METRICS_TOKEN);
  };
  // Until its cache of links is full and its code compiled.
  await round(8 * seconds);
  const samples: number[] = [];
  for (let n = 0; n < MEMORY_ROUNDS; n += 1) samples.push(await round(seconds));
  const { resident } = memoryOf(server.pid);
  bench.log(`in use after each round: ${samples.map((megabytes) => megabytes.toFixed(1)).join(' ')} MB; resident ${resident.toFixed(0)} MB`);
  const middle = (samples.length - 1) / 2;
  const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length;
  const over = samples.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  return { slope: ((over / samples.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)) * 60) / seconds, resident };
}

/** Megabytes of V8's heap and of what it holds outside. */
async function inUse({ url }: ServerProcess, token: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text();
  const bytes = (name: string) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
  return (bytes('nodejs_heap_size_used_bytes') + bytes('nodejs_external_memory_bytes')) / 1_048_576;
}
