import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PgBoss } from 'pg-boss';
import { DataSource, type MigrationInterface } from 'typeorm';
import { knownQueues, queueOptions } from '../jobs/registry';
import { dataSourceOptions } from './data-source';
import { secureDatabase } from './secure';

type MigrationClass = new () => MigrationInterface;

/** Every class exported by the files of `folder`, in the order of their file names. */
async function loadMigrations(folder: string): Promise<MigrationClass[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => /^\d+.*\.(ts|js)$/.test(file)).sort();
  const loaded = await Promise.all(files.map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<Record<string, MigrationClass>>));
  return loaded.flatMap((module) => Object.values(module));
}

/** A connection of the owner, whom row-level security may not bind. */
export const ownerConnection = (url: string): Promise<DataSource> => new DataSource(dataSourceOptions(url, null, { max: 2 })).initialize();

/** Connection of the owner: migrations, policies, pg-boss' schema and queues. */
export async function ownerDataSource(url: string, migrationsFolder: string): Promise<DataSource> {
  return new DataSource({ ...dataSourceOptions(url, null, { max: 2 }), migrations: await loadMigrations(migrationsFolder) }).initialize();
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

/** Brings the database to the code's state; safe to run twice and from two processes. Returns the names run. */
export async function migrate(url: string, migrationsFolder: string): Promise<string[]> {
  const db = await ownerDataSource(url, migrationsFolder);
  try {
    for (const extension of ['pgcrypto', 'unaccent', 'pg_trgm']) await db.query(`create extension if not exists ${extension}`);
    await db.query(`select pg_advisory_lock(hashtext('portevoix.migrate'))`);
    const run = await db.runMigrations({ transaction: 'each' });
    await prepareQueues(url);
    await secureDatabase(db);
    return run.map((migration) => migration.name);
  } finally {
    await db.destroy();
  }
}
