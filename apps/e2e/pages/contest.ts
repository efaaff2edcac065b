import type { Visitor } from '../browser';
import { frenchDay } from './outside';

interface ContestOnScreen {
  cohort: string;
  name: string;
  pointsPerClick: number;
}

/** A contest of two weeks from today, written and opened to its cohort; its id. */
export async function openContest({ page }: Visitor, { cohort, name, pointsPerClick }: ContestOnScreen): Promise<string> {
  await page.goto('/admin/animation/concours/nouveau');
  await page.getByLabel('Cohorte').first().click();
  await page.getByRole('option', { name: cohort }).click();
  await page.getByLabel('Nom', { exact: false }).first().fill(name);
  for (const [label, offset] of [['Premier jour', 0], ['Dernier jour', 14]] as const) {
    await page.getByLabel(label).fill(frenchDay(offset));
    await page.keyboard.press('Tab');
  }
  await page.getByLabel('À gagner').fill('Une visite de chantier');
  await page.getByRole('textbox', { name: 'But', exact: true }).fill('20');
  await page.getByLabel('Ce que le groupe y gagne').fill('Le groupe visite un chantier');
  await page.getByLabel('Pour un clic valide').fill(String(pointsPerClick));
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).first().click();
  await page.getByRole('button', { name: 'Ouvrir à la cohorte' }).click();
  await page.getByText('est ouvert à sa cohorte', { exact: false }).first().waitFor();
  return new URL(page.url()).pathname.split('/').at(-1)!;
}
