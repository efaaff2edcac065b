import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { feedUrl, openBrowser, Visitor } from './browser';
import { Campaign, NAMES, SHARED } from './pages/campaign';
import { CohortPages } from './pages/cohort';
import { addTheme } from './pages/content';
import { openContest } from './pages/contest';
import { acceptAgain, acceptApplications, applyOnScreen, joinOnScreen } from './pages/joining';
import { answerPulse, openPulse } from './pages/listening';
import { crawl, day, frenchDay, humanClick } from './pages/outside';
import { ProgrammePages } from './pages/programme';
import { readOnScreen, shareOnScreen } from './pages/reading';

const MOTIVATIONS = ['Je veux raconter les chantiers d’écoles avec mes mots.', 'Parler de mon métier.'];
const STATEMENT = 'Dire notre métier avec nos mots, et y gagner chacun en voix.';

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
    const programme = new ProgrammePages(claire);
    await programme.create('Les voix d’Orvane');
    const { currentProgramme } = await claire.gql<{ currentProgramme: { axis: string } }>('{ currentProgramme { axis } }');
    expect(currentProgramme.axis).toBe('CUSTOMER');
    await programme.publishStatement(STATEMENT);
    await programme.publishCharter([
      ['Volontariat', 'Chacun vient, et repart, comme il veut.'],
      ['Liberté', 'Vos mots, vos réseaux, votre rythme.'],
      ['Authenticité', 'Dites ce que vous pensez vraiment.'],
    ]);
    await programme.launch();
  });

  it('has an objective whose progress is computed', async () => {
    await new ProgrammePages(claire).addObjective({ name: 'Cinq vrais lecteurs', metric: 'Vrais lecteurs', target: 5 });
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
    await campaign.hire(claire, browser);
    naima = campaign.visitors[0]!;
    for (const [index, visitor] of campaign.visitors.entries()) await applyOnScreen(visitor, MOTIVATIONS[index % MOTIVATIONS.length]!, index % 2 === 0 ? 'Débutant ou débutante' : 'À l’aise');
    await claire.page.goto('/admin/recrutement/candidatures');
    await claire.page.getByText('Naïma Roussel', { exact: false }).first().waitFor();
  });

  it('makes nobody active before they accept themselves', async () => {
    await acceptApplications(claire, NAMES.length);
    expect(await campaign.membersToday(claire)).toBe(0);
    for (const visitor of campaign.visitors) await joinOnScreen(visitor, STATEMENT);
    expect(await campaign.membersToday(claire)).toBe(NAMES.length);
  });

  it('asks each member again when the raison d’être changes', async () => {
    const changed = 'Dire notre métier avec nos mots, et l’apprendre des autres.';
    await new ProgrammePages(claire).publishStatement(changed);
    for (const visitor of campaign.visitors) await acceptAgain(visitor, changed);
  });

  it('turns an article of a plugged feed into a publication in three calls', async () => {
    const { page } = claire;
    await page.goto('/admin/contenus/sources');
    await page.getByRole('button', { name: 'Brancher une source' }).first().click();
    await page.getByRole('dialog').getByLabel('Adresse').fill(feedUrl);
    await page.getByRole('dialog').getByRole('button', { name: /brancher/i }).click();
    await page.getByText('La Revue du bâti').first().waitFor({ timeout: 40_000 });
    await addTheme(claire, 'Écoles');
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
    campaign.contestId = await openContest(claire, { cohort: 'Premières voix', name: 'Les premières voix', pointsPerClick: campaign.pointsPerClick });
    await naima.page.goto('/concours');
    await naima.page.getByText('Les premières voix').first().waitFor();
  });

  it('launches the cohort once each point is ready, or left out in the pilot’s name', async () => {
    const cohort = new CohortPages(claire, campaign.cohortId);
    await cohort.open();
    expect(await cohort.launchIsBlocked()).toBe(true);
    await cohort.writeWelcome('Bienvenue à vous. Écrivez-moi quand vous voulez.');
    await cohort.confirmEvent('Vendredi à 14 h, à l’atelier de Lyon.');
    expect(await cohort.launchIsBlocked()).toBe(false);
    await cohort.launch('Premières voix');
  });

  it('lets members read, then share in their own words in two gestures', async () => {
    const [, theo, ...others] = campaign.visitors;
    await shareOnScreen(naima, { network: 'LinkedIn', text: 'J’ai vu des équipes travailler le soir pour que les élèves retrouvent leur classe. J’en retiens une chose : tout se prépare avant.' });
    await shareOnScreen(theo!, { network: 'LinkedIn', text: 'Mon métier touche à tout, et je le découvre encore chaque semaine sur les chantiers.' });
    campaign.link = await campaign.linkOf(naima);
    for (const [index, [network, text]] of SHARED.entries()) await shareOnScreen(others[index]!, { network, text });
    await Promise.all([naima, theo!, ...others.slice(0, 3)].map((visitor) => readOnScreen(visitor, /Rénover une école/)));
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
    const { page } = claire;
    const answer = { works: 'Les contenus', doesNotWork: 'Le temps' };
    await openPulse(claire);
    for (const visitor of campaign.visitors.slice(0, 4)) await answerPulse(visitor, answer);
    await page.reload();
    await page.getByText('Pas assez de réponses').waitFor();
    await answerPulse(campaign.visitors[4]!, answer);
    await page.reload();
    await page.getByText(/Ce qui fonctionne d’abord\s*: les contenus, pour 5 personnes sur 5/).waitFor();
    await page.getByText(/Ce qui gêne d’abord\s*: le temps, pour 5 personnes sur 5/).waitFor();
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
