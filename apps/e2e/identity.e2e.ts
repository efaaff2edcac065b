import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, Visitor } from './browser';


let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('signing in', () => {
  it('by password leads to the page that was asked for, by keyboard alone', async () => {
    const claire = await Visitor.open(browser);
    const { page } = claire;
    await page.goto('/admin/reglages/personnes');
    await page.getByLabel(/adresse/i).first().waitFor();
    await page.getByLabel(/adresse/i).first().focus();
    await page.keyboard.type('claire@valmorin.test');
    await page.getByLabel(/mot de passe/i).first().focus();
    await page.keyboard.type('une phrase de pilote');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Personnes', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/admin/reglages/personnes');
    expect(claire.errors).toEqual([]);
    await claire.close();
  });

  it('by the mailed link opens the ambassador app for a person whom the pilot just added', async () => {
    const claire = await Visitor.open(browser);
    await claire.signIn('claire@valmorin.test', 'une phrase de pilote');
    await claire.page.goto('/admin/reglages/personnes?ajouter=1');
    const dialog = claire.page.getByRole('dialog');
    await dialog.getByLabel('Prénom').fill('Naïma');
    await dialog.getByLabel('Nom', { exact: false }).nth(1).fill('Roussel');
    await dialog.getByLabel(/Adresse/).fill('naima@valmorin.test');
    await dialog.getByRole('button', { name: 'Ajouter' }).click();
    await claire.page.getByRole('rowheader', { name: /Naïma Roussel/ }).waitFor();

    const naima = await Visitor.open(browser, { width: 390, height: 844 });
    await naima.signInByLink('naima@valmorin.test');
    expect((await naima.gql<{ viewer: { email: string } }>('{ viewer { email } }')).viewer.email).toBe('naima@valmorin.test');
    expect([...claire.errors, ...naima.errors]).toEqual([]);
    await Promise.all([claire.close(), naima.close()]);
  });
});
