import type { Locator } from 'playwright-core';
import type { Visitor } from '../browser';

/** One cohort's page, as a pilot prepares its launch. */
export class CohortPages {
  constructor(
    private readonly pilot: Visitor,
    private readonly cohortId: string,
  ) {}

  async open(): Promise<void> {
    await this.pilot.page.goto(`/admin/cohortes/${this.cohortId}`);
    await this.pilot.page.getByText('Mot d’accueil').first().waitFor();
  }

  async launchIsBlocked(): Promise<boolean> {
    return (await this.button.getAttribute('aria-disabled')) === 'true';
  }

  async writeWelcome(text: string): Promise<void> {
    const { page } = this.pilot;
    await page.getByRole('button', { name: 'Écrire' }).click();
    const form = page.getByRole('form', { name: 'Modifier' });
    await form.getByLabel('Mot d’accueil', { exact: false }).fill(text);
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Écrit par le référent').waitFor();
  }

  async confirmEvent(what: string): Promise<void> {
    const { page } = this.pilot;
    await page.getByRole('button', { name: 'Confirmer ou déroger' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Quoi, quand et où').fill(what);
    await dialog.getByRole('button', { name: 'Confirmer en mon nom' }).click();
    await page.getByText('Tout est prêt pour le lancement').waitFor();
  }

  async launch(name: string): Promise<void> {
    await this.button.click();
    await this.pilot.page.getByText(`«\u00a0${name}\u00a0» est lancée.`).waitFor();
  }

  private get button(): Locator {
    return this.pilot.page.getByRole('button', { name: 'Lancer la cohorte' });
  }
}
