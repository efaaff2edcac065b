import { join } from 'node:path';
import { compare } from './harness/compare';
import { Databases } from './harness/database';
import { postmasterOf, startServer, type ServerProcess } from './harness/process';
import { Section, writeReport } from './harness/report';
import type { Bench, BenchOptions, Benchmark } from './harness/types';

const root = join(import.meta.dirname, '../../..');

/** In the order of the report; each is loaded when it runs. */
const BENCHMARKS: Record<string, () => Promise<{ default: Benchmark }>> = {
  redirect: () => import('./redirect.bench'),
  feed: () => import('./feed.bench'),
  start: () => import('./start.bench'),
  leaderboard: () => import('./leaderboard.bench'),
  dashboard: () => import('./dashboard.bench'),
};

/** Runs the benchmarks and writes RESULTS.md after each. `stop` ends every server that is still up. */
export function startBench(options: BenchOptions): { run(names: string[]): Promise<void>; stop(): Promise<void> } {
  const log = (text: string) => console.log(`  ${text}`);
  const databases = new Databases(options.url, options.fresh, log);
  const servers: ServerProcess[] = [];
  const stopServers = async () => void (await Promise.all(servers.splice(0).map((server) => server.stop())));

  const one = async ({ name, title, run }: Benchmark): Promise<Section> => {
    console.log(`▸ ${title}`);
    const server = await databases.server();
    const started = async (starting: Promise<ServerProcess>) => {
      const process = await starting;
      servers.push(process);
      return process;
    };
    const nodeOptions = options.profiles ? ['--cpu-prof', `--cpu-prof-dir=${options.profiles}`] : [];
    const report = new Section(name, title);
    const bench: Bench = {
      options,
      report,
      log,
      database: (database, parts) => databases.get(database, parts),
      api: (database, more = {}) =>
        started(
          startServer(
            join(root, 'dist/api/main.js'),
            { NODE_ENV: 'production', DATABASE_URL: database.url, PORTEVOIX_SECRET: options.secret, LOG_LEVEL: 'error', GRAPHQL_POINTS_PER_HOUR: '0', HOST: '127.0.0.1', FILES_DIR: join(root, '.portevoix/bench/files'), ...more.env },
            { readyPath: '/readyz', nodeOptions, ...more },
          ),
        ),
      peer: (file, database, more = {}) => started(startServer(join(import.meta.dirname, 'peers', file), { NODE_ENV: 'production', DATABASE_URL: database?.url ?? '', ...more.env }, { nodeOptions, ...more })),
      compare: (sides) => compare(sides, { ...options, postmaster: postmasterOf(server.backend), log }),
    };
    try {
      await run(bench);
    } finally {
      await stopServers();
    }
    return report;
  };

  return {
    async run(names) {
      const unknown = names.find((name) => !BENCHMARKS[name]);
      if (unknown) throw new Error(`No such benchmark: ${unknown}. There are: ${Object.keys(BENCHMARKS).join(', ')}`);
      const sections = new Map<string, string>();
      for (const [name, read] of Object.entries(BENCHMARKS)) {
        if (names.length && !names.includes(name)) continue;
        const section = await one((await read()).default);
        sections.set(name, section.toString(`${options.rounds} rounds of ${options.seconds} s`));
        writeReport(join(import.meta.dirname, 'RESULTS.md'), Object.keys(BENCHMARKS), sections, (await databases.server()).version);
        for (const line of section.missed) log(`missed: ${line}`);
      }
    },
    async stop() {
      await stopServers();
      await databases.end();
    },
  };
}
