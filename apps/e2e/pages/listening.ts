import type { Visitor } from '../browser';

/** Asks the programme's two questions for a working week. */
export async function openPulse({ page }: Visitor): Promise<void> {
  await page.goto('/admin/ecoute');
  await page.getByRole('button', { name: /^Demander pendant/ }).click();
  await page.getByRole('button', { name: 'Fermer ce baromètre' }).waitFor();
}

/** Ticks one answer to each question, on « Moi », and sends. */
export async function answerPulse({ page }: Visitor, { works, doesNotWork }: { works: string; doesNotWork: string }): Promise<void> {
  await page.goto('/moi');
  await page.getByRole('group', { name: 'Ce qui fonctionne', exact: true }).getByText(works, { exact: true }).click();
  await page.getByRole('group', { name: 'Ce qui ne fonctionne pas', exact: true }).getByText(doesNotWork, { exact: true }).click();
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await page.getByText('Merci, c’est noté.', { exact: false }).first().waitFor();
}
