/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, PHONE, Visitor } from './browser';
import { goInside, settled } from './pages/walk';

jest.setTimeout(600_000);

const WORDS = 'J’ai appris ce matin comment on lève un préau sans grue, et je n’en reviens pas.';

interface Shares {
  myShares: { edges: { node: { publicationId: string; text: string; network: string } }[] };
}

let browser: Browser;
let member: Visitor;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  member = await Visitor.open(browser, PHONE);
  await member.signIn('ambassadeur@demo.test', 'portevoix-demo');
  page = member.page;
  await page.goto('/');
  await settled(page);
  // The service worker holds the whole app once it is active.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
});
afterAll(() => browser.close());

const feedOf = async (first: number) => (await member.gql<{ feed: { edges: { node: { id: string; title: string; audience: string } }[] } }>('query ($first: Int!) { feed(first: $first) { edges { node { id title audience } } } }', { first })).feed.edges.map(({ node }) => node);
const sharesOf = async (publicationId: string) => (await member.gql<Shares>('{ myShares(first: 50) { edges { node { publicationId text network } } } }')).myShares.edges.map(({ node }) => node).filter((share) => share.publicationId === publicationId);

/** A shareable content that this member has not shared. */
async function fresh(): Promise<string> {
  for (const { id, audience } of await feedOf(40)) if (audience === 'SHAREABLE' && (await sharesOf(id)).length === 0) return id;
  throw new Error('Everything is shared already');
}

describe('the ambassador app on a device', () => {
  it('can be installed', async () => {
    const cdp = await member.context.newCDPSession(page);
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
    // A test's browser is private, which alone forbids the installation.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
    const { data } = await cdp.send('Page.getAppManifest');
    // A second session would undo the loss of network at the next reload.
    await cdp.detach();
    expect(JSON.parse(data ?? '{}')).toMatchObject({ name: 'Portevoix', display: 'standalone', start_url: '/', scope: '/' });
  });

  it('opens and reads its last twenty items without a network', async () => {
    const items = await feedOf(20);
    expect(items.length).toBe(20);
    await member.context.setOffline(true);
    await page.reload();
    await settled(page);
    await page.getByText('Vous êtes hors connexion.').waitFor();
    for (const { id, title } of items) {
      await goInside(page, `/lire/${id}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await page.getByRole('article').first().innerText()).toMatch(/\S{3}.{80}/s);
    }
    await member.context.setOffline(false);
  });

  it('keeps a share made without a network « en attente », and sends it once', async () => {
    const publicationId = await fresh();
    await goInside(page, '/');
    const other = await member.context.newPage();
    await other.goto('/partager?vue=attente');
    await settled(other);
    await page.bringToFront();
    await member.context.setOffline(true);
    await goInside(page, `/?partager=${publicationId}`);
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('textbox').first().fill(WORDS);
    await sheet.getByRole('radio', { name: /LinkedIn/ }).check();
    await sheet.getByRole('button', { name: /LinkedIn/ }).click();
    await sheet.getByText('Il partira une fois, au retour du réseau.', { exact: false }).waitFor();
    // Another tab shows it too, still without a network.
    await other.getByText(WORDS).waitFor();
    await other.close();

    await page.reload();
    await settled(page);
    await goInside(page, '/partager?vue=attente');
    await page.getByText(WORDS).waitFor();
    await page.getByText('En attente', { exact: true }).last().waitFor();
    expect(await sharesOf(publicationId).catch(() => [])).toEqual([]);

    await member.context.setOffline(false);
    await page.getByText('Rien en attente, et c’est très bien').waitFor();
    await page.reload();
    await settled(page);
    await member.context.setOffline(true);
    await member.context.setOffline(false);
    expect(await sharesOf(publicationId)).toMatchObject([{ network: 'LINKEDIN', text: WORDS }]);
  });

  it('keeps the page and the draft when the language changes', async () => {
    const publicationId = await fresh();
    await goInside(page, `/?partager=${publicationId}`);
    const field = page.getByRole('dialog').getByRole('textbox').first();
    await field.fill('À finir ce soir, avec mes mots.');
    await page.keyboard.press('Escape');
    await goInside(page, '/moi/compte');
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'My account' }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/moi/compte');
    await goInside(page, `/?partager=${publicationId}`);
    expect(await field.inputValue()).toBe('À finir ce soir, avec mes mots.');
    await page.keyboard.press('Escape');
    await goInside(page, '/moi/compte');
    await page.getByText('Français', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Mon compte' }).first().waitFor();
    expect(member.errors.filter((error) => !/ERR_INTERNET_DISCONNECTED/.test(error))).toEqual([]);
  });
});
