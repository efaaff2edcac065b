import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import * as fc from 'fast-check';
import { getOperationAST, isInputType, parse, typeFromAST } from 'graphql';
import { appDocuments } from '../documents';
import { startApi, type Client, type TestApi, type TestOrganisation } from '../index';
import { sampleOf, schemaOf } from '../operations';

jest.setTimeout(240_000);

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface Side {
  organisation: TestOrganisation;
  client: Client;
  /** What no answer to the other side may hold. */
  marks: string[];
}

const ADD_GROUP = 'mutation ($name: String!) { addGroup(input: { kind: FREE, name: $name }) { id name } }';
const ADD_PERSON = 'mutation ($input: AddPersonInput!) { addPerson(input: $input) { id displayName } }';
const ADD_THEME = 'mutation ($name: String!) { addTheme(input: { name: $name }) { id name } }';

/** An organisation whose every text says whose it is. */
async function side(mark: string): Promise<Side> {
  const organisation = await api.organisation({ name: `Maison ${mark}`, disclosure: `#Equipe${mark}` });
  const client = await organisation.client(...Object.values(Role).filter((role) => role !== Role.SUPER_ADMIN));
  const { id: group } = (await client.ok(ADD_GROUP, { name: `Groupe ${mark}` })).addGroup;
  for (const number of [1, 2, 3]) {
    await client.ok(ADD_PERSON, { input: { firstName: `${mark}${number}`, lastName: mark, email: `${mark}${number}@${mark}.test`, roles: [], groupIds: [group] } });
  }
  await client.gql(ADD_THEME, { name: `Thème ${mark}` });
  return { organisation, client, marks: [mark, organisation.id] };
}

/** What the two apps ask, and a change between two readings. */
function questions(ids: string): { query: string; variables: Record<string, unknown> }[] {
  const schema = schemaOf(api);
  return appDocuments().flatMap(({ query }) => {
    const operation = getOperationAST(parse(query));
    if (operation?.operation !== 'query') return [];
    const variables = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
      const input = typeFromAST(schema, type as never);
      return [variable.name.value, isInputType(input) && type.kind === 'NonNullType' ? sampleOf(input, ids, variable.name.value) : null];
    });
    return [{ query, variables: Object.fromEntries(variables) as Record<string, unknown> }];
  });
}

describe('two organisations that ask at the same time', () => {
  it('never find a word of the other in 500 answers', async () => {
    const [alpha, bravo] = [await side('Alphazzz'), await side('Bravozzz')];
    const asked = questions(alpha.organisation.id);
    expect(asked.length).toBeGreaterThan(30);
    // One seed: a failure can be run again.
    const [turns] = fc.sample(fc.array(fc.record({ isAlpha: fc.boolean(), question: fc.nat(asked.length - 1), changes: fc.nat(9).map((n) => n === 0) }), { minLength: 500, maxLength: 500 }), { numRuns: 1, seed: 20261124 });
    const leaks: string[] = [];
    let own = 0;
    const take = async ({ isAlpha, question, changes }: (typeof turns & object)[number], index: number) => {
      const [mine, other] = isAlpha ? [alpha, bravo] : [bravo, alpha];
      const { query, variables } = changes ? { query: ADD_GROUP, variables: { name: `${mine.marks[0]} ${index}` } } : asked[question]!;
      const body = JSON.stringify(await mine.client.gql(query, variables));
      if (mine.marks.some((mark) => body.includes(mark))) own += 1;
      // The id that was sent comes back in nobody's answer either.
      for (const mark of other.marks) if (body.includes(mark)) leaks.push(`${mark} in ${body.slice(0, 300)}`);
    };
    // Twenty in flight, as many as the pool has connections, so that each is used by both in turn.
    const queue = [...turns!.entries()];
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (let next = queue.shift(); next; next = queue.shift()) await take(next[1], next[0]);
      }),
    );
    expect(leaks).toEqual([]);
    expect(own).toBeGreaterThan(100);
  });
});
