import type { Visitor } from '../browser';
import { frenchDay } from './outside';

/** « Programme » of the admin app, as a pilot goes through it. */
export class ProgrammePages {
  constructor(private readonly pilot: Visitor) {}

  async create(name: string): Promise<void> {
    const { page } = this.pilot;
    await page.goto('/admin/programme');
    await page.getByLabel('Nom du programme').fill(name);
    await page.getByRole('radio', { name: /Relation client/ }).check();
    await page.getByRole('button', { name: 'Créer le programme' }).click();
    await page.getByText('Personne ne le voit encore, sauf vous.').waitFor();
  }

  async publishStatement(text: string): Promise<void> {
    const { page } = this.pilot;
    await page.goto('/admin/programme/principes');
    const form = page.getByRole('form', { name: 'Raison d’être' });
    await form.getByLabel('En une ou deux phrases').fill(text);
    await form.getByRole('button', { name: /^Publier la version/ }).click();
    await page.getByText('est en vigueur', { exact: false }).first().waitFor();
  }

  async publishCharter(articles: readonly (readonly [title: string, text: string])[]): Promise<void> {
    const { page } = this.pilot;
    await page.goto('/admin/programme/principes');
    const form = page.getByRole('form', { name: 'Charte' });
    for (const [index, [title, text]] of articles.entries()) {
      if (index > 0) await form.getByRole('button', { name: 'Ajouter un principe' }).click();
      await form.getByLabel(`Principe ${index + 1}`).fill(title);
      await form.getByLabel('Ce que cela veut dire ici').nth(index).fill(text);
    }
    await form.getByRole('button', { name: /^Publier la version/ }).click();
    await page.getByText('est en vigueur', { exact: false }).first().waitFor();
  }

  async launch(): Promise<void> {
    const { page } = this.pilot;
    await page.goto('/admin/programme');
    await page.getByRole('button', { name: 'Lancer le programme' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lancer le programme' }).click();
    await page.getByText('En cours', { exact: true }).first().waitFor();
  }

  async addObjective({ name, metric, target }: { name: string; metric: string; target: number }): Promise<void> {
    const { page } = this.pilot;
    await page.goto('/admin/programme/objectifs');
    await page.getByRole('button', { name: 'Ajouter un objectif' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Objectif' }).fill(name);
    await dialog.getByLabel('Indicateur').click();
    await page.getByRole('option', { name: metric }).click();
    await dialog.getByLabel('Cible').fill(String(target));
    await dialog.getByLabel('Échéance').fill(frenchDay(60));
    await page.keyboard.press('Tab');
    await dialog.getByLabel('Personne qui le porte').click();
    await page.getByRole('option', { name: 'Claire Aubanel' }).click();
    await dialog.getByRole('button', { name: 'Enregistrer l’objectif' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name }).waitFor();
  }
}
