import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type TestApi } from '@portevoix/testing';
import { DRAFT, input, MINE, OPEN, PREPARE, stage, TEXTS } from '../stage.testing';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('the share sheet', () => {
  it('proposes another first text to each of two members, in their language first', async () => {
    const { clients, publish } = await stage(api, 2);
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
    const { clients, publish } = await stage(api, 2);
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
    const { clients, publish } = await stage(api);
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
    const { clients, publish } = await stage(api);
    const publication = await publish();
    const { openShare } = await clients[0]!.ok(OPEN, input(publication, { network: 'BLUESKY', text: 'Avec #equipetest, et encore #EquipeTest' }));
    expect(openShare.composedText.match(/#EquipeTest/g)).toHaveLength(1);
  });

  it('is one share and one link however often it is opened, another on another network', async () => {
    const { clients, publish } = await stage(api);
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
    const { clients, publish } = await stage(api);
    const publication = await publish({ variants: [TEXTS[0]!] });
    const { prepareShare } = await clients[0]!.ok(PREPARE, { id: publication.id });
    const variantId = prepareShare.variants[0].variant.id;
    expect((await clients[0]!.ok(OPEN, input(publication, { text: TEXTS[0], variantId }))).openShare.share.edited).toBe(false);
    expect((await clients[0]!.ok(OPEN, input(publication, { text: `Mon avis : ${TEXTS[0]}`, variantId, network: 'COPY' }))).openShare).toMatchObject({ share: { edited: true }, intentUrl: null });
  });

  it('keeps the member’s Mastodon server, and refuses what is none', async () => {
    const { clients, publish } = await stage(api);
    const publication = await publish();
    expect(await clients[0]!.problems(OPEN, input(publication, { network: 'MASTODON' }))).toEqual(['mastodonInstance:isNotEmpty']);
    expect(await clients[0]!.problems(OPEN, input(publication, { network: 'MASTODON', mastodonInstance: 'https://piaille.fr/@moi' }))).toEqual(['mastodonInstance:isMastodonInstance']);
    await clients[0]!.ok(OPEN, input(publication, { network: 'MASTODON', mastodonInstance: 'Piaille.fr' }));
    const again = await clients[0]!.ok(OPEN, input(publication, { network: 'MASTODON' }));
    expect(again.openShare.intentUrl).toMatch(/^https:\/\/piaille\.fr\/share\?text=/);
    expect((await clients[0]!.ok(PREPARE, { id: publication.id })).prepareShare.mastodonInstance).toBe('piaille.fr');
  });
});
