import type { Comparison } from './compare';
import type { Database, Part } from './database';
import type { ServerOptions, ServerProcess } from './process';
import type { Section } from './report';
import type { Side } from './sides';

export interface BenchOptions {
  /** Of a superuser: databases are made, filled by COPY and read as anybody. */
  url: string;
  rounds: number;
  /** Of one side in one round. */
  seconds: number;
  /** Fill the databases again, whatever is there. */
  fresh: boolean;
  /** Folder for a CPU profile of each server; null: none. */
  profiles: string | null;
  /** Also against PostGraphile, which has packages of its own. */
  postgraphile: boolean;
  secret: string;
}

/** What a benchmark works with. */
export interface Bench {
  readonly options: BenchOptions;
  /** A migrated database with these parts; made once, kept for the next run. */
  database(name: string, parts: Part[]): Promise<Database>;
  /** The built API on a database, ready; stopped at the end of the benchmark. */
  api(database: Database, options?: ServerOptions): Promise<ServerProcess>;
  /** A peer: a file of peers/, told its database by DATABASE_URL and its port by PORT. */
  peer(file: string, database: Database | null, options?: ServerOptions): Promise<ServerProcess>;
  /** The sides one after the other in each round, after a warm-up of each. */
  compare(sides: Side[]): Promise<Comparison>;
  readonly report: Section;
  /** Says what goes on. */
  log(text: string): void;
}

/** One file `<name>.bench.ts` exports it as `default`; `main.ts` lists it. */
export interface Benchmark {
  name: string;
  title: string;
  run(bench: Bench): Promise<void>;
}
