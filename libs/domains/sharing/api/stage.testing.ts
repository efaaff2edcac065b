import { cohortsFactory } from '@portevoix/cohorts/api';
import { contentFactory, type Publication, type PublicationSeed } from '@portevoix/content/api';
import type { Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { programmesFactory } from '@portevoix/programmes/api';
import type { Client, TestApi, TestOrganisation } from '@portevoix/testing';

export const PREPARE = `query ($id: ID!) { prepareShare(publicationId: $id) {
  initialText initialVariantId disclosure mastodonInstance shortUrlLength dailyCap remainingToday
  variants { variant { id text language } alreadyPosted sharedPassages { passage colleagues } } draft { text } networks { network limit urlLength prefillsText } shares { id network } } }`;
export const OPEN = `mutation ($input: OpenShareInput!) { openShare(input: $input) {
  share { id state edited text openedAt publication { title } link { code shortUrl targetUrl } clicks { valid raw people } } intentUrl composedText shortUrl similarity } }`;
export const DECLARE = 'mutation ($id: ID!) { declareShare(id: $id) { state declaredAt } }';
export const RETRACT = 'mutation ($id: ID!) { retractShare(id: $id) { state declaredAt retractedAt } }';
export const MINE = 'query ($first: Int, $after: String) { myShares(first: $first, after: $after) { edges { node { network state text } } pageInfo { hasNextPage endCursor } } }';
export const DRAFT = 'mutation ($input: SaveShareDraftInput!) { saveShareDraft(input: $input) { text savedAt } }';
export const WEEKS = '{ myWeeks { number monday active current } }';

export interface Stage {
  organisation: TestOrganisation;
  programmeId: string;
  members: Person[];
  clients: Client[];
  publish(values?: Partial<PublicationSeed>): Promise<Publication>;
}

/** An organisation with its programme, a cohort of `count` ambassadors and their clients. */
export async function stage(api: TestApi, count = 1, values: Parameters<TestApi['organisation']>[0] = {}): Promise<Stage> {
  const organisation = await api.organisation(values);
  const pilot = await organisation.person(Role.PILOT);
  const members = await organisation.people(count, Role.AMBASSADOR);
  const at = new Date(api.clock.now().getTime() - 86_400_000);
  const programmeId = await organisation.write(async () => {
    const programme = await programmesFactory.programme(api.db, at, { name: 'Nos Métiers, à voix haute' });
    const cohort = await cohortsFactory.cohort(api.db, at, { programmeId: programme.id, referentId: pilot.id });
    await cohortsFactory.members(api.db, cohort.id, members.map(({ id }) => ({ personId: id, since: at })));
    return programme.id;
  });
  const clients = await Promise.all(members.map((member) => api.as(member)));
  const publish = (seed: Partial<PublicationSeed> = {}) => organisation.write(() => contentFactory.publication(api.db, { at, authorId: pilot.id, programmeId, ...seed }));
  return { organisation, programmeId, members, clients, publish };
}

export const TEXTS = ['Je suis fier de ce préau levé en une matinée par quatre charpentiers.', 'Ce matin, j’ai vu six poteaux devenir un préau, et les enfants regarder.', 'J’ai compris pourquoi on taille tout à l’atelier avant de monter dehors.'];
export const input = (publication: { id: string }, values: Record<string, unknown> = {}) => ({ input: { publicationId: publication.id, network: 'LINKEDIN', text: 'J’y étais, et je le raconte avec mes mots.', ...values } });
