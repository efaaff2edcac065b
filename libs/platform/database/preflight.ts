import type { DataSource } from 'typeorm';
import { databaseRoles } from './roles';

const OLDEST = 15;
export const EXTENSIONS = ['pgcrypto', 'unaccent', 'pg_trgm'] as const;

interface Server {
  version: number;
  name: string;
  database: string;
  me: string;
  creates: boolean;
  writes: boolean;
}

/**
 * Refuses a server or a role that the migration could not finish with, before anything is written. The message says
 * what an administrator has to run.
 */
export async function checkServer(db: DataSource): Promise<void> {
  const [server] = (await db.query(`
    select current_setting('server_version_num')::int / 10000 as version, current_setting('server_version') as name,
           quote_ident(current_database()) as database, quote_ident(current_user) as me,
           has_database_privilege(current_database(), 'CREATE') as creates,
           coalesce(has_schema_privilege(to_regnamespace('public'), 'CREATE'), false) as writes`)) as [Server];
  if (server.version < OLDEST) throw new Error(`PostgreSQL ${OLDEST} or later is needed; this is ${server.name}.`);
  const { database, me } = server;
  const missing = [
    ...(server.creates ? [] : [`grant create on database ${database} to ${me};`]),
    ...(server.writes ? [] : [`grant create on schema public to ${me};`]),
  ];
  if (missing.length) throw askAdministrator(`The role ${me} may not make tables in the database ${database}.`, missing);
  await createExtensions(db, me);
}

async function createExtensions(db: DataSource, me: string): Promise<void> {
  const installed = (await db.query('select extname as name from pg_extension')) as { name: string }[];
  for (const name of EXTENSIONS.filter((wanted) => !installed.some((found) => found.name === wanted))) {
    await db.query(`create extension if not exists ${name}`).catch((error: Error & { code?: string }) => {
      // Another process has just made it.
      if (error.code === '23505') return;
      throw askAdministrator(`The extension ${name} cannot be made by ${me}: ${error.message}.`, [`create extension ${name};`], 'in this database (the programs come with the package postgresql-contrib)');
    });
  }
}

/** Creates the three roles, once per server, lets the connecting role take them, and proves that it can. */
export async function ensureRoles(db: DataSource): Promise<void> {
  try {
    for (const role of databaseRoles) {
      const found = (await db.query('select 1 from pg_roles where rolname = $1', [role])) as unknown[];
      if (!found.length) {
        // Another process may create it in the same instant.
        await db.query(`do $$ begin create role ${role} nologin nobypassrls; exception when duplicate_object or unique_violation then null; end $$`);
      }
      if (!(await canTake(db, role))) await db.query(`grant ${role} to current_user`);
      if (!(await canTake(db, role))) throw new Error(`cannot take the role ${role}`);
    }
  } catch (error) {
    const [{ me } = { me: 'current_user' }] = (await db.query('select quote_ident(current_user) as me')) as { me: string }[];
    const found = (await db.query('select rolname as name from pg_roles where rolname = any($1)', [databaseRoles])) as { name: string }[];
    const absent = databaseRoles.filter((role) => !found.some(({ name }) => name === role));
    throw askAdministrator(`Organisations are kept apart by three roles of the database, which ${me} may not make or take (${messageOf(error)}).`, [
      ...absent.map((role) => `create role ${role} nologin;`),
      `grant ${databaseRoles.join(', ')} to ${me};`,
    ]);
  }
}

async function canTake(db: DataSource, role: string): Promise<boolean> {
  const runner = db.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(`set local role ${role}`);
    return true;
  } catch {
    return false;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function askAdministrator(what: string, statements: string[], where = ''): Error {
  return new Error(`${what}\nAs an administrator of PostgreSQL, run once${where ? ` ${where}` : ''}:\n\n${statements.map((line) => `  ${line}`).join('\n')}\n`);
}
