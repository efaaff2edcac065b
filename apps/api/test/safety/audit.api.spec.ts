import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newSecondFactorKey, Person, SecondFactors } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { AuditEntry } from '@portevoix/integrations/api';
import { newId } from '@portevoix/platform';
import { seedDemo } from '../../demo/demo';
import { startApi, type Client, type TestApi } from '../index';
import { operationsOf, schemaOf, type Operation } from '../operations';

jest.setTimeout(240_000);

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const snake = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

/** Puts an id of the right table at each place where the field's name tells the table: `cohortId`, `id` of `closeCall`. */
function withKnownIds(value: unknown, ids: Map<string, string>, about: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withKnownIds(item, ids, about));
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => {
      const table = /^ids?$/.test(key) ? about : snake(key.replace(/Ids?$/, ''));
      const id = /ids?$/i.test(key) ? ids.get(table) : undefined;
      return [key, id ? (Array.isArray(held) ? [id] : id) : withKnownIds(held, ids, about)];
    }),
  );
}

/** `deactivatePerson` is about a person, `archivePublications` about publications. */
const subjectOf = ({ name }: Operation) => snake(/[A-Z][a-z]+$/.exec(name)?.[0] ?? name).replace(/s$/, '');

describe('every mutation', () => {
  it('leaves exactly one row when it succeeds, and none when it is refused', async () => {
    await seedDemo(api.db, api.clock, (type) => api.app.get(type as never, { strict: false }));
    const [demo] = await api.db.lookup<{ id: string }>('select id from organisation where is_demo');
    const organisationId = demo!.id;
    const inDemo = <T>(work: () => Promise<T>) => api.db.run(organisationId, 'write', work);
    const ids = await inDemo(async () => {
      const tables = await api.db.query<{ name: string }>(`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id' and table_name <> 'organisation'`);
      const found = new Map<string, string>();
      for (const { name } of tables) for (const { id } of await api.db.query<{ id: string }>(`select id::text from "${name}" order by id desc limit 1`)) found.set(name, id);
      return found;
    });
    const pilot = await inDemo(async () => {
      await api.db.of(Person).update({ organisationId, email: 'pilote@demo.test' }, { roles: Object.values(Role) });
      const person = await api.db.of(Person).findOneByOrFail({ organisationId, email: 'pilote@demo.test' });
      await api.app.get(SecondFactors).give(person, newSecondFactorKey());
      return person;
    });
    const rows = () => inDemo(() => api.db.of(AuditEntry).find({ where: { organisationId }, order: { id: 'ASC' }, select: { operation: true } }));
    const wrong: string[] = [];
    const succeeded = new Set<string>();
    let client: Client = await api.as(pilot);
    for (const operation of operationsOf(schemaOf(api)).filter(({ kind }) => kind === 'mutation')) {
      for (const known of [false, true]) {
        const before = (await rows()).length;
        const variables = operation.variables(newId());
        const { data } = await client.gql(operation.document, (known ? withKnownIds(variables, ids, subjectOf(operation)) : variables) as Record<string, unknown>);
        const added = (await rows()).slice(before).map((row) => row.operation);
        if (data) succeeded.add(operation.name);
        if (JSON.stringify(added) !== JSON.stringify(data ? [operation.name] : [])) wrong.push(`${operation.name} ${data ? 'succeeded' : 'was refused'} and left ${JSON.stringify(added)}`);
        if (operation.name === 'signOut') client = await api.as(pilot);
      }
    }
    expect(wrong).toEqual([]);
    // Enough of them for the rule to be seen: the hook is one, round all of them.
    expect(succeeded.size).toBeGreaterThan(30);
  });
});
