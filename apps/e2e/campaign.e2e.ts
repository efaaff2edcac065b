import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { feedUrl, openBrowser, Visitor } from './browser';
import { crawl, day, frenchDay, humanClick } from './pages/outside';
import { Campaign } from './pages/campaign';

jest.setTimeout(180_000);

/** The first campaign of a fresh organisation, across both apps: each step stands on the one before. */
describe('a first campaign', () => {
  let browser: Browser;
  let claire: Visitor;
  let naima: Visitor;
  const campaign = new Campaign();

  beforeAll(async () => {
    browser = await openBrowser();
    claire = await Visitor.open(browser);
    await claire.signIn('claire@orvane.test', 'une phrase de pilote');
  });
  afterAll(async () => {
    await browser.close();
  });

  it('begins with a programme, its raison d’être and its charter', async () => {
    const { page } = claire;
    await page.goto('/admin/programme');
    await page.getByLabel('Nom du programme').fill('Les voix d’Orvane');
    await page.getByRole('radio', { name: /Relation client/ }).check();
    await page.getByRole('button', { name: 'Créer le programme' }).click();
    await page.getByText('Personne ne le voit encore, sauf vous.').waitFor();
    const { currentProgramme } = await claire.gql<{ currentProgramme: { id: string; axis: string } }>('{ currentProgramme { id axis } }');
    expect(currentProgramme.axis).toBe('CUSTOMER');
    campaign.programmeId = currentProgramme.id;

    await page.goto('/admin/programme/principes');
    await page.getByLabel('En une ou deux phrases').fill('Dire notre métier avec nos mots, et y gagner chacun en voix.');
    await page.getByRole('button', { name: 'Publier la version 1' }).first().click();
    await page.getByText('La version 1 est en vigueur', { exact: false }).first().waitFor();
    await campaign.publishCharter(claire);
    await campaign.launch(claire);
  });

  it('has an objective whose progress is computed', async () => {
    await campaign.addObjective(claire);
    await claire.page.goto('/admin/programme/objectifs');
    await claire.page.getByText('Cinq vrais lecteurs').first().waitFor();
  });

  it('sizes the launch: 19, 25, 30 and 50 people', async () => {
    const { page } = claire;
    await page.goto('/admin/cohortes/nouvelle');
    const people = page.getByLabel(/Combien de personnes/);
    for (const [count, advice] of [['19', /lancez avec tout le monde/], ['25', /à vous de choisir/], ['30', /avancez par vagues/], ['50', /avancez par vagues/]] as const) {
      await people.fill(count);
      await page.getByText(new RegExp(`${count}\\s+personnes\\s*:.*${advice.source}`)).waitFor();
    }
    await people.fill('6');
    await page.getByLabel(/^Nom/).fill('Premières voix');
    await page.getByRole('button', { name: 'Créer la cohorte' }).click();
    await page.getByRole('heading', { name: 'Premières voix', level: 1 }).waitFor();
    campaign.cohortId = new URL(page.url()).pathname.split('/').at(-1)!;
  });

  it('calls for volunteers, and shows the mix of levels', async () => {
    await claire.page.goto('/admin/recrutement/appel');
    await claire.page.getByRole('button', { name: 'Nouvel appel' }).first().click();
    await claire.page.getByLabel('Titre').fill('Prenez la parole');
    await claire.page.getByLabel('Message').fill('Une heure par mois, vos mots, et vous arrêtez quand vous voulez.');
    await claire.page.getByLabel('Premier jour').fill(frenchDay(0));
    await claire.page.keyboard.press('Tab');
    await claire.page.getByLabel('Dernier jour').fill(frenchDay(20));
    await claire.page.keyboard.press('Tab');
    await claire.page.getByLabel('Cohorte').first().click();
    await claire.page.getByRole('option', { name: 'Premières voix' }).click();
    await claire.page.getByRole('button', { name: 'Enregistrer' }).first().click();
    await claire.page.getByRole('button', { name: 'Ouvrir l’appel' }).click();
    await claire.page.getByRole('button', { name: 'Fermer l’appel' }).waitFor();
    await campaign.findCall(claire);
    await campaign.hire(claire, browser);
    naima = campaign.visitors[0]!;
    const { page } = naima;
    await page.goto('/');
    await page.getByRole('link', { name: /Devenir ambassadeur ou ambassadrice/ }).first().click();
    await page.getByLabel(/Ce qui vous donne envie/).fill('Je veux raconter les chantiers d’écoles avec mes mots.');
    await page.getByText('Débutant ou débutante').click();
    await page.getByRole('button', { name: 'Envoyer ma candidature' }).click();
    await page.getByText('Votre candidature est envoyée').first().waitFor();
    for (const [index, visitor] of campaign.visitors.slice(1).entries()) await campaign.apply(visitor, index % 2 === 0 ? 'EXPERT' : 'BEGINNER');
    await claire.page.goto('/admin/recrutement/candidatures');
    await claire.page.getByText('Naïma Roussel', { exact: false }).first().waitFor();
  });

  it('makes nobody active before they accept themselves', async () => {
    await campaign.acceptApplications(claire);
    expect(await campaign.membersToday(claire)).toBe(0);
    const id = await campaign.invitationOf(naima);
    const { page } = naima;
    await page.goto(`/rejoindre/${id}`);
    await page.getByText('Dire notre métier avec nos mots', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Lire la charte' }).click();
    await page.getByRole('button', { name: 'J’accepte' }).click();
    await page.getByText(/Vous faites partie de/).waitFor();
    for (const visitor of campaign.visitors.slice(1)) await campaign.acceptInvitation(visitor);
    expect(await campaign.membersToday(claire)).toBe(campaign.visitors.length);
  });

  it('turns an article of a plugged feed into a publication in three calls', async () => {
    const { page } = claire;
    await page.goto('/admin/contenus/sources');
    await page.getByRole('button', { name: 'Brancher une source' }).first().click();
    await page.getByRole('dialog').getByLabel('Adresse').fill(feedUrl);
    await page.getByRole('dialog').getByRole('button', { name: /brancher/i }).click();
    await page.getByText('La Revue du bâti').first().waitFor({ timeout: 40_000 });
    await campaign.addTheme(claire);
    await page.goto('/admin/contenus');
    await page.getByRole('button', { name: /Préparer/ }).or(page.getByRole('link', { name: /Préparer/ })).first().click();
    await page.getByLabel('Thématique').first().click();
    await page.getByRole('option', { name: 'Écoles' }).click();
    await page.keyboard.press('Escape');
    await page.getByLabel('Catégorie').first().click();
    await page.getByRole('option', { name: 'Texte d’ambassadeur' }).click();
    await page.getByRole('region', { name: 'Textes prêts à poster' }).getByRole('textbox').last().fill('J’ai découvert comment on rénove une école sans fermer les classes, et je trouve cela inspirant.');
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    await page.getByRole('button', { name: 'Publier', exact: true }).waitFor({ state: 'hidden' });
    campaign.publicationId = new URL(page.url()).pathname.split('/').at(-1)!;
    await page.goto('/admin/contenus/publications');
    await page.getByText(/Rénover une école/).first().waitFor();
  });

  it('runs a newcomer contest over the cohort', async () => {
    await campaign.openContest(claire);
    await naima.page.goto('/concours');
    await naima.page.getByText('Les premières voix').first().waitFor();
  });

  it('lets a member read, then share in her own words in two gestures', async () => {
    const { page, context } = naima;
    await page.goto('/');
    await page.getByRole('button', { name: /Partager avec mes mots/ }).first().click();
    const field = page.getByRole('dialog').getByRole('textbox').first();
    await field.fill('J’ai vu des équipes travailler le soir pour que les élèves retrouvent leur classe. J’en retiens une chose : tout se prépare avant.');
    await page.getByRole('dialog').getByRole('radio', { name: /LinkedIn/ }).check();
    const [popup] = await Promise.all([context.waitForEvent('page'), page.getByRole('dialog').getByRole('button', { name: /ouvrir LinkedIn/ }).click()]);
    await popup.close();
    await page.getByRole('button', { name: /^Oui/ }).click();
    await page.getByText(/LinkedIn/).first().waitFor();
    campaign.link = await campaign.linkOf(naima);
    for (const [index, visitor] of campaign.visitors.slice(1).entries()) await campaign.share(visitor, index);
    await campaign.read(naima);
    for (const visitor of campaign.visitors.slice(1, 5)) await campaign.read(visitor);
  });

  it('counts one valid click per visitor and hour, and nothing for a crawler', async () => {
    await humanClick(campaign.link, 'Firefox/131.0', '203.0.113.7');
    await humanClick(campaign.link, 'Firefox/131.0', '203.0.113.7');
    await humanClick(campaign.link, 'Chrome/130.0', '203.0.113.8');
    const preview = await crawl(campaign.link);
    expect(preview).toMatch(/<meta property="og:title" content="[^"]*Rénover une école/);
    expect(await campaign.clicksOf(naima, 2)).toBe(2);
  });

  it('shows the points with their cause, and the board as it moves', async () => {
    const { page } = naima;
    await page.goto('/concours');
    await page.getByText(/Vos points/).first().waitFor();
    const before = await campaign.pointsOf(naima);
    await humanClick(campaign.link, 'Safari/18.0', '203.0.113.9');
    await expect(campaign.pointsReach(naima, before + campaign.pointsPerClick)).resolves.toBe(true);
  });

  it('asks what works and what does not, and shows it from five answers', async () => {
    const pulseId = await campaign.openPulse(claire);
    for (const visitor of campaign.visitors.slice(0, 4)) await campaign.answer(visitor, pulseId);
    expect((await campaign.pulse(claire, pulseId)).suppressed).toBe(true);
    await campaign.answer(campaign.visitors[4]!, pulseId);
    expect(await campaign.pulse(claire, pulseId)).toMatchObject({ suppressed: false, people: 5 });
    await claire.page.goto('/admin/ecoute');
    await claire.page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('ends with figures equal to what happened', async () => {
    const figures = await campaign.figures(claire, day(0), day(0));
    const people = campaign.visitors.length;
    expect(figures).toMatchObject({ 'people-connected': people + 1, readers: 5, shares: people, 'valid-clicks': 3 });
    await claire.page.goto('/admin/resultats');
    await claire.page.getByRole('heading', { level: 1 }).waitFor();
    await claire.page.getByText('Clics valides').first().waitFor();
    expect([...claire.errors, ...naima.errors]).toEqual([]);
  });
});
