import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { checkedDocument, costOfOperation, MAX_COST } from '@portevoix/platform';
import { getOperationAST, isInputType, parse, typeFromAST, type DocumentNode, type GraphQLSchema } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { appDocuments } from '../documents';
import { startApi, type Answer, type TestApi } from '../index';
import { sampleOf, schemaOf } from '../operations';

let api: TestApi;
let schema: GraphQLSchema;
beforeAll(async () => {
  api = await startApi();
  schema = schemaOf(api);
});
afterAll(() => api.close());
afterEach(() => void jest.restoreAllMocks());

const post = (body: string, headers: Record<string, string> = {}) => fetch(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

/** Every page as long as it may be. */
function largestVariables(document: DocumentNode): Record<string, unknown> {
  const definitions = getOperationAST(document)?.variableDefinitions ?? [];
  return Object.fromEntries(
    definitions.map(({ type, variable }) => {
      const input = typeFromAST(schema, type as never);
      const name = variable.name.value;
      return [name, name === 'first' ? 50 : isInputType(input) ? sampleOf(input, 'x', name) : undefined];
    }),
  );
}

describe('the operations of the two apps', () => {
  it('all pass, each at no more than half of what is allowed', () => {
    const documents = appDocuments();
    expect(documents.length).toBeGreaterThan(80);
    const refused = documents.flatMap(({ name, query }) => {
      const { document, errors } = checkedDocument(schema, query);
      const cost = costOfOperation(schema, document, largestVariables(document));
      return errors.length || cost > MAX_COST / 2 ? [`${name}: ${cost} ${errors.map(({ message }) => message).join(', ')}`] : [];
    });
    expect(refused).toEqual([]);
  });
});

/** Ten kilobytes each, as hostile as they come. */
const filled = (query: string) => query + `#${'x'.repeat(Math.max(0, 10_000 - query.length))}`;
const many = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, index) => of(index)).join(' ');
const WORST: Record<string, string> = {
  'fifteen of the longest pages': `{ ${many(15, (i) => `p${i}: people(first: 100) { edges { node { displayName groups { name } } } }`)} }`,
  'pages spread by fragments': `{ ${many(12, () => '...all')} } fragment all on Query { publications(first: 100) { edges { node { title themes { name } } } } people(first: 100) { edges { node { groups { id } } } } feed(first: 100) { edges { node { themes { id } } } } }`,
  'a hundred aliases': `{ ${many(100, (i) => `a${i}: __typename`)} }`,
  'a thousand fields': `{ ${many(1000, () => 'viewer { email }')} }`,
  'a thousand words in a list': `{ dailySeries(from: "2026-01-01", to: "2026-01-02", metricIds: [${many(1100, () => '"shares"')}]) { days } }`,
  'ten directives': `{ ${many(10, () => '__typename @include(if: true)')} }`,
  'fragments in a circle': '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
  'nine levels': `{ viewer { person { groups { ... { ... { ... { ... { ... { name } } } } } } } } }`,
  'an unfinished text': `{ viewer { email "${'x'.repeat(9_000)}`,
};

describe('an operation beyond the limits', () => {
  it.each(Object.keys(WORST))('is refused before anything of it runs: %s', async (name) => {
    const runs = jest.spyOn(api.db, 'run');
    const response = await post(JSON.stringify({ query: filled(WORST[name]!) }));
    const { data, errors } = (await response.json()) as Answer;
    expect({ status: response.status, data: data ?? null }).toEqual({ status: 400, data: null });
    expect(['QUERY_TOO_COSTLY', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']).toContain(errors?.[0]?.extensions.code);
    expect(runs).not.toHaveBeenCalled();
  });

  it('says what it costs and what is allowed', async () => {
    const { errors } = await api.anonymous.gql(WORST['fifteen of the longest pages']!);
    expect(errors?.[0]?.extensions).toEqual({ code: 'QUERY_TOO_COSTLY', params: { cost: expect.any(Number), limit: MAX_COST }, final: true });
  });

  it('is refused by the socket too', async () => {
    const client = createClient({ url: `${api.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
    const codes = [];
    for (const query of Object.values(WORST)) {
      const code = await new Promise<unknown>((resolve) => {
        client.subscribe({ query }, { next: ({ errors }) => resolve(errors?.[0]?.extensions?.['code']), error: (errors) => resolve((errors as Answer['errors'])?.[0]?.extensions.code), complete: () => resolve('COMPLETE') });
      });
      codes.push(code);
    }
    await client.dispose();
    expect(codes.filter((code) => !['QUERY_TOO_COSTLY', 'GRAPHQL_VALIDATION_FAILED'].includes(code as string))).toEqual([]);
  });

  it('names `first` when it is not 1 to 100, wherever it stands', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    const query = 'query ($first: Int!) { people(first: $first) { edges { node { id } } } }';
    expect(await pilot.problems(query, { first: 0 })).toEqual(['first:min']);
    expect(await pilot.problems(query, { first: -1 })).toEqual(['first:min']);
    expect(await pilot.problems(query, { first: 101 })).toEqual(['first:max']);
    expect(await pilot.problems('{ topPublications(from: "2026-11-01", to: "2026-11-24", first: 1000000) { readers } }')).toEqual(['first:max']);
    // Before the arguments of the field say the same.
    for (const first of [0, 101]) expect(() => costOfOperation(schema, parse(`{ people(first: ${first}) { edges { node { id } } } }`), {})).toThrow('BAD_INPUT');
    expect((await pilot.ok(query, { first: 100 })).people.edges).not.toEqual([]);
    expect((await pilot.ok(query, { first: 1 })).people.edges).toHaveLength(1);
  });

  it('has a body of 200 kB at most, and is one operation', async () => {
    expect((await post(JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(200_000) } }))).status).toBe(413);
    expect((await post(JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(150_000) } }))).status).toBe(200);
    const batch = await post(JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]));
    expect(batch.status).toBe(400);
  });
});

describe('somebody who asks without end', () => {
  it('is told to come back once the hour’s points are spent and keeps nobody else waiting', async () => {
    const limited = await startApi({ GRAPHQL_POINTS_PER_HOUR: 10_000 });
    try {
      const organisation = await limited.organisation();
      const person = await organisation.person(Role.PILOT);
      const [greedy, other] = [await limited.as(person), await organisation.client(Role.PILOT)];
      const dear = `{ ${many(4, (i) => `p${i}: people(first: 100) { edges { node { id displayName } } }`)} }`;
      const codes = [];
      for (let i = 0; i < 30; i += 1) codes.push((await greedy.gql(dear)).errors?.[0]?.extensions.code ?? 'OK');
      const first = codes.indexOf('RATE_LIMITED');
      // Some 800 points each, told in parts of 5,000: two parts fit.
      expect(first).toBeGreaterThan(10);
      expect(new Set(codes.slice(first))).toEqual(new Set(['RATE_LIMITED']));
      const answer = await greedy.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ viewer { email } }' }) });
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      await other.ok('{ viewer { email } }');
      await limited.anonymous.ok('{ viewer { email } }');
      // A second session is no second budget.
      expect(await (await limited.as(person)).refused('{ viewer { email } }')).toBe('RATE_LIMITED');
    } finally {
      await limited.close();
    }
  });
});

describe('the schema', () => {
  it('is told to those who manage the organisation only', async () => {
    const organisation = await api.organisation();
    const asked = ['{ __schema { queryType { name } } }', '{ ...hidden } fragment hidden on Query { __type(name: "Person") { fields { name } } }'];
    for (const query of asked) {
      expect(await api.anonymous.refused(query)).toBe('FORBIDDEN');
      expect(await (await organisation.client(Role.EDITOR)).refused(query)).toBe('FORBIDDEN');
      await (await organisation.client(Role.PILOT)).ok(query);
    }
    expect(await api.anonymous.ok('{ __typename }')).toEqual({ __typename: 'Query' });
  });

  it('is not guessed from suggestions', async () => {
    for (const query of ['{ viewerr { email } }', '{ viewer { emai } }', 'mutation { signIn(inputt: 1) { email } }', '{ people(role: PILOTE) { edges { cursor } } }', 'query ($x: SignInInpu) { __typename }']) {
      const answer = await api.anonymous.gql(query);
      expect(answer.errors?.length).toBeGreaterThan(0);
      expect(JSON.stringify(answer)).not.toMatch(/did you mean/i);
    }
  });
});
