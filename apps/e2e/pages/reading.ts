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

/** « Partager avec mes mots » on the first card, with a text of their own, to LinkedIn, then « Oui ». */
export async function shareOnScreen({ page, context }: Visitor, text: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /Partager avec mes mots/ }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').first().fill(text);
  await sheet.getByRole('radio', { name: /LinkedIn/ }).check();
  const [popup] = await Promise.all([context.waitForEvent('page'), sheet.getByRole('button', { name: /ouvrir LinkedIn/ }).click()]);
  await popup.close();
  await page.getByRole('button', { name: /^Oui/ }).click();
  await page.getByText(/LinkedIn/).first().waitFor();
}
