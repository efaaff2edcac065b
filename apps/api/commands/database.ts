import { Clock, Db, loadConfig, migrate, ownerDataSource } from '@portevoix/platform';
import type { DataSource } from 'typeorm';
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
    const drift = [...upQueries.map(({ query }) => query), ...(await movedKeys(db))];
    if (drift.length) throw new Refused(`The entities differ from the migrated schema:\n${drift.map((line) => `  ${line}`).join('\n')}`);
  } finally {
    await db.destroy();
  }
}

/** Keys and indexes that kept their name and changed their columns: TypeORM compares names alone. */
async function movedKeys(db: DataSource): Promise<string[]> {
  const rows = await db.query<{ name: string; columns: string[] }[]>(
    `select c.relname as name, array_agg(a.attname::text order by k.place) as columns
       from pg_index i join pg_class c on c.oid = i.indexrelid
       cross join lateral unnest(i.indkey::int2[]) with ordinality as k(number, place)
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
      where c.relnamespace = current_schema()::regnamespace and i.indexprs is null and k.place <= i.indnkeyatts group by 1`,
  );
  const kept = new Map(rows.map(({ name, columns }) => [name, columns.join(', ')]));
  return db.entityMetadatas.flatMap(({ tableName, uniques, indices }) =>
    [...uniques, ...indices].flatMap(({ name, columns }) => {
      const [is, wanted] = [kept.get(name), columns.map(({ databaseName }) => databaseName).join(', ')];
      return is === undefined || is === wanted ? [] : [`${name} of "${tableName}" is on (${is}) and should be on (${wanted}): give it a new name, and generate`];
    }),
  );
}

export async function loadDemo(): Promise<void> {
  const accounts = await withApp((get) => seedDemo(get(Db), get(Clock), get as never));
  console.log(JSON.stringify(accounts));
}

export async function reloadDemo(): Promise<void> {
  await resetDemo(loadConfig().DATABASE_URL);
  await loadDemo();
}
