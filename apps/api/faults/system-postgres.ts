import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountFor } from './postgres.mjs';
import { eventually, freePort } from './world';

/** What backups need, all of one version; the embedded PostgreSQL comes without its clients. */
const PROGRAMS = ['initdb', 'postgres', 'pg_dump', 'pg_restore', 'pg_basebackup', 'psql'];

/** The folder of a whole PostgreSQL on this machine: PG_BIN, pg_config's, or Debian's newest. */
export function systemBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const installed = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin')) : [];
  const told = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  return [process.env['PG_BIN'], told, ...installed].find((folder) => folder && PROGRAMS.every((program) => existsSync(join(folder, program))));
}

/** A PostgreSQL as an operator runs it: settings in its files, started and stopped by them. */
export class SystemPostgres {
  private child: ChildProcess | undefined;
  private exited: Promise<unknown> = Promise.resolve();

  constructor(
    readonly bin: string,
    readonly data: string,
    readonly port: number,
  ) {}

  /** A new cluster in `folder`/`name`, whose superuser needs no password. */
  static async create(bin: string, folder: string, name: string, settings: Record<string, string> = {}): Promise<SystemPostgres> {
    const server = new SystemPostgres(bin, join(folder, name), await freePort());
    mkdirSync(server.data);
    server.hand(server.data);
    server.run('initdb', ['-D', server.data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']);
    server.set({ listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings });
    return server;
  }

  url(database: string, role = 'postgres'): string {
    return `postgresql://${role}@127.0.0.1:${this.port}/${database}`;
  }

  set(settings: Record<string, string>): void {
    appendFileSync(join(this.data, 'postgresql.conf'), Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`).join(''));
  }

  /** To the account that runs PostgreSQL, which refuses root. */
  hand(path: string): void {
    const account = accountFor();
    if (account) chownSync(path, account.uid, account.gid);
  }

  /** Runs one of its programs to the end. */
  run(program: string, args: string[]): string {
    const { status, stdout, stderr } = spawnSync(join(this.bin, program), args, { ...this.identity(), encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
    return stdout;
  }

  async start(): Promise<void> {
    this.child = spawn(join(this.bin, 'postgres'), ['-D', this.data, '-p', String(this.port)], { ...this.identity(), stdio: 'ignore' });
    this.exited = new Promise((done) => this.child!.once('exit', done));
    const pidFile = join(this.data, 'postmaster.pid');
    const ready = await eventually(async () => existsSync(pidFile) && readFileSync(pidFile, 'utf8').split('\n')[7]?.trim() === 'ready', Boolean, 60);
    if (!ready) throw new Error('PostgreSQL does not start');
  }

  async stop(): Promise<void> {
    if (!this.child) return;
    this.child.kill('SIGINT');
    await this.exited;
    this.child = undefined;
  }

  private identity() {
    const account = accountFor();
    return { cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' }, ...(account ? { uid: account.uid, gid: account.gid } : {}) };
  }
}
