import type { Visitor } from '../browser';

interface Line {
  firstName: string;
  lastName: string;
  email: string;
  department: string;
}

/** A CSV file, read without writing first, then imported with the department it brings. */
export async function importPeople({ page }: Visitor, lines: readonly Line[]): Promise<void> {
  const csv = ['Prénom;Nom;Adresse;Service', ...lines.map(({ firstName, lastName, email, department }) => [firstName, lastName, email, department].join(';'))].join('\n');
  await page.goto('/admin/reglages/personnes');
  await page.getByRole('link', { name: 'Importer' }).click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choisir un fichier' }).click()]);
  await chooser.setFiles({ name: 'annuaire.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('heading', { name: 'Ce que ferait l’import' }).waitFor();
  await page.getByRole('checkbox', { name: 'Créer les services et les sites inconnus' }).check();
  await page.getByRole('button', { name: new RegExp(`^Importer ${lines.length}\\s`) }).click();
  await page.getByText(`Import terminé\u00a0: ${lines.length} créées, 0 mises à jour.`).first().waitFor();
}
