import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cohortsFactory } from '@portevoix/cohorts/api';
import { Role } from '@portevoix/identity/shared';
import { programmesFactory } from '@portevoix/programmes/api';
import { startApi, type TestApi } from '@portevoix/testing';
import { CREATE, FEED, newsroom, ONE, publication, PUBLISH, titles, UPDATE, type FeedPage } from '../newsroom.testing';
import { PublicationRevision } from './parts.entity';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('a publication', () => {
  it('needs a category, a theme and, to be shared, a page and a text before it comes out', async () => {
    const { client, theme } = await newsroom(api);
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
    const { client } = await newsroom(api);
    expect(await client.problems(CREATE, { input: { title: '  ', targetUrl: 'javascript:alert(1)', illustrationSeed: -1 } })).toEqual(expect.arrayContaining(['title:isNotEmpty', 'targetUrl:isUrl', 'illustrationSeed:min']));
    expect(await client.problems(CREATE, { input: { title: 'A', variants: [{ text: ' ' }] } })).toEqual(['variants.0.text:isNotEmpty']);
    expect(await client.problems(CREATE, { input: { title: 'A', themeIds: [crypto.randomUUID()] } })).toEqual(['themeIds:isKnown']);
  });

  it('keeps no script of what is pasted in', async () => {
    const { client } = await newsroom(api);
    const { createPublication: draft } = await client.ok(CREATE, { input: { title: 'A' } });
    const { updatePublication } = await client.ok(UPDATE, { input: { id: draft.id, body: '<p onclick="x()">Bon<script>alert(1)</script></p><img src="javascript:x"><a href="https://a.test">lien</a>' } });
    expect(updatePublication.body).toBe('<p>Bon</p><a href="https://a.test/" rel="noopener nofollow">lien</a>');
  });

  it('is written by editors, and approved and shown with its author, its editor and its history', async () => {
    const { organisation, client, theme, editor } = await newsroom(api);
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
    const { organisation, editor, client } = await newsroom(api);
    const { id } = await publication(api, organisation, { authorId: editor.id });
    const answers = await Promise.all(['Un', 'Deux'].map((title) => client.gql(UPDATE, { input: { id, version: 1, title } })));
    expect(answers.filter(({ errors }) => errors).map(({ errors }) => errors![0]!.extensions.code)).toEqual(['PUBLICATION_CHANGED']);
  });

  it('comes out once when two people publish it together', async () => {
    const { organisation, editor, client } = await newsroom(api);
    const { id } = await publication(api, organisation, { authorId: editor.id, status: 'DRAFT' as never, publishedAt: null });
    const codes = (await Promise.all([client.gql(PUBLISH, { id }), client.gql(PUBLISH, { id })])).map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK');
    expect(codes.sort()).toEqual(['OK', 'PUBLICATION_STATE']);
  });

  it('of another organisation does not exist', async () => {
    const [mine, other] = [await newsroom(api), await newsroom(api)];
    const { id } = await publication(api, other.organisation, { authorId: other.editor.id });
    for (const [query, variables] of [[ONE, { id }], [PUBLISH, { id }], [UPDATE, { input: { id, title: 'A' } }]] as const) expect(await mine.client.refused(query, variables)).toBe('NOT_FOUND');
    expect(titles(await mine.client.ok<FeedPage>(FEED))).toEqual([]);
    expect(await mine.client.problems(CREATE, { input: { title: 'A', themeIds: [other.theme.id] } })).toEqual(['themeIds:isKnown']);
  });
});

describe('an instruction', () => {
  it('never becomes shareable, and the attempt is in its history', async () => {
    const { organisation, editor, client } = await newsroom(api);
    const { id } = await publication(api, organisation, { authorId: editor.id, audience: 'INSTRUCTION' as never });
    expect(await client.problems(UPDATE, { input: { id, audience: 'SHAREABLE' } })).toEqual(['audience:neverShareable']);
    const lines = await organisation.write(() => api.db.of(PublicationRevision).findBy({ organisationId: organisation.id, publicationId: id }));
    expect(lines).toMatchObject([{ kind: 'SHARING_REFUSED', personId: editor.id }]);
  });

  it('stays one when two edits race', async () => {
    const { organisation, editor, client } = await newsroom(api);
    const { id } = await publication(api, organisation, { authorId: editor.id, audience: 'INTERNAL' as never, status: 'DRAFT' as never, publishedAt: null });
    await client.ok(UPDATE, { input: { id, audience: 'INSTRUCTION' } });
    const answers = await Promise.all([client.gql(UPDATE, { input: { id, audience: 'SHAREABLE' } }), client.gql(UPDATE, { input: { id, title: 'B' } }), client.gql(UPDATE, { input: { id, audience: 'SHAREABLE' } })]);
    expect(answers.map(({ errors }) => (errors ? 'refused' : 'ok'))).toEqual(['refused', 'ok', 'refused']);
    expect((await client.ok('query ($id: ID!) { publication(id: $id) { audience } }', { id })).publication.audience).toBe('INSTRUCTION');
  });

  it('keeps a receipt, once, that nobody can give for an ordinary publication', async () => {
    const { organisation, editor, client } = await newsroom(api);
    const { id } = await publication(api, organisation, { authorId: editor.id, audience: 'INSTRUCTION' as never });
    const ordinary = await publication(api, organisation, { authorId: editor.id });
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

describe('a scheduled publication', () => {
  it('comes out at its time, once, and tells who had set it', async () => {
    const { organisation, editor, client } = await newsroom(api);
    const { id } = await publication(api, organisation, { authorId: editor.id, title: 'À l’heure', status: 'APPROVED' as never, publishedAt: null });
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

  it('waits while the programme is paused', async () => {
    const { organisation, editor, client } = await newsroom(api);
    await publication(api, organisation, { authorId: editor.id, title: 'Plus tard', status: 'SCHEDULED' as never, publishedAt: null, publishAt: api.clock.now() });
    const state = (value: string) => organisation.write(() => api.db.query('update programme set state = $1', [value]));
    await state('PAUSED');
    await api.worker.runCron('content.publish-due');
    expect(titles(await client.ok<FeedPage>(FEED))).toEqual([]);
    await state('RELAUNCHED');
    await api.worker.runCron('content.publish-due');
    expect(titles(await client.ok<FeedPage>(FEED))).toEqual(['Plus tard']);
  });

  it('that cannot come out stays, shows as late and why, holds up no other, and comes out once mended', async () => {
    const { organisation, editor, client } = await newsroom(api);
    const now = api.clock.now();
    const at = new Date(now.getTime() + 3_600_000);
    const late = await publication(api, organisation, { authorId: editor.id, title: 'Trop tard', status: 'SCHEDULED' as never, publishedAt: null, publishAt: at, expiresAt: at });
    await publication(api, organisation, { authorId: editor.id, title: 'À l’heure', status: 'SCHEDULED' as never, publishedAt: null, publishAt: new Date(at.getTime() + 1000) });
    const SEEN = 'query ($id: ID!) { overduePublicationCount publication(id: $id) { status isOverdue problems { path rule } } }';
    expect(await client.ok(SEEN, { id: late.id })).toEqual({ overduePublicationCount: 0, publication: { status: 'SCHEDULED', isOverdue: false, problems: [] } });
    api.clock.advance(3_600_000 + 120_000);
    await api.worker.runCron('content.publish-due');
    expect(titles(await client.ok<FeedPage>(FEED))).toEqual(['À l’heure']);
    expect(await client.ok(SEEN, { id: late.id })).toEqual({ overduePublicationCount: 1, publication: { status: 'SCHEDULED', isOverdue: true, problems: [{ path: 'expiresAt', rule: 'isFuture' }] } });
    expect(await (await organisation.client(Role.AMBASSADOR)).refused('{ overduePublicationCount }')).toBe('FORBIDDEN');
    await client.ok(UPDATE, { input: { id: late.id, expiresAt: null } });
    await api.worker.runCron('content.publish-due');
    expect(titles(await client.ok<FeedPage>(FEED)).sort()).toEqual(['Trop tard', 'À l’heure']);
    expect((await client.ok(SEEN, { id: late.id })).overduePublicationCount).toBe(0);
    api.clock.reset();
  });
});

describe('the calendar', () => {
  const CALENDAR = 'query ($from: DateTime!, $to: DateTime!, $cohortId: ID) { publicationCalendar(from: $from, to: $to, cohortId: $cohortId) { title } }';
  const shown = (data: { publicationCalendar: { title: string }[] }) => data.publicationCalendar.map(({ title }) => title);

  it('holds what is out and what is to come, for everybody or as one cohort will see it', async () => {
    const { organisation, editor, client } = await newsroom(api);
    const now = api.clock.now().getTime();
    const [mine, theirs] = await organisation.write(async () => {
      const programme = await programmesFactory.programme(api.db, new Date(now));
      const values = { programmeId: programme.id, referentId: editor.id };
      return [await cohortsFactory.cohort(api.db, new Date(now), { ...values, name: 'Une' }), await cohortsFactory.cohort(api.db, new Date(now), { ...values, name: 'Deux' })];
    });
    const soon = { authorId: editor.id, status: 'SCHEDULED' as never, publishedAt: null };
    await publication(api, organisation, { authorId: editor.id, title: 'Parue' });
    await publication(api, organisation, { ...soon, title: 'Une seule', publishAt: new Date(now + 60_000), cohortIds: [mine!.id] });
    await publication(api, organisation, { ...soon, title: 'Deux seules', publishAt: new Date(now + 120_000), cohortIds: [theirs!.id] });
    await publication(api, organisation, { ...soon, title: 'Trop loin', publishAt: new Date(now + 86_400_000) });
    const period = { from: new Date(now - 3_600_000).toISOString(), to: new Date(now + 3_600_000).toISOString() };
    expect(shown(await client.ok(CALENDAR, period))).toEqual(['Parue', 'Une seule', 'Deux seules']);
    expect(shown(await client.ok(CALENDAR, { ...period, cohortId: mine!.id }))).toEqual(['Parue', 'Une seule']);
    expect(shown(await client.ok(CALENDAR, { ...period, cohortId: crypto.randomUUID() }))).toEqual(['Parue']);
  });
});

describe('lists of editors', () => {
  const LIST = 'query ($search: String, $category: PublicationCategory, $status: PublicationStatus) { publications(search: $search, category: $category, status: $status) { edges { node { title } } } publicationCategories { category total published readings } }';
  const found = (data: { publications: { edges: { node: { title: string } }[] } }) => data.publications.edges.map(({ node }) => node.title);

  it('find words without their accents, and keep the two categories apart', async () => {
    const { organisation, editor, client } = await newsroom(api);
    await publication(api, organisation, { authorId: editor.id, title: 'Élan et forêt', category: 'COMPANY' as never });
    await publication(api, organisation, { authorId: editor.id, title: 'Cœur de métier' });
    expect(found(await client.ok(LIST, { search: 'FORET elan' }))).toEqual(['Élan et forêt']);
    expect(found(await client.ok(LIST, { search: 'coeur' }))).toEqual(['Cœur de métier']);
    expect(found(await client.ok(LIST, { search: '%' }))).toHaveLength(2);
    const data = await client.ok(LIST, { category: 'COMPANY' });
    expect(found(data)).toEqual(['Élan et forêt']);
    expect(data.publicationCategories).toEqual([{ category: 'ADVOCACY', total: 1, published: 1, readings: 0 }, { category: 'COMPANY', total: 1, published: 1, readings: 0 }]);
    expect(await (await organisation.client(Role.AMBASSADOR)).refused(LIST)).toBe('FORBIDDEN');
  });

  it('check a text: the brand’s voice is named, with words in its place', async () => {
    const { client } = await newsroom(api);
    const CHECK = 'query ($text: String!) { checkText(text: $text) { firstPerson findings { rule passage suggestions } } }';
    expect((await client.ok(CHECK, { text: 'Je suis fier de cette démarche.' })).checkText).toEqual({ firstPerson: true, findings: [] });
    const { checkText } = await client.ok(CHECK, { text: 'Nous sommes fiers de cette démarche.' });
    expect(checkText.findings).toContainEqual(expect.objectContaining({ rule: 'BRAND_WE', passage: 'Nous sommes fiers' }));
  });
});
