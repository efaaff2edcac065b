import { expect } from '@jest/globals';
import { cohortsFactory } from '@portevoix/cohorts/api';
import { contentFactory, publicationRead, type Publication } from '@portevoix/content/api';
import type { Organisation, Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { Events, newId } from '@portevoix/platform';
import { programmesFactory } from '@portevoix/programmes/api';
import { clickCounted } from '@portevoix/sharing/api';
import { ShareNetwork } from '@portevoix/sharing/shared';
import type { Client, TestApi, TestOrganisation } from '@portevoix/testing';
import type { Contest } from '../contest.entity';
import { contestsFactory } from '../contests.factory';

export const NOW = '2026-11-18T10:00:00Z';
export const FIRST = '2026-11-16';
export const LAST = '2026-11-22';

export const MINE = `query ($id: ID!) { contest(id: $id) { myPoints collectiveProgress { done target } myLedger(first: 50) { edges { node {
  id source truth count points day publicationTitle network reversal { cause reason } } } } } }`;

interface Stage {
  api: TestApi;
  organisation: TestOrganisation;
  pilot: Client;
  person: Person;
  client: Client;
  outsider: Person;
  contest: Contest;
  programmeId: string;
  cohortId: string;
  publish(): Promise<Publication>;
}

/** A running contest of one cohort with `members` people, without caps unless `values` says otherwise. */
export async function stageOf(api: TestApi, values: Partial<Contest> = {}, organisationValues: Partial<Organisation> = {}): Promise<Stage> {
  api.clock.set(NOW);
  const organisation = await api.organisation(organisationValues);
  const [pilot, person, outsider] = [await organisation.person(Role.PILOT), await organisation.person(Role.AMBASSADOR), await organisation.person(Role.AMBASSADOR)];
  const at = new Date('2026-10-01T08:00:00Z');
  const { contest, programmeId, cohortId } = await organisation.write(async () => {
    const programme = await programmesFactory.programme(api.db, at);
    const places = { programmeId: programme.id, referentId: pilot.id };
    const [cohort, other] = [await cohortsFactory.cohort(api.db, at, places), await cohortsFactory.cohort(api.db, at, places)];
    await cohortsFactory.members(api.db, cohort.id, [{ personId: person.id, since: at }]);
    await cohortsFactory.members(api.db, other.id, [{ personId: outsider.id, since: at }]);
    const made = await contestsFactory.contest(api.db, at, { programmeId: programme.id, cohortId: cohort.id, firstDay: FIRST, lastDay: LAST, ...values });
    return { contest: made, programmeId: programme.id, cohortId: cohort.id };
  });
  const publish = () => organisation.write(() => contentFactory.publication(api.db, { at, authorId: pilot.id, programmeId }));
  return { api, organisation, pilot: await api.as(pilot), person, client: await api.as(person), outsider, contest, programmeId, cohortId, publish };
}

export const pointsOf = async ({ client, contest }: Stage) => (await client.ok(MINE, { id: contest.id })).contest.myPoints;
export const linesOf = async ({ client, contest }: Stage) => (await client.ok(MINE, { id: contest.id })).contest.myLedger.edges.map(({ node }: { node: object }) => node);

/** A share opened and declared by the person, through the API. */
export async function share({ publish }: Stage, client: Client, network = 'LINKEDIN'): Promise<string> {
  const { id } = await publish();
  const { openShare } = await client.ok('mutation ($input: OpenShareInput!) { openShare(input: $input) { share { id } } }', { input: { publicationId: id, network, text: `Mes mots, ${newId().slice(-12)}.` } });
  await client.ok('mutation ($id: ID!) { declareShare(id: $id) { state } }', { id: openShare.share.id });
  return openShare.share.id;
}

/** What the clicks of others and the person's own readings publish. */
export const publish = (stage: Stage, name: 'click' | 'read', payloads: { at?: string; publicationId: string; shareId?: string; personId?: string; clickId?: string }[]) =>
  stage.organisation.write(async () => {
    const events = stage.api.app.get(Events);
    const facts = payloads.map(({ at = NOW, shareId = newId(), clickId = newId(), personId = stage.person.id, publicationId }) => ({ clickId, shareId, personId, publicationId, at, network: ShareNetwork.LINKEDIN }));
    if (name === 'click') await events.publishAll(clickCounted, facts);
    else await events.publishAll(publicationRead, facts.map(({ publicationId, personId }) => ({ publicationId, personId })));
  });

/** Each person's points, once they are found to be the sum of their ledger. */
export const balanced = ({ api, organisation }: Stage) =>
  organisation.write(async () => {
    const rows = await api.db.query<{ balance: number; total: number }>(
      `select s.points as balance, coalesce((select sum(points) from ledger_entry e where e.organisation_id = s.organisation_id and e.contest_id = s.contest_id and e.person_id = s.person_id), 0)::int as total from contest_score s`,
    );
    for (const { balance, total } of rows) expect(balance).toBe(total);
    return rows.map(({ balance }) => balance);
  });
