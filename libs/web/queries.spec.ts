import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { request } from './client';
import type { OperationDocument } from './operation';
import { pagesOf, queryOf } from './queries';

interface People {
  people: { edges: { node: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}
const ContestDocument = 'query Contest($id: ID!) { contest(id: $id) { name } }' as string & OperationDocument<{ contest: { name: string } }, { id: string }>;
const PeopleDocument = 'query People($after: String) { people { id } }' as string & OperationDocument<People, { groupId: string | null; after?: string | null }>;
const SaveDocument = 'mutation Save($id: ID!) { save(id: $id) }' as string & OperationDocument<{ save: boolean }, { id: string }>;

const answer = (...bodies: object[]) => {
  const left = [...bodies];
  return jest.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(JSON.stringify(left.length > 1 ? left.shift() : left[0])));
};
const refused = (...rules: string[]) => ({ errors: [{ extensions: { code: 'BAD_INPUT', params: {}, fields: rules.map((rule) => ({ path: 'id', rule, params: {} })) } }] });
const codeOf = (asked: Promise<unknown>) => asked.then(() => 'OK', (error: unknown) => (error as { code: string }).code);
const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });

afterEach(() => {
  jest.restoreAllMocks();
  client.clear();
});

describe('what an address asks for', () => {
  const page = () => client.fetchQuery(queryOf(ContestDocument, { id: 'abc' }));
  const list = () => client.fetchInfiniteQuery(pagesOf(PeopleDocument, { groupId: 'abc' }, ({ people }) => people));

  it('does not exist when it names no id, as when it names an unknown one', async () => {
    for (const rule of ['isUuid', 'isUUID']) {
      answer(refused(rule));
      expect([await codeOf(page()), await codeOf(list())]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    }
  });

  it('keeps every other refusal, and that of what a person fills in', async () => {
    answer(refused('isUuid', 'maxLength'));
    expect([await codeOf(page()), await codeOf(list())]).toEqual(['BAD_INPUT', 'BAD_INPUT']);
    answer(refused());
    expect(await codeOf(page())).toBe('BAD_INPUT');
    answer(refused('isUuid'));
    await expect(request(SaveDocument, { id: 'abc' })).rejects.toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'id', rule: 'isUuid' }] });
  });
});

describe('a list read by pages', () => {
  it('asks for what comes after the page before, until there is none', async () => {
    const pageOf = (node: string, endCursor: string | null) => ({ data: { people: { edges: [{ node }], pageInfo: { hasNextPage: endCursor !== null, endCursor } } } });
    const fetched = answer(pageOf('Anne', 'c1'), pageOf('Zoé', null));
    const { pages } = await client.fetchInfiniteQuery({ ...pagesOf(PeopleDocument, { groupId: null }, ({ people }) => people), pages: 5 });
    expect(pages.flatMap(({ people }) => people.edges.map(({ node }) => node))).toEqual(['Anne', 'Zoé']);
    expect(fetched.mock.calls.map(([, init]) => (JSON.parse(String(init?.body)) as { variables: object }).variables)).toEqual([{ groupId: null, after: null }, { groupId: null, after: 'c1' }]);
  });
});
