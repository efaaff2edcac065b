import type { DataSource } from 'typeorm';
import { APPEND_ONLY } from './entity';
import { appRole, databaseRoles, specialGrants } from './roles';

interface TableRow {
  name: string;
  tenant: boolean;
  comment: string | null;
}

const TABLES = `
  select c.relname as name, obj_description(c.oid) as comment,
         exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped) as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
     and c.relname not in ('migration', 'typeorm_metadata')`;

/** Creates the roles once per cluster and lets the connecting user take them. */
async function ensureRoles(db: DataSource): Promise<void> {
  for (const role of databaseRoles) {
    const found = await db.query('select 1 from pg_roles where rolname = $1', [role]);
    if (!found.length) {
      // Another process may create it in the same instant.
      await db.query(`do $$ begin create role ${role} nologin nobypassrls; exception when duplicate_object or unique_violation then null; end $$`);
    }
    await db.query(`do $$ begin grant ${role} to current_user; exception when others then
      if not pg_has_role(current_user, '${role}', 'MEMBER') then raise; end if; end $$`);
  }
}

/**
 * Row-level security, grants and policies for every table, idempotent and run after each migration,
 * so that no migration's author can forget them (docs/adr/0003).
 * A tenant table: ENABLE + FORCE, one equality policy for the application's role. A table whose comment is
 * `append-only` gets no UPDATE or DELETE. Any other table (organisation) is readable and writable by the application.
 */
export async function secureDatabase(db: DataSource): Promise<void> {
  await ensureRoles(db);
  const statements: string[] = [`grant usage on schema public to ${databaseRoles.join(', ')}`];
  const tables: TableRow[] = await db.query(TABLES);
  for (const { name, tenant, comment } of tables) {
    const dml = comment === APPEND_ONLY ? 'select, insert' : 'select, insert, update, delete';
    statements.push(`revoke all on "${name}" from ${databaseRoles.join(', ')}`, `grant ${dml} on "${name}" to ${appRole}`);
    if (!tenant) continue;
    statements.push(
      `alter table "${name}" enable row level security`,
      `alter table "${name}" force row level security`,
      `drop policy if exists tenant on "${name}"`,
      `create policy tenant on "${name}" to ${appRole}
         using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
         with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)`,
    );
  }
  const tenants = new Map(tables.map((t) => [t.name, t.tenant]));
  for (const { table, role, privilege, columns } of specialGrants()) {
    // A table whose migration is still to be generated.
    if (!tenants.has(table)) continue;
    const list = columns ? ` (${columns.map((c) => `"${c}"`).join(', ')})` : '';
    statements.push(`grant ${privilege.toLowerCase()}${list} on "${table}" to ${role}`);
    if (!tenants.get(table)) continue;
    const policy = `${role}_${privilege.toLowerCase()}`;
    const rule = privilege === 'INSERT' ? 'with check (true)' : 'using (true)';
    statements.push(`drop policy if exists ${policy} on "${table}"`, `create policy ${policy} on "${table}" for ${privilege.toLowerCase()} to ${role} ${rule}`);
  }
  const pgboss = await db.query(`select 1 from pg_namespace where nspname = 'pgboss'`);
  if (pgboss.length) {
    statements.push(
      `grant usage on schema pgboss to ${appRole}`,
      `grant select, insert, update, delete on all tables in schema pgboss to ${appRole}`,
      `grant execute on all functions in schema pgboss to ${appRole}`,
    );
  }
  await db.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('portevoix.secure'))`);
    for (const statement of statements) await tx.query(statement);
  });
}
