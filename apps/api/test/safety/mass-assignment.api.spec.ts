import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TypeMetadataStorage } from '@nestjs/graphql';
import { Role } from '@portevoix/identity/shared';
import { DomainError, InputPipe, newId } from '@portevoix/platform';
import { isInputObjectType, type GraphQLInputObjectType, type GraphQLInputType } from 'graphql';
import { startApi, type TestApi, type TestOrganisation } from '../index';
import { operationsOf, schemaOf } from '../operations';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** What somebody would set who wants more than the form offers. */
const SERVER_FIELDS: Record<string, unknown> = {
  id: newId(),
  organisationId: newId(),
  personId: newId(),
  role: 'PILOT',
  roles: ['PILOT'],
  permissions: ['organisation:manage'],
  points: 1_000_000,
  passwordHash: 'x',
  deactivatedAt: null,
  createdAt: '2020-01-01T00:00:00.000Z',
  isDemo: true,
};

const inputOf = (type: GraphQLInputType): GraphQLInputObjectType | null => {
  const inner = 'ofType' in type ? (type.ofType as GraphQLInputType) : type;
  return isInputObjectType(inner) ? inner : 'ofType' in inner ? inputOf(inner) : null;
};

/** Every place of `value` where an input object stands, with its type. */
function* places(type: GraphQLInputObjectType, value: Record<string, unknown>): Generator<{ type: GraphQLInputObjectType; at: Record<string, unknown> }> {
  yield { type, at: value };
  for (const [name, field] of Object.entries(type.getFields())) {
    const inner = inputOf(field.type);
    const held = value[name];
    const first: unknown = Array.isArray(held) ? held[0] : held;
    if (inner && first && typeof first === 'object') yield* places(inner, first as Record<string, unknown>);
  }
}

/** A checksum of all rows of the organisation, but for what merely being there writes. */
const stateOf = (organisation: TestOrganisation) =>
  organisation.write(async () => {
    const tables = await api.db.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
        where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname not in ('session', 'presence') order by 1`,
    );
    const sums: Record<string, unknown> = {};
    for (const { name } of tables) sums[name] = await api.db.query(`select count(*)::int as rows, coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '') as sum from "${name}" t`);
    return sums;
  });

describe('every input of GraphQL', () => {
  it('refuses each field that it does not name, and changes nothing', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(...Object.values(Role).filter((role) => role !== Role.SUPER_ADMIN));
    const schema = schemaOf(api);
    const before = await stateOf(organisation);
    const accepted: string[] = [];
    let tried = 0;
    for (const operation of operationsOf(schema).filter(({ kind }) => kind !== 'subscription')) {
      const root = operation.kind === 'query' ? schema.getQueryType() : schema.getMutationType();
      for (const arg of root!.getFields()[operation.name]!.args) {
        const type = inputOf(arg.type);
        if (!type) continue;
        const paths = [...places(type, operation.variables(newId())[arg.name] as Record<string, unknown>)].length;
        for (let index = 0; index < paths; index += 1) {
          const variables = operation.variables(newId());
          const { type: here, at } = [...places(type, variables[arg.name] as Record<string, unknown>)][index]!;
          const foreign = Object.entries(SERVER_FIELDS).filter(([name]) => !(name in here.getFields()));
          Object.assign(at, Object.fromEntries(foreign));
          const { data, errors } = await pilot.gql(operation.document, variables);
          const refused = (field: string) => errors?.some(({ message, extensions }) => extensions.code === 'BAD_USER_INPUT' && message.includes(`Field "${field}" is not defined by type "${here.name}"`));
          accepted.push(...foreign.filter(([field]) => data || !refused(field)).map(([field]) => `${operation.name} takes ${here.name}.${field}`));
          tried += foreign.length;
        }
      }
    }
    expect(accepted).toEqual([]);
    expect(tried).toBeGreaterThan(200);
    expect(await stateOf(organisation)).toEqual(before);
  });
});

/** The refused fields of `value`, given to the class as the body of a request. */
async function refusedBy(metatype: NewableFunction, value: object): Promise<string[]> {
  try {
    await new InputPipe().transform(value, { type: 'body', metatype: metatype as never });
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.fields.filter(({ rule }) => rule === 'whitelistValidation').map(({ path }) => path);
  }
}

describe('every input class, whatever it is the body of', () => {
  const classes = () => TypeMetadataStorage.getInputTypesMetadata().filter(({ isAbstract }) => !isAbstract);

  it('names its own fields, each with a rule', async () => {
    const nameless: string[] = [];
    for (const { name, target, properties } of classes()) {
      const refused = await refusedBy(target, Object.fromEntries((properties ?? []).map((property) => [property.name, undefined])));
      nameless.push(...refused.map((path) => `${name}.${path}`));
    }
    expect(classes().length).toBeGreaterThan(20);
    expect(nameless).toEqual([]);
  });

  it('refuses the fields of the server', async () => {
    const taken: string[] = [];
    for (const { name, target, properties } of classes()) {
      const foreign = Object.fromEntries(Object.entries(SERVER_FIELDS).filter(([field]) => !(properties ?? []).some((property) => property.name === field)));
      const refused = await refusedBy(target, foreign);
      taken.push(...Object.keys(foreign).filter((field) => !refused.includes(field)).map((field) => `${name}.${field}`));
    }
    expect(taken).toEqual([]);
  });
});
