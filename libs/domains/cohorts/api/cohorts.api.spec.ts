import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LaunchPlan, RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { type Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { programmesFactory } from '@portevoix/programmes/api';
import { startApi, type Client, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { Cohorts } from './cohorts.service';

let api: TestApi;
let organisation: TestOrganisation;
let pilotPerson: Person;
let pilot: Client;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.set('2026-11-24T09:00:00Z');
  organisation = await api.organisation();
  pilotPerson = await organisation.person(Role.PILOT);
  pilot = await api.as(pilotPerson);
  await organisation.write(() => programmesFactory.programme(api.db, api.clock.now()));
});
afterAll(() => api.close());

const CREATE = 'mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id name plan plannedSize wave waves { name wave plannedSize referent { id } } referent { id } memberCount } }';
const SIZE = 'mutation ($input: ApplySizingInput!) { applySizing(input: $input) { plan plannedSize wave waves { wave plannedSize } } }';
const MEMBERS = 'query ($id: ID!, $on: String, $first: Int, $after: String) { cohortMembers(cohortId: $id, on: $on, first: $first, after: $after) { count edges { node { person { id } origin since } } pageInfo { hasNextPage endCursor } } }';
const CARDS = 'query ($id: ID!) { followUps(cohortId: $id) { id person { id } owner { id } nextContactOn note doneAt } }';
const UPDATE_CARD = 'mutation ($input: UpdateFollowUpInput!) { updateFollowUp(input: $input) { nextContactOn note doneAt owner { id } } }';
const WAIVE = 'mutation ($input: DecideLaunchItemInput!) { decideLaunchItem(input: $input) { id } }';
const MINE = '{ myCohort { id name } myReferent { id } }';
const LEAVE = 'mutation { leaveProgramme }';
const RETURN = 'mutation { returnToProgramme }';

/** Sessions end with time: the pilot signs in again. */
async function jumpTo(instant: string) {
  api.clock.set(instant);
  pilot = await api.as(pilotPerson);
}

async function create(input: object = {}): Promise<{ id: string; waves: object[]; plan: string | null; plannedSize: number | null; wave: number | null }> {
  return (await pilot.ok(CREATE, { input: { name: 'Premières voix', strategy: 'VOLUNTEERS', startsOn: '2026-12-01', referentId: pilotPerson.id, ...input } })).createCohort;
}

/** As recruitment does on each person's acceptance. */
async function join(cohortId: string, count: number, at?: Date): Promise<Person[]> {
  const people = await organisation.people(count);
  await organisation.write(async () => {
    for (const { id: personId } of people) await api.app.get(Cohorts).addMember({ cohortId, personId, origin: RecruitmentOrigin.VOLUNTEER, at });
  });
  return people;
}

const members = async (id: string, on?: string) => {
  const { count, edges } = (await pilot.ok(MEMBERS, { id, on, first: 100 })).cohortMembers;
  return { count, people: edges.map(({ node }: { node: { person: { id: string } } }) => node.person.id).sort() };
};
const ids = (people: Person[]) => people.map(({ id }) => id).sort();

describe('the size of a launch', () => {
  const advice = async (people: number) => (await pilot.ok('query ($people: Int!) { sizingAdvice(people: $people) { band recommended options { plan waves followUpCards pros cons } } }', { people })).sizingAdvice;

  it('advises everybody under 20, a choice under 30, waves from 30', async () => {
    expect(await advice(19)).toMatchObject({ recommended: 'LAUNCH_ALL', options: [{ plan: 'LAUNCH_ALL', waves: [19], followUpCards: 19 }] });
    const grey = await advice(25);
    expect([grey.recommended, grey.options.map(({ plan }: { plan: string }) => plan)]).toEqual([null, ['LAUNCH_ALL', 'WAVES']]);
    expect(grey.options.every(({ pros, cons }: { pros: string[]; cons: string[] }) => pros.length > 0 && cons.length > 0)).toBe(true);
    expect(await advice(30)).toMatchObject({ recommended: 'WAVES', options: [{ waves: [12, 18] }] });
    expect((await advice(50)).options[0].waves.length).toBeGreaterThanOrEqual(2);
    expect(await pilot.problems('query { sizingAdvice(people: -1) { band } }')).toEqual(['people:min']);
  });

  it('under 20: everybody, and a follow-up card each with its owner and next contact', async () => {
    const { id } = await create();
    const people = await join(id, 19);
    expect((await pilot.ok(SIZE, { input: { cohortId: id, people: 19, choice: 'LAUNCH_ALL' } })).applySizing).toMatchObject({ plan: 'LAUNCH_ALL', plannedSize: 19, wave: null });
    const { followUps } = await pilot.ok(CARDS, { id });
    expect(followUps.map(({ person }: { person: Person }) => person.id).sort()).toEqual(ids(people));
    expect(followUps[0]).toMatchObject({ owner: { id: pilotPerson.id }, nextContactOn: '2026-11-25', doneAt: null });
    const due = async (client: Client) => (await client.ok('{ followUpsDue { id cohort { id } } }')).followUpsDue;
    expect(await due(pilot)).toEqual([]);
    await organisation.write(() => api.db.query('update follow_up set next_contact_on = current_date - 1 where organisation_id = $1 and id = $2', [organisation.id, followUps[3].id]));
    expect(await due(pilot)).toEqual([{ id: followUps[3].id, cohort: { id } }]);
    expect(await due(await organisation.client(Role.COMMUNITY_MANAGER))).toEqual([]);
    expect((await pilot.ok(SIZE, { input: { cohortId: id, people: 19, choice: 'LAUNCH_ALL' } })).applySizing.plan).toBe('LAUNCH_ALL');
    expect((await pilot.ok(CARDS, { id })).followUps).toHaveLength(19);
    await join(id, 1);
    expect((await pilot.ok(CARDS, { id })).followUps).toHaveLength(20);
  });

  it('from 30: the waves are cohorts, until another choice before the launch', async () => {
    const first = await create({ people: 50, plan: 'WAVES' });
    expect(first).toMatchObject({ plan: 'WAVES', wave: 1 });
    expect(first.waves.length).toBeGreaterThanOrEqual(2);
    expect(first.waves[1]).toMatchObject({ name: 'Premières voix 2', wave: 2, referent: { id: pilotPerson.id } });
    expect((await pilot.ok('{ cohorts { id } }')).cohorts).toHaveLength(first.waves.length);
    expect((await pilot.ok(SIZE, { input: { cohortId: first.id, people: 25, choice: 'LAUNCH_ALL' } })).applySizing).toMatchObject({ wave: null, waves: [] });
    expect((await pilot.ok('{ cohorts { id } }')).cohorts).toHaveLength(1);
    for (const item of ['WELCOME', 'PRINCIPLES', 'INVITATIONS', 'CONTENT', 'EVENT', 'CONTEST']) await pilot.ok(WAIVE, { input: { cohortId: first.id, item, kind: 'WAIVED', reason: 'Essai' } });
    await pilot.ok('mutation ($id: ID!) { launchCohort(id: $id) { launchedAt } }', { id: first.id });
    expect(await pilot.refused(SIZE, { input: { cohortId: first.id, people: 25, choice: 'WAVES' } })).toBe('COHORT_STATE');
  });

  it('refuses what is not advised, and fewer people than members', async () => {
    const { id } = await create();
    expect(await pilot.problems(SIZE, { input: { cohortId: id, people: 19, choice: 'WAVES' } })).toEqual(['choice:isAdvised']);
    expect(await pilot.problems(SIZE, { input: { cohortId: id, people: 30, choice: 'LAUNCH_ALL' } })).toEqual(['choice:isAdvised']);
    await join(id, 3);
    expect(await pilot.problems(SIZE, { input: { cohortId: id, people: 2, choice: 'LAUNCH_ALL' } })).toEqual(['people:coversMembers']);
    expect(await pilot.problems(CREATE, { input: { name: 'x', strategy: 'MERIT', startsOn: '2026-12-01', referentId: pilotPerson.id, plan: 'WAVES' } })).toEqual(['people:isNotEmpty']);
  });

  it('moves members to a later wave with their origin and their card', async () => {
    const { id, waves } = await create({ people: 30, plan: 'WAVES' });
    const people = await join(id, 4);
    const second = (await pilot.ok('{ cohorts { id wave } }')).cohorts.find(({ wave }: { wave: number }) => wave === 2).id;
    const MOVE = 'mutation ($input: MoveMembersInput!) { moveMembers(input: $input) { memberCount } }';
    const personIds = ids(people).slice(0, 2);
    expect((await pilot.ok(MOVE, { input: { fromCohortId: id, toCohortId: second, personIds } })).moveMembers.memberCount).toBe(2);
    expect((await members(second)).people).toEqual(personIds);
    expect((await pilot.ok(CARDS, { id: second })).followUps).toHaveLength(2);
    expect(await pilot.problems(MOVE, { input: { fromCohortId: id, toCohortId: second, personIds } })).toEqual(['personIds:isMember']);
    expect(waves).toHaveLength(2);
  });
});

describe('members', () => {
  it('of a date are those of that day, to the minute of midnight in Paris', async () => {
    const { id } = await create();
    const first = await join(id, 3, new Date('2026-10-24T21:59:00Z'));
    const later = await join(id, 100, new Date('2026-10-24T22:00:00Z'));
    expect((await members(id, '2026-10-23')).count).toBe(0);
    expect(await members(id, '2026-10-24')).toEqual({ count: 3, people: ids(first) });
    expect((await members(id, '2026-10-25')).count).toBe(103);
    await organisation.write(() => api.app.get(Cohorts).endMembership({ cohortId: id, personId: later[0]!.id }));
    expect((await members(id, '2026-10-25')).count).toBe(103);
    expect((await members(id)).count).toBe(102);
    expect(await pilot.problems(MEMBERS, { id, on: '2026-02-30' })).toEqual(['on:isDateString']);
  });

  it('are listed by name, page after page, each once', async () => {
    const { id } = await create();
    const people = await join(id, 7);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { edges: { node: { person: Person } }[]; pageInfo: { endCursor: string } } = (await pilot.ok(MEMBERS, { id, first: 3, after })).cohortMembers;
      seen.push(...page.edges.map(({ node }) => node.person.id));
      after = page.edges.length === 3 ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen.sort()).toEqual(ids(people));
  });

  it('join once, even when it happens twice together, and become ambassadors', async () => {
    const { id } = await create();
    const person = await organisation.person();
    const add = () => organisation.write(() => api.app.get(Cohorts).addMember({ cohortId: id, personId: person.id, origin: RecruitmentOrigin.VOLUNTEER }));
    await Promise.all([add(), add(), add()]);
    expect(await members(id)).toEqual({ count: 1, people: [person.id] });
    expect((await (await api.as(person)).ok('{ viewer { roles } }')).viewer.roles).toEqual(['AMBASSADOR']);
  });

  it('need a rationale for a mission and a contractual duty', async () => {
    const { id } = await create();
    const person = await organisation.person();
    const add = (origin: RecruitmentOrigin, rationale?: string) => organisation.write(() => api.app.get(Cohorts).addMember({ cohortId: id, personId: person.id, origin, rationale }));
    for (const origin of [RecruitmentOrigin.MISSION, RecruitmentOrigin.CONTRACTUAL]) await expect(add(origin, ' ')).rejects.toMatchObject({ fields: [{ path: 'rationale', rule: 'isNotEmpty' }] });
    expect(await add(RecruitmentOrigin.MISSION, 'Porte-parole énergie')).toMatchObject({ rationale: 'Porte-parole énergie' });
  });

  it('cannot be added by anybody through the API', async () => {
    const { __schema } = await pilot.ok('{ __schema { mutationType { fields { name } } } }');
    expect(__schema.mutationType.fields.filter(({ name }: { name: string }) => /addMember|addToCohort/i.test(name))).toEqual([]);
  });
});

describe('an ambassador', () => {
  it('has one cohort and one named referent', async () => {
    const { id } = await create();
    const [person] = await join(id, 1);
    const me = await api.as(person!);
    expect(await me.ok(MINE)).toEqual({ myCohort: { id, name: 'Premières voix' }, myReferent: { id: pilotPerson.id } });
    const manager = await organisation.person(Role.COMMUNITY_MANAGER);
    const SET = 'mutation ($cohortId: ID!, $personId: ID!) { setReferent(cohortId: $cohortId, personId: $personId) { referent { id } } }';
    await pilot.ok(SET, { cohortId: id, personId: manager.id });
    expect((await me.ok(MINE)).myReferent.id).toBe(manager.id);
    expect(await pilot.problems(SET, { cohortId: id, personId: person!.id })).toEqual(['personId:isReferent']);
    await pilot.ok('mutation ($id: ID!) { deactivatePerson(id: $id) { id } }', { id: manager.id });
    expect((await me.ok(MINE)).myReferent.id).toBe(pilotPerson.id);
    await api.drain();
    expect((await pilot.ok('query ($id: ID!) { cohort(id: $id) { referent { id } } }', { id })).cohort.referent.id).toBe(pilotPerson.id);
  });

  it('leaves in one click, without a trace for managers, and may undo it within the hour', async () => {
    const { id } = await create({ people: 6, plan: LaunchPlan.LAUNCH_ALL });
    const people = await join(id, 6, new Date('2026-11-20T09:00:00Z'));
    const [leaver] = people;
    const me = await api.as(leaver!);
    const card = (await pilot.ok(CARDS, { id })).followUps.find(({ person }: { person: Person }) => person.id === leaver!.id);
    await pilot.ok(UPDATE_CARD, { input: { id: card.id, note: 'Aime la photo' } });
    expect((await me.ok(LEAVE)).leaveProgramme).toBe('2026-11-24T10:00:00.000Z');
    await api.worker.runCron('cohorts.forget-follow-ups');
    expect((await members(id)).people).toEqual(ids(people.slice(1)));
    expect(await members(id, '2026-11-21')).toEqual({ count: 6, people: ids(people.slice(1)) });
    expect((await pilot.ok(CARDS, { id })).followUps).toHaveLength(5);
    expect(await pilot.refused(UPDATE_CARD, { input: { id: card.id, note: 'x' } })).toBe('NOT_FOUND');
    expect(await me.ok(`{ myCohort { id } viewer { roles } }`)).toEqual({ myCohort: null, viewer: { roles: [] } });
    api.clock.advance(59 * 60_000);
    await me.ok(RETURN);
    expect((await members(id)).count).toBe(6);
    expect((await pilot.ok(CARDS, { id })).followUps.find(({ person }: { person: Person }) => person.id === leaver!.id).note).toBe('Aime la photo');
    expect((await me.ok('{ viewer { roles } }')).viewer.roles).toEqual(['AMBASSADOR']);
  });

  it('has left for good after an hour, and their card is forgotten', async () => {
    const { id } = await create({ people: 6, plan: LaunchPlan.LAUNCH_ALL });
    const [leaver] = await join(id, 6);
    const me = await api.as(leaver!);
    await Promise.all([me.ok(LEAVE), me.ok(LEAVE)]);
    api.clock.advance(61 * 60_000);
    await api.worker.runCron('cohorts.forget-follow-ups');
    expect(await me.refused(RETURN)).toBe('TOO_LATE');
    const left = await organisation.write(() => api.db.query('select 1 from follow_up where person_id = $1', [leaver!.id]));
    expect(left).toEqual([]);
  });
});

describe('follow-up cards', () => {
  it('are kept by those who run the community', async () => {
    const { id } = await create({ people: 2, plan: LaunchPlan.LAUNCH_ALL });
    await join(id, 2);
    const [card] = (await pilot.ok(CARDS, { id })).followUps;
    const manager = await organisation.person(Role.COMMUNITY_MANAGER);
    const client = await api.as(manager);
    expect((await client.ok(UPDATE_CARD, { input: { id: card.id, ownerId: manager.id, nextContactOn: '2026-12-03', note: 'Rappeler', done: true } })).updateFollowUp).toEqual({ nextContactOn: '2026-12-03', note: 'Rappeler', doneAt: '2026-11-24T09:00:00.000Z', owner: { id: manager.id } });
    expect((await pilot.ok(UPDATE_CARD, { input: { id: card.id, done: false } })).updateFollowUp).toMatchObject({ doneAt: null, note: 'Rappeler' });
    expect((await pilot.ok(CARDS, { id })).followUps).toHaveLength(2);
    expect(await pilot.problems(UPDATE_CARD, { input: { id: card.id, nextContactOn: 'demain' } })).toEqual(['nextContactOn:isDateString']);
  });
});

describe('who may', () => {
  it('see and make cohorts: not readers, editors or strangers', async () => {
    const { id } = await create();
    await jumpTo('2026-11-24T10:00:00Z');
    const stranger = await (await api.organisation()).client(Role.PILOT);
    expect(await stranger.refused(MEMBERS, { id })).toBe('NOT_FOUND');
    expect(await stranger.refused(CARDS, { id })).toBe('NOT_FOUND');
    expect(await stranger.refused(SIZE, { input: { cohortId: id, people: 3, choice: 'LAUNCH_ALL' } })).toBe('NOT_FOUND');
    for (const role of [Role.EDITOR, Role.AMBASSADOR, Role.SPONSOR]) expect(await (await organisation.client(role)).refused(MEMBERS, { id })).toBe('FORBIDDEN');
    expect(await (await organisation.client(Role.COMMUNITY_MANAGER)).refused(SIZE, { input: { cohortId: id, people: 3, choice: 'LAUNCH_ALL' } })).toBe('FORBIDDEN');
    expect(await api.anonymous.refused(MINE)).toBe('UNAUTHENTICATED');
    expect(await pilot.problems(CREATE, { input: { name: '', strategy: 'MERIT', startsOn: '2026', referentId: pilotPerson.id } })).toEqual(['name:isNotEmpty', 'startsOn:isDateString']);
    const reader = await organisation.person();
    expect(await pilot.problems(CREATE, { input: { name: 'x', strategy: 'MERIT', startsOn: '2026-12-01', referentId: reader.id } })).toEqual(['referentId:isReferent']);
  });
});
