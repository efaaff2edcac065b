import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, execute, GraphQLError, parse, validate, type ExecutionResult, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { executeOperation } from './execute';

const SDL = `
  enum Colour { RED GREEN }
  scalar Instant
  type Query { node(id: ID, deep: Boolean = true): Node  sure: Node!  nodes: [Node]  sureNodes: [Node!]!  matrix: [[Int!]]  any: Thing }
  type Mutation { change: Int }
  interface Thing { id: ID! }
  type Node implements Thing { id: ID!  name: String  sureName: String!  count: Int  colour: Colour  at: Instant  next: Node  sureNext: Node!  list: [Node!]  echo(text: String!, times: Int): String }
`;

const schema = buildSchema(SDL);
/** The scalar of instants, as Nest's: what is no Date is refused. */
(schema.getType('Instant') as unknown as { serialize: (value: unknown) => unknown }).serialize = (value) => (value instanceof Date ? value.toISOString() : null);
(schema.getType('Node') as GraphQLObjectType).getFields()['echo']!.resolve = (_source, { text, times }, _context, { path, fieldName, variableValues }) => `${text}:${times}:${path.key}:${fieldName}:${Object.keys(variableValues).join()}`;

class Refused extends Error {
  readonly extensions = { code: 'REFUSED' };
}

/** Whoever asked for it may be gone when it fails. */
const heard = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};

type How = 'value' | 'promise' | 'late' | 'method';
const given = <T>(value: T, how: How): unknown => {
  if (how === 'value') return value;
  const settled = () => heard(value instanceof Error ? Promise.reject<T>(value) : Promise.resolve(value));
  if (how === 'promise') return () => settled();
  if (how === 'late') return () => heard(new Promise((resolve) => setImmediate(() => resolve(settled()))));
  return () => {
    if (value instanceof Error) throw value;
    return value;
  };
};

interface World {
  hows: How[];
  /** Values to answer, taken one after the other; the same ones for both executors. */
  values: unknown[];
}

/** A graph of sources that answers from `world`, always the same at the same place. */
function source(world: World, seed = 1, depth = 0): Record<string, unknown> {
  const pick = (n: number, from: unknown[]) => from[Math.abs(seed * 31 + n * 17 + depth * 7) % from.length];
  const how = (n: number) => pick(n, world.hows) as How;
  const leaf = (n: number, fallback: unknown) => {
    const value = pick(n, world.values);
    return given(value === 'FALLBACK' ? fallback : value, how(n));
  };
  const node = (n: number) => {
    const value = pick(n, world.values);
    return given(value === 'FALLBACK' || typeof value !== 'object' ? source(world, seed * 3 + n, depth + 1) : value, how(n));
  };
  return {
    get id() {
      return leaf(1, `id${seed}`);
    },
    get name() {
      return leaf(2, 'name');
    },
    get sureName() {
      return leaf(3, 'sure');
    },
    get count() {
      return leaf(4, 12);
    },
    get colour() {
      return leaf(5, 'RED');
    },
    get at() {
      return leaf(6, new Date(86_400_000));
    },
    get next() {
      return node(7);
    },
    get sureNext() {
      return node(8);
    },
    get list() {
      // Items all come alike: of a list that an item throws away at once, graphql-js leaves the other items' rejections unheard.
      const items = [node(9), node(10)].map((item) => () => (typeof item === 'function' ? (item as () => unknown)() : item));
      return given(world.hows.some((each) => each === 'promise' || each === 'late') ? items.map((item) => heard((async () => item())())) : items.map((item) => item()), how(9));
    },
    get node() {
      return node(11);
    },
    get sure() {
      return node(12);
    },
    get nodes() {
      return given([source(world, 5, 1), null, source(world, 6, 1)], how(13));
    },
    get sureNodes() {
      return leaf(14, [source(world, 7, 1), source(world, 8, 1)]);
    },
    get matrix() {
      return leaf(15, [[1, 2], null, new Set([3]), [4, null]]);
    },
    any: { id: 'x', __typename: 'Node' },
  };
}

type Plain = { data?: unknown; errors?: { message: string; path?: readonly (string | number)[]; code: unknown; locations: unknown; cause: unknown }[] };

/** As it leaves: JSON, with what the errors carry for formatError. graphql-js's own words about a scalar's answer are not compared. */
const plain = ({ data, errors }: ExecutionResult): Plain => ({
  data: data === undefined ? undefined : (JSON.parse(JSON.stringify(data)) as unknown),
  ...(errors && {
    errors: errors.map(({ message, path, extensions, locations, originalError }) => ({ message: message.replace(/^Expected .*non-nullable value.*$/, 'Expected a leaf'), path, code: extensions['code'], locations, cause: originalError?.constructor.name })),
  }),
});

/** The place that an error has made null: where it is, or the parent that could be null. */
function nulledAt(data: unknown, path: readonly (string | number)[] = []): string {
  let at = data;
  for (const [depth, key] of path.entries()) {
    if (at === null || at === undefined) return path.slice(0, depth).join('.');
    at = (at as Record<string | number, unknown>)[key];
  }
  return path.join('.');
}

const both = async (document: string, rootValue: unknown, variableValues: Record<string, unknown> = {}, on: GraphQLSchema = schema): Promise<[Plain, Plain]> => {
  const parsed = parse(document);
  expect(validate(on, parsed)).toEqual([]);
  const args = { schema: on, document: parsed, rootValue, contextValue: {}, variableValues };
  return [plain(await executeOperation(args)), plain(await execute(args))];
};

const DOCUMENTS = [
  '{ node { id name sureName count colour at } }',
  '{ nodes { id next { sureName next { id } } } sureNodes { list { id sureName } } }',
  '{ a: sure { id: count sureNext { id sureNext { sureName } } list { count } } b: node { __typename kind: __typename id } }',
  'query Q($with: Boolean!, $text: String!) { node { id @include(if: $with) name @skip(if: $with) echo(text: $text, times: 2) ...Rest } } fragment Rest on Node { next { id @skip(if: $with) ...Names } next { colour } } fragment Names on Node { name sureName }',
  '{ matrix nodes { ... on Node { id } ... { count } ... on Thing { again: id } } }',
];

const value = fc.constantFrom<unknown>('FALLBACK', 'FALLBACK', 'FALLBACK', 'FALLBACK', 'FALLBACK', null, undefined, new Error('broken'), new Refused('refused'), new GraphQLError('said', { extensions: { code: 'SAID' } }), { no: 'leaf' }, 'text');

describe('a planned query', () => {
  it('answers as graphql-js does, error for error, when nothing is awaited', async () => {
    const world = fc.record({ hows: fc.array(fc.constantFrom<How>('value', 'method'), { minLength: 1, maxLength: 5 }), values: fc.array(value, { minLength: 1, maxLength: 23 }) });
    await fc.assert(
      fc.asyncProperty(world, fc.constantFrom(...DOCUMENTS), fc.boolean(), async (of, document, withId) => {
        const [ours, theirs] = await both(document, source(of), { with: withId, text: 'é' });
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 400 },
    );
  });

  it('answers the same data, with an error for each place it made null, whatever comes late', async () => {
    const world = fc.record({ hows: fc.array(fc.constantFrom<How>('value', 'method', 'promise', 'late'), { minLength: 1, maxLength: 5 }), values: fc.array(value, { minLength: 1, maxLength: 23 }) });
    // Which of several errors under one lost parent is told depends on which comes first.
    const places = ({ data, errors }: Plain) => [...new Set(errors?.map(({ path, message, code }) => (nulledAt(data, path) === path?.join('.') ? `${path.join('.')} ${message} ${String(code)}` : nulledAt(data, path))))].sort();
    await fc.assert(
      fc.asyncProperty(world, fc.constantFrom(...DOCUMENTS), fc.boolean(), async (of, document, withId) => {
        const [ours, theirs] = await both(document, source(of), { with: withId, text: 'é' });
        expect(ours.data).toEqual(theirs.data);
        expect(places(ours)).toEqual(places(theirs));
      }),
      { numRuns: 300 },
    );
  });

  it('answers for what is frozen as for what is not, the second time too', async () => {
    const leaf = fc.constantFrom<unknown>('text', '« L’été », dit-"elle\n\ud83d\ude00\ud800 ».'.repeat(20), 7, null, undefined, new Date(0), new Error('broken'), 'RED');
    const frozen = fc.record({ id: leaf, name: leaf, sureName: leaf, count: leaf, colour: leaf, at: leaf }).map((source) => Object.freeze(source));
    await fc.assert(
      fc.asyncProperty(fc.array(frozen, { minLength: 1, maxLength: 4 }), fc.constantFrom('{ nodes { id name count sureName colour at } }', '{ nodes { a: at name b: at echo(text: "t") } }'), async (nodes, text) => {
        const document = parse(text);
        for (let time = 0; time < 2; time += 1) {
          const args = { schema, document, rootValue: { nodes: [...nodes, ...nodes] }, contextValue: {} };
          expect(plain(await executeOperation(args))).toEqual(plain(await execute(args)));
        }
      }),
    );
  });

  it.each([
    ['several operations, none named', 'query A { node { id } } query B { node { id } }', {}],
    ['a variable that is missing', 'query ($text: String!) { node { echo(text: $text) } }', {}],
    ['a variable of the wrong type', 'query ($times: Int) { node { echo(text: "a", times: $times) } }', { times: 'many' }],
    ['the schema itself', '{ __schema { queryType { name } } __type(name: "Node") { name } }', {}],
    ['an interface', '{ any { id __typename ... on Node { id } } }', {}],
    ['a mutation', 'mutation { change }', {}],
    ['a key that is no property', '{ node { __proto__: id constructor: id toString: name } }', {}],
    ['keys like those of every object', '{ node { constructor: id toString: name hasOwnProperty: sureName } }', {}],
  ])('leaves or answers alike: %s', async (_what, document, variables) => {
    const [ours, theirs] = await both(document, source({ hows: ['value'], values: ['FALLBACK'] }), variables);
    expect(ours).toEqual(theirs);
  });

  it('keeps the order of the query, whichever field comes first', async () => {
    const late = { node: { id: () => new Promise((resolve) => setTimeout(() => resolve('1'), 5)), name: 'n', count: async () => 3 } };
    const { data } = await executeOperation({ schema, document: parse('{ node { id name count } }'), rootValue: late });
    expect(JSON.stringify(data)).toBe('{"node":{"id":"1","name":"n","count":3}}');
  });

  it('plans anew when a condition changes', async () => {
    const document = parse('query ($yes: Boolean!) { node { id name @include(if: $yes) } }');
    const answer = async (yes: boolean) => JSON.stringify((await executeOperation({ schema, document, rootValue: { node: { id: '1', name: 'n' } }, variableValues: { yes } })).data);
    expect([await answer(true), await answer(false), await answer(true)]).toEqual(['{"node":{"id":"1","name":"n"}}', '{"node":{"id":"1"}}', '{"node":{"id":"1","name":"n"}}']);
  });

  it('leaves no rejection unheard when a list is lost', async () => {
    const rootValue = { sureNodes: [Promise.reject(new Error('late')), null, { id: '1' }] };
    const { errors } = await executeOperation({ schema, document: parse('{ sureNodes { id } }'), rootValue });
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['sureNodes.1']);
  });
});
