import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Request } from 'playwright-core';
import { openBrowser, PHONE, Visitor } from './browser';

/** Bytes of compressed JavaScript, as served, that a first visit fetches before the feed shows. */
const MOST = 250_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('shows the feed after at most 250 KB of JavaScript', async () => {
  const member = await Visitor.open(browser, PHONE);
  await member.signIn('ambassadeur@demo.test', 'portevoix-demo');
  const scripts: Request[] = [];
  member.page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.push(request);
  });
  await member.page.goto('/');
  await member.page.getByRole('article').first().waitFor();
  // The server drew the feed: what counts is what the app fetches to answer.
  const sizes = await Promise.all(scripts.map(async (request) => ({ url: request.url(), encoding: (await request.response())?.headers()['content-encoding'], bytes: (await request.sizes()).responseBodySize })));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(sizes.filter(({ bytes, encoding }) => bytes > 2048 && encoding !== 'br')).toEqual([]);
  // Nothing measured would be under the limit too.
  expect(total).toBeGreaterThan(100_000);
  expect(total).toBeLessThanOrEqual(MOST);
  await member.close();
});
