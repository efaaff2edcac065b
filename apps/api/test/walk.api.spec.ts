import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { costOf, newId } from '@portevoix/platform';
import { isObjectType } from 'graphql';
import { startApi, type Client, type TestApi } from './index';
import { operationsOf, schemaOf, type Operation } from './operations';
import { seedDemo } from '../demo/demo';

/** Every root field for every identity: what changes here is a decision, so it is a committed file. */
const MATRIX = join(import.meta.dirname, 'permissions.matrix.json');
/** What each field costs that pays its selection more than once, or says a price of its own. */
const COSTS = join(import.meta.dirname, 'costs.table.json');

// One test calls every operation for every identity.
jest.setTimeout(240_000);

let api: TestApi;
let operations: Operation[];
beforeAll(async () => {
  api = await startApi();
  operations = operationsOf(schemaOf(api));
});
afterAll(() => api.close());

/** One operation a line, so that a review reads it as a table. */
const lines = (found: Record<string, string[]>) => `{\n${Object.keys(found).sort().map((name) => `${JSON.stringify(name)}: ${JSON.stringify(found[name])}`).join(',\n')}\n}\n`;

const codeOf = async (client: Client, { document, variables }: Operation, id: string) => (await client.gql(document, variables(id))).errors?.[0]?.extensions.code ?? 'OK';

describe('every operation', () => {
  it('is open to those of the permission matrix, and to nobody else', async () => {
    const organisation = await api.organisation();
    const callers: [string, Client][] = [['anonymous', api.anonymous], ['reader', await organisation.client()]];
    for (const role of Object.values(Role)) callers.push([role, await organisation.client(role)]);
    const found: Record<string, string[]> = {};
    for (const operation of operations.filter(({ kind }) => kind !== 'subscription')) {
      const allowed: string[] = [];
      for (const [name, client] of callers) {
        // They would end the caller's own session, or role.
        if (['signOut', 'leaveProgramme'].includes(operation.name) && name !== 'anonymous') allowed.push(name);
        else if (!['UNAUTHENTICATED', 'FORBIDDEN'].includes(await codeOf(client, operation, newId()))) allowed.push(name);
      }
      found[`${operation.kind} ${operation.name}`] = allowed;
    }
    if (process.env['UPDATE_MATRIX']) writeFileSync(MATRIX, lines(found));
    expect(found).toEqual(JSON.parse(readFileSync(MATRIX, 'utf8')));
  });

  it('costs what the table of costs says', () => {
    const found: Record<string, string> = {};
    for (const type of Object.values(schemaOf(api).getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('__')) continue;
      for (const field of Object.values(type.getFields())) {
        const { own, times } = costOf(type.name, field);
        if (times !== 1 || typeof field.extensions['complexity'] === 'number') found[`${type.name}.${field.name}`] = `${own} + ${times} × selection`;
      }
    }
    const rows = Object.keys(found).sort().map((name) => `${JSON.stringify(name)}: ${JSON.stringify(found[name])}`);
    if (process.env['UPDATE_MATRIX']) writeFileSync(COSTS, `{\n${rows.join(',\n')}\n}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(COSTS, 'utf8')));
  });

  it('answers about another organisation’s row as about a row that does not exist', async () => {
    await seedDemo(api.db, api.clock, (type) => api.app.get(type as never));
    const [demo] = await api.db.lookup<{ id: string }>('select id from organisation where is_demo');
    const tables = await api.db.run(demo!.id, 'read', async () => {
      const names = await api.db.query<{ name: string }>(`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id' and table_name <> 'organisation' order by 1`);
      const ids = [];
      for (const { name } of names) ids.push(...(await api.db.query<{ id: string }>(`select id::text from "${name}" limit 1`)));
      return ids.map(({ id }) => id);
    });
    const mine = await api.organisation();
    const everything = Object.values(Role).filter((role) => role !== Role.SUPER_ADMIN);
    const client = await mine.client(...everything);
    const leaks: string[] = [];
    for (const operation of operations.filter(({ kind, takesId }) => takesId && kind !== 'subscription')) {
      const mask = (id: string, text: string) => text.replaceAll(id, '<id>');
      const answer = async (id: string) => mask(id, JSON.stringify(await client.gql(operation.document, operation.variables(id))));
      const random = await answer(newId());
      for (const id of tables) if ((await answer(id)) !== random) leaks.push(`${operation.name} tells of ${id}: ${await answer(id)} instead of ${random}`);
    }
    expect(leaks).toEqual([]);
  });
});

describe('the application’s database role', () => {
  it('sees no row of any tenant table without an organisation', async () => {
    await api.organisation().then((o) => o.person());
    const visible = await api.db.run(newId(), 'read', async () => {
      const tables = await api.db.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
           join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
          where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition`,
      );
      expect(tables.length).toBeGreaterThan(5);
      const seen: string[] = [];
      for (const { name } of tables) if ((await api.db.query(`select 1 from "${name}" limit 1`)).length) seen.push(name);
      return seen;
    });
    expect(visible).toEqual([]);
  });

  it('sees, changes and takes away no organisation but the one it is in', async () => {
    const [own, other] = [await api.organisation(), await api.organisation()];
    const named = () => Promise.all([own, other].map(({ id }) => api.db.run(id, 'read', () => api.db.query<{ name: string }>('select name from organisation'))));
    const before = await named();
    expect(before.map((rows) => rows.length)).toEqual([1, 1]);
    await own.write(async () => {
      await api.db.query(`update organisation set name = 'Renommée'`);
      await api.db.query('delete from organisation where id = $1', [other.id]);
    });
    expect(await named()).toEqual([[{ name: 'Renommée' }], before[1]]);
    await expect(own.write(() => api.db.query(`insert into organisation (id, name, slug) values ($1, 'Autre', 'autre')`, [newId()]))).rejects.toThrow(/row-level security/);
  });

  it('finds row-level security forced, with its policy, on every tenant table', async () => {
    const open = await api.db.lookup<{ relname: string }>(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
        where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
          and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant'))`,
    );
    expect(open).toEqual([]);
  });
});
