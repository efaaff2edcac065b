import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadConfig, ownerConnection, prepareRestore } from '@portevoix/platform';
import { Refused } from './app';
import { migrateDatabase } from './database';

/** Beside the dump: what it must hold, so that a restore can be proved. */
interface Manifest {
  takenAt: string;
  server: string;
  tables: Record<string, { rows: number; hash: string }>;
}

const DUMP = 'database.dump';
const MANIFEST = 'manifest.json';
const FILES = 'files.tar';

/**
 * `backup <folder>`: a dump in PostgreSQL's own format (pg_dump), the application's files, and a manifest of each table's
 * rows. The folder must not exist. Requests go on meanwhile: dump and manifest are of one snapshot.
 */
export async function backup([folder]: string[]): Promise<void> {
  if (!folder) throw new Refused('backup <folder>: the folder is missing');
  if (existsSync(folder)) throw new Refused(`${folder} exists already: a backup is written to a new folder`);
  const { DATABASE_URL, FILES_DIR } = loadConfig();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const db = await ownerConnection(DATABASE_URL);
  try {
    await db.transaction('REPEATABLE READ', async (tx) => {
      await tx.query('set transaction read only');
      const [{ snapshot, server }] = (await tx.query(`select pg_export_snapshot() as snapshot, current_setting('server_version') as server`)) as [{ snapshot: string; server: string }];
      await run('pg_dump', ['--format=custom', '--enable-row-security', `--snapshot=${snapshot}`, '--file', join(folder, DUMP)], DATABASE_URL);
      const manifest: Manifest = { takenAt: new Date().toISOString(), server, tables: await tablesOf((sql) => tx.query(sql)) };
      await writeFile(join(folder, MANIFEST), JSON.stringify(manifest, null, 2), { mode: 0o600 });
    });
  } finally {
    await db.destroy();
  }
  if (existsSync(FILES_DIR)) await run('tar', ['-cf', join(folder, FILES), '-C', FILES_DIR, '.']);
  console.log(`Backed up to ${resolve(folder)}`);
}

/**
 * `restore <folder>`: into the empty database of DATABASE_URL, then proves that each table holds what the manifest says
 * and brings the schema to this version.
 */
export async function restore([folder]: string[], migrationsFolder: string): Promise<void> {
  if (!folder) throw new Refused('restore <folder>: the folder is missing');
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new Refused(`${folder} is no backup: it has no ${MANIFEST}`);
  });
  const { DATABASE_URL, FILES_DIR } = loadConfig();
  await prepareRestore(DATABASE_URL);
  await restoreDump(join(folder, DUMP), DATABASE_URL);
  const differences = await differencesFrom(JSON.parse(text) as Manifest, DATABASE_URL);
  if (differences.length) throw new Refused(`The restored database differs from the backup:\n${differences.join('\n')}`);
  if (existsSync(join(folder, FILES))) {
    await mkdir(FILES_DIR, { recursive: true });
    await run('tar', ['-xf', join(folder, FILES), '-C', FILES_DIR]);
  }
  await migrateDatabase(migrationsFolder);
  console.log('Restored: every table holds what the backup says');
}

/** Policies and grants name roles of the old server; `migrate` gives them anew. */
async function restoreDump(dump: string, url: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portevoix-restore-'));
  try {
    const list = await run('pg_restore', ['--list', dump]);
    const kept = list.split('\n').filter((line) => !/ (POLICY|ROW SECURITY|ACL|DEFAULT ACL|EXTENSION) | SCHEMA - public | COMMENT - (POLICY|EXTENSION|SCHEMA) /.test(line));
    const file = join(folder, 'list');
    await writeFile(file, kept.join('\n'));
    await run('pg_restore', ['--no-owner', '--exit-on-error', '--single-transaction', `--use-list=${file}`, `--dbname=${new URL(url).pathname.slice(1)}`, dump], url);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function differencesFrom(manifest: Manifest, url: string): Promise<string[]> {
  const db = await ownerConnection(url);
  try {
    const found = await tablesOf((sql) => db.query(sql));
    const names = new Set([...Object.keys(manifest.tables), ...Object.keys(found)]);
    return [...names].flatMap((name) => {
      const [was, is] = [manifest.tables[name], found[name]];
      return was?.hash === is?.hash ? [] : [`  ${name}: ${was?.rows ?? 'no'} rows then, ${is?.rows ?? 'no'} now`];
    });
  } finally {
    await db.destroy();
  }
}

/** Each table's rows and a hash of them that does not depend on their order. */
async function tablesOf(query: (sql: string) => Promise<unknown>): Promise<Manifest['tables']> {
  const names = (await query(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  )) as { name: string }[];
  const tables: Manifest['tables'] = {};
  for (const { name } of names) {
    const [row] = (await query(
      `select count(*)::int as rows, coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint), 0)::text as sum from ${name} t`,
    )) as [{ rows: number; sum: string }];
    tables[name] = { rows: row.rows, hash: createHash('sha256').update(`${row.rows}:${row.sum}`).digest('hex') };
  }
  return tables;
}

/** PostgreSQL's own programs find the server by its environment, so that no password stands in a list of processes. */
function environmentOf(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslmode = searchParams.get('sslmode');
  return {
    ...process.env, PGHOST: decodeURIComponent(hostname).replace(/^\[|\]$/g, ''), PGPORT: port || '5432', PGUSER: decodeURIComponent(username), PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)), PGOPTIONS: '-c app.maintenance=on', ...(sslmode ? { PGSSLMODE: sslmode } : {}),
  };
}

/** The program's output; throws with what it said. */
async function run(program: string, args: string[], url?: string): Promise<string> {
  const folder = process.env['PG_BIN'];
  const path = folder && program.startsWith('pg_') ? join(folder, program) : program;
  const child = spawn(path, args, { env: url ? environmentOf(url) : process.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, said] = ['', ''];
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (said += String(data)));
  const code = await new Promise<number | null>((ended) => {
    child.once('error', (error) => ended(((said += error.message), null)));
    child.once('close', ended);
  });
  if (code !== 0) throw new Refused(`${program} failed: ${said.trim()}\n${program.startsWith('pg_') ? 'It has to be at least as new as the server; PG_BIN names the folder of another.' : ''}`);
  return out;
}
