import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { baseUrl, feedUrl, openBrowser, Visitor } from '../browser';

const EXPECTED = {
  bomb: 'OUTBOUND_TOO_LARGE', endless: 'OUTBOUND_TOO_LARGE', laughs: 'FEED_UNREADABLE', files: 'FEED_UNREADABLE', deep: 'FEED_TOO_COMPLEX', drip: 'OUTBOUND_TIMEOUT', encoding: null, redirects: 'OUTBOUND_TOO_MANY_REDIRECTS',
  inside: 'OUTBOUND_REFUSED_ADDRESS', page: 'FEED_HTML', 'script-links': 'FEED_EMPTY', thousands: null, good: null,
} as const;
interface Source {
  url: string;
  status: string;
  failureCode: string | null;
  itemsSeen: number;
}

/** Sources that wish us ill, on the built server with its parsing threads: each refused or cut, by name, and the good one read. */
describe('hostile feeds', () => {
  let browser: Browser;
  let claire: Visitor;
  beforeAll(async () => {
    browser = await openBrowser();
    claire = await Visitor.open(browser);
    await claire.signIn('claire@ravenel.test', 'une phrase de pilote');
    await claire.ensureProgramme();
  });
  afterAll(() => browser.close());

  it('are refused or cut with a reason, while the server answers and the others are read', async () => {
    const addressOf = (path: string) => new URL(`/${path}`, feedUrl).href;
    for (const path of Object.keys(EXPECTED)) await claire.gql('mutation ($input: AddSourceInput!) { addSource(input: $input) { id } }', { input: { url: addressOf(path) } });
    const read = async () => (await claire.gql<{ sources: Source[] }>('{ sources { url status failureCode itemsSeen } }')).sources;
    let sources = await read();
    while (sources.some(({ status }) => status === 'CHECKING')) {
      // Each answer comes while feeds are being parsed.
      expect((await fetch(`${baseUrl}/healthz`)).status).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 250));
      sources = await read();
    }
    const ours = sources.filter(({ url }) => Object.keys(EXPECTED).some((path) => url === addressOf(path)));
    expect(Object.fromEntries(ours.map(({ url, failureCode }) => [new URL(url).pathname.slice(1), failureCode]))).toEqual(EXPECTED);
    expect(ours.find(({ url }) => url.endsWith('/thousands'))!.itemsSeen).toBe(500);
    await claire.page.goto('/admin/contenus/sources');
    for (const reason of ['plus de 5\u00a0Mo', 'plus de 10\u00a0secondes', 'trop de niveaux', 'plus de 3.', 'Cette page n’annonce aucun flux.']) await claire.page.getByText(reason, { exact: false }).first().waitFor();
    expect(claire.errors).toEqual([]);
  });
});
