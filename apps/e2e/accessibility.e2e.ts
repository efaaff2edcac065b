/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { baseUrl, DESK, openBrowser, PHONE, Visitor } from './browser';
import { Demo } from './pages/demo';
import { filled, routesOf, type App } from './pages/routes';
import { faultsOf, goInside, inScheme, overflowOf, settled } from './pages/walk';

// Far above what a walk needs (a minute or two): a busy machine is not a fault.
jest.setTimeout(1_800_000);

/** Beside the routes: places that are told by the address, and one that is not there. */
const MORE: Readonly<Record<App, string[]>> = {
  ambassador: ['/?partager=$publicationId', '/partager?vue=partages', '/partager?vue=attente', '/nulle-part'],
  admin: ['/nulle-part'],
};
const BASE: Readonly<Record<App, string>> = { admin: '/admin', ambassador: '' };
const LANGUAGES = ['fr', 'en'] as const;

let browser: Browser;
let demo: Demo;
beforeAll(async () => {
  browser = await openBrowser();
  demo = await Demo.open(browser);
});
afterAll(async () => {
  await Promise.all([demo.pilot, demo.member, demo.candidate].map((visitor) => speak(visitor, 'fr')));
  await browser.close();
});

/** Each screen in turn, in one page that stays open: `look` says what is wrong with it. */
async function walk(visitor: Visitor, app: App, paths: readonly string[], look: (page: Page) => Promise<string[]>): Promise<string[]> {
  const { page } = visitor;
  await page.goto(`${BASE[app]}/`);
  await settled(page);
  const faults: string[] = [];
  for (const path of paths) {
    try {
      await goInside(page, `${BASE[app]}${filled(path, demo.examples)}`);
      faults.push(...(await look(page)).map((fault) => `${app} ${path} ${fault}`));
    } catch (error) {
      faults.push(`${app} ${path} ${String(error)}`);
    }
  }
  return faults;
}

/** Everything in the light; what a scheme can change, in the dark. */
async function bothSchemes(page: Page): Promise<string[]> {
  await inScheme(page, 'light');
  const light = await faultsOf(page);
  await inScheme(page, 'dark');
  const dark = await faultsOf(page, ['color-contrast']);
  return [...light.map((fault) => `light ${fault}`), ...dark.map((fault) => `dark ${fault}`)];
}

/** 320 px wide, then text twice as large at the app's own width. */
async function bothSizes(page: Page, size: { width: number; height: number }): Promise<string[]> {
  const faults: string[] = [];
  const look = async (what: string) => {
    const overflow = await overflowOf(page);
    if (overflow) faults.push(`${what} overflows: ${overflow}`);
  };
  await page.setViewportSize({ width: 320, height: 800 });
  await look('320 px');
  await page.setViewportSize(size);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await look('text at 200 %');
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return faults;
}

const speak = (visitor: Visitor, locale: string) => visitor.gql('mutation ($input: UpdateMyPreferencesInput!) { updateMyPreferences(input: $input) { locale } }', { input: { locale } });

describe('every screen of both apps', () => {
  it.each(LANGUAGES)('has no fault that axe knows, light and dark, and fits 320 px and text at 200 %% (%s)', async (language) => {
    const ofMembers = (path: string) => !path.startsWith('/rejoindre');
    const walks = [
      { visitor: demo.pilot, app: 'admin' as const, size: DESK, paths: [...routesOf('admin'), ...MORE.admin] },
      { visitor: demo.member, app: 'ambassador' as const, size: PHONE, paths: [...routesOf('ambassador').filter(ofMembers), ...MORE.ambassador] },
      { visitor: demo.candidate, app: 'ambassador' as const, size: PHONE, paths: ['/', '/moi', '/appel/$callId', ...routesOf('ambassador').filter((path) => !ofMembers(path))] },
    ];
    const found = await Promise.all(
      walks.map(async ({ visitor, app, size, paths }) => {
        await speak(visitor, language);
        return walk(visitor, app, paths, async (page) => [...(await bothSchemes(page)), ...(await bothSizes(page, size))]);
      }),
    );
    expect(found.flat()).toEqual([]);
  });
});

describe('before signing in', () => {
  it.each(LANGUAGES)('the ways in have no fault either (%s)', async (language) => {
    const visitor = await Visitor.open(browser, PHONE);
    const faults: string[] = [];
    for (const path of ['/connexion', '/connexion?fin=1', '/connexion/lien?token=un-lien', '/admin/connexion']) {
      await visitor.page.goto(`${baseUrl}${path}`);
      await settled(visitor.page);
      if (language === 'en') await visitor.page.getByText('English', { exact: true }).first().click();
      await settled(visitor.page);
      faults.push(...(await bothSchemes(visitor.page)).map((fault) => `${path} ${fault}`), ...(await bothSizes(visitor.page, PHONE)).map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
    await visitor.close();
  });
});
