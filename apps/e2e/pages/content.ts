import type { Visitor } from '../browser';

/** A theme for publications to be filed under. */
export async function addTheme({ page }: Visitor, name: string): Promise<void> {
  await page.goto('/admin/contenus/thematiques');
  await page.getByRole('button', { name: 'Ajouter une thématique' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom', { exact: false }).first().fill(name);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('rowheader', { name, exact: true }).waitFor();
}
