import pg from 'pg';
import { DataSource, getMetadataArgsStorage, type DataSourceOptions } from 'typeorm';
import { STATEMENT_MS } from './deadline';
import { SnakeNaming } from './naming';
import { appRole } from './roles';
import { MAINTENANCE } from './secure';

/**
 * Options of every connection. Entities are those whose files were imported (`domains.ts` imports them all).
 * `role` is the database role taken at connect: the application's own role never bypasses row-level security.
 */
export function dataSourceOptions(url: string, role: string | null = appRole, extra: { max?: number } = {}): DataSourceOptions {
  return {
    type: 'postgres',
    driver: pg, // the one of this program; TypeORM would look for another by its name
    url,
    entities: getMetadataArgsStorage()
      .tables.map((table) => table.target)
      .filter((target) => typeof target === 'function'),
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    migrationsTableName: 'migration',
    poolSize: extra.max ?? 20,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    extra: {
      options: role ? `-c role=${role}` : `-c ${MAINTENANCE}=on`,
      connectionTimeoutMillis: STATEMENT_MS,
      statement_timeout: role ? STATEMENT_MS : 0,
      // A migration that waits for a table makes every request behind it wait too: it gives up and comes back.
      lock_timeout: role ? 0 : 2000,
      idle_in_transaction_session_timeout: role ? 15_000 : 0,
      keepAlive: true,
      // A unit's first statement goes out behind its beginning; after that one waits for the other.
      pipeline: true,
    },
  };
}

export function createDataSource(url: string, role: string | null = appRole, extra: { max?: number } = {}): DataSource {
  return new DataSource(dataSourceOptions(url, role, extra));
}
