import { setTimeout as sleep } from 'node:timers/promises';
import { median, memoryOf, people, type Bench, type Benchmark, type ServerProcess } from './harness';

/** Long enough for what a start leaves behind to be collected, or not. */
const IDLE_MS = 3000;

interface Start {
  ms: number;
  resident: number;
  own: number;
}

async function once(starting: Promise<ServerProcess>): Promise<Start> {
  const server = await starting;
  await sleep(IDLE_MS);
  const { resident, private: own } = memoryOf(server.pid);
  await server.stop();
  return { ms: server.readyMs, resident, own };
}

/** Medians, and the median of the rounds' ratios. */
function compared(ours: Start[], empty: Start[], figure: keyof Start): { ours: number; empty: number; ratio: number } {
  return { ours: median(ours.map((start) => start[figure])), empty: median(empty.map((start) => start[figure])), ratio: median(ours.map((start, at) => start[figure] / empty[at]![figure])) };
}

async function rounds(bench: Bench): Promise<{ ours: Start[]; empty: Start[] }> {
  const database = await bench.database('start', [people(100)]);
  const [ours, empty]: [Start[], Start[]] = [[], []];
  // The first start of each reads its files from the disk.
  await once(bench.api(database));
  await once(bench.peer('empty-nest.ts', null));
  for (let round = 0; round < bench.options.rounds; round += 1) {
    ours.push(await once(bench.api(database)));
    empty.push(await once(bench.peer('empty-nest.ts', null)));
    bench.log(`round ${round + 1}: ${ours.at(-1)!.ms.toFixed(0)} ms, empty ${empty.at(-1)!.ms.toFixed(0)} ms`);
  }
  return { ours, empty };
}

/** From a profile (--profile); to be read again when the path changes. */
const SPENT =
  'Where the time goes (CPU profile of the server): a third is Nest’s making of the GraphQL schema, of which half is printing it and reading it back to tie the resolvers to it; a fifth is reading the bundle and its compiled code; the rest is Nest’s container, PostgreSQL’s first connections, and Node’s own modules. The first start after an installation compiles the bundle, and takes about half as long again. What a shorter start would take: resolvers tied to the schema without that detour, and the domains’ demo data kept out of the server’s bundle.';

export default {
  name: 'start',
  title: 'Start of the built server on a migrated database',
  async run(bench) {
    const { report } = bench;
    const { ours, empty } = await rounds(bench);
    const [time, resident, own] = [compared(ours, empty, 'ms'), compared(ours, empty, 'resident'), compared(ours, empty, 'own')];
    report.atMost('time to the first answer (`/readyz`), of an empty Nest application', 2.5, time.ratio);
    report.atMost('idle memory (resident), of an empty Nest application', 2, resident.ratio);
    report.table(
      ['', 'Portevoix', 'empty Nest on Fastify'],
      [
        ['first answer, ms', time.ours, time.empty],
        ['resident memory, MB', resident.ours, resident.empty],
        ['of it its own, MB', own.ours, own.empty],
      ],
    );
    report.text(SPENT);
  },
} satisfies Benchmark;
