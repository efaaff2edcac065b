/// <reference lib="dom" />
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DESK, openBrowser, PHONE, Visitor } from '../browser';
import { faultsOf, settled } from '../pages/walk';

jest.setTimeout(300_000);

interface Shift extends PerformanceEntry {
  value: number;
  sources: { node?: Element | null }[];
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function signedIn(name: string, viewport: { width: number; height: number }): Promise<Visitor> {
  const visitor = await Visitor.open(browser, viewport);
  await visitor.signIn(`${name}@demo.test`, 'portevoix-demo');
  return visitor;
}

it('a member’s home does not move when invitations come after the feed, each with a name of its own', async () => {
  const [pilot, member] = await Promise.all([signedIn('pilote', DESK), signedIn('ambassadeur', PHONE)]);
  const idOf = async (visitor: Visitor) => (await visitor.gql<{ viewer: { person: { id: string } } }>('{ viewer { person { id } } }')).viewer.person.id;
  const [referentId, personId] = await Promise.all([idOf(pilot), idOf(member)]);
  for (const name of ['Relais', 'Voisins']) {
    const { createCohort } = await pilot.gql<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: `${name} ${Date.now()}`, strategy: 'VOLUNTEERS', startsOn: '2027-01-04', referentId } });
    await pilot.gql('mutation ($input: InvitePeopleInput!) { invite(input: $input) }', { input: { cohortId: createCohort.id, origin: 'REFERRAL', personIds: [personId], rationale: 'Il raconte bien.' } });
  }

  const { page } = member;
  let came = () => {};
  const feed = new Promise<void>((resolve) => (came = resolve));
  await page.route('**/graphql', async (route) => {
    const query = String((route.request().postDataJSON() as { query?: string } | null)?.query);
    if (query.includes('query Joining')) await feed;
    const response = await route.fetch();
    await route.fulfill({ response });
    if (query.includes('query Feed')) setTimeout(came, 300);
  });
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) shifts.push(`${value.toFixed(3)} ${sources.map(({ node }) => (node?.textContent ?? '').slice(0, 40)).join(' | ')}`);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/');
  await settled(page);
  const card = page.getByRole('link', { name: 'Voir l’invitation' }).first();
  await card.waitFor();
  await page.locator('article').first().waitFor();
  expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts.filter((shift) => Number.parseFloat(shift) > 0.02))).toEqual([]);
  expect(await faultsOf(page)).toEqual([]);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  // The other journeys find the home without it.
  const { myInvitations } = await member.gql<{ myInvitations: { id: string }[] }>('{ myInvitations { id } }');
  for (const { id } of myInvitations) await member.gql('mutation ($id: ID!) { declineInvitation(id: $id) }', { id });
  await Promise.all([pilot.close(), member.close()]);
});
