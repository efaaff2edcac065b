import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { URI } from 'otpauth';
import type { Browser } from 'playwright-core';
import { DESK, openBrowser, PHONE, Visitor } from './browser';

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

describe('an account', () => {
  /** A new colleague, who is signed in by a mailed link. */
  async function colleague(firstName: string, viewport: typeof DESK, roles: string[] = []): Promise<Visitor> {
    const email = `${firstName.toLowerCase().normalize('NFD').replace(/[^a-z]/g, '')}@valmorin.test`;
    const claire = await Visitor.open(browser);
    await claire.signIn('claire@valmorin.test', 'une phrase de pilote');
    await claire.gql('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', { input: { firstName, lastName: 'Le Goff', email, roles } });
    await claire.close();
    const visitor = await Visitor.open(browser, viewport);
    await visitor.signInByLink(email);
    return visitor;
  }

  it('asks for a code of the telephone once its person has turned that on, and takes a recovery code in its place', async () => {
    const soizic = await colleague('Soizic', PHONE);
    const { page } = soizic;
    await page.goto('/moi/compte');
    await page.getByRole('button', { name: 'Activer', exact: true }).click();
    const key = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(' ', '');
    const application = URI.parse(`otpauth://totp/Portevoix?secret=${key}`);
    await page.getByLabel(/Code à 6/).fill('000000');
    await page.getByRole('button', { name: 'Activer avec ce code' }).click();
    await page.getByText(/code/i).and(page.locator('[class*="error"], [role="alert"], [role="alert"] *')).first().waitFor();
    await page.getByLabel(/Code à 6/).fill(application.generate());
    await page.getByRole('button', { name: 'Activer avec ce code' }).click();
    await page.getByRole('button', { name: 'J’ai gardé mes codes' }).waitFor();
    const codes = await page.getByRole('list', { name: 'Vos codes de secours.' }).getByRole('listitem').allInnerTexts();
    expect(codes).toHaveLength(10);
    await page.getByRole('button', { name: 'J’ai gardé mes codes' }).click();
    await page.getByText('Activée').waitFor();

    const again = await Visitor.open(browser, PHONE);
    await again.signInByLink('soizic@valmorin.test', { isAsked: true });
    await again.page.getByRole('heading', { name: 'Code de votre application' }).waitFor();
    await again.page.getByRole('button', { name: 'Utiliser un code de secours' }).click();
    await again.page.getByRole('textbox', { name: 'Code de secours' }).fill(codes[0]!);
    await again.page.getByRole('button', { name: 'Valider le code' }).click();
    await again.page.getByRole('navigation').first().waitFor();
    expect((await again.gql<{ viewer: { email: string } }>('{ viewer { email } }')).viewer.email).toBe('soizic@valmorin.test');

    await page.reload();
    await page.getByRole('button', { name: 'Désactiver' }).click();
    await page.getByLabel('Code', { exact: true }).fill(codes[1]!);
    await page.getByRole('button', { name: 'Désactiver' }).click();
    await page.getByRole('button', { name: 'Activer', exact: true }).waitFor();
    expect([...soizic.errors, ...again.errors]).toEqual([]);
    await Promise.all([soizic.close(), again.close()]);
  });

  it('gives a program a token that reads, shown once, refused from the moment it is revoked', async () => {
    const maelle = await colleague('Maëlle', DESK, ['PILOT']);
    const { page } = maelle;
    await page.goto('/admin/compte');
    await page.getByRole('button', { name: 'Créer un jeton' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Nom/).fill('Entrepôt de données');
    await dialog.getByRole('button', { name: 'Créer le jeton' }).click();
    const secret = await dialog.getByLabel('Jeton', { exact: true }).inputValue();
    await dialog.getByRole('button', { name: 'J’ai fini' }).click();
    await page.getByText('Entrepôt de données').waitFor();
    expect(await page.content()).not.toContain(secret);

    const asked = async (query: string) => {
      const response = await fetch(`${new URL(page.url()).origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` }, body: JSON.stringify({ query }) });
      return (await response.json()) as { data?: Record<string, unknown> | null; errors?: { extensions: { code: string } }[] };
    };
    expect((await asked('{ cohorts { id } }')).data).toHaveProperty('cohorts');
    expect((await asked('mutation { createProgramme(input: { name: "Non", axis: CORPORATE }) { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await page.getByRole('button', { name: 'Révoquer le jeton Entrepôt de données' }).click();
    await dialog.getByRole('button', { name: 'Révoquer' }).click();
    await page.getByText('Aucun jeton pour le moment.').waitFor();
    expect((await asked('{ cohorts { id } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(maelle.errors).toEqual([]);
    await maelle.close();
  });
});
