/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, PHONE } from './browser';
import { Demo } from './pages/demo';
import { filled } from './pages/routes';
import { bothSchemes, goInside, overflowOf, settled } from './pages/walk';

jest.setTimeout(900_000);

/** What opens over a page, by its button. Each is left by Escape, and gives the focus back. */
const OVER: Readonly<Record<'admin' | 'ambassador', readonly [path: string, opener: RegExp][]>> = {
  admin: [
    ['/', /^Chercher ou agir/],
    ['/', /^Aide et raccourcis/],
    ['/', /Pilote du programme$/],
    ['/', /voir la définition/],
    ['/cohortes', /^Colonnes/],
    ['/contenus', /^Ajouter une page/],
    ['/contenus/sources', /^Brancher une source/],
    ['/contenus/sources', /^Actions/],
    ['/contenus/thematiques', /^Ajouter une thématique/],
    ['/contenus/calendrier', /^Déplacer «/],
    ['/contenus/calendrier', /^S’abonner/],
    ['/programme/objectifs', /^Ajouter un objectif/],
    ['/programme/objectifs', /^Modifier/],
    ['/recrutement', /^Inviter des personnes/],
    ['/animation/concours/$contestId', /^Reprendre/],
    ['/reglages/personnes', /^Ajouter une personne/],
    ['/resultats', /voir la définition/],
  ],
  ambassador: [
    ['/', /^Partager avec mes mots/],
    ['/', /voir la définition/],
    ['/concours/$contestId', /^Une question sur un point/],
    ['/concours/$contestId', /^Changer/],
  ],
};
const BASE = { admin: '/admin', ambassador: '' };

let browser: Browser;
let demo: Demo;
beforeAll(async () => {
  browser = await openBrowser();
  demo = await Demo.open(browser);
});
afterAll(() => browser.close());

/** Opens, looks, leaves by the keyboard: what is wrong, one line each. */
async function over(page: Page, opener: RegExp, size: { width: number; height: number }): Promise<string[]> {
  const button = page.getByRole('button', { name: opener }).filter({ visible: true }).first();
  await button.focus();
  await page.keyboard.press('Enter');
  const layer = page.locator('[role="dialog"], [role="menu"], [role="listbox"]').filter({ visible: true }).first();
  await layer.waitFor();
  await settled(page);
  // A menu lies over the page: it is in no landmark of it.
  const faults = await bothSchemes(page, ['region']);
  await page.setViewportSize({ width: 320, height: 800 });
  const overflow = await overflowOf(page);
  if (overflow) faults.push(`320 px overflows: ${overflow}`);
  await page.setViewportSize(size);
  await page.keyboard.press('Escape');
  await layer.waitFor({ state: 'hidden' });
  const returned = await button.evaluate((element) => new Promise<boolean>((resolve) => {
    const end = performance.now() + 3_000;
    const look = () => (document.activeElement === element ? resolve(true) : performance.now() > end ? resolve(false) : setTimeout(look, 50));
    look();
  }));
  return returned ? faults : [...faults, 'the focus did not come back'];
}

describe('what opens over a page', () => {
  it.each(['admin', 'ambassador'] as const)('has no fault that axe knows, closes by Escape and gives the focus back (%s)', async (app) => {
    const { page } = app === 'admin' ? demo.pilot : demo.member;
    await page.goto(`${BASE[app]}/`);
    await settled(page);
    const faults: string[] = [];
    for (const [path, opener] of OVER[app]) {
      try {
        await goInside(page, `${BASE[app]}${filled(path, demo.examples)}`);
        faults.push(...(await over(page, opener, app === 'admin' ? DESK : PHONE)).map((fault) => `${path} ${String(opener)} ${fault}`));
      } catch (error) {
        faults.push(`${path} ${String(opener)} ${String(error)}`);
        await page.goto(`${BASE[app]}/`);
        await settled(page);
      }
    }
    expect(faults).toEqual([]);
  });
});
