import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { programmesFactory } from '@portevoix/programmes/api';
import { startApi, type TestApi } from '@portevoix/testing';
import sharp from 'sharp';
import { demoSources } from '../demo/sources';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ OUTBOUND_ALLOW: '127.0.0.1:*' });
});
afterAll(() => api.close());

describe('drawings', () => {
  it('are served as SVG and as PNG of a card’s size, and kept by the browser', async () => {
    const svg = await api.anonymous.fetch('/files/illustrations/school/42.svg');
    expect([svg.status, svg.headers.get('content-type'), svg.headers.get('cache-control')]).toEqual([200, 'image/svg+xml', expect.stringContaining('max-age=604800')]);
    expect(await svg.text()).toMatch(/^<svg /);
    const png = await api.anonymous.fetch('/files/illustrations/school/42.png');
    expect(await sharp(Buffer.from(await png.arrayBuffer())).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    const again = await api.anonymous.fetch('/files/illustrations/school/42.png', { headers: { 'if-none-match': png.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('have known motifs and numbers only', async () => {
    for (const path of ['nothing/1.svg', 'school/x.svg', 'school/1.gif', 'school/..%2f1.svg', 'constructor/1.svg']) expect((await api.anonymous.fetch(`/files/illustrations/${path}`)).status).toBe(404);
  });
});

describe('feeds of the demo', () => {
  it('are there with a demo only, and are curated over HTTP like any other', async () => {
    const path = `/demo/feeds/${demoSources[0]!.key}`;
    expect((await api.anonymous.fetch(path)).status).toBe(404);
    const organisation = await api.organisation({ isDemo: true });
    await organisation.write(() => programmesFactory.programme(api.db, api.clock.now()));
    const client = await organisation.client(Role.EDITOR);
    for (const { key } of demoSources) await client.ok('mutation ($input: AddSourceInput!) { addSource(input: $input) { id } }', { input: { url: `${api.url}/demo/feeds/${key}` } });
    await api.drain();
    const { sources, candidateCount } = await client.ok('{ candidateCount sources { id kind title status itemsSeen } }');
    expect(sources.map(({ title, kind, status, itemsSeen }: Record<string, string>) => [title, kind, status, itemsSeen])).toEqual([
      ['Le Carnet d’Estrevel', 'JSON_FEED', 'OK', 12],
      ['Le Fil du bois', 'RSS', 'OK', 12],
      ['Territoires en chantier', 'ATOM', 'OK', 12],
    ]);
    expect(candidateCount).toBe(36);
    const first = await api.anonymous.fetch(path);
    expect((await api.anonymous.fetch(path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })).status).toBe(304);
    expect((await api.anonymous.fetch('/demo/feeds/autre')).status).toBe(404);
  });
});
