import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { programmesFactory } from '@portevoix/programmes/api';
import { startApi, type Client, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { contentFactory } from '../content.factory';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A web site of this process: paths answer what a test says, and every request is kept. */
class Site {
  readonly seen: { path: string; etag?: string }[] = [];
  private readonly paths = new Map<string, Answer>();

  private constructor(private readonly server: Server) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.seen.push({ path: request.url ?? '', ...(request.headers['if-none-match'] ? { etag: request.headers['if-none-match'] } : {}) });
      const answer = this.paths.get(new URL(request.url ?? '/', this.url).pathname);
      if (answer) answer(request, response);
      else response.writeHead(404).end();
    });
  }

  static async open(): Promise<Site> {
    const site = new Site(createServer());
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get port(): number {
    return (this.server.address() as { port: number }).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  on(path: string, answer: Answer): void {
    this.paths.set(path, answer);
  }

  serve(path: string, contentType: string, body: string): void {
    this.on(path, (_, response) => response.writeHead(200, { 'content-type': contentType }).end(body));
  }

  /** Requests for a path: sources of the tests before have their turn too. */
  to(path: string): { path: string; etag?: string }[] {
    return this.seen.filter((request) => request.path === path);
  }

  clear(): void {
    this.paths.clear();
    this.seen.length = 0;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const rss = (...items: [path: string, title: string][]) => `<?xml version="1.0"?><rss version="2.0"><channel><title>Le Fil du bois</title><link>${site.url}/</link>
${items.map(([path, title]) => `<item><title>${title}</title><link>${site.url}${path}</link><guid>${path}</guid><description>Un résumé. Et une suite.</description><pubDate>Mon, 16 Nov 2026 10:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`;
const atom = (...items: [path: string, title: string][]) => `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Territoires</title><id>urn:t</id><updated>2026-11-16T10:00:00Z</updated>
${items.map(([path, title]) => `<entry><title>${title}</title><id>urn:${path}</id><link href="${site.url}${path}"/><updated>2026-11-16T10:00:00Z</updated><summary>Résumé</summary></entry>`).join('')}</feed>`;
const json = (...items: [path: string, title: string][]) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Carnet', items: items.map(([path, title]) => ({ id: path, url: `${site.url}${path}`, title, content_text: 'Résumé' })) });

let site: Site;
let api: TestApi;
beforeAll(async () => {
  site = await Site.open();
  api = await startApi({ OUTBOUND_ALLOW: `127.0.0.1:${site.port}` });
});
beforeEach(() => {
  site.clear();
  api.clock.reset();
});
afterAll(async () => {
  await api.close();
  await site.close();
});

const ADD = 'mutation ($input: AddSourceInput!) { addSource(input: $input) { id status title } }';
const SOURCE = 'query ($id: ID!) { source(id: $id) { kind url title status failureCode failureStatus failures itemsSeen lastFetchedAt nextFetchAt } }';
const CANDIDATES = 'query ($status: CandidateStatus) { candidates(first: 100, status: $status) { edges { node { id title status url siteName summary imageUrl source { title } } } } candidateCount }';

interface Queue {
  candidates: { edges: { node: { id: string; title: string; status: string } }[] };
  candidateCount: number;
}
const titles = (queue: Queue) => queue.candidates.edges.map(({ node }) => node.title).sort();

async function newsroom(): Promise<{ organisation: TestOrganisation; client: Client }> {
  const organisation = await api.organisation();
  await organisation.write(() => programmesFactory.programme(api.db, api.clock.now()));
  return { organisation, client: await organisation.client(Role.EDITOR) };
}

async function plugged(client: Client, path: string, more: object = {}): Promise<string> {
  const { addSource } = await client.ok(ADD, { input: { url: `${site.url}${path}`, ...more } });
  await api.drain();
  return addSource.id;
}

describe('a source', () => {
  it.each([
    ['RSS', 'application/rss+xml', rss, 'Le Fil du bois'],
    ['ATOM', 'application/atom+xml', atom, 'Territoires'],
    ['JSON_FEED', 'application/feed+json', json, 'Carnet'],
  ] as const)('of kind %s is told from what it answers, and gives candidates', async (kind, type, feed, title) => {
    const { client } = await newsroom();
    site.serve('/feed', type, feed(['/a', 'Un'], ['/b', 'Deux']));
    const { addSource } = await client.ok(ADD, { input: { url: `${site.url}/feed` } });
    expect(addSource.status).toBe('CHECKING');
    await api.drain();
    expect((await client.ok(SOURCE, { id: addSource.id })).source).toMatchObject({ kind, title, status: 'OK', failureCode: null, itemsSeen: 2 });
    const queue = await client.ok<Queue>(CANDIDATES);
    expect(titles(queue)).toEqual(['Deux', 'Un']);
    expect(queue).toMatchObject({ candidateCount: 2, candidates: { edges: [{ node: { status: 'NEW', siteName: title, source: { title } } }, {}] } });
  });

  it('is asked again at its turn, conditionally; what is known comes once, whatever source names it', async () => {
    api.clock.set('2026-11-23T08:00:00Z');
    const { client } = await newsroom();
    let items: [string, string][] = [['/a', 'Un']];
    site.on('/turn', (request, response) => {
      const etag = `"${items.length}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
      else response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(rss(...items));
    });
    const id = await plugged(client, '/turn', { intervalMinutes: 60 });
    await api.worker.runCron('content.fetch-due');
    await api.drain();
    api.clock.advance(70 * 60_000);
    await api.worker.runCron('content.fetch-due');
    await api.drain();
    expect(site.to('/turn')).toEqual([{ path: '/turn' }, { path: '/turn', etag: '"1"' }]);
    expect((await client.ok(SOURCE, { id })).source).toMatchObject({ status: 'OK', itemsSeen: 1, lastFetchedAt: '2026-11-23T09:10:00.000Z' });
    items = [['/b', 'Deux'], ['/a?utm_source=fil', 'Un, encore']];
    api.clock.advance(70 * 60_000);
    await api.worker.runCron('content.fetch-due');
    await api.drain();
    site.serve('/other', 'application/feed+json', json(['/b', 'Le même'], ['/c', 'Trois']));
    await plugged(client, '/other');
    expect(titles(await client.ok<Queue>(CANDIDATES))).toEqual(['Deux', 'Trois', 'Un']);
  });

  it('that fails says why, waits longer each time, and recovers', async () => {
    api.clock.set('2026-11-23T08:00:00Z');
    const { client } = await newsroom();
    site.on('/feed', (_, response) => response.writeHead(503, { 'retry-after': '10800' }).end());
    const id = await plugged(client, '/feed', { intervalMinutes: 60 });
    const first = (await client.ok(SOURCE, { id })).source;
    expect(first).toMatchObject({ status: 'FAILING', failureCode: 'OUTBOUND_STATUS', failureStatus: 503, failures: 1 });
    expect(new Date(first.nextFetchAt).getTime()).toBeGreaterThanOrEqual(Date.parse('2026-11-23T11:00:00Z'));
    site.serve('/feed', 'application/rss+xml', '<rss version="2.0"><channel>');
    await client.ok('mutation ($id: ID!) { refreshSource(id: $id) { id } }', { id });
    await api.drain();
    expect((await client.ok(SOURCE, { id })).source).toMatchObject({ status: 'FAILING', failures: 2, failureStatus: null });
    site.serve('/feed', 'application/rss+xml', rss(['/a', 'Un']));
    api.clock.advance(6 * 3_600_000);
    await api.worker.runCron('content.fetch-due');
    await api.drain();
    expect((await client.ok(SOURCE, { id })).source).toMatchObject({ status: 'OK', failures: 0, failureCode: null, itemsSeen: 1 });
  });

  it('given as a page leads to the feed that the page announces', async () => {
    const { client } = await newsroom();
    site.serve('/', 'text/html', '<!doctype html><head><title>Le site</title><link rel="alternate" type="application/rss+xml" href="/feed"></head><body></body>');
    site.serve('/feed', 'application/rss+xml', rss(['/a', 'Un']));
    const id = await plugged(client, '/');
    expect((await client.ok(SOURCE, { id })).source).toMatchObject({ url: `${site.url}/feed`, kind: 'RSS', status: 'OK' });
    const twin = await plugged(client, '/');
    expect((await client.ok(SOURCE, { id: twin })).source).toMatchObject({ status: 'FAILING', failureCode: 'SOURCE_DUPLICATE' });
  });

  it('that leads nowhere, or into the house, fails without a request', async () => {
    const { client } = await newsroom();
    for (const [url, code] of [['http://127.0.0.1:1/feed', 'OUTBOUND_BAD_PORT'], ['http://169.254.169.254/latest', 'OUTBOUND_REFUSED_ADDRESS']] as const) {
      const { addSource } = await client.ok(ADD, { input: { url } });
      await api.drain();
      expect((await client.ok(SOURCE, { id: addSource.id })).source).toMatchObject({ status: 'FAILING', failureCode: code });
    }
    expect(await client.problems(ADD, { input: { url: 'file:///etc/passwd', intervalMinutes: 1 } })).toEqual(['url:isUrl', 'intervalMinutes:min']);
  });

  it('that is paused is not asked, until it is resumed', async () => {
    const { client } = await newsroom();
    site.serve('/paused', 'application/rss+xml', rss(['/a', 'Un']));
    const id = await plugged(client, '/paused');
    const PAUSE = 'mutation ($id: ID!, $paused: Boolean!) { pauseSource(id: $id, paused: $paused) { status nextFetchAt } }';
    expect((await client.ok(PAUSE, { id, paused: true })).pauseSource).toEqual({ status: 'PAUSED', nextFetchAt: null });
    api.clock.advance(6 * 3_600_000);
    await api.worker.runCron('content.fetch-due');
    await api.drain();
    expect(site.to('/paused')).toHaveLength(1);
    await client.ok(PAUSE, { id, paused: false });
    await api.drain();
    expect(site.to('/paused')).toHaveLength(2);
  });

  it('is the editors’ and the organisation’s own', async () => {
    const [mine, other] = [await newsroom(), await newsroom()];
    site.serve('/feed', 'application/rss+xml', rss(['/a', 'Un']));
    const id = await plugged(mine.client, '/feed');
    expect(await mine.client.problems(ADD, { input: { url: `${site.url}/feed` } })).toEqual(['url:isUnique']);
    expect(await other.client.refused(SOURCE, { id })).toBe('NOT_FOUND');
    expect(titles(await other.client.ok<Queue>(CANDIDATES))).toEqual([]);
    await plugged(other.client, '/feed');
    expect(titles(await other.client.ok<Queue>(CANDIDATES))).toEqual(['Un']);
    expect(await (await mine.organisation.client(Role.AMBASSADOR)).refused(ADD, { input: { url: `${site.url}/x` } })).toBe('FORBIDDEN');
    expect(await api.anonymous.refused(CANDIDATES)).toBe('UNAUTHENTICATED');
  });
});

describe('a candidate', () => {
  const ADD_PAGE = 'mutation ($input: AddCandidateInput!) { addCandidateFromUrl(input: $input) { id status } }';
  const ONE = 'query ($id: ID!) { candidate(id: $id) { status title summary imageUrl siteName failureCode } }';

  it('becomes a publication that is out in three calls', async () => {
    const { organisation, client } = await newsroom();
    const theme = await organisation.write(() => contentFactory.theme(api.db, { at: api.clock.now() }));
    site.serve('/feed', 'application/rss+xml', rss(['/a', 'Une charpente']));
    await plugged(client, '/feed', { contentKind: 'EXPERTISE' });
    const { candidates } = await client.ok<Queue>(CANDIDATES);
    const { createPublicationFromCandidate: draft } = await client.ok(
      'mutation ($id: ID!) { createPublicationFromCandidate(candidateId: $id) { id title summary body kind targetUrl sourceName variants { text voice { firstPerson findings { rule } } } } }',
      { id: candidates.edges[0]!.node.id },
    );
    expect(draft).toMatchObject({ title: 'Une charpente', summary: 'Un résumé. Et une suite.', body: '<p>Un résumé. Et une suite.</p>', kind: 'EXPERTISE', targetUrl: `${site.url}/a`, sourceName: 'Le Fil du bois' });
    expect(draft.variants).toEqual([{ text: 'Je vous conseille cette lecture : « Une charpente ».\n\nUn résumé.', voice: { firstPerson: true, findings: [] } }]);
    await client.ok('mutation ($input: UpdatePublicationInput!) { updatePublication(input: $input) { id } }', { input: { id: draft.id, category: 'ADVOCACY', themeIds: [theme.id] } });
    await client.ok('mutation ($id: ID!) { publishPublication(id: $id) { status } }', { id: draft.id });
    const reader = await organisation.client(Role.AMBASSADOR);
    expect((await reader.ok('{ feed { edges { node { title } } } }')).feed.edges).toEqual([{ node: { title: 'Une charpente' } }]);
    expect((await client.ok<Queue>(CANDIDATES, { status: 'NEW' })).candidateCount).toBe(0);
  });

  it('makes one publication when two editors take it together', async () => {
    const { client } = await newsroom();
    site.serve('/feed', 'application/rss+xml', rss(['/a', 'Un']));
    await plugged(client, '/feed');
    const { candidates } = await client.ok<Queue>(CANDIDATES);
    const MAKE = 'mutation ($id: ID!) { createPublicationFromCandidate(candidateId: $id) { id } }';
    const answers = await Promise.all([1, 2].map(() => client.gql(MAKE, { id: candidates.edges[0]!.node.id })));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').sort()).toEqual(['CANDIDATE_STATE', 'OK']);
  });

  it('leaves the queue and comes back', async () => {
    const { client } = await newsroom();
    site.serve('/feed', 'application/rss+xml', rss(['/a', 'Un']));
    await plugged(client, '/feed');
    const { id } = (await client.ok<Queue>(CANDIDATES)).candidates.edges[0]!.node;
    await client.ok('mutation ($id: ID!) { dismissCandidate(id: $id) { status } }', { id });
    expect((await client.ok<Queue>(CANDIDATES, { status: 'NEW' })).candidates.edges).toEqual([]);
    await client.ok('mutation ($id: ID!) { restoreCandidate(id: $id) { status } }', { id });
    expect(titles(await client.ok<Queue>(CANDIDATES, { status: 'NEW' }))).toEqual(['Un']);
  });

  it('given by its address brings the page’s own card, once', async () => {
    const { client } = await newsroom();
    site.serve('/page', 'text/html; charset=utf-8', '<!doctype html><head><meta property="og:title" content="Une école en paille"><meta property="og:description" content="Visite."><meta property="og:image" content="/i.jpg"><meta property="og:site_name" content="Le site"></head>');
    const { addCandidateFromUrl } = await client.ok(ADD_PAGE, { input: { url: `${site.url}/page?utm_source=x` } });
    expect(addCandidateFromUrl.status).toBe('FETCHING');
    await api.drain();
    expect((await client.ok(ONE, { id: addCandidateFromUrl.id })).candidate).toEqual({ status: 'NEW', title: 'Une école en paille', summary: 'Visite.', imageUrl: `${site.url}/i.jpg`, siteName: 'Le site', failureCode: null });
    expect(await client.problems(ADD_PAGE, { input: { url: `${site.url}/page` } })).toEqual(['url:isUnique']);
  });

  it('whose page cannot be read says so, and may be tried again', async () => {
    const { client } = await newsroom();
    const { addCandidateFromUrl: first } = await client.ok(ADD_PAGE, { input: { url: `${site.url}/absent` } });
    await api.drain();
    expect((await client.ok(ONE, { id: first.id })).candidate).toMatchObject({ status: 'FAILED', failureCode: 'OUTBOUND_STATUS' });
    site.serve('/absent', 'text/html', '<title>De retour</title>');
    await client.ok(ADD_PAGE, { input: { url: `${site.url}/absent` } });
    await api.drain();
    expect((await client.ok(ONE, { id: first.id })).candidate).toMatchObject({ status: 'NEW', title: 'De retour' });
  });
});
