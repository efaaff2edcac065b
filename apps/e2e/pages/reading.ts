import { expect } from '@jest/globals';
import type { Visitor } from '../browser';

/** Opens the publication from the feed, reads it to the end, and waits until the reading counts. */
export async function readOnScreen({ page }: Visitor, title: RegExp): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: title }).or(page.getByRole('link', { name: /^Lire/ })).first().click();
  await page.getByRole('article').first().waitFor();
  // The reading rule asks for a few seconds of presence, down to the end of the text.
  for (let second = 0; second < 40; second += 1) {
    await page.mouse.wheel(0, 400);
    if (await page.getByText('Compté comme lu').first().isVisible()) return;
    await page.waitForTimeout(1000);
  }
  expect(await page.getByText('Compté comme lu').first().isVisible()).toBe(true);
}

interface Share {
  network: 'LinkedIn' | 'Mastodon' | 'Bluesky' | 'WhatsApp' | 'Facebook';
  text: string;
}
const BEHIND_OTHERS: readonly string[] = ['WhatsApp', 'Facebook'];

/** « Partager avec mes mots » on the first card, with a text of their own, then « Oui ». */
export async function shareOnScreen({ page, context }: Visitor, { network, text }: Share): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /Partager avec mes mots/ }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').first().fill(text);
  if (BEHIND_OTHERS.includes(network)) await sheet.getByRole('radio', { name: /^Autres/ }).check();
  await sheet.getByRole('radio', { name: new RegExp(`^${network}`) }).check();
  if (network === 'Mastodon') await sheet.getByLabel('Votre serveur Mastodon').fill('mastodon.social');
  const [popup] = await Promise.all([context.waitForEvent('page'), sheet.getByRole('button', { name: new RegExp(`ouvrir ${network}`) }).click()]);
  await popup.close();
  await page.getByRole('button', { name: /^Oui/ }).click();
  await page.getByText(new RegExp(network)).first().waitFor();
}
