import type { Visitor } from '../browser';

/** Answers the open call from the feed, on a phone. */
export async function applyOnScreen({ page }: Visitor, motivation: string, level: 'À l’aise' | 'Débutant ou débutante'): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: /Devenir ambassadeur ou ambassadrice/ }).first().click();
  await page.getByLabel(/Ce qui vous donne envie/).fill(motivation);
  await page.getByText(level, { exact: true }).click();
  await page.getByRole('button', { name: 'Envoyer ma candidature' }).click();
  await page.getByText('Votre candidature est envoyée').first().waitFor();
}

/** Every application on the pilot's list, accepted at once. */
export async function acceptApplications({ page }: Visitor, count: number): Promise<void> {
  await page.goto('/admin/recrutement/candidatures');
  await page.getByRole('checkbox', { name: 'Tout sélectionner' }).check();
  const bar = page.getByRole('region', { name: new RegExp(`^${count} sélectionnées`) });
  await bar.getByRole('button', { name: 'Accepter' }).click();
  await page.getByText(`${count} candidatures acceptées`).first().waitFor();
}

/** From the feed: the invitation, the raison d'être, the charter, then the person's own yes. */
export async function joinOnScreen({ page }: Visitor, statement: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Voir l’invitation' }).click();
  await page.getByText(statement, { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Lire la charte' }).click();
  await page.getByText('Authenticité').first().waitFor();
  await page.getByRole('button', { name: 'J’accepte' }).click();
  await page.getByText(/Vous faites partie de/).waitFor();
}

/** The version that replaces what was accepted, presented again before the feed. */
export async function acceptAgain({ page }: Visitor, statement: string): Promise<void> {
  await page.goto('/');
  await page.getByText(statement, { exact: false }).waitFor();
  await page.getByText('La raison d’être a changé depuis votre dernière lecture.').waitFor();
  await page.getByRole('button', { name: 'Je m’y retrouve' }).click();
  await page.getByRole('navigation').first().waitFor();
}
