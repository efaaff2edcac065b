import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { PHONE, Visitor } from '../browser';
import { day } from './outside';

/** Six employees, who will be the first cohort. */
export const NAMES = [['Naïma', 'Roussel'], ['Théo', 'Lambert'], ['Léa', 'Montignac'], ['Karim', 'Haddouche'], ['Sofia', 'Bellec'], ['Yanis', 'Ferrand']] as const;
const NETWORKS = ['BLUESKY', 'MASTODON', 'WHATSAPP', 'FACEBOOK'] as const;

/** What several steps of the journey share: ids, people, and the calls that are not the step's subject. */
export class Campaign {
  cohortId = '';
  publicationId = '';
  contestId = '';
  link = '';
  readonly pointsPerClick = 2;
  readonly visitors: Visitor[] = [];

  /** Six employees, each in a browser of their own, signed in by the link they were mailed. */
  async hire(pilot: Visitor, browser: Browser): Promise<void> {
    for (const [firstName, lastName] of NAMES) {
      const email = `${firstName.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}.${lastName.toLowerCase()}@orvane.test`;
      await pilot.gql('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', { input: { firstName, lastName, email, roles: [], groupIds: [] } });
      const visitor = await Visitor.open(browser, PHONE);
      await visitor.signInByLink(email);
      this.visitors.push(visitor);
    }
  }

  async membersToday(pilot: Visitor): Promise<number> {
    const { cohortMembers } = await pilot.gql<{ cohortMembers: { edges: unknown[] } }>('query ($id: ID!) { cohortMembers(cohortId: $id, first: 50) { edges { node { since } } } }', { id: this.cohortId });
    return cohortMembers.edges.length;
  }

  async addTheme(editor: Visitor): Promise<void> {
    await editor.gql('mutation { addTheme(input: { name: "Écoles" }) { id } }');
  }

  async share(visitor: Visitor, index: number): Promise<void> {
    const texts = [
      'Je me souviens de ma propre école en travaux ; cette façon de faire change la vie des enfants.',
      'J’aime quand une équipe trouve une solution simple. Lisez plutôt.',
      'Pour moi, un bon chantier se remarque à peine. Celui-ci en est la preuve.',
      'J’apprends beaucoup en lisant nos voisins du bâtiment, et je vous le conseille.',
    ];
    const input = { publicationId: this.publicationId, network: NETWORKS[index % NETWORKS.length], text: texts[index], ...(NETWORKS[index] === 'MASTODON' ? { mastodonInstance: 'mastodon.social' } : {}) };
    const { openShare } = await visitor.gql<{ openShare: { share: { id: string } } }>('mutation ($input: OpenShareInput!) { openShare(input: $input) { share { id } } }', { input });
    await visitor.gql('mutation ($id: ID!) { declareShare(id: $id) { state } }', { id: openShare.share.id });
  }

  /** A real reading: told in two steps, as the reader does while the article is on screen. */
  async read(visitor: Visitor): Promise<void> {
    const mutation = 'mutation ($input: RecordReadingInput!) { recordReading(input: $input) { readAt } }';
    const input = { publicationId: this.publicationId, depth: 1, sessionKey: crypto.randomUUID() };
    await visitor.gql(mutation, { input: { ...input, activeMs: 0 } });
    await until(async () => {
      const { recordReading } = await visitor.gql<{ recordReading: { readAt: string | null } }>(mutation, { input: { ...input, activeMs: 60_000 } });
      return recordReading.readAt;
    });
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

  async openPulse(pilot: Visitor): Promise<string> {
    const { openPulse } = await pilot.gql<{ openPulse: { id: string } }>('mutation ($input: OpenPulseInput!) { openPulse(input: $input) { id } }', { input: { scope: 'PROGRAMME', opensOn: day(0), closesOn: day(10) } });
    return openPulse.id;
  }

  async answer(visitor: Visitor, pulseId: string): Promise<void> {
    await visitor.gql('mutation ($input: AnswerPulseInput!) { answerPulse(input: $input) { id } }', { input: { pulseId, works: ['CONTENT'], doesNotWork: ['TIME'] } });
  }

  async pulse(pilot: Visitor, id: string): Promise<{ suppressed: boolean; people: number | null }> {
    return (await pilot.gql<{ pulseResults: { suppressed: boolean; people: number | null } }>('query ($id: ID!) { pulseResults(id: $id) { suppressed people } }', { id })).pulseResults;
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
