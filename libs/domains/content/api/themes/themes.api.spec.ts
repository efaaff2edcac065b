import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { startApi, type TestApi } from '@portevoix/testing';
import { newsroom } from '../newsroom.testing';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('themes', () => {
  const ADD = 'mutation ($input: AddThemeInput!) { addTheme(input: $input) { id name publicationCount } }';

  it('have one name each, and are archived, not lost', async () => {
    const { client, organisation } = await newsroom(api);
    const { addTheme } = await client.ok(ADD, { input: { name: ' Climat ', description: null } });
    expect(addTheme).toMatchObject({ name: 'Climat', publicationCount: 0 });
    expect(await client.problems(ADD, { input: { name: 'Climat' } })).toEqual(['name:isUnique']);
    expect(await client.problems(ADD, { input: { name: '', colour: 'rouge' } })).toEqual(['name:isNotEmpty', 'colour:matches']);
    expect(await (await organisation.client(Role.AMBASSADOR)).refused(ADD, { input: { name: 'B' } })).toBe('FORBIDDEN');
    await client.ok('mutation ($id: ID!) { setThemeArchived(id: $id, archived: true) { id } }', { id: addTheme.id });
    const { themes, all } = await client.ok('{ themes { name } all: themes(withArchived: true) { name } }');
    expect([themes.length, all.length]).toEqual([1, 2]);
  });

  it('are looked after by somebody who edits contents', async () => {
    const { client, organisation, editor, theme } = await newsroom(api);
    const [reader] = await organisation.people(1, Role.AMBASSADOR);
    const pilot = await organisation.person(Role.PILOT);
    const OWNERS = '{ themeOwners { id } }';
    expect((await client.ok(OWNERS)).themeOwners.map(({ id }: { id: string }) => id).sort()).toEqual([editor.id, pilot.id].sort());
    expect(await (await api.as(reader!)).refused(OWNERS)).toBe('FORBIDDEN');
    const named = 'query ($search: String!) { themeOwners(search: $search) { id } }';
    expect((await client.ok(named, { search: reader!.email })).themeOwners).toEqual([{ id: reader!.id }]);
    expect((await client.ok(named, { search: 'personne de ce nom' })).themeOwners).toEqual([]);
    const UPDATE = 'mutation ($input: UpdateThemeInput!) { updateTheme(input: $input) { owner { id } } }';
    expect((await client.ok(UPDATE, { input: { id: theme.id, name: 'Métiers', ownerId: pilot.id } })).updateTheme).toEqual({ owner: { id: pilot.id } });
    expect(await client.problems(UPDATE, { input: { id: theme.id, name: 'Métiers', ownerId: crypto.randomUUID() } })).toEqual(['ownerId:isKnown']);
    expect((await client.ok(UPDATE, { input: { id: theme.id, name: 'Métiers' } })).updateTheme).toEqual({ owner: null });
  });
});
