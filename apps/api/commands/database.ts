import { Clock, Db, loadConfig, migrate, ownerDataSource } from '@portevoix/platform';
import { resetDemo, seedDemo } from '../demo/demo';
import { Refused, withApp } from './app';

export async function migrateDatabase(migrationsFolder: string): Promise<void> {
  const names = await migrate(loadConfig().DATABASE_URL, migrationsFolder);
  console.log(names.length ? `Migrated: ${names.join(', ')}` : 'The database is up to date');
}

export async function checkMigrations(migrationsFolder: string): Promise<void> {
  const db = await ownerDataSource(loadConfig().DATABASE_URL, migrationsFolder);
  try {
    const { upQueries } = await db.driver.createSchemaBuilder().log();
    if (upQueries.length) throw new Refused(`The entities differ from the migrated schema:\n${upQueries.map((q) => `  ${q.query}`).join('\n')}`);
  } finally {
    await db.destroy();
  }
}

export async function loadDemo(): Promise<void> {
  const accounts = await withApp((get) => seedDemo(get(Db), get(Clock), get as never));
  console.log(JSON.stringify(accounts));
}

export async function reloadDemo(): Promise<void> {
  await resetDemo(loadConfig().DATABASE_URL);
  await loadDemo();
}
