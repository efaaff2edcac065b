/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, PHONE, Visitor } from './browser';
import { Demo } from './pages/demo';
import { filled, routesOf, type App } from './pages/routes';
import { faultsOf, goInside, inScheme, overflowOf, settled, withText } from './pages/walk';

// Far above what a walk needs (a minute or two): a busy machine is not a fault.
jest.setTimeout(1_800_000);

/** Beside the routes: places that are told by the address, and one that is not there. */
const MORE: Readonly<Record<App, string[]>> = {
  ambassador: ['/?partager=$publicationId', '/partager?vue=partages', '/partager?vue=attente', '/nulle-part'],
  admin: ['/nulle-part'],
};
const WAYS_IN = ['/connexion?fin=1', '/connexion/lien?token=un-lien'];
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

interface Walk {
  visitor: Visitor;
  app: App;
  size: { width: number; height: number };
  /** Of all routes of the app, those that this person goes through. */
  paths: (routes: Awaited<ReturnType<typeof routesOf>>) => string[];
}

/** Each screen in turn, in one page that stays open: what is wrong with it, one line each. */
async function walk({ visitor, app, size, paths }: Walk): Promise<string[]> {
  const { page } = visitor;
  await page.goto(`${BASE[app]}/`);
  await settled(page);
  const faults: string[] = [];
  for (const path of paths(await routesOf(page))) {
    try {
      await goInside(page, `${BASE[app]}${filled(path, demo.examples)}`);
      const found = [...(await bothSchemes(page)), ...(await bothSizes(page, size))];
      faults.push(...found.map((fault) => `${app} ${path} ${fault}`));
    } catch (error) {
      faults.push(`${app} ${path} ${String(error)}`);
    }
  }
  return [...faults, ...visitor.errors.splice(0)];
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
  await withText(page, 2, () => look('text at 200 %'));
  return faults;
}

const speak = (visitor: Visitor, locale: string) => visitor.gql('mutation ($input: UpdateMyPreferencesInput!) { updateMyPreferences(input: $input) { locale } }', { input: { locale } });

describe('every screen of both apps', () => {
  it.each(LANGUAGES)('has no fault that axe knows, light and dark, and fits 320 px and text at 200 %% (%s)', async (language) => {
    const toJoin = (path: string) => path.startsWith('/rejoindre') || path.startsWith('/appel');
    const walks: Walk[] = [
      { visitor: demo.pilot, app: 'admin', size: DESK, paths: (routes) => [...routes.filter(({ open }) => !open).map(({ path }) => path), ...MORE.admin] },
      { visitor: demo.member, app: 'ambassador', size: PHONE, paths: (routes) => [...routes.filter(({ open, path }) => !open && !toJoin(path)).map(({ path }) => path), ...MORE.ambassador] },
      { visitor: demo.candidate, app: 'ambassador', size: PHONE, paths: (routes) => ['/', '/moi', ...routes.map(({ path }) => path).filter(toJoin)] },
    ];
    const found = await Promise.all(
      walks.map(async (one) => {
        await speak(one.visitor, language);
        return walk(one);
      }),
    );
    expect(found.flat()).toEqual([]);
  });
});

describe('before signing in', () => {
  it.each(['ambassador', 'admin'] as const)('the ways into the %s app have no fault either', async (app) => {
    const visitor = await Visitor.open(browser, PHONE);
    const { page } = visitor;
    await page.goto(`${BASE[app]}/connexion`);
    await settled(page);
    const paths = (await routesOf(page)).filter(({ open }) => open).map(({ path }) => path);
    const faults: string[] = [];
    for (const path of [...paths, ...WAYS_IN]) {
      await page.goto(`${BASE[app]}${path}`);
      await settled(page);
      for (const language of LANGUAGES) {
        const chosen = page.getByText(language === 'fr' ? 'Français' : 'English', { exact: true }).first();
        if (await chosen.isVisible()) await chosen.click();
        await settled(page);
        faults.push(...[...(await bothSchemes(page)), ...(await bothSizes(page, PHONE))].map((fault) => `${path} ${language} ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    await visitor.close();
  });
});
