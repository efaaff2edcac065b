import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cohortsFactory } from '@portevoix/cohorts/api';
import { Group, GroupMembership } from '@portevoix/identity/api';
import { GroupKind, Role } from '@portevoix/identity/shared';
import { programmesFactory } from '@portevoix/programmes/api';
import { startApi, type TestApi } from '@portevoix/testing';
import { FEED, newsroom, ONE, publication, titles, UPDATE, type FeedPage } from '../newsroom.testing';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('the feed', () => {
  it('shows each person what is for everybody, for their cohort and for their group, and says why', async () => {
    const { organisation, editor, client } = await newsroom(api);
    const [inCohort, inGroup, alone] = await organisation.people(3, Role.AMBASSADOR);
    const now = api.clock.now();
    const { cohortId, groupId } = await organisation.write(async () => {
      const programme = await programmesFactory.programme(api.db, now);
      const cohort = await cohortsFactory.cohort(api.db, now, { programmeId: programme.id, referentId: editor.id, name: 'Les premières voix' });
      await cohortsFactory.members(api.db, cohort.id, [{ personId: inCohort!.id, since: now }, { personId: alone!.id, since: new Date(now.getTime() - 2000), until: new Date(now.getTime() - 1000) }]);
      const group = { ...api.db.key(), kind: GroupKind.SITE, name: 'Redon' };
      await api.db.of(Group).insert(group);
      await api.db.of(GroupMembership).insert({ organisationId: organisation.id, groupId: group.id, personId: inGroup!.id, since: now, until: null });
      return { cohortId: cohort.id, groupId: group.id };
    });
    await publication(api, organisation, { authorId: editor.id, title: 'Pour tous' });
    await publication(api, organisation, { authorId: editor.id, title: 'Cohorte', cohortIds: [cohortId] });
    const forGroup = await publication(api, organisation, { authorId: editor.id, title: 'Groupe', groupIds: [groupId] });
    await publication(api, organisation, { authorId: editor.id, title: 'Brouillon', status: 'DRAFT' as never, publishedAt: null });
    const shown = async (person: typeof alone) => (await (await api.as(person!)).ok<FeedPage>(FEED)).feed.edges.map(({ node }) => [node.title, node.whyShown.because, node.whyShown.name]).sort();
    expect(await shown(inCohort)).toEqual([['Cohorte', 'COHORT', 'Les premières voix'], ['Pour tous', 'EVERYONE', null]]);
    expect(await shown(inGroup)).toEqual([['Groupe', 'GROUP', 'Redon'], ['Pour tous', 'EVERYONE', null]]);
    expect(await shown(alone)).toEqual([['Pour tous', 'EVERYONE', null]]);
    expect(await (await api.as(alone!)).refused(ONE, { id: forGroup.id })).toBe('NOT_FOUND');
    const { publication: seen } = await (await api.as(inGroup!)).ok(ONE, { id: forGroup.id });
    expect(seen).toMatchObject({ title: 'Groupe', revisions: [], author: null });
    expect((await client.ok(UPDATE, { input: { id: forGroup.id, cohortIds: [cohortId], groupIds: [] } })).updatePublication.targets).toEqual({ cohorts: [{ name: 'Les premières voix' }], groups: [] });
  });

  it('pages by key: every item once, pinned first, while others come out', async () => {
    const { organisation, editor, client } = await newsroom(api);
    const start = api.clock.now().getTime() - 3_600_000;
    for (let i = 0; i < 7; i += 1) await publication(api, organisation, { authorId: editor.id, title: `P${i}`, at: new Date(start + i * 1000), pinnedUntil: i === 2 ? new Date(start + 86_400_000) : null });
    const first = await client.ok<FeedPage>(FEED, { first: 3 });
    await publication(api, organisation, { authorId: editor.id, title: 'Neuve', at: new Date() });
    const seen = [...titles(first)];
    let { pageInfo } = first.feed;
    while (pageInfo.hasNextPage) {
      const next = await client.ok<FeedPage>(FEED, { first: 3, after: pageInfo.endCursor });
      seen.push(...titles(next));
      ({ pageInfo } = next.feed);
    }
    expect(seen[0]).toBe('P2');
    expect([...seen].sort()).toEqual(['P0', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6']);
    expect(await client.problems(FEED, { after: 'n’importe quoi' })).toEqual(['after:isCursor']);
    expect(titles(await client.ok<FeedPage>(FEED))[1]).toBe('Neuve');
  });

  it('asks PostgreSQL one statement for a page of somebody it knows, beside the caller’s own, and hears of every change', async () => {
    const { organisation, editor, client } = await newsroom(api);
    for (let i = 0; i < 25; i += 1) await publication(api, organisation, { authorId: editor.id, title: `P${i}` });
    await client.ok(FEED);
    const [prepared, query, entities] = [jest.spyOn(api.db, 'prepared'), jest.spyOn(api.db, 'query'), jest.spyOn(api.db, 'of')];
    await client.ok(FEED);
    expect(prepared.mock.calls.map(([name]) => name)).toEqual(['identity.session', 'content.feed-state']);
    expect([query.mock.calls, entities.mock.calls]).toEqual([[], []]);
    jest.restoreAllMocks();
    const { id } = await publication(api, organisation, { authorId: editor.id, title: 'Neuve' });
    expect(titles(await client.ok<FeedPage>(FEED, { first: 30 }))).toContain('Neuve');
    // Whoever changes it, and however.
    await organisation.write(() => api.db.query(`update publication set title = 'Changée' where id = $1`, [id]));
    expect(titles(await client.ok<FeedPage>(FEED, { first: 30 }))).toContain('Changée');
    await organisation.write(() => api.db.query(`update publication set status = 'ARCHIVED' where id = $1`, [id]));
    expect(titles(await client.ok<FeedPage>(FEED, { first: 30 }))).not.toContain('Changée');
  });

  it('filters what may be shared and what may not, and by theme', async () => {
    const { organisation, editor, client, theme } = await newsroom(api);
    await publication(api, organisation, { authorId: editor.id, title: 'Partageable', themeIds: [theme.id] });
    await publication(api, organisation, { authorId: editor.id, title: 'Interne', audience: 'INTERNAL' as never });
    await publication(api, organisation, { authorId: editor.id, title: 'Consigne', audience: 'INSTRUCTION' as never });
    expect(titles(await client.ok<FeedPage>(FEED, { filter: 'SHAREABLE' }))).toEqual(['Partageable']);
    expect(titles(await client.ok<FeedPage>(FEED, { filter: 'INTERNAL' })).sort()).toEqual(['Consigne', 'Interne']);
    expect(titles(await client.ok<FeedPage>(FEED, { themeId: theme.id }))).toEqual(['Partageable']);
    expect(titles(await client.ok<FeedPage>(FEED, { themeId: null }))).toHaveLength(3);
  });

  it('loses what expires, what is archived and what the person does not want; each can come back', async () => {
    const { organisation, editor, client } = await newsroom(api);
    const expiring = await publication(api, organisation, { authorId: editor.id, title: 'Éphémère', expiresAt: new Date(api.clock.now().getTime() + 60_000) });
    const { id } = await publication(api, organisation, { authorId: editor.id, title: 'Autre' });
    const [reader, colleague] = [await organisation.client(Role.AMBASSADOR), await organisation.client(Role.AMBASSADOR)];
    await reader.ok('mutation ($id: ID!) { dismissPublication(id: $id) { id } }', { id });
    expect(titles(await reader.ok<FeedPage>(FEED))).toEqual(['Éphémère']);
    expect(titles(await colleague.ok<FeedPage>(FEED)).sort()).toEqual(['Autre', 'Éphémère']);
    await reader.ok('mutation ($id: ID!) { undoDismissPublication(id: $id) { id } }', { id });
    const ARCHIVE = 'mutation ($input: ArchivePublicationsInput!) { archivePublications(input: $input) { status } }';
    await client.ok(ARCHIVE, { input: { ids: [id] } });
    expect(titles(await reader.ok<FeedPage>(FEED))).toEqual(['Éphémère']);
    expect(await reader.refused(ARCHIVE, { input: { ids: [id], archived: false } })).toBe('FORBIDDEN');
    await client.ok(ARCHIVE, { input: { ids: [id], archived: false } });
    api.clock.advance(60_000);
    expect(titles(await reader.ok<FeedPage>(FEED))).toEqual(['Autre']);
    expect((await reader.ok('query ($id: ID!) { publication(id: $id) { isExpired } }', { id: expiring.id })).publication.isExpired).toBe(true);
    api.clock.reset();
  });

  it('warns when one theme fills it, and counts its kinds', async () => {
    const { organisation, editor, client, theme } = await newsroom(api);
    const MIX = '{ mixOfFeed { items isMonoSubject topThemeShare topTheme { name } kinds { kind count origin } } }';
    expect((await client.ok(MIX)).mixOfFeed).toMatchObject({ items: 0, isMonoSubject: false, topTheme: null });
    for (let i = 0; i < 10; i += 1) await publication(api, organisation, { authorId: editor.id, themeIds: [theme.id], kind: 'EXPERTISE' as never });
    const { mixOfFeed } = await client.ok(MIX);
    expect(mixOfFeed).toMatchObject({ items: 10, isMonoSubject: true, topThemeShare: 1, topTheme: { name: 'Métiers' } });
    expect(mixOfFeed.kinds).toContainEqual({ kind: 'EXPERTISE', count: 10, origin: 'PEOPLE' });
  });

  it('lets other themes through a run of one, on every page, without an item lost or shown twice', async () => {
    const { organisation, editor, client, theme } = await newsroom(api);
    const start = api.clock.now().getTime() - 86_400_000;
    const at = (minute: number) => new Date(start + minute * 60_000);
    for (let i = 0; i < 12; i += 1) await publication(api, organisation, { authorId: editor.id, title: `Autre ${i}`, at: at(i) });
    for (let i = 0; i < 60; i += 1) await publication(api, organisation, { authorId: editor.id, title: `Métier ${i}`, themeIds: [theme.id], at: at(100 + i) });
    const first = await client.ok<FeedPage>(FEED, { first: 20 });
    const others = titles(first).filter((title) => title.startsWith('Autre'));
    expect(titles(first)[0]).toBe('Métier 59');
    expect(titles(first)).toHaveLength(20);
    expect(others).toEqual(['Autre 11', 'Autre 10', 'Autre 9', 'Autre 8', 'Autre 7']);
    // The mix that editors see says it too.
    expect((await client.ok('{ mixOfFeed { isMonoSubject topTheme { name } } }')).mixOfFeed).toEqual({ isMonoSubject: true, topTheme: { name: 'Métiers' } });
    const seen = [...titles(first)];
    let { pageInfo } = first.feed;
    while (pageInfo.hasNextPage) {
      // What comes out meanwhile moves nothing.
      await publication(api, organisation, { authorId: editor.id, title: 'Neuve', at: api.clock.now() });
      const next = await client.ok<FeedPage>(FEED, { first: 20, after: pageInfo.endCursor });
      seen.push(...titles(next));
      ({ pageInfo } = next.feed);
    }
    expect(seen).toHaveLength(72);
    expect(new Set(seen).size).toBe(72);
    const ofTheme = await client.ok<FeedPage>(FEED, { first: 20, themeId: theme.id });
    expect(titles(ofTheme).every((title) => title.startsWith('Métier'))).toBe(true);
  });
});
