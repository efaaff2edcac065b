import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres, type StartedPostgres } from './postgres.mjs';

type Postgres = StartedPostgres;

/** Short in CI; `FAULTS=long` repeats the blows, and lets the soak run. */
export const isLong = process.env['FAULTS'] === 'long';

export { sleep };

/** A start on a machine that does much else. */
const PATIENCE_SECONDS = 110;

/** Reads until `holds`, for at most `seconds`; what was read last. */
export async function eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean, seconds = 15): Promise<T> {
  for (const until = Date.now() + seconds * 1000; ; await sleep(40)) {
    const value = await read();
    if (holds(value) || Date.now() > until) return value;
  }
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = net.createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => found(port));
    });
  });
}

/** One of our programs, as an operator runs it, with its output in a file. */
export class Program {
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  ended = false;

  constructor(
    readonly process: ChildProcess,
    readonly base: string,
    private readonly logFile: string,
  ) {
    this.exited = new Promise((done) => process.once('exit', (code, signal) => done({ code, signal }))).then((end) => {
      this.ended = true;
      return end as { code: number | null; signal: NodeJS.Signals | null };
    });
  }

  log(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  /** Nothing of the program runs after it. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    this.process.kill(signal);
    return this.exited;
  }

  /** Until it says so, or `seconds` are over; false when it ended by itself. */
  async answers(path = '/readyz', seconds = 30): Promise<boolean> {
    return eventually(async () => !this.ended && (await status(`${this.base}${path}`)) === 200, (ok) => ok || this.ended, seconds);
  }
}

/** The status of one request, on a connection of its own; 0 without an answer. */
export const status = (url: string, init: RequestInit = {}): Promise<number> =>
  fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(20_000), ...init, headers: { connection: 'close', ...(init.headers as Record<string, string>) } }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    },
    () => 0,
  );

/** Our programs, as an operator runs them, with their files in `folder`. */
export class Installation {
  private readonly programs: Program[] = [];

  constructor(
    readonly folder: string,
    private readonly settings: Record<string, string> = {},
  ) {}

  env(more: Record<string, string> = {}): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'], NODE_ENV: 'production', PORTEVOIX_SECRET: 'a secret of the fault tests, not used elsewhere', HOST: '127.0.0.1', TRUST_PROXY: '127.0.0.1', LOG_LEVEL: 'info',
      FILES_DIR: join(this.folder, 'files'), APPS_DIR: this.folder, ...this.settings, ...more,
    };
  }

  /** Started, not yet ready. */
  async run(program: 'main' | 'worker', env: Record<string, string> = {}, flags: string[] = []): Promise<Program> {
    const port = Number(env['PORT'] ?? (await freePort()));
    const logFile = join(this.folder, `${program}-${this.programs.length}.log`);
    const out = openSync(logFile, 'w');
    const child = spawn(process.execPath, [...flags, resolve(`dist/api/${program}.js`)], { env: this.env({ ...env, PORT: String(port) }), stdio: ['ignore', out, out] });
    closeSync(out);
    const started = new Program(child, `http://127.0.0.1:${port}`, logFile);
    this.programs.push(started);
    return started;
  }

  /** A server that answers. */
  async server(env: Record<string, string> = {}, flags: string[] = []): Promise<Program> {
    const server = await this.run('main', env, flags);
    if (!(await server.answers('/readyz', PATIENCE_SECONDS))) throw new Error(`The server is not ready:\n${server.log()}`);
    return server;
  }

  /** A worker that takes jobs. */
  async worker(env: Record<string, string> = {}): Promise<Program> {
    const worker = await this.run('worker', env);
    const began = await eventually(async () => worker.log().includes('worker started'), (yes) => yes || worker.ended, PATIENCE_SECONDS);
    if (!began) throw new Error(`The worker does not start:\n${worker.log()}`);
    return worker;
  }

  /** The command line. */
  cli(args: string[], env: Record<string, string> = {}): { code: number | null; output: string } {
    const { status: code, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/api/cli.js'), ...args], { env: this.env(env), encoding: 'utf8' });
    return { code, output: `${stdout}${stderr}` };
  }

  /** The same, while this process goes on. */
  async cliAsync(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
    const child = spawn(process.execPath, [resolve('dist/api/cli.js'), ...args], { env: this.env(env), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
    const code = await new Promise<number | null>((ended) => child.once('close', ended));
    return { code, output };
  }

  /** Whatever still runs is killed. */
  async stop(): Promise<void> {
    await Promise.all(this.programs.filter(({ ended }) => !ended).map((program) => program.kill()));
  }
}

/** An installation on a PostgreSQL of its own, durable as a production's, that may be broken. */
export class World extends Installation {
  private constructor(
    folder: string,
    private readonly data: string,
    public postgres: Postgres,
  ) {
    super(folder);
  }

  /** `disk`: where the database lives, when not with the rest. */
  static async start(name: string, disk?: string): Promise<World> {
    const folder = join(process.env['FAULTS_HOME']!, name);
    mkdirSync(folder);
    const data = join(disk ?? folder, 'postgres');
    copy(join(process.env['FAULTS_HOME']!, 'template'), data);
    mkdirSync(join(folder, 'files'));
    return new World(folder, data, await startPostgres({ dataDir: data }));
  }

  get url(): string {
    return this.postgres.url;
  }

  override env(more: Record<string, string> = {}): NodeJS.ProcessEnv {
    return super.env({ DATABASE_URL: this.url, ...more });
  }

  /** As a superuser, whom row-level security does not bind. */
  async sql<T = Record<string, unknown>>(text: string, values: unknown[] = [], url = this.url): Promise<T[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text, values)).rows as T[];
    } finally {
      await client.end();
    }
  }

  /** A fall without a word, then back on the same port with what the disk holds. */
  async crashPostgres(awayMs = 0): Promise<void> {
    await this.stopPostgres('SIGQUIT');
    await sleep(awayMs);
    await this.startPostgres();
  }

  async stopPostgres(signal: NodeJS.Signals = 'SIGQUIT'): Promise<void> {
    process.kill(this.postgres.pid, signal);
    await eventually(async () => isAlive(this.postgres.pid), (alive) => !alive, 30);
    await this.postgres.stop();
  }

  async startPostgres(): Promise<void> {
    this.postgres = await startPostgres({ dataDir: this.data, port: this.postgres.port });
  }

  override async stop(): Promise<void> {
    await super.stop();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** PostgreSQL insists on the owner and the mode of its files. */
export function copy(from: string, to: string): void {
  const { status: code, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  if (code !== 0) throw new Error(stderr);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] !== 'Z';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
