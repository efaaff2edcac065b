import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { PgBoss } from 'pg-boss';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { knownQueues, queueOptions } from '../jobs/registry';
import { dataSourceOptions } from './data-source';
import { checkServer, ensureRoles } from './preflight';
import { secureDatabase } from './secure';

type MigrationClass = new () => MigrationInterface;

/** Every class exported by the files of `folder`, in the order of their file names. */
async function loadMigrations(folder: string): Promise<MigrationClass[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => /^\d+.*\.(ts|js)$/.test(file)).sort();
  const loaded = await Promise.all(files.map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<Record<string, MigrationClass>>));
  return loaded.flatMap((module) => Object.values(module));
}

/** A connection of the owner, whom row-level security may not bind. */
export const ownerConnection = (url: string): Promise<DataSource> => connect(url, new DataSource(dataSourceOptions(url, null, { max: 3 })));

/** Connection of the owner: migrations, policies, pg-boss' schema and queues. */
export async function ownerDataSource(url: string, migrationsFolder: string): Promise<DataSource> {
  return connect(url, oneByOne(new DataSource({ ...dataSourceOptions(url, null, { max: 3 }), migrations: await loadMigrations(migrationsFolder) })));
}

/** TypeORM compares schemas by many statements at once on one connection, which pg is about to refuse: here they wait for one another. */
function oneByOne(db: DataSource): DataSource {
  const create = db.createQueryRunner.bind(db);
  db.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner);
    let last: Promise<unknown> = Promise.resolve();
    runner.query = ((...args: Parameters<QueryRunner['query']>) => {
      const next = last.then(() => query(...args));
      last = next.catch(() => undefined);
      return next;
    }) as QueryRunner['query'];
    return runner;
  };
  return db;
}

/** Throws with the address that does not answer; never with its password. */
async function connect(url: string, db: DataSource): Promise<DataSource> {
  try {
    return await db.initialize();
  } catch (error) {
    const reasons = error instanceof AggregateError ? error.errors.map(String) : [error instanceof Error ? error.message : String(error)];
    const where = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : 'DATABASE_URL';
    throw new Error(`PostgreSQL cannot be used at ${where}: ${reasons.join('; ')}`, { cause: error });
  }
}

async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false, registerInstance: false });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const name of knownQueues()) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, queueOptions);
      else await boss.createQueue(name, { ...queueOptions, heartbeatSeconds: 10, notify: true });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';
const LOCK_TRIES = 15;

/** Runs `work` again while requests under way hold a table that it needs. Each part of it commits by itself. */
async function whenUnlocked<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const code = String((error as { code?: string }).code);
      if (![LOCK_NOT_AVAILABLE, DEADLOCK].includes(code) || tries >= LOCK_TRIES) throw error;
      await sleep(200 + Math.random() * 800);
    }
  }
}

/**
 * Brings the database to the code's state; safe to run twice, from two processes, and while requests are served.
 * Returns the names run. Throws, before anything is written, when the server or the role will not do.
 */
export async function migrate(url: string, migrationsFolder: string): Promise<string[]> {
  const db = await ownerDataSource(url, migrationsFolder);
  const turn = db.createQueryRunner();
  try {
    await checkServer(db);
    await ensureRoles(db);
    await turn.query('set lock_timeout = 0');
    await turn.query(`select pg_advisory_lock(hashtext('portevoix.migrate'))`);
    const before = await ran(db);
    await whenUnlocked(() => db.runMigrations({ transaction: 'each' }));
    await prepareQueues(url);
    await whenUnlocked(() => secureDatabase(db));
    return (await ran(db)).filter((name) => !before.includes(name));
  } finally {
    await turn.release();
    await db.destroy();
  }
}

async function ran(db: DataSource): Promise<string[]> {
  const [{ there }] = (await db.query(`select to_regclass('public.migration') is not null as there`)) as [{ there: boolean }];
  if (!there) return [];
  const rows = (await db.query('select name from migration order by timestamp')) as { name: string }[];
  return rows.map(({ name }) => name);
}

/** Makes ready for a restore: roles and extensions, in a database without tables. Throws when it has some. */
export async function prepareRestore(url: string): Promise<void> {
  const db = await ownerConnection(url);
  try {
    const tables = (await db.query(`select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') limit 1`)) as unknown[];
    if (tables.length) throw new Error('The database is not empty: restore into a new one (createdb), then change DATABASE_URL');
    await checkServer(db);
    await ensureRoles(db);
  } finally {
    await db.destroy();
  }
}
