import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cohortsFactory } from '@portevoix/cohorts/api';
import { GroupKind, Role } from '@portevoix/identity/shared';
import { Group, GroupMembership } from '@portevoix/identity/api';
import { programmesFactory } from '@portevoix/programmes/api';
import { startApi, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { contentFactory } from './content.factory';
import { PublicationRevision } from './publications/parts.entity';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const CREATE = 'mutation ($input: CreatePublicationInput!) { createPublication(input: $input) { id status version audience category problems { path rule } } }';
const UPDATE = 'mutation ($input: UpdatePublicationInput!) { updatePublication(input: $input) { id status version audience body wordCount themes { id } variants { id text } targets { cohorts { name } groups { name } } problems { path } } }';
const PUBLISH = 'mutation ($id: ID!) { publishPublication(id: $id) { id status publishedAt editor { id } } }';
const FEED = 'query ($first: Int = 20, $after: String, $filter: FeedFilter = FOR_YOU, $themeId: ID) { feed(first: $first, after: $after, filter: $filter, themeId: $themeId) { edges { node { id title isPinned whyShown { because name } themes { id } } } pageInfo { hasNextPage endCursor } } }';
const ONE = 'query ($id: ID!) { publication(id: $id) { id title revisions { id } author { id } variants { id } } }';

interface FeedPage {
  feed: { edges: { node: { id: string; title: string; isPinned: boolean; whyShown: { because: string; name: string | null } } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}
const titles = ({ feed }: FeedPage) => feed.edges.map(({ node }) => node.title);

/** An organisation with a programme, an editor and a theme. */
async function newsroom() {
  const organisation = await api.organisation();
  const editor = await organisation.person(Role.EDITOR);
  const theme = await organisation.write(async () => {
    await programmesFactory.programme(api.db, api.clock.now());
    return contentFactory.theme(api.db, { at: api.clock.now(), name: 'Métiers' });
  });
  return { organisation, editor, theme, client: await api.as(editor) };
}

const publication = (organisation: TestOrganisation, values: Omit<Parameters<typeof contentFactory.publication>[1], 'at'> & { at?: Date }) =>
  organisation.write(() => contentFactory.publication(api.db, { at: new Date(api.clock.now().getTime() - 60_000), ...values }));

describe('a publication', () => {
  it('needs a category, a theme and, to be shared, a page and a text before it comes out', async () => {
    const { client, theme } = await newsroom();
    const { createPublication: draft } = await client.ok(CREATE, { input: { title: 'Un préau', body: '<p>Levé en une matinée.</p>' } });
    expect(draft).toMatchObject({ status: 'DRAFT', audience: 'SHAREABLE', category: null });
    expect(draft.problems.map((problem: { path: string }) => problem.path)).toEqual(['category', 'themeIds', 'targetUrl', 'variants']);
    expect(await client.problems(PUBLISH, { id: draft.id })).toEqual(['category:isRequired', 'themeIds:isRequired', 'targetUrl:isRequired', 'variants:isRequired']);
    const input = { id: draft.id, category: 'ADVOCACY', themeIds: [theme.id], targetUrl: 'https://exemple.test/preau', variants: [{ text: 'Je n’avais jamais vu ça.' }] };
    expect((await client.ok(UPDATE, { input })).updatePublication).toMatchObject({ version: 2, wordCount: 4, problems: [] });
    expect((await client.ok(PUBLISH, { id: draft.id })).publishPublication.status).toBe('PUBLISHED');
    expect(await client.problems(UPDATE, { input: { id: draft.id, themeIds: [] } })).toEqual(['themeIds:isRequired']);
    expect(await client.refused(PUBLISH, { id: draft.id })).toBe('PUBLICATION_STATE');
  });

  it('names the field and the rule of a bad input', async () => {
    const { client } = await newsroom();
    expect(await client.problems(CREATE, { input: { title: '  ', targetUrl: 'javascript:alert(1)', illustrationSeed: -1 } })).toEqual(expect.arrayContaining(['title:isNotEmpty', 'targetUrl:isUrl', 'illustrationSeed:min']));
    expect(await client.problems(CREATE, { input: { title: 'A', variants: [{ text: ' ' }] } })).toEqual(['variants.0.text:isNotEmpty']);
    expect(await client.problems(CREATE, { input: { title: 'A', themeIds: [crypto.randomUUID()] } })).toEqual(['themeIds:isKnown']);
  });

  it('keeps no script of what is pasted in', async () => {
    const { client } = await newsroom();
    const { createPublication: draft } = await client.ok(CREATE, { input: { title: 'A' } });
    const { updatePublication } = await client.ok(UPDATE, { input: { id: draft.id, body: '<p onclick="x()">Bon<script>alert(1)</script></p><img src="javascript:x"><a href="https://a.test">lien</a>' } });
    expect(updatePublication.body).toBe('<p>Bon</p><a href="https://a.test/" rel="noopener nofollow">lien</a>');
  });

  it('is written by editors, and approved and shown with its author, its editor and its history', async () => {
    const { organisation, client, theme, editor } = await newsroom();
    const reader = await organisation.client(Role.AMBASSADOR);
    expect(await reader.refused(CREATE, { input: { title: 'A' } })).toBe('FORBIDDEN');
    expect(await api.anonymous.refused(CREATE, { input: { title: 'A' } })).toBe('UNAUTHENTICATED');
    const without = await (await api.organisation()).client(Role.EDITOR);
    expect(await without.refused(CREATE, { input: { title: 'A' } })).toBe('PROGRAMME_MISSING');
    const { createPublication: draft } = await client.ok(CREATE, { input: { title: 'A', body: '<p>x</p>', audience: 'INTERNAL', category: 'COMPANY', themeIds: [theme.id] } });
    await client.ok('mutation ($id: ID!) { submitForReview(id: $id) { status } }', { id: draft.id });
    const manager = await organisation.person(Role.COMMUNITY_MANAGER);
    const second = await api.as(manager);
    await second.ok('mutation ($input: RequestChangesInput!) { requestChanges(input: $input) { status } }', { input: { id: draft.id, comment: 'Plus court' } });
    await client.ok('mutation ($id: ID!) { submitForReview(id: $id) { status } }', { id: draft.id });
    await second.ok('mutation ($id: ID!) { approvePublication(id: $id) { status } }', { id: draft.id });
    const { publication: seen } = await client.ok('query ($id: ID!) { publication(id: $id) { status author { id } editor { id } revisions { kind fromStatus toStatus comment person { id } texts { title } } } }', { id: draft.id });
    expect(seen).toMatchObject({ status: 'APPROVED', author: { id: editor.id }, editor: { id: manager.id } });
    expect(seen.revisions.map((line: { toStatus: string }) => line.toStatus)).toEqual(['APPROVED', 'IN_REVIEW', 'DRAFT', 'IN_REVIEW', 'DRAFT']);
    expect(seen.revisions[2]).toMatchObject({ kind: 'STATUS', fromStatus: 'IN_REVIEW', comment: 'Plus court', person: { id: manager.id } });
    expect(await reader.refused(ONE, { id: draft.id })).toBe('NOT_FOUND');
  });

  it('refuses the second of two editors who started from the same version', async () => {
    const { organisation, editor, client } = await newsroom();
    const { id } = await publication(organisation, { authorId: editor.id });
    const answers = await Promise.all(['Un', 'Deux'].map((title) => client.gql(UPDATE, { input: { id, version: 1, title } })));
    expect(answers.filter(({ errors }) => errors).map(({ errors }) => errors![0]!.extensions.code)).toEqual(['PUBLICATION_CHANGED']);
  });

  it('comes out once when two people publish it together', async () => {
    const { organisation, editor, client } = await newsroom();
    const { id } = await publication(organisation, { authorId: editor.id, status: 'DRAFT' as never, publishedAt: null });
    const codes = (await Promise.all([client.gql(PUBLISH, { id }), client.gql(PUBLISH, { id })])).map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK');
    expect(codes.sort()).toEqual(['OK', 'PUBLICATION_STATE']);
  });

  it('of another organisation does not exist', async () => {
    const [mine, other] = [await newsroom(), await newsroom()];
    const { id } = await publication(other.organisation, { authorId: other.editor.id });
    for (const [query, variables] of [[ONE, { id }], [PUBLISH, { id }], [UPDATE, { input: { id, title: 'A' } }]] as const) expect(await mine.client.refused(query, variables)).toBe('NOT_FOUND');
    expect(titles(await mine.client.ok<FeedPage>(FEED))).toEqual([]);
    expect(await mine.client.problems(CREATE, { input: { title: 'A', themeIds: [other.theme.id] } })).toEqual(['themeIds:isKnown']);
  });
});

describe('an instruction', () => {
  it('never becomes shareable, and the attempt is in its history', async () => {
    const { organisation, editor, client } = await newsroom();
    const { id } = await publication(organisation, { authorId: editor.id, audience: 'INSTRUCTION' as never });
    expect(await client.problems(UPDATE, { input: { id, audience: 'SHAREABLE' } })).toEqual(['audience:neverShareable']);
    const lines = await organisation.write(() => api.db.of(PublicationRevision).findBy({ organisationId: organisation.id, publicationId: id }));
    expect(lines).toMatchObject([{ kind: 'SHARING_REFUSED', personId: editor.id }]);
  });

  it('stays one when two edits race', async () => {
    const { organisation, editor, client } = await newsroom();
    const { id } = await publication(organisation, { authorId: editor.id, audience: 'INTERNAL' as never, status: 'DRAFT' as never, publishedAt: null });
    await client.ok(UPDATE, { input: { id, audience: 'INSTRUCTION' } });
    const answers = await Promise.all([client.gql(UPDATE, { input: { id, audience: 'SHAREABLE' } }), client.gql(UPDATE, { input: { id, title: 'B' } }), client.gql(UPDATE, { input: { id, audience: 'SHAREABLE' } })]);
    expect(answers.map(({ errors }) => (errors ? 'refused' : 'ok'))).toEqual(['refused', 'ok', 'refused']);
    expect((await client.ok('query ($id: ID!) { publication(id: $id) { audience } }', { id })).publication.audience).toBe('INSTRUCTION');
  });

  it('keeps a receipt, once, that nobody can give for an ordinary publication', async () => {
    const { organisation, editor, client } = await newsroom();
    const { id } = await publication(organisation, { authorId: editor.id, audience: 'INSTRUCTION' as never });
    const ordinary = await publication(organisation, { authorId: editor.id });
    const reader = await organisation.client(Role.AMBASSADOR);
    const MARK = 'mutation ($id: ID!) { markInstructionRead(id: $id) { instructionReadAt receiptCount } }';
    const first = (await reader.ok(MARK, { id })).markInstructionRead;
    expect(first.receiptCount).toBeNull();
    expect((await reader.ok(MARK, { id })).markInstructionRead.instructionReadAt).toBe(first.instructionReadAt);
    const receipts = async () => (await client.ok('query ($id: ID!) { publication(id: $id) { receiptCount } }', { id })).publication.receiptCount;
    expect(await receipts()).toBeNull();
    for (const person of await organisation.people(4, Role.AMBASSADOR)) await (await api.as(person)).ok(MARK, { id });
    expect(await receipts()).toBe(5);
    expect(await reader.problems(MARK, { id: ordinary.id })).toEqual(['id:isInstruction']);
  });
});

describe('the feed', () => {
  it('shows each person what is for everybody, for their cohort and for their group, and says why', async () => {
    const { organisation, editor, client } = await newsroom();
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
    await publication(organisation, { authorId: editor.id, title: 'Pour tous' });
    await publication(organisation, { authorId: editor.id, title: 'Cohorte', cohortIds: [cohortId] });
    const forGroup = await publication(organisation, { authorId: editor.id, title: 'Groupe', groupIds: [groupId] });
    await publication(organisation, { authorId: editor.id, title: 'Brouillon', status: 'DRAFT' as never, publishedAt: null });
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
    const { organisation, editor, client } = await newsroom();
    const start = api.clock.now().getTime() - 3_600_000;
    for (let i = 0; i < 7; i += 1) await publication(organisation, { authorId: editor.id, title: `P${i}`, at: new Date(start + i * 1000), pinnedUntil: i === 2 ? new Date(start + 86_400_000) : null });
    const first = await client.ok<FeedPage>(FEED, { first: 3 });
    await publication(organisation, { authorId: editor.id, title: 'Neuve', at: new Date() });
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

  it('filters what may be shared and what may not, and by theme', async () => {
    const { organisation, editor, client, theme } = await newsroom();
    await publication(organisation, { authorId: editor.id, title: 'Partageable', themeIds: [theme.id] });
    await publication(organisation, { authorId: editor.id, title: 'Interne', audience: 'INTERNAL' as never });
    await publication(organisation, { authorId: editor.id, title: 'Consigne', audience: 'INSTRUCTION' as never });
    expect(titles(await client.ok<FeedPage>(FEED, { filter: 'SHAREABLE' }))).toEqual(['Partageable']);
    expect(titles(await client.ok<FeedPage>(FEED, { filter: 'INTERNAL' })).sort()).toEqual(['Consigne', 'Interne']);
    expect(titles(await client.ok<FeedPage>(FEED, { themeId: theme.id }))).toEqual(['Partageable']);
  });

  it('loses what expires, what is archived and what the person does not want; each can come back', async () => {
    const { organisation, editor, client } = await newsroom();
    const expiring = await publication(organisation, { authorId: editor.id, title: 'Éphémère', expiresAt: new Date(api.clock.now().getTime() + 60_000) });
    const { id } = await publication(organisation, { authorId: editor.id, title: 'Autre' });
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
    const { organisation, editor, client, theme } = await newsroom();
    const MIX = '{ mixOfFeed { items isMonoSubject topThemeShare topTheme { name } kinds { kind count origin } } }';
    expect((await client.ok(MIX)).mixOfFeed).toMatchObject({ items: 0, isMonoSubject: false, topTheme: null });
    for (let i = 0; i < 10; i += 1) await publication(organisation, { authorId: editor.id, themeIds: [theme.id], kind: 'EXPERTISE' as never });
    const { mixOfFeed } = await client.ok(MIX);
    expect(mixOfFeed).toMatchObject({ items: 10, isMonoSubject: true, topThemeShare: 1, topTheme: { name: 'Métiers' } });
    expect(mixOfFeed.kinds).toContainEqual({ kind: 'EXPERTISE', count: 10, origin: 'PEOPLE' });
  });
});

describe('a scheduled publication', () => {
  it('comes out at its time, once, and tells who had set it', async () => {
    const { organisation, editor, client } = await newsroom();
    const { id } = await publication(organisation, { authorId: editor.id, title: 'À l’heure', status: 'APPROVED' as never, publishedAt: null });
    const SCHEDULE = 'mutation ($input: SchedulePublicationInput!) { schedulePublication(input: $input) { status publishAt } }';
    const at = new Date(api.clock.now().getTime() + 3_600_000);
    expect(await client.problems(SCHEDULE, { input: { id, at: new Date(0).toISOString() } })).toEqual(['at:isFuture']);
    await client.ok(SCHEDULE, { input: { id, at: at.toISOString() } });
    await api.worker.runCron('content.publish-due');
    expect(titles(await client.ok<FeedPage>(FEED))).toEqual([]);
    api.clock.advance(3_600_000);
    await Promise.all([api.worker.runCron('content.publish-due'), api.worker.runCron('content.publish-due')]);
    await api.worker.runCron('content.publish-due');
    expect(titles(await client.ok<FeedPage>(FEED))).toEqual(['À l’heure']);
    const { publication: seen } = await client.ok('query ($id: ID!) { publication(id: $id) { publishedAt revisions { toStatus person { id } } } }', { id });
    expect(seen.revisions).toEqual([{ toStatus: 'PUBLISHED', person: null }, { toStatus: 'SCHEDULED', person: { id: editor.id } }]);
    api.clock.reset();
  });
});

describe('reading', () => {
  const RECORD = 'mutation ($input: RecordReadingInput!) { recordReading(input: $input) { activeMs depth readAt } }';
  const report = (publicationId: string, activeMs: number, depth: number, sessionKey = 'ouverture-1') => ({ input: { publicationId, activeMs, depth, sessionKey } });

  it('counts once the time and the depth are there, as the server saw time pass', async () => {
    const { organisation, editor, client } = await newsroom();
    const { id } = await publication(organisation, { authorId: editor.id });
    const reader = await organisation.client(Role.AMBASSADOR);
    api.clock.set(new Date());
    await reader.ok(RECORD, report(id, 0, 0));
    expect((await reader.ok(RECORD, report(id, 600_000, 1))).recordReading).toMatchObject({ activeMs: 0, readAt: null });
    api.clock.advance(1_000);
    expect((await reader.ok(RECORD, report(id, 1_000, 1))).recordReading).toMatchObject({ activeMs: 1_000, readAt: null });
    api.clock.advance(4_500);
    const { recordReading: read } = await reader.ok(RECORD, report(id, 5_500, 0.2));
    expect(read).toMatchObject({ activeMs: 5_500, depth: 1, readAt: expect.any(String) });
    api.clock.advance(60_000);
    expect((await reader.ok(RECORD, report(id, 65_000, 1, 'ouverture-2'))).recordReading.readAt).toBe(read.readAt);
    const readers = async () => (await client.ok('query ($id: ID!) { publication(id: $id) { readerCount } }', { id })).publication.readerCount;
    expect(await readers()).toBeNull();
    for (const person of await organisation.people(4, Role.AMBASSADOR)) {
      const other = await api.as(person);
      await other.ok(RECORD, report(id, 0, 0));
      api.clock.advance(10_000);
      await other.ok(RECORD, report(id, 10_000, 1));
    }
    expect(await readers()).toBe(5);
    expect((await reader.ok('query ($id: ID!) { publication(id: $id) { readerCount myReading { readAt } } }', { id })).publication).toEqual({ readerCount: null, myReading: { readAt: read.readAt } });
    api.clock.reset();
  });

  it('keeps one row when reports cross, and refuses what is no report', async () => {
    const { organisation, editor } = await newsroom();
    const { id } = await publication(organisation, { authorId: editor.id });
    const reader = await organisation.client(Role.AMBASSADOR);
    await Promise.all([1, 2, 3, 4].map((n) => reader.ok(RECORD, report(id, 0, n / 10, `ouverture-${n}`))));
    expect(await organisation.write(() => api.db.query('select depth from reading where organisation_id = $1', [organisation.id]))).toEqual([{ depth: 0.4 }]);
    expect(await reader.problems(RECORD, report(id, -1, 2, 'x'))).toEqual(['activeMs:min', 'depth:max', 'sessionKey:matches']);
    expect(await reader.refused(RECORD, report(crypto.randomUUID(), 0, 0))).toBe('NOT_FOUND');
  });
});

describe('lists of editors', () => {
  const LIST = 'query ($search: String, $category: PublicationCategory, $status: PublicationStatus) { publications(search: $search, category: $category, status: $status) { edges { node { title } } } publicationCategories { category total published readings } }';
  const found = (data: { publications: { edges: { node: { title: string } }[] } }) => data.publications.edges.map(({ node }) => node.title);

  it('find words without their accents, and keep the two categories apart', async () => {
    const { organisation, editor, client } = await newsroom();
    await publication(organisation, { authorId: editor.id, title: 'Élan et forêt', category: 'COMPANY' as never });
    await publication(organisation, { authorId: editor.id, title: 'Cœur de métier' });
    expect(found(await client.ok(LIST, { search: 'FORET elan' }))).toEqual(['Élan et forêt']);
    expect(found(await client.ok(LIST, { search: 'coeur' }))).toEqual(['Cœur de métier']);
    expect(found(await client.ok(LIST, { search: '%' }))).toHaveLength(2);
    const data = await client.ok(LIST, { category: 'COMPANY' });
    expect(found(data)).toEqual(['Élan et forêt']);
    expect(data.publicationCategories).toEqual([{ category: 'ADVOCACY', total: 1, published: 1, readings: 0 }, { category: 'COMPANY', total: 1, published: 1, readings: 0 }]);
    expect(await (await organisation.client(Role.AMBASSADOR)).refused(LIST)).toBe('FORBIDDEN');
  });

  it('check a text: the brand’s voice is named, with words in its place', async () => {
    const { client } = await newsroom();
    const CHECK = 'query ($text: String!) { checkText(text: $text) { firstPerson findings { rule passage suggestions } } }';
    expect((await client.ok(CHECK, { text: 'Je suis fier de cette démarche.' })).checkText).toEqual({ firstPerson: true, findings: [] });
    const { checkText } = await client.ok(CHECK, { text: 'Nous sommes fiers de cette démarche.' });
    expect(checkText.findings).toContainEqual(expect.objectContaining({ rule: 'BRAND_WE', passage: 'Nous sommes fiers' }));
  });
});

describe('themes', () => {
  const ADD = 'mutation ($input: AddThemeInput!) { addTheme(input: $input) { id name publicationCount } }';

  it('have one name each, and are archived, not lost', async () => {
    const { client, organisation } = await newsroom();
    const { addTheme } = await client.ok(ADD, { input: { name: ' Climat ' } });
    expect(addTheme).toMatchObject({ name: 'Climat', publicationCount: 0 });
    expect(await client.problems(ADD, { input: { name: 'Climat' } })).toEqual(['name:isUnique']);
    expect(await client.problems(ADD, { input: { name: '', colour: 'rouge' } })).toEqual(['name:isNotEmpty', 'colour:matches']);
    expect(await (await organisation.client(Role.AMBASSADOR)).refused(ADD, { input: { name: 'B' } })).toBe('FORBIDDEN');
    await client.ok('mutation ($id: ID!) { setThemeArchived(id: $id, archived: true) { id } }', { id: addTheme.id });
    const { themes, all } = await client.ok('{ themes { name } all: themes(withArchived: true) { name } }');
    expect([themes.length, all.length]).toEqual([1, 2]);
  });
});
