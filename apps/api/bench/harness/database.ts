import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Value = string | number | boolean | null;

/** A part of a world: rows of some tables. `key` names it with its size; another key is another database. */
export interface Part {
  key: string;
  load(database: Loader): Promise<void>;
}

export interface Database {
  url: string;
  /** Statements as the owner, on one connection. */
  query<T extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<T[]>;
}

export interface Loader extends Database {
  /** COPY: rows of `columns`, in their order. Required columns that are not named get the neutral value of their type. */
  copy(table: string, columns: string[], rows: Iterable<Value[]>): Promise<void>;
}

const root = join(import.meta.dirname, '../../../..');

/** Makes, fills and keeps the databases of the benchmarks on one server. */
export class Databases {
  private readonly open: pg.Client[] = [];
  private readonly made = new Map<string, Promise<Database>>();

  constructor(
    private readonly url: string,
    private readonly fresh: boolean,
    private readonly log: (text: string) => void,
  ) {}

  get(name: string, parts: Part[]): Promise<Database> {
    const known = this.made.get(name);
    if (known) return known;
    const making = this.make(name, parts);
    this.made.set(name, making);
    return making;
  }

  private admin: Promise<pg.Client> | null = null;

  /** A backend's process id, and the server's version. */
  async server(): Promise<{ backend: number; version: string }> {
    const { rows } = await (this.admin ??= this.connect(this.url)).then((client) => client.query<{ backend: number; version: string }>(`select pg_backend_pid() as backend, current_setting('server_version') as version`));
    return rows[0]!;
  }

  private async make(name: string, parts: Part[]): Promise<Database> {
    const server = await (this.admin ??= this.connect(this.url));
    const prefix = `bench_${name.replace(/\W/g, '_')}_`;
    const database = `${prefix}${fingerprint(parts)}`;
    const url = new URL(this.url);
    url.pathname = `/${database}`;
    const { rows } = await server.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [prefix]);
    if (!this.fresh && rows.some((row) => row.datname === database) && migrated(url.href)) return this.loader(url.href);
    for (const { datname } of rows) await server.query(`drop database if exists ${datname} with (force)`);
    const draft = `${prefix}draft`;
    await server.query(`create database ${draft}`);
    const draftUrl = new URL(url);
    draftUrl.pathname = `/${draft}`;
    const begun = Date.now();
    if (!migrated(draftUrl.href)) throw new Error(`${name}: the database was not migrated`);
    const loader = await this.loader(draftUrl.href);
    // The rows agree with one another by construction: checking each reference would take longer than writing it.
    await loader.query('set session_replication_role = replica');
    for (const part of parts) await part.load(loader);
    await loader.query('vacuum (analyze)');
    await loader.query('checkpoint');
    await this.close(loader);
    await server.query(`alter database ${draft} rename to ${database}`);
    this.log(`${name}: filled in ${Math.round((Date.now() - begun) / 1000)} s`);
    return this.loader(url.href);
  }

  private async connect(url: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    this.open.push(client);
    return client;
  }

  private clients = new WeakMap<Database, pg.Client>();

  private async loader(url: string): Promise<Loader> {
    const client = await this.connect(url);
    const loader: Loader = {
      url,
      query: async <T extends object>(sql: string, values?: unknown[]) => (await client.query(sql, values)).rows as T[],
      copy: (table, columns, rows) => copy(client, table, columns, rows),
    };
    this.clients.set(loader, client);
    return loader;
  }

  private async close(database: Database): Promise<void> {
    await this.clients.get(database)?.end();
  }

  async end(): Promise<void> {
    await Promise.all(this.open.map((client) => client.end().catch(() => undefined)));
  }
}

/** Brings a database to this version's schema; false when that fails: it was made by migrations that have since changed. */
function migrated(url: string): boolean {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/api/cli.js'), 'migrate'], { cwd: root, env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url }, encoding: 'utf8' });
  if (status !== 0) console.error(stderr);
  return status === 0;
}

/** Other parts, or another way to load them, are another database. */
function fingerprint(parts: Part[]): string {
  const hash = createHash('sha256').update(parts.map(({ key }) => key).join());
  for (const part of parts) hash.update(part.load.toString());
  return hash.digest('hex').slice(0, 10);
}

const REQUIRED = `select attname as name, format_type(atttypid, null) as type from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and attnotnull and not atthasdef and not attisdropped and attidentity = '' and not attname = any($2)`;

const NEUTRAL: Record<string, string> = { text: '', integer: '0', bigint: '0', 'double precision': '0', boolean: 'f', jsonb: '{}', 'timestamp with time zone': '2026-01-01T00:00:00Z', date: '2026-01-01' };
const neutral = (type: string): string => (type.endsWith('[]') ? '{}' : (NEUTRAL[type] ?? ''));

async function copy(client: pg.Client, table: string, columns: string[], rows: Iterable<Value[]>): Promise<void> {
  const { rows: missing } = await client.query<{ name: string; type: string }>(REQUIRED, [`"${table}"`, columns]);
  const names = [...columns, ...missing.map(({ name }) => name)].map((name) => `"${name}"`).join(', ');
  const tail = missing.map(({ type }) => `\t${neutral(type)}`).join('');
  await pipeline(Readable.from(chunks(rows, tail), { objectMode: true }), client.query(copyFrom(`copy "${table}" (${names}) from stdin`)));
}

/** COPY's text format, in pieces large enough that streams cost nothing. */
function* chunks(rows: Iterable<Value[]>, tail: string): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += row.map(field).join('\t') + tail + '\n';
    if (chunk.length < 262_144) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function field(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return /[\\\n\r\t]/.test(value) ? value.replace(/[\\\n\r\t]/g, (letter) => ESCAPES[letter] ?? letter) : value;
  return typeof value === 'boolean' ? (value ? 't' : 'f') : String(value);
}
