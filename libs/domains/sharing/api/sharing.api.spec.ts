import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cohortsFactory } from '@portevoix/cohorts/api';
import { contentFactory, type Publication, type PublicationSeed } from '@portevoix/content/api';
import { Audience } from '@portevoix/content/shared';
import type { Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { programmesFactory } from '@portevoix/programmes/api';
import { startApi, type Client, type TestApi, type TestOrganisation } from '@portevoix/testing';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const PREPARE = `query ($id: ID!) { prepareShare(publicationId: $id) {
  initialText initialVariantId disclosure mastodonInstance shortUrlLength dailyCap remainingToday
  variants { variant { id text language } alreadyPosted sharedPassages { passage colleagues } } draft { text } networks { network limit urlLength prefillsText } shares { id network } } }`;
const OPEN = `mutation ($input: OpenShareInput!) { openShare(input: $input) {
  share { id state edited text openedAt publication { title } link { code shortUrl targetUrl } clicks { valid raw people } } intentUrl composedText shortUrl similarity } }`;
const DECLARE = 'mutation ($id: ID!) { declareShare(id: $id) { state declaredAt } }';
const RETRACT = 'mutation ($id: ID!) { retractShare(id: $id) { state declaredAt retractedAt } }';
const MINE = 'query ($first: Int, $after: String) { myShares(first: $first, after: $after) { edges { node { network state text } } pageInfo { hasNextPage endCursor } } }';
const DRAFT = 'mutation ($input: SaveShareDraftInput!) { saveShareDraft(input: $input) { text savedAt } }';

interface Stage {
  organisation: TestOrganisation;
  programmeId: string;
  members: Person[];
  clients: Client[];
  publish(values?: Partial<PublicationSeed>): Promise<Publication>;
}

/** An organisation with its programme, a cohort of `count` ambassadors and their clients. */
async function stage(count = 1, values: Parameters<TestApi['organisation']>[0] = {}): Promise<Stage> {
  const organisation = await api.organisation(values);
  const pilot = await organisation.person(Role.PILOT);
  const members = await organisation.people(count, Role.AMBASSADOR);
  const at = new Date(api.clock.now().getTime() - 86_400_000);
  const programmeId = await organisation.write(async () => {
    const programme = await programmesFactory.programme(api.db, at, { name: 'Nos Métiers, à voix haute' });
    const cohort = await cohortsFactory.cohort(api.db, at, { programmeId: programme.id, referentId: pilot.id });
    await cohortsFactory.members(api.db, cohort.id, members.map(({ id }) => ({ personId: id, since: at })));
    return programme.id;
  });
  const clients = await Promise.all(members.map((member) => api.as(member)));
  const publish = (seed: Partial<PublicationSeed> = {}) => organisation.write(() => contentFactory.publication(api.db, { at, authorId: pilot.id, programmeId, ...seed }));
  return { organisation, programmeId, members, clients, publish };
}

const TEXTS = ['Je suis fier de ce préau levé en une matinée par quatre charpentiers.', 'Ce matin, j’ai vu six poteaux devenir un préau, et les enfants regarder.', 'J’ai compris pourquoi on taille tout à l’atelier avant de monter dehors.'];
const input = (publication: { id: string }, values: Record<string, unknown> = {}) => ({ input: { publicationId: publication.id, network: 'LINKEDIN', text: 'J’y étais, et je le raconte avec mes mots.', ...values } });

const WEEKS = '{ myWeeks { number monday active current } }';

describe('my weeks', () => {
  it('begin with the first active one, and a share taken back leaves no trace', async () => {
    const { clients, publish } = await stage(2);
    const publication = await publish();
    expect((await clients[0]!.ok(WEEKS)).myWeeks).toEqual([]);
    const { share } = (await clients[0]!.ok(OPEN, input(publication))).openShare;
    const [week, ...others] = (await clients[0]!.ok(WEEKS)).myWeeks;
    expect(others).toEqual([]);
    expect(week).toMatchObject({ active: true, current: true });
    expect((await clients[1]!.ok(WEEKS)).myWeeks).toEqual([]);
    await clients[0]!.ok(RETRACT, { id: share.id });
    expect((await clients[0]!.ok(WEEKS)).myWeeks).toEqual([]);
  });

  it('are those of Paris: Sunday at 23:30 belongs to the week that ends, Monday at 00:30 to the next', async () => {
    api.clock.set('2026-10-25T22:30:00Z');
    const { clients, publish } = await stage();
    const publication = await publish();
    await clients[0]!.ok(OPEN, input(publication));
    expect((await clients[0]!.ok(WEEKS)).myWeeks).toEqual([{ number: 43, monday: '2026-10-19', active: true, current: true }]);
    api.clock.set('2026-10-25T23:30:00Z');
    expect((await clients[0]!.ok(WEEKS)).myWeeks).toEqual([
      { number: 43, monday: '2026-10-19', active: true, current: false },
      { number: 44, monday: '2026-10-26', active: false, current: true },
    ]);
  });
});

describe('the share sheet', () => {
  it('proposes another first text to each of two members, in their language first', async () => {
    const { clients, publish } = await stage(2);
    const publication = await publish({ variants: [...TEXTS, { text: 'I was there.', language: 'en', tone: 'FIELD' }] });
    const [first, second] = await Promise.all(clients.map(async (client) => (await client.ok(PREPARE, { id: publication.id })).prepareShare));
    expect(first.initialText).not.toBe(second.initialText);
    for (const { variants } of [first, second]) {
      expect(variants.map(({ variant }: { variant: { text: string } }) => variant.text).sort()).toEqual([...TEXTS, 'I was there.'].sort());
      expect(variants.at(-1).variant.language).toBe('en');
    }
    expect(first).toMatchObject({ disclosure: '#EquipeTest', dailyCap: 5, remainingToday: 5, draft: null, shares: [], mastodonInstance: null });
    expect(first.networks.find(({ network }: { network: string }) => network === 'X')).toEqual({ network: 'X', limit: 280, urlLength: 23, prefillsText: true });
  });

  it('keeps a draft for its author alone, and forgets an empty one', async () => {
    const { clients, publish } = await stage(2);
    const publication = await publish();
    await clients[0]!.ok(DRAFT, { input: { publicationId: publication.id, text: 'À finir ce soir' } });
    const sheet = (client: Client) => client.ok(PREPARE, { id: publication.id });
    expect((await sheet(clients[0]!)).prepareShare).toMatchObject({ draft: { text: 'À finir ce soir' }, initialText: 'À finir ce soir', initialVariantId: null });
    expect((await sheet(clients[1]!)).prepareShare.draft).toBeNull();
    expect(await clients[0]!.ok(DRAFT, { input: { publicationId: publication.id, text: '  ' } })).toEqual({ saveShareDraft: null });
    expect((await sheet(clients[0]!)).prepareShare.draft).toBeNull();
  });
});

describe('opening a share', () => {
  it('gives the composer’s address with the words, the mention and the member’s own link', async () => {
    const { clients, publish } = await stage();
    const publication = await publish({ targetUrl: 'https://exemple.test/preau?page=2#plan' });
    const { openShare } = await clients[0]!.ok(OPEN, input(publication));
    const { shortUrl, share } = openShare;
    expect(shortUrl).toMatch(/^http:\/\/localhost:3000\/r\/[A-Za-z0-9_-]{10}$/);
    expect(openShare.composedText).toBe(`J’y étais, et je le raconte avec mes mots.\n\n#EquipeTest\n\n${shortUrl}`);
    expect(new URL(openShare.intentUrl).searchParams.get('text')).toBe(openShare.composedText);
    expect(share).toMatchObject({ state: 'OPENED', edited: true, publication: { title: 'Un préau levé en une matinée' }, clicks: { valid: 0, raw: 0, people: 0 } });
    expect(share.link).toEqual({ code: shortUrl.slice(-10), shortUrl, targetUrl: 'https://exemple.test/preau?page=2&utm_source=linkedin&utm_medium=ambassador&utm_campaign=nos-metiers-a-voix-haute#plan' });
  });

  it('adds the mention once, wherever the member put it or took it away', async () => {
    const { clients, publish } = await stage();
    const publication = await publish();
    const { openShare } = await clients[0]!.ok(OPEN, input(publication, { network: 'BLUESKY', text: 'Avec #equipetest, et encore #EquipeTest' }));
    expect(openShare.composedText.match(/#EquipeTest/g)).toHaveLength(1);
  });

  it('is one share and one link however often it is opened, another on another network', async () => {
    const { clients, publish } = await stage();
    const publication = await publish();
    const opened = await Promise.all([1, 2, 3, 4].map((n) => clients[0]!.ok(OPEN, input(publication, { text: `Essai numéro ${n}` }))));
    expect(new Set(opened.map(({ openShare }) => openShare.shortUrl)).size).toBe(1);
    expect(new Set(opened.map(({ openShare }) => openShare.share.id)).size).toBe(1);
    const { openShare } = await clients[0]!.ok(OPEN, input(publication, { network: 'WHATSAPP' }));
    expect(openShare.shortUrl).not.toBe(opened[0]!.openShare.shortUrl);
    const { myShares } = await clients[0]!.ok(MINE, { first: 1 });
    expect(myShares.edges.map(({ node }: { node: { network: string } }) => node.network)).toEqual(['WHATSAPP']);
    const next = await clients[0]!.ok(MINE, { first: 1, after: myShares.pageInfo.endCursor });
    expect(next.myShares).toMatchObject({ edges: [{ node: { network: 'LINKEDIN' } }], pageInfo: { hasNextPage: false } });
  });

  it('tells an untouched text from an edited one', async () => {
    const { clients, publish } = await stage();
    const publication = await publish({ variants: [TEXTS[0]!] });
    const { prepareShare } = await clients[0]!.ok(PREPARE, { id: publication.id });
    const variantId = prepareShare.variants[0].variant.id;
    expect((await clients[0]!.ok(OPEN, input(publication, { text: TEXTS[0], variantId }))).openShare.share.edited).toBe(false);
    expect((await clients[0]!.ok(OPEN, input(publication, { text: `Mon avis : ${TEXTS[0]}`, variantId, network: 'COPY' }))).openShare).toMatchObject({ share: { edited: true }, intentUrl: null });
  });

  it('keeps the member’s Mastodon server, and refuses what is none', async () => {
    const { clients, publish } = await stage();
    const publication = await publish();
    expect(await clients[0]!.problems(OPEN, input(publication, { network: 'MASTODON' }))).toEqual(['mastodonInstance:isNotEmpty']);
    expect(await clients[0]!.problems(OPEN, input(publication, { network: 'MASTODON', mastodonInstance: 'https://piaille.fr/@moi' }))).toEqual(['mastodonInstance:isMastodonInstance']);
    await clients[0]!.ok(OPEN, input(publication, { network: 'MASTODON', mastodonInstance: 'Piaille.fr' }));
    const again = await clients[0]!.ok(OPEN, input(publication, { network: 'MASTODON' }));
    expect(again.openShare.intentUrl).toMatch(/^https:\/\/piaille\.fr\/share\?text=/);
    expect((await clients[0]!.ok(PREPARE, { id: publication.id })).prepareShare.mastodonInstance).toBe('piaille.fr');
  });
});

describe('what is refused', () => {
  it('never gives a link to what stays inside', async () => {
    const { organisation, clients, publish } = await stage();
    for (const audience of [Audience.INTERNAL, Audience.INSTRUCTION]) {
      const publication = await publish({ audience });
      expect(await clients[0]!.refused(OPEN, input(publication))).toBe('NOT_SHAREABLE');
      expect(await clients[0]!.refused(PREPARE, { id: publication.id })).toBe('NOT_SHAREABLE');
    }
    expect(await organisation.write(() => api.db.query('select 1 from share_link'))).toEqual([]);
  });

  it('leads to web pages only', async () => {
    const { clients, publish } = await stage();
    for (const targetUrl of [null, 'javascript:alert(1)', 'ftp://exemple.test/a', '/relatif']) {
      expect(await clients[0]!.refused(OPEN, input(await publish({ targetUrl })))).toBe('NOT_SHAREABLE');
    }
  });

  it('refuses an expired publication from its very instant', async () => {
    const { clients, publish } = await stage();
    const now = api.clock.now();
    expect(await clients[0]!.refused(OPEN, input(await publish({ expiresAt: now })))).toBe('EXPIRED');
    await clients[0]!.ok(OPEN, input(await publish({ expiresAt: new Date(now.getTime() + 60_000) })));
  });

  it('says how much too long a text is for its network', async () => {
    const { clients, publish } = await stage();
    const publication = await publish();
    const { errors } = await clients[0]!.gql(OPEN, input(publication, { network: 'X', text: 'é'.repeat(260) }));
    // 260, a blank line, #EquipeTest, a blank line, a link of 23: 298.
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'TEXT_TOO_LONG', params: { network: 'X', limit: 280, length: 298, excess: 18 } });
  });

  it('stops at the cap of the day, in the organisation’s zone, even at once; a share taken back leaves its place', async () => {
    const { clients, publish } = await stage(1, { timeZone: 'Europe/Paris' });
    const [client] = clients as [Client];
    const publications = await Promise.all(Array.from({ length: 9 }, () => publish()));
    const answers = await Promise.all(publications.slice(0, 8).map((publication) => client.gql(OPEN, input(publication))));
    const refusals = answers.flatMap(({ errors }) => errors ?? []);
    expect(refusals.map(({ extensions }) => extensions)).toEqual(Array.from({ length: 3 }, () => ({ code: 'DAILY_CAP', params: { cap: 5, used: 5 } })));
    const made = answers.flatMap(({ data }) => (data ? [data['openShare' as never] as { share: { id: string } }] : []));
    expect(made).toHaveLength(5);
    expect((await client.ok(PREPARE, { id: publications[0]!.id })).prepareShare.remainingToday).toBe(0);
    await client.ok(RETRACT, { id: made[0]!.share.id });
    await client.ok(OPEN, input(publications[8]!));
    expect(await client.refused(OPEN, input(await publish()))).toBe('DAILY_CAP');
  });

  it('starts a new day at midnight in Paris, one that lasts 25 hours in October', async () => {
    api.clock.set('2026-10-24T21:59:59Z');
    const { organisation, members, clients, publish } = await stage(1, { timeZone: 'Europe/Paris' });
    const [client] = clients as [Client];
    const pilot = await organisation.client(Role.PILOT);
    const POLICY = 'mutation ($input: UpdateSharingPolicyInput!) { updateSharingPolicy(input: $input) { dailyCap } }';
    expect(await pilot.problems(POLICY, { input: { dailyCap: 0 } })).toEqual(['dailyCap:min']);
    expect(await client.refused(POLICY, { input: { dailyCap: 50 } })).toBe('FORBIDDEN');
    await pilot.ok(POLICY, { input: { dailyCap: 1 } });
    const publications = await Promise.all([publish(), publish(), publish()]);
    await client.ok(OPEN, input(publications[0]!));
    expect(await client.refused(OPEN, input(publications[1]!))).toBe('DAILY_CAP');
    api.clock.advance(1000);
    await client.ok(OPEN, input(publications[1]!));
    api.clock.set('2026-10-25T09:00:00Z');
    const later = await api.as(members[0]!);
    api.clock.set('2026-10-25T20:59:59Z');
    expect(await later.refused(OPEN, input(publications[2]!))).toBe('DAILY_CAP');
    api.clock.set('2026-10-25T22:59:59.999Z');
    const last = await api.as(members[0]!);
    expect(await last.refused(OPEN, input(publications[2]!))).toBe('DAILY_CAP');
    api.clock.advance(1);
    await last.ok(OPEN, input(publications[2]!));
    api.clock.reset();
  });

  it('never lets two colleagues post the same words, and gives others to start from', async () => {
    const { clients, publish } = await stage(2);
    const publication = await publish({ variants: [{ text: 'I was there too.', language: 'en', tone: 'FIELD' }, ...TEXTS] });
    const [first, second] = clients as [Client, Client];
    await first.ok(OPEN, input(publication, { text: TEXTS[0] }));
    const { errors } = await second.gql(OPEN, input(publication, { text: `${TEXTS[0]!.toUpperCase()} #bravo` }));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'SAME_TEXT', params: { suggestion: TEXTS[1] } });
    const CHECK = 'query ($id: ID!, $text: String!) { shareTextCheck(publicationId: $id, text: $text) { identical similarity suggestion { text } } }';
    expect((await second.ok(CHECK, { id: publication.id, text: TEXTS[0] })).shareTextCheck).toMatchObject({ identical: true, suggestion: { text: TEXTS[1] } });
    expect((await second.ok(PREPARE, { id: publication.id })).prepareShare.variants.map(({ alreadyPosted }: { alreadyPosted: boolean }) => alreadyPosted)).toEqual([false, false, true, false]);
    const near = await second.ok(OPEN, input(publication, { text: `${TEXTS[0]} Je n’ai rien à ajouter.` }));
    expect(near.openShare.similarity).toBeGreaterThanOrEqual(0.8);
    // One's own words, on another network, are nobody else's.
    await first.ok(OPEN, input(publication, { text: TEXTS[0], network: 'FACEBOOK' }));
  });

  it('lets one of two identical texts through when they come together', async () => {
    const { clients, publish } = await stage(4);
    const publication = await publish();
    const answers = await Promise.all(clients.map((client) => client.gql(OPEN, input(publication, { text: TEXTS[0] }))));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').sort()).toEqual(['OK', 'SAME_TEXT', 'SAME_TEXT', 'SAME_TEXT']);
  });

  it('shows passages that three colleagues kept, and nobody’s name', async () => {
    const { clients, publish } = await stage(4);
    const publication = await publish({ variants: [TEXTS[0]!] });
    for (const [index, client] of clients.slice(0, 3).entries()) await client.ok(OPEN, input(publication, { text: `${TEXTS[0]} Voici mon avis, le numéro ${index} de la liste.` }));
    const { prepareShare } = await clients[3]!.ok(PREPARE, { id: publication.id });
    expect(prepareShare.variants[0].sharedPassages).toEqual([{ passage: TEXTS[0], colleagues: 3 }]);
  });
});

describe('declaring', () => {
  it('declares once, takes back, declares again', async () => {
    const { clients, publish } = await stage();
    const { openShare } = await clients[0]!.ok(OPEN, input(await publish()));
    const { id } = openShare.share;
    const first = await clients[0]!.ok(DECLARE, { id });
    expect(first.declareShare.state).toBe('DECLARED');
    expect(await clients[0]!.ok(DECLARE, { id })).toEqual(first);
    expect((await clients[0]!.ok(RETRACT, { id })).retractShare).toMatchObject({ state: 'OPENED', declaredAt: null, retractedAt: expect.any(String) });
    expect((await clients[0]!.ok(DECLARE, { id })).declareShare.state).toBe('DECLARED');
  });
});

describe('who may', () => {
  it('is for members: not for other roles, nor for an ambassador who left, nor without signing in', async () => {
    const { organisation, publish } = await stage();
    const publication = await publish();
    expect(await api.anonymous.refused(OPEN, input(publication))).toBe('UNAUTHENTICATED');
    expect(await (await organisation.client(Role.PILOT)).refused(OPEN, input(publication))).toBe('FORBIDDEN');
    const outside = await organisation.client(Role.AMBASSADOR);
    expect(await outside.refused(OPEN, input(publication))).toBe('NOT_A_MEMBER');
    expect(await outside.refused(PREPARE, { id: publication.id })).toBe('NOT_A_MEMBER');
  });

  it('answers NOT_FOUND for a colleague’s share and for another organisation’s, as for a random id', async () => {
    const { clients, publish } = await stage(2);
    const publication = await publish();
    const elsewhere = (await stage()).clients[0]!;
    const { openShare } = await clients[0]!.ok(OPEN, input(publication));
    for (const id of [openShare.share.id, '01890000-0000-7000-8000-000000000000']) {
      for (const client of [clients[1]!, elsewhere]) {
        expect(await client.refused(DECLARE, { id })).toBe('NOT_FOUND');
        expect(await client.refused(RETRACT, { id })).toBe('NOT_FOUND');
        expect(await client.refused('query ($id: ID!) { myShare(id: $id) { text } }', { id })).toBe('NOT_FOUND');
      }
    }
    expect(await elsewhere.refused(OPEN, input(publication))).toBe('NOT_FOUND');
    expect(await elsewhere.refused(PREPARE, { id: publication.id })).toBe('NOT_FOUND');
    expect(await elsewhere.refused(DRAFT, { input: { publicationId: publication.id, text: 'x' } })).toBe('NOT_FOUND');
  });

  it('names the field and the rule of a bad input', async () => {
    const { clients } = await stage();
    expect(await clients[0]!.problems(OPEN, input({ id: 'rien' }, { text: 'a'.repeat(63_207), variantId: 'rien' }))).toEqual(['publicationId:isUuid', 'text:maxLength', 'variantId:isUuid']);
    expect((await clients[0]!.ok('{ myResults { shares weekShares clicks { valid raw } lastShare { id } } }')).myResults).toEqual({ shares: 0, weekShares: 0, clicks: { valid: 0, raw: 0 }, lastShare: null });
  });
});
