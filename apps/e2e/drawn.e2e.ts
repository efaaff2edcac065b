/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { baseUrl, openBrowser, PHONE, Visitor } from './browser';

/** Words of the content of each page, not of its frame. */
const PAGES = [
  { path: '/', says: 'Tous les thèmes' },
  { path: '/partager', says: 'Idées à partager' },
  { path: '/concours', says: 'Vos points' },
  { path: '/moi', says: 'Votre voix, à votre rythme' },
  { path: '/moi/compte', says: 'Apparence et langue' },
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What the server sends for a page, before any script runs. */
async function sent(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${baseUrl}${path}`, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });
  const text = await response.text();
  const [page = '', rest = ''] = text.split('<script type="application/json" id="drawn">');
  return { response, page, isDrawn: Boolean(rest), language: /<html lang="(\w+)"/.exec(text)?.[1] };
}

async function cookieOf(visitor: Visitor): Promise<string> {
  return (await visitor.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

describe('a first page', () => {
  it('comes with its content and its answers: the app asks for nothing again, and finds it as it would have drawn it', async () => {
    for (const { path, says } of PAGES) {
      const member = await Visitor.open(browser, PHONE);
      await member.signIn('ambassadeur@demo.test', 'portevoix-demo');
      const { page, isDrawn, language } = await sent(path, { cookie: await cookieOf(member) });
      expect({ path, isDrawn, language, says: page.includes(says) }).toEqual({ path, isDrawn: true, language: 'fr', says: true });
      const asked: string[] = [];
      member.page.on('request', (request) => {
        if (request.url().endsWith('/graphql')) asked.push(/query (\w+)/.exec(request.postData() ?? '')?.[1] ?? '?');
      });
      await member.page.goto(path);
      const answers = await member.page.evaluate(() => (JSON.parse(document.getElementById('drawn')?.textContent ?? '{"state":{"queries":[]}}') as { state: { queries: { queryKey: string[] }[] } }).state.queries.map(({ queryKey }) => queryKey[0]));
      await member.page.waitForLoadState('networkidle');
      expect({ path, again: asked.filter((name) => answers.includes(name)), errors: member.errors }).toEqual({ path, again: [], errors: [] });
      expect(answers).toContain('Viewer');
      await member.close();
    }
  });

  it('is nobody else’s: two people at once, and whoever is signed out', async () => {
    const [member, pilot] = await Promise.all([Visitor.open(browser), Visitor.open(browser)]);
    await Promise.all([member.signIn('ambassadeur@demo.test', 'portevoix-demo'), pilot.signIn('pilote@demo.test', 'portevoix-demo')]);
    const names = await Promise.all([member, pilot].map(async (each) => (await each.gql<{ viewer: { person: { displayName: string } } }>('{ viewer { person { displayName } } }')).viewer.person.displayName));
    const cookies = await Promise.all([member, pilot].map(cookieOf));
    for (let turn = 0; turn < 5; turn += 1) {
      const pages = await Promise.all(cookies.map((cookie) => sent('/moi', { cookie })));
      expect(pages.map(({ page }) => names.map((name) => page.includes(name ?? '?')))).toEqual([[true, false], [false, true]]);
      expect(pages.map(({ response }) => response.headers.get('cache-control'))).toEqual(['private, no-store', 'private, no-store']);
    }
    const out = await sent('/moi?vue=tout');
    expect([out.response.status, out.response.headers.get('location'), out.isDrawn]).toEqual([302, '/connexion?retour=%2Fmoi%3Fvue%3Dtout', false]);
    const back = await sent('/connexion?retour=%2Fmoi', { cookie: cookies[0] ?? '' });
    expect([back.response.status, back.response.headers.get('location')]).toEqual([302, '/moi']);
    for (const retour of ['//ailleurs.test', 'https://ailleurs.test', '/connexion', '/\\ailleurs.test']) {
      const { response } = await sent(`/connexion?retour=${encodeURIComponent(retour)}`, { cookie: cookies[0] ?? '' });
      expect(response.headers.get('location')).toBe('/');
    }
    await Promise.all([member.close(), pilot.close()]);
  });

  it('speaks the account’s language, else the browser’s', async () => {
    const english = await sent('/connexion', { 'accept-language': 'de, en-GB;q=0.8, fr;q=0.5' });
    expect([english.language, english.page.includes('E-mail address')]).toEqual(['en', true]);
    const french = await sent('/connexion', { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.8' });
    expect([french.language, french.page.includes('Adresse e-mail')]).toEqual(['fr', true]);
    const member = await Visitor.open(browser);
    await member.signIn('ambassadeur@demo.test', 'portevoix-demo');
    const account = await sent('/moi', { cookie: await cookieOf(member), 'accept-language': 'en' });
    expect(account.language).toBe('fr');
    await member.close();
  });

  it('is redrawn where the device speaks another language, and taken over in another zone without a difference', async () => {
    const context = await browser.newContext({ baseURL: baseUrl, locale: 'fr-FR', timezoneId: 'Pacific/Auckland', viewport: PHONE });
    const errors: string[] = [];
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => localStorage.setItem('portevoix.locale', 'en'));
    await page.goto('/connexion');
    await page.getByLabel('E-mail address').fill('ambassadeur@demo.test');
    await page.getByLabel('Password', { exact: true }).fill('portevoix-demo');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('article').first().waitFor();
    await page.goto('/concours');
    await page.getByText('Vos points').first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is left to the app where the server can’t draw it whole', async () => {
    const member = await Visitor.open(browser, PHONE);
    await member.signIn('ambassadeur@demo.test', 'portevoix-demo');
    const cookie = await cookieOf(member);
    const unknown = await sent('/lire/01900000-0000-7000-8000-000000000000', { cookie });
    expect([unknown.response.status, unknown.isDrawn]).toEqual([200, false]);
    // Written otherwise than the app writes them.
    for (const path of ['/moi/', '//moi']) expect({ path, isDrawn: (await sent(path, { cookie })).isDrawn }).toEqual({ path, isDrawn: false });
    await member.page.goto('/moi/');
    await member.page.getByText('Votre voix, à votre rythme').waitFor();
    expect(member.errors).toEqual([]);
    const tool = await fetch(`${baseUrl}/moi`, { headers: { cookie, accept: '*/*' } });
    expect((await tool.text()).includes('id="drawn"')).toBe(false);
    await member.close();
  });
});
