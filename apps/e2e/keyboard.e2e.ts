/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DESK, openBrowser, Visitor } from './browser';
import { Keyboard } from './pages/keys';
import { settled } from './pages/walk';

jest.setTimeout(600_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function signIn(visitor: Visitor, keys: Keyboard, address: string, account: string): Promise<void> {
  await visitor.page.goto(address);
  await visitor.page.getByLabel(/adresse/i).first().waitFor();
  await keys.reach(/Adresse/);
  await keys.type(`${account}@demo.test`);
  await keys.reach(/Mot de passe/);
  await keys.type('portevoix-demo');
  await visitor.page.keyboard.press('Enter');
  await visitor.page.waitForURL((url) => !url.pathname.endsWith('/connexion'));
  await settled(visitor.page);
}

describe('without a mouse', () => {
  it('a member signs in, reads, shares, follows the contest and answers the pulse', async () => {
    const member = await Visitor.open(browser, DESK);
    const { page, context } = member;
    const keys = new Keyboard(page);
    await signIn(member, keys, '/', 'ambassadeur');

    await keys.press(/Aller au contenu/);
    await keys.press(/^a Lire$/);
    await page.waitForURL(/\/lire\//);
    await settled(page);
    await keys.press(/Revenir au fil/);
    await page.waitForURL((url) => url.pathname === '/');
    await settled(page);

    await keys.press(/Partager avec mes mots/);
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('textbox').first().waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).innerText)).toContain('Partager avec mes mots');
    await page.keyboard.press('Enter');
    await sheet.getByRole('textbox').first().waitFor();
    await keys.reach(/textarea/);
    await page.keyboard.press('ControlOrMeta+a');
    await keys.type('Je reviens de l’atelier, et je comprends enfin pourquoi on y taille tout.');
    await keys.reach(/LinkedIn/);
    await page.keyboard.press('Space');
    await keys.reach(/button .*LinkedIn/);
    const [popup] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
    await popup.close();
    await page.getByRole('button', { name: /^Oui/ }).waitFor();
    await keys.press(/^button Oui/);
    await page.getByText('C’est noté, merci').waitFor();
    await keys.press(/Revenir au fil/);
    await sheet.waitFor({ state: 'hidden' });

    await keys.reach(/^a Concours/, { back: true });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Concours' }).first().waitFor();
    await settled(page);
    await keys.reach(/J’y figure|figure/);
    expect(await keys.leavesPage()).toBe(true);

    await keys.press(/^a Moi/);
    await page.getByRole('heading', { level: 1, name: /Votre voix/ }).waitFor();
    await settled(page);
    await keys.press(/Modifier ma réponse/);
    await keys.press(/Le temps/, 'Space');
    await keys.press(/^button Envoyer/);
    await page.getByText('Merci, c’est noté.', { exact: false }).waitFor();
    expect(await keys.leavesPage()).toBe(true);

    expect(keys.unseen).toEqual([]);
    expect(member.errors).toEqual([]);
    await member.close();
  });

  it('a pilot signs in, goes anywhere by the palette, and from a list to a cohort, a publication and the results', async () => {
    const pilot = await Visitor.open(browser, DESK);
    const { page } = pilot;
    const keys = new Keyboard(page);
    await signIn(pilot, keys, '/admin/', 'pilote');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await keys.leavesPage()).toBe(true);

    await keys.press(/^a Cohortes/);
    await page.waitForURL(/\/admin\/cohortes/);
    await settled(page);
    await keys.press(/Premières voix/);
    await page.waitForURL(/\/admin\/cohortes\/./);
    await settled(page);

    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await keys.type('publications');
    await page.getByRole('dialog').getByText('Publications').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/admin\/contenus/);
    await settled(page);
    expect(await keys.leavesPage()).toBe(true);

    await keys.press(/^a Résultats/);
    await page.waitForURL(/\/admin\/resultats/);
    await settled(page);
    expect(await keys.leavesPage()).toBe(true);

    expect(keys.unseen).toEqual([]);
    expect(pilot.errors).toEqual([]);
    await pilot.close();
  });
});
