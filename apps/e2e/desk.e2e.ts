import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, Visitor } from './browser';

let browser: Browser;
let claire: Visitor;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  claire = await Visitor.open(browser);
  await claire.signIn('claire@valmorin.test', 'une phrase de pilote');
  await claire.ensureCohort();
  page = claire.page;
});
afterAll(() => browser.close());
beforeEach(() => {
  claire.errors.splice(0);
});

const focused = () => page.evaluate(() => ({ tag: document.activeElement?.tagName, name: document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() }));
const names = () => page.getByRole('rowheader').allInnerTexts();

describe('a pilot at the keyboard', () => {
  it('goes anywhere by the command field, which forgives accents, and by two letters', async () => {
    await page.goto('/admin/');
    await page.getByRole('heading', { level: 1, name: /Bonjour/ }).waitFor();
    await page.keyboard.press('Tab');
    expect((await focused()).name).toBe('Aller au contenu');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Chercher ou agir' }).waitFor();
    await page.keyboard.type('thematiques');
    await page.getByRole('button', { name: /Thématiques/ }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Thématiques' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'MAIN');

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Raccourcis du clavier' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { level: 1, name: 'Personnes' }).waitFor();
    expect(claire.errors).toEqual([]);
  });

  it('sorts and narrows a list in its address, then exports exactly what is shown', async () => {
    for (const [firstName, lastName] of [['Zoé', 'Étienne'], ['Élan', 'Étienne']]) {
      await claire.gql('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', { input: { firstName, lastName, email: `${firstName?.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()}@bureau.test` } });
    }
    await page.goto('/admin/reglages/personnes');
    await page.getByRole('rowheader').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('etienne');
    await page.waitForURL(/q=etienne/);
    await page.getByRole('button', { name: 'Exporter ces 2 lignes' }).waitFor();
    await page.getByRole('button', { name: 'Personne', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/tri=name/);
    expect((await names()).map((name) => name.replace(/\s+/g, ' ').replace(/^\p{Lu}{2} /u, ''))).toEqual(['Élan Étienne', 'Zoé Étienne']);
    await page.reload();
    await page.getByRole('button', { name: 'Exporter ces 2 lignes' }).waitFor();

    await page.getByRole('button', { name: 'Colonnes' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'Depuis' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sans=since/);
    await page.keyboard.press('Escape');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Exporter ces 2 lignes' }).focus();
    await page.keyboard.press('Enter');
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.trim().split('\r\n').map((line) => line.split(';')[0])).toEqual(['Personne', 'Élan Étienne', 'Zoé Étienne']);
    expect(text).not.toContain('Depuis');
    expect(claire.errors).toEqual([]);
  });

  it('withdraws the access of several at once and takes it back with Ctrl Z', async () => {
    await page.goto('/admin/reglages/personnes?q=etienne');
    const boxes = page.getByRole('checkbox', { name: /Sélectionner/ });
    await boxes.first().focus();
    await page.keyboard.press('Space');
    await boxes.nth(1).focus();
    await page.keyboard.press('Space');
    const told = await page.locator('[role="status"][aria-live="polite"]').elementHandle();
    await page.getByRole('region', { name: '2 sélectionnées' }).getByRole('button', { name: 'Retirer l’accès' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('L’accès de 2 personnes est retiré').waitFor();
    // A screen reader tells what comes into a region that was there before, once, and not each second that is left.
    const heard = () => told!.evaluate((region) => ({ words: region.isConnected ? (region as HTMLElement).innerText : '', others: region.querySelectorAll('[role="alert"], [role="status"], [aria-live]').length, hidden: region.querySelector('.pv-sr')?.textContent }));
    const before = await heard();
    expect(before).toMatchObject({ words: expect.stringContaining('L’accès de 2 personnes est retiré'), others: 0, hidden: expect.stringMatching(/^encore 10\u00a0s/) });
    await page.waitForFunction((region) => Number(region?.querySelector('[aria-hidden]')?.textContent) < 9, told);
    expect((await heard()).hidden).toBe(before.hidden);
    await page.getByRole('rowheader').first().waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+z');
    await page.getByRole('rowheader', { name: /Zoé/ }).waitFor();
    expect(await names()).toHaveLength(2);
    expect(claire.errors).toEqual([]);
  });

  it.each([
    ['/admin/reglages/personnes?ajouter=1', 'Prénom', 'Éloïse'],
    ['/admin/cohortes/nouvelle', 'Nom', 'Rentrée Nantes'],
    ['/admin/animation/concours/nouveau', 'Nom', 'Petit défi'],
  ])('finds again what was being written when the tab was killed: %s', async (path, label, words) => {
    const write = await claire.context.newPage();
    await write.goto(path);
    await write.getByLabel(label).first().fill(words);
    await write.close({ runBeforeUnload: false });
    const again = await claire.context.newPage();
    await again.goto(path);
    await again.getByText(/Brouillon repris/).waitFor();
    expect(await again.getByLabel(label).first().inputValue()).toBe(words);
    await again.getByRole('button', { name: 'Repartir de zéro' }).click();
    await again.close();
  });
});
