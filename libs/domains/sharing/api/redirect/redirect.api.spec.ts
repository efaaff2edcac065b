import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { contentFactory } from '@portevoix/content/api';
import { Role } from '@portevoix/identity/shared';
import { Config, Events, rolePool } from '@portevoix/platform';
import { programmesFactory } from '@portevoix/programmes/api';
import { startApi, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { ClickCounting } from '../clicks/click-count.service';
import { ownMark } from '../clicks/own-mark';
import type { ShareLink } from '../clicks/link.entity';
import { clickCounted } from '../sharing.events';
import { sharingFactory } from '../sharing.factory';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
const LINKEDIN = 'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)';

let api: TestApi;
const files = mkdtempSync(join(tmpdir(), 'portevoix-redirect-'));

beforeAll(async () => {
  api = await startApi({ FILES_DIR: files, TRUST_PROXY: '127.0.0.1' });
});
afterAll(async () => {
  await api.close();
  rmSync(files, { recursive: true });
});
beforeEach(() => api.clock.reset());

interface Posted {
  organisation: TestOrganisation;
  link: ShareLink;
}

async function posted(values: Partial<ShareLink> = {}): Promise<Posted> {
  const organisation = await api.organisation();
  const [person] = await organisation.people(1, Role.AMBASSADOR);
  const at = api.clock.now();
  const { link } = await organisation.write(async () => {
    const programme = await programmesFactory.programme(api.db, at);
    const publication = await contentFactory.publication(api.db, { at, authorId: person!.id, programmeId: programme.id });
    return sharingFactory.share(api.db, at, { personId: person!.id, publicationId: publication.id }, values);
  });
  return { organisation, link };
}

const visit = (code: string, headers: Record<string, string> = {}, method = 'GET') => fetch(`${api.url}/r/${code}`, { method, redirect: 'manual', headers: { 'user-agent': FIREFOX, 'accept-language': 'fr', ...headers } });

/** A path as it stands, which no client has made right. */
const rawGet = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nuser-agent: ${FIREFOX}\r\nx-forwarded-for: 192.0.2.1\r\nconnection: close\r\n\r\n`));
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

interface Row {
  valid: boolean;
  reason: string;
  referrer_host: string | null;
}
const clicksOf = ({ organisation, link }: Posted) => organisation.write(() => api.db.query<Row>('select valid, reason, referrer_host from click where link_id = $1 order by at, id', [link.id]));
const reasons = async (from: Posted) => (await clicksOf(from)).map(({ reason }) => reason).sort();

describe('a short link', () => {
  it('counts one person, not the crawler and not the check that networks send after a post', async () => {
    const from = await posted();
    const human = await visit(from.link.code, { referer: 'https://www.linkedin.com/feed/update/urn:li:activity:7' });
    expect([human.status, human.headers.get('location'), human.headers.get('cache-control')]).toEqual([302, from.link.targetUrl, 'private, no-store']);
    expect((await visit(from.link.code, { 'user-agent': LINKEDIN })).status).toBe(200);
    expect((await visit(from.link.code, {}, 'HEAD')).status).toBe(302);
    expect(await reasons(from)).toEqual(['BOT', 'HEAD', 'VALID']);
    expect((await clicksOf(from)).find(({ valid }) => valid)?.referrer_host).toBe('www.linkedin.com');
  });

  it('gives a crawler the card, escaped, and a redirect to everybody else', async () => {
    const from = await posted({ ogTitle: 'Un « préau » <script>alert(1)</script>', ogDescription: '"Quatre" & cinq', ogImage: 'https://exemple.test/a.jpg' });
    for (const agent of [LINKEDIN, 'facebookexternalhit/1.1', 'Twitterbot/1.0', 'Slackbot-LinkExpanding 1.0', 'WhatsApp/2.24', 'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1)', 'http.rb/5.1 (Mastodon/4.3; +https://piaille.fr/)']) {
      const answer = await visit(from.link.code, { 'user-agent': agent });
      const html = await answer.text();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(html).toContain('<meta property="og:title" content="Un « préau » &lt;script&gt;alert(1)&lt;/script&gt;">');
      expect(html).toContain('content="&quot;Quatre&quot; &amp; cinq"');
      expect(html).toContain(`<meta property="og:url" content="http://localhost:3000/r/${from.link.code}">`);
      expect(html).not.toContain('<script>');
    }
    expect((await clicksOf(from)).filter(({ valid }) => valid)).toEqual([]);
  });

  it('counts a visitor once an hour, the hour of the clock', async () => {
    const from = await posted();
    api.clock.set('2026-03-10T09:59:59Z');
    await Promise.all(Array.from({ length: 20 }, () => visit(from.link.code)));
    expect((await clicksOf(from)).filter(({ valid }) => valid)).toHaveLength(1);
    expect((await reasons(from)).filter((reason) => reason === 'DUPLICATE')).toHaveLength(19);
    api.clock.advance(1000);
    await visit(from.link.code);
    expect((await clicksOf(from)).filter(({ valid }) => valid)).toHaveLength(2);
    await visit(from.link.code, { 'x-forwarded-for': '203.0.113.9' });
    expect((await clicksOf(from)).filter(({ valid }) => valid)).toHaveLength(3);
  });

  it('loses none of 200 that come together, over three links', async () => {
    const links = await Promise.all([posted(), posted(), posted()]);
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => visit(links[i % 3]!.link.code, { 'x-forwarded-for': `198.51.100.${i}` })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
    const counts = await Promise.all(links.map(async (from) => (await clicksOf(from)).filter(({ valid }) => valid).length));
    expect(counts).toEqual([67, 67, 66]);
  });

  it('keeps, and does not count, what is fetched ahead and what its own member follows', async () => {
    const from = await posted();
    await visit(from.link.code, { 'sec-purpose': 'prefetch;prerender' });
    await visit(from.link.code, { 'x-moz': 'prefetch' });
    await visit(from.link.code, { 'user-agent': '' });
    await visit(from.link.code, { 'user-agent': 'curl/8.9.1' });
    await visit(from.link.code, { cookie: `autre=1; portevoix_own=${ownMark(new Config().PORTEVOIX_SECRET, from.link.personId)}` });
    await visit(from.link.code, { cookie: 'portevoix_own=autre' });
    expect(await reasons(from)).toEqual(['BOT', 'BOT', 'OWN', 'PREFETCH', 'PREFETCH', 'VALID']);
  });

  it('keeps neither address nor browser of a visitor', async () => {
    const from = await posted();
    await visit(from.link.code, { 'x-forwarded-for': '203.0.113.77' });
    const [row] = await from.organisation.write(() => api.db.query<{ whole: string }>('select row_to_json(click)::text as whole from click where link_id = $1', [from.link.id]));
    expect(row!.whole).not.toMatch(/203\.0\.113|Firefox|Mozilla/);
    expect(row!.whole).toMatch(/"visitor_hash":"[\w-]{22}"/);
  });
});

describe('what is no link', () => {
  it('answers the same small page for an unknown code, a withdrawn one and any other path', async () => {
    const withdrawn = await posted({ disabled: true });
    const bodies = new Set<string>();
    for (const code of ['aaaaaaaaaa', withdrawn.link.code, 'https:%2F%2Fevil.test', '%2F%2Fevil.test', '%0d%0aLocation:%20https:%2F%2Fevil.test', '..%2Fgraphql', 'x'.repeat(100), '%F0%9F%92%A9']) {
      const answer = await visit(code);
      expect([code, answer.status, answer.headers.get('location')]).toEqual([code, 404, null]);
      bodies.add(await answer.text());
    }
    expect(bodies.size).toBe(1);
    expect(await clicksOf(withdrawn)).toEqual([]);
  });

  it('reads the destination from the database only, and only the web', async () => {
    const from = await posted({ targetUrl: 'https://exemple.test/chemin?utm_source=linkedin' });
    expect((await fetch(`${api.url}/r/${from.link.code}?url=https://evil.test&to=//evil.test`, { redirect: 'manual' })).headers.get('location')).toBe(from.link.targetUrl);
    expect((await visit((await posted({ targetUrl: 'javascript:alert(1)' })).link.code)).status).toBe(404);
    expect((await visit((await posted({ targetUrl: 'https://exemple.test/préau\r\nx: y' })).link.code)).headers.get('location')).toBe('https://exemple.test/pr%C3%A9aux:%20y');
  });

  it('leads to no address that a request carries: a 302 goes to the stored one, everything else nowhere', async () => {
    const from = await posted({ targetUrl: 'https://exemple.test/chemin' });
    const { code } = from.link;
    const payloads = [
      '//evil.test', '/\\evil.test', '///evil.test', 'https://evil.test', 'https:evil.test', '%68ttps://evil.test', '//evil%E3%80%82test', '/%2e%2e//evil.test', '@evil.test', '.evil.test', ';@evil.test', '?next=//evil.test', '?url=https://evil.test', '#@evil.test', '%00//evil.test',
      '%0d%0aLocation:%20https://evil.test', '%0D%0ASet-Cookie:%20a=b', '%0a%0d%0a<script>', '%E5%98%8A%E5%98%8DLocation:evil.test', '%23%0aLocation:evil.test', 'javascript:alert(1)', 'data:text/html,x', '%09//evil.test', '\u2028//evil.test',
    ];
    for (const payload of payloads) {
      for (const path of [`/r/${payload}`, `/r/${code}${payload}`, `/r/${payload}/${code}`]) {
        const answer = await rawGet(path);
        const location = /\r\nlocation: ([^\r]*)/i.exec(answer)?.[1] ?? null;
        const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
        expect([path, status === 302 ? location : null]).toEqual([path, status === 302 ? from.link.targetUrl : null]);
        expect([path, [302, 400, 404].includes(status), /set-cookie|<script/i.test(answer)]).toEqual([path, true, false]);
      }
    }
  });

  it('answers alike about a code that never was, one withdrawn, and one whose organisation is another’s', async () => {
    const [mine, theirs] = [await posted({ disabled: true }), await posted({ disabled: true })];
    const member = await mine.organisation.client(Role.PILOT);
    const shown = async (code: string, of: { fetch(path: string, init?: RequestInit): Promise<Response> }) => {
      const answer = await of.fetch(`/r/${code}`, { headers: { 'user-agent': FIREFOX } });
      return [answer.status, [...answer.headers].filter(([name]) => name !== 'date'), await answer.text()];
    };
    const unknown = await shown('0123456789', api.anonymous);
    for (const code of [mine.link.code, theirs.link.code]) for (const who of [api.anonymous, member]) expect(await shown(code, who)).toEqual(unknown);
    expect(await shown('0123456789', member)).toEqual(unknown);
    // The public link of another organisation leads whoever follows it, and tells no more to its own people.
    const open = await posted();
    expect(await shown(open.link.code, member)).toEqual(await shown(open.link.code, api.anonymous));
  });

  it('makes whoever guesses codes wait, and nobody else', async () => {
    const from = await posted();
    api.clock.set('2026-03-10T10:00:00Z');
    const guess = (n: number) => visit(`guess${String(n).padStart(5, '0')}`, { 'x-forwarded-for': '192.0.2.66' });
    const statuses: number[] = [];
    for (let n = 0; n < 70; n += 1) statuses.push((await guess(n)).status);
    expect([statuses.filter((status) => status === 404).length, statuses.at(-1)]).toEqual([60, 429]);
    expect((await visit(from.link.code, { 'x-forwarded-for': '192.0.2.67' })).status).toBe(302);
  });
});

describe('the redirect’s own database role', () => {
  it('reads links and writes clicks, and can do nothing else', async () => {
    const from = await posted();
    const pool = rolePool(api.databaseUrl, 'portevoix_redirect', () => undefined);
    try {
      expect((await pool.query('select code from share_link where id = $1', [from.link.id])).rows).toEqual([{ code: from.link.code }]);
      for (const statement of ['select text from share', 'select visitor_hash from click', 'select * from click_pending', 'select 1 from person', 'select 1 from publication', 'select 1 from session', 'update share_link set disabled = true', 'delete from click', 'update click set valid = true']) {
        expect([statement, await pool.query(statement).then(() => 'allowed', (error: { code: string }) => error.code)]).toEqual([statement, '42501']);
      }
    } finally {
      await pool.end();
    }
  });
});

describe('counting', () => {
  const state = ({ organisation, link }: Posted) => organisation.write(async () => (await api.db.query<{ state: string; clicked_at: Date | null }>('select state, clicked_at from share where id = $1', [link.shareId]))[0]);

  it('tells each valid click once, whoever counts at the same time, and marks the share as posted', async () => {
    const from = await posted();
    const published = jest.spyOn(api.app.get(Events), 'publishAll');
    await Promise.all(Array.from({ length: 30 }, (_, i) => visit(from.link.code, { 'x-forwarded-for': `198.51.100.${i}` })));
    await visit(from.link.code, { 'user-agent': LINKEDIN });
    await Promise.all([1, 2, 3].map(() => api.worker.runCron('sharing.count-clicks')));
    await api.worker.runCron('sharing.count-clicks');
    const told = published.mock.calls.filter(([event]) => event.name === clickCounted.name).flatMap(([, payloads]) => payloads as { clickId: string; shareId: string }[]);
    const own = told.filter(({ shareId }) => shareId === from.link.shareId);
    expect([own.length, new Set(own.map(({ clickId }) => clickId)).size]).toEqual([30, 30]);
    expect(own[0]).toMatchObject({ personId: from.link.personId, publicationId: from.link.publicationId, network: 'LINKEDIN', at: expect.stringMatching(/Z$/) });
    expect(await state(from)).toMatchObject({ state: 'CLICKED', clicked_at: expect.any(Date) });
    expect(await from.organisation.write(() => api.db.query('select 1 from click_pending'))).toEqual([]);
    published.mockRestore();
  });

  it('counts by itself soon after the click, where the worker runs', async () => {
    const from = await posted();
    api.app.get(ClickCounting).listen();
    await visit(from.link.code);
    const until = Date.now() + 10_000;
    while ((await state(from))?.state !== 'CLICKED' && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await state(from))?.state).toBe('CLICKED');
  });

  it('shows the member raw and valid side by side, and refuses to take a clicked share back', async () => {
    const from = await posted();
    await Promise.all([visit(from.link.code), visit(from.link.code, { 'user-agent': LINKEDIN }), visit(from.link.code, {}, 'HEAD')]);
    await api.worker.runCron('sharing.count-clicks');
    const [person] = await from.organisation.write(() => api.db.query<{ id: string; organisationId: string }>('select id, organisation_id as "organisationId" from person where id = $1', [from.link.personId]));
    const member = await api.as(person as never);
    const { myResults, myShares } = await member.ok('{ myResults { shares weekShares clicks { valid raw people } lastShare { state clicks { valid raw } } } myShares { edges { node { link { shortUrl qr } } } } }');
    expect(myResults).toEqual({ shares: 1, weekShares: 1, clicks: { valid: 1, raw: 3, people: 1 }, lastShare: { state: 'CLICKED', clicks: { valid: 1, raw: 3 } } });
    expect(myShares.edges[0].node.link).toEqual({ shortUrl: `http://localhost:3000/r/${from.link.code}`, qr: expect.stringContaining('<svg') });
    expect(await member.refused('mutation ($id: ID!) { retractShare(id: $id) { id } }', { id: from.link.shareId })).toBe('SHARE_CLICKED');
  });

  it('leads nowhere once its publication is made internal, and to the new page once it is shareable again', async () => {
    const from = await posted();
    const editor = await from.organisation.client(Role.EDITOR);
    const EDIT = 'mutation ($input: UpdatePublicationInput!) { updatePublication(input: $input) { id } }';
    const becomes = async (status: number) => {
      for (const until = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
        const answer = await visit(from.link.code);
        if (answer.status === status || Date.now() > until) return answer;
      }
    };
    expect((await visit(from.link.code)).status).toBe(302);
    await editor.ok(EDIT, { input: { id: from.link.publicationId, audience: 'INTERNAL' } });
    await api.drain();
    expect((await becomes(404)).status).toBe(404);
    expect((await visit(from.link.code, { 'user-agent': LINKEDIN })).status).toBe(404);
    await editor.ok(EDIT, { input: { id: from.link.publicationId, audience: 'SHAREABLE', targetUrl: 'https://exemple.test/autre' } });
    await api.drain();
    expect((await becomes(302)).headers.get('location')).toBe('https://exemple.test/autre?utm_source=linkedin&utm_medium=ambassador&utm_campaign=programme');
  });

  it('hears at once of a link taken back', async () => {
    const from = await posted();
    expect((await visit(from.link.code)).status).toBe(302);
    await from.organisation.write(async () => {
      await api.db.query('update share_link set disabled = true where id = $1', [from.link.id]);
      await api.db.query('select pg_notify($1, $2)', ['portevoix_links', from.link.code]);
    });
    const until = Date.now() + 5000;
    let status = 302;
    while (status === 302 && Date.now() < until) status = (await visit(from.link.code)).status;
    expect(status).toBe(404);
  });
});
