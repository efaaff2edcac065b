import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Audience } from '@portevoix/content/shared';
import { Role } from '@portevoix/identity/shared';
import { startApi, type Client, type TestApi } from '@portevoix/testing';
import { DECLARE, DRAFT, input, OPEN, PREPARE, RETRACT, stage, TEXTS } from './stage.testing';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('what is refused', () => {
  it('never gives a link to what stays inside', async () => {
    const { organisation, clients, publish } = await stage(api);
    for (const audience of [Audience.INTERNAL, Audience.INSTRUCTION]) {
      const publication = await publish({ audience });
      expect(await clients[0]!.refused(OPEN, input(publication))).toBe('NOT_SHAREABLE');
      expect(await clients[0]!.refused(PREPARE, { id: publication.id })).toBe('NOT_SHAREABLE');
    }
    expect(await organisation.write(() => api.db.query('select 1 from share_link'))).toEqual([]);
  });

  it('leads to web pages only', async () => {
    const { clients, publish } = await stage(api);
    for (const targetUrl of [null, 'javascript:alert(1)', 'ftp://exemple.test/a', '/relatif']) {
      expect(await clients[0]!.refused(OPEN, input(await publish({ targetUrl })))).toBe('NOT_SHAREABLE');
    }
  });

  it('refuses an expired publication from its very instant', async () => {
    const { clients, publish } = await stage(api);
    const now = api.clock.now();
    expect(await clients[0]!.refused(OPEN, input(await publish({ expiresAt: now })))).toBe('EXPIRED');
    await clients[0]!.ok(OPEN, input(await publish({ expiresAt: new Date(now.getTime() + 60_000) })));
  });

  it('says how much too long a text is for its network', async () => {
    const { clients, publish } = await stage(api);
    const publication = await publish();
    const { errors } = await clients[0]!.gql(OPEN, input(publication, { network: 'X', text: 'é'.repeat(260) }));
    // 260, a blank line, #EquipeTest, a blank line, a link of 23: 298.
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'TEXT_TOO_LONG', params: { network: 'X', limit: 280, length: 298, excess: 18 } });
  });

  it('stops at the cap of the day, in the organisation’s zone, even at once; a share taken back leaves its place', async () => {
    const { clients, publish } = await stage(api, 1, { timeZone: 'Europe/Paris' });
    const [client] = clients as [Client];
    const publications = await Promise.all(Array.from({ length: 9 }, () => publish()));
    const answers = await Promise.all(publications.slice(0, 8).map((publication) => client.gql(OPEN, input(publication))));
    const refusals = answers.flatMap(({ errors }) => errors ?? []);
    expect(refusals.map(({ extensions }) => extensions)).toEqual(Array.from({ length: 3 }, () => ({ code: 'DAILY_CAP', params: { cap: 5, used: 5 }, final: true })));
    const made = answers.flatMap(({ data }) => (data ? [data['openShare' as never] as { share: { id: string } }] : []));
    expect(made).toHaveLength(5);
    expect((await client.ok(PREPARE, { id: publications[0]!.id })).prepareShare.remainingToday).toBe(0);
    await client.ok(RETRACT, { id: made[0]!.share.id });
    await client.ok(OPEN, input(publications[8]!));
    expect(await client.refused(OPEN, input(await publish()))).toBe('DAILY_CAP');
  });

  it('starts a new day at midnight in Paris, one that lasts 25 hours in October', async () => {
    api.clock.set('2026-10-24T21:59:59Z');
    const { organisation, members, clients, publish } = await stage(api, 1, { timeZone: 'Europe/Paris' });
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
    const { clients, publish } = await stage(api, 2);
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
    const { clients, publish } = await stage(api, 4);
    const publication = await publish();
    const answers = await Promise.all(clients.map((client) => client.gql(OPEN, input(publication, { text: TEXTS[0] }))));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').sort()).toEqual(['OK', 'SAME_TEXT', 'SAME_TEXT', 'SAME_TEXT']);
  });

  it('shows passages that three colleagues kept, and nobody’s name', async () => {
    const { clients, publish } = await stage(api, 4);
    const publication = await publish({ variants: [TEXTS[0]!] });
    for (const [index, client] of clients.slice(0, 3).entries()) await client.ok(OPEN, input(publication, { text: `${TEXTS[0]} Voici mon avis, le numéro ${index} de la liste.` }));
    const { prepareShare } = await clients[3]!.ok(PREPARE, { id: publication.id });
    expect(prepareShare.variants[0].sharedPassages).toEqual([{ passage: TEXTS[0], colleagues: 3 }]);
  });
});

describe('who may', () => {
  it('is for members: not for other roles, nor for an ambassador who left, nor without signing in', async () => {
    const { organisation, publish } = await stage(api);
    const publication = await publish();
    expect(await api.anonymous.refused(OPEN, input(publication))).toBe('UNAUTHENTICATED');
    expect(await (await organisation.client(Role.PILOT)).refused(OPEN, input(publication))).toBe('FORBIDDEN');
    const outside = await organisation.client(Role.AMBASSADOR);
    expect(await outside.refused(OPEN, input(publication))).toBe('NOT_A_MEMBER');
    expect(await outside.refused(PREPARE, { id: publication.id })).toBe('NOT_A_MEMBER');
  });

  it('answers NOT_FOUND for a colleague’s share and for another organisation’s, as for a random id', async () => {
    const { clients, publish } = await stage(api, 2);
    const publication = await publish();
    const elsewhere = (await stage(api)).clients[0]!;
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
    const { clients } = await stage(api);
    expect(await clients[0]!.problems(OPEN, input({ id: 'rien' }, { text: 'a'.repeat(63_207), variantId: 'rien' }))).toEqual(['publicationId:isUuid', 'text:maxLength', 'variantId:isUuid']);
    expect((await clients[0]!.ok('{ myResults { shares weekShares clicks { valid raw } lastShare { id } } }')).myResults).toEqual({ shares: 0, weekShares: 0, clicks: { valid: 0, raw: 0 }, lastShare: null });
  });
});
