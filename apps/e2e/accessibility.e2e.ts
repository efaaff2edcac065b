/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, PHONE, Visitor } from './browser';
import { Demo } from './pages/demo';
import { filled, routesOf, type App, type Route } from './pages/routes';
import { bothSchemes, bothSizes, emptinessOf, goInside, settled } from './pages/walk';

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
  paths: (routes: readonly Route[]) => string[];
  examples: Readonly<Record<string, string>>;
  /** What else is looked at on each screen. */
  also?: (page: Page) => Promise<string[]>;
}

/** Each screen in turn, in one page that stays open: what is wrong with it, one line each. */
async function walk({ visitor, app, size, paths, examples, also }: Walk): Promise<string[]> {
  const { page } = visitor;
  await page.goto(`${BASE[app]}/`);
  await settled(page);
  const faults: string[] = [];
  for (const path of paths(await routesOf(page))) {
    try {
      await goInside(page, `${BASE[app]}${filled(path, examples)}`);
      const found = [...(await bothSchemes(page)), ...(await bothSizes(page, size)), ...((await also?.(page)) ?? [])];
      faults.push(...found.map((fault) => `${app} ${path} ${fault}`));
    } catch (error) {
      faults.push(`${app} ${path} ${String(error)}`);
    }
  }
  return [...faults, ...visitor.errors.splice(0)];
}

const speak = (visitor: Visitor, locale: string) => visitor.gql('mutation ($input: UpdateMyPreferencesInput!) { updateMyPreferences(input: $input) { locale } }', { input: { locale } });

describe('every screen of both apps', () => {
  it.each(LANGUAGES)('has no fault that axe knows, light and dark, and fits 320 px and text at 200 %% (%s)', async (language) => {
    const toJoin = (path: string) => path.startsWith('/rejoindre') || path.startsWith('/appel');
    const { examples } = demo;
    const walks: Walk[] = [
      { examples, visitor: demo.pilot, app: 'admin', size: DESK, paths: (routes) => [...routes.filter(({ open }) => !open).map(({ path }) => path), ...MORE.admin] },
      { examples, visitor: demo.member, app: 'ambassador', size: PHONE, paths: (routes) => [...routes.filter(({ open, path }) => !open && !toJoin(path)).map(({ path }) => path), ...MORE.ambassador] },
      { examples, visitor: demo.candidate, app: 'ambassador', size: PHONE, paths: (routes) => ['/', '/moi', ...routes.map(({ path }) => path).filter(toJoin)] },
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

describe('an organisation that begins', () => {
  it('has on each screen no fault either, no failure, and something to do next', async () => {
    const claire = await Visitor.open(browser, DESK);
    await claire.signIn('claire@fermont.test', 'une phrase de pilote');
    const email = `premier-${Date.now()}@fermont.test`;
    await claire.gql('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', { input: { firstName: 'Alix', lastName: 'Morel', email } });
    const reader = await Visitor.open(browser, PHONE);
    await reader.signInByLink(email);
    const paths = (routes: readonly Route[]) => routes.filter(({ open, path }) => !open && !path.includes('$')).map(({ path }) => path);
    const common = { paths, examples: {}, also: emptinessOf };
    const found = await Promise.all([walk({ ...common, visitor: claire, app: 'admin', size: DESK }), walk({ ...common, visitor: reader, app: 'ambassador', size: PHONE })]);
    await Promise.all([claire.close(), reader.close()]);
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
