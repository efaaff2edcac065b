import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { PHONE, Visitor } from '../browser';
import { importPeople } from './people';

/** Six employees, who will be the first cohort. */
export const NAMES = [['Naïma', 'Roussel'], ['Théo', 'Lambert'], ['Léa', 'Montignac'], ['Karim', 'Haddouche'], ['Sofia', 'Bellec'], ['Yanis', 'Ferrand']] as const;
/** What the four last of them share, each on another network. */
export const SHARED = [
  ['Bluesky', 'Je me souviens de ma propre école en travaux ; cette façon de faire change la vie des enfants.'],
  ['Mastodon', 'J’aime quand une équipe trouve une solution simple. Lisez plutôt.'],
  ['WhatsApp', 'Pour moi, un bon chantier se remarque à peine. Celui-ci en est la preuve.'],
  ['Facebook', 'J’apprends beaucoup en lisant nos voisins du bâtiment, et je vous le conseille.'],
] as const;
const addressOf = (firstName: string, lastName: string) => `${firstName.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}.${lastName.toLowerCase()}@orvane.test`;

/** What several steps of the journey share: ids, people, and the calls that are not the step's subject. */
export class Campaign {
  cohortId = '';
  publicationId = '';
  contestId = '';
  link = '';
  readonly pointsPerClick = 2;
  readonly visitors: Visitor[] = [];

  /** Six employees from the directory's file, each in a browser of their own, signed in by the link they were mailed. */
  async hire(pilot: Visitor, browser: Browser): Promise<void> {
    await importPeople(pilot, NAMES.map(([firstName, lastName]) => ({ firstName, lastName, email: addressOf(firstName, lastName), department: 'Chantiers' })));
    for (const [firstName, lastName] of NAMES) {
      const visitor = await Visitor.open(browser, PHONE);
      await visitor.signInByLink(addressOf(firstName, lastName));
      this.visitors.push(visitor);
    }
  }

  async membersToday(pilot: Visitor): Promise<number> {
    const { cohortMembers } = await pilot.gql<{ cohortMembers: { edges: unknown[] } }>('query ($id: ID!) { cohortMembers(cohortId: $id, first: 50) { edges { node { since } } } }', { id: this.cohortId });
    return cohortMembers.edges.length;
  }

  async linkOf(visitor: Visitor): Promise<string> {
    const { myShares } = await visitor.gql<{ myShares: { edges: { node: { link: { shortUrl: string } } }[] } }>('{ myShares(first: 1) { edges { node { link { shortUrl } } } } }');
    return myShares.edges[0]!.node.link.shortUrl;
  }

  async clicksOf(visitor: Visitor, expected: number): Promise<number> {
    const read = async () => (await visitor.gql<{ myShares: { edges: { node: { clicks: { valid: number } } }[] } }>('{ myShares(first: 1) { edges { node { clicks { valid } } } } }')).myShares.edges[0]!.node.clicks.valid;
    await until(async () => ((await read()) >= expected ? true : null));
    return read();
  }

  async pointsOf(visitor: Visitor): Promise<number> {
    return (await visitor.gql<{ contest: { myPoints: number } }>('query ($id: ID!) { contest(id: $id) { myPoints } }', { id: this.contestId })).contest.myPoints;
  }

  pointsReach(visitor: Visitor, points: number): Promise<boolean> {
    return until(async () => ((await this.pointsOf(visitor)) >= points ? true : null));
  }

  async figures(pilot: Visitor, from: string, to: string): Promise<Record<string, number | null>> {
    const { dashboard } = await pilot.gql<{ dashboard: { figures: { metricId: string; value: number | null }[] } }>('query ($from: String!, $to: String!) { dashboard(from: $from, to: $to) { figures { metricId value } } }', { from, to });
    return Object.fromEntries(dashboard.figures.map(({ metricId, value }) => [metricId, value]));
  }
}

/** What `read` answers once it is there; a job's effect takes a moment. */
async function until<T>(read: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 120; tries += 1) {
    const answer = await read();
    if (answer !== null) return answer;
    await sleep(250);
  }
  throw new Error('It did not come within 30 s');
}
