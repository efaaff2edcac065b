import type { DataSource } from 'typeorm';
import { APPEND_ONLY } from './entity';
import { createHash } from 'node:crypto';
import { ensureRoles } from './preflight';
import { appRole, databaseRoles, specialGrants, type SpecialGrant } from './roles';

interface TableRow {
  name: string;
  tenant: boolean;
  forced: boolean;
  /** Of the policies that it has. */
  mark: string | null;
  comment: string | null;
}

/** The table of the organisations themselves: a row is its own. */
const ROOT = 'organisation';

const TABLES = `
  select c.relname as name, obj_description(c.oid, 'pg_class') as comment, c.relrowsecurity and c.relforcerowsecurity as forced,
         (select obj_description(p.oid, 'pg_policy') from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant') as mark,
         c.relname = '${ROOT}' or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped) as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
     and c.relname not in ('migration', 'typeorm_metadata')`;

/**
 * What the owner sets to see and write rows of every organisation: migrations, backups, `reset-demo`. Forced row-level
 * security binds the owner too, so that a connection which lost its role shows nothing.
 */
export const MAINTENANCE = 'app.maintenance';

/**
 * Row-level security, grants and policies for every table, idempotent and run after each migration,
 * so that no migration's author can forget them (docs/adr/0003).
 * A tenant table: ENABLE + FORCE, one equality policy for the application's role. A table whose comment is
 * `append-only` gets no UPDATE or DELETE. Any other table is readable and writable by the application.
 * A table that already has its policies is not locked: requests go on meanwhile.
 */
export async function secureDatabase(db: DataSource): Promise<void> {
  await ensureRoles(db);
  const [{ me }] = (await db.query('select quote_ident(current_user) as me')) as [{ me: string }];
  const tables: TableRow[] = await db.query(TABLES);
  const grants = [`grant usage on schema public to ${databaseRoles.join(', ')}`, ...tables.flatMap((table) => grantsOf(table)), ...(await queueGrants(db))];
  await db.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('portevoix.secure'))`);
    for (const statement of grants) await tx.query(statement);
  });
  for (const table of tables.filter(({ tenant }) => tenant)) {
    const statements = policiesOf(table.name, me);
    const mark = createHash('sha256').update(statements.join()).digest('hex').slice(0, 16);
    if (table.forced && table.mark === mark) continue;
    await db.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('portevoix.secure'))`);
      for (const statement of statements) await tx.query(statement);
      await tx.query(`comment on policy tenant on "${table.name}" is '${mark}'`);
    });
  }
}

const specialsOf = (table: string): SpecialGrant[] => specialGrants().filter((grant) => grant.table === table);

function grantsOf({ name, comment }: TableRow): string[] {
  const dml = comment === APPEND_ONLY ? 'select, insert' : 'select, insert, update, delete';
  const specials = specialsOf(name).map(({ role, privilege, columns }) => {
    const list = columns ? ` (${columns.map((c) => `"${c}"`).join(', ')})` : '';
    return `grant ${privilege.toLowerCase()}${list} on "${name}" to ${role}`;
  });
  return [`revoke all on "${name}" from ${databaseRoles.join(', ')}`, `grant ${dml} on "${name}" to ${appRole}`, ...specials];
}

function policiesOf(table: string, owner: string): string[] {
  const inOrganisation = `${table === ROOT ? 'id' : 'organisation_id'} = nullif(current_setting('app.organisation_id', true), '')::uuid`;
  const inMaintenance = `current_setting('${MAINTENANCE}', true) = 'on'`;
  const specials = specialsOf(table).flatMap(({ role, privilege }) => {
    const policy = `${role}_${privilege.toLowerCase()}`;
    const rule = privilege === 'INSERT' ? 'with check (true)' : 'using (true)';
    return [`drop policy if exists ${policy} on "${table}"`, `create policy ${policy} on "${table}" for ${privilege.toLowerCase()} to ${role} ${rule}`];
  });
  return [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
    `drop policy if exists tenant on "${table}"`,
    `create policy tenant on "${table}" to ${appRole} using (${inOrganisation}) with check (${inOrganisation})`,
    `drop policy if exists maintenance on "${table}"`,
    `create policy maintenance on "${table}" to ${owner} using (${inMaintenance}) with check (${inMaintenance})`,
    ...specials,
  ];
}

async function queueGrants(db: DataSource): Promise<string[]> {
  const found = (await db.query(`select 1 from pg_namespace where nspname = 'pgboss'`)) as unknown[];
  if (!found.length) return [];
  return [
    `grant usage on schema pgboss to ${appRole}`,
    `grant select, insert, update, delete on all tables in schema pgboss to ${appRole}`,
    `grant execute on all functions in schema pgboss to ${appRole}`,
  ];
}
