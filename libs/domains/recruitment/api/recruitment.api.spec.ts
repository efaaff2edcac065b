import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cohortsFactory } from '@portevoix/cohorts/api';
import { type Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { newId } from '@portevoix/platform';
import { programmesFactory } from '@portevoix/programmes/api';
import { SelfLevel } from '@portevoix/recruitment/shared';
import { startApi, type Client, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { recruitmentFactory } from './recruitment.factory';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
afterEach(() => api.clock.reset());

const APPLY = 'mutation ($input: ApplyToCallInput!) { applyToCall(input: $input) { id state } }';
const WITHDRAW = 'mutation ($id: ID!) { withdrawApplication(id: $id) { id state } }';
const DECIDE = 'mutation ($input: DecideApplicationsInput!) { decideApplications(input: $input) { id state } }';
const UNDO = 'mutation ($input: UndoDecisionInput!) { undoDecision(input: $input) { id state } }';
const LIST = 'query ($callId: ID, $states: [ApplicationState!], $level: SelfLevel, $groupId: ID, $search: String) { applications(callId: $callId, states: $states, level: $level, groupId: $groupId, search: $search) { edges { node { id state person { id } call { id } } } } }';
const MIX = 'query ($callId: ID!) { mixOfCall(callId: $callId) { accepted { experts beginners expertShare status invite { experts beginners } } considered { experts beginners status } proposed { id } } }';
const MINE = '{ myInvitations { id rationale origin cohort { name } statement { n } charter { n } } }';

interface Scene {
  organisation: TestOrganisation;
  pilot: Client;
  cohortId: string;
  callId: string;
}

/** A live programme, a cohort and a call that is open on `day`. */
async function scene(values: { places?: number; cohort?: boolean; opensOn?: string; closesOn?: string } = {}): Promise<Scene> {
  api.clock.set('2026-10-22T08:00:00Z');
  const organisation = await api.organisation();
  const referent = await organisation.person(Role.COMMUNITY_MANAGER);
  const pilot = await organisation.client(Role.PILOT);
  const { cohortId, callId } = await organisation.write(async () => {
    const now = api.clock.now();
    const programme = await programmesFactory.programme(api.db, now);
    const cohort = await cohortsFactory.cohort(api.db, now, { programmeId: programme.id, referentId: referent.id, name: 'Premières voix' });
    const call = await recruitmentFactory.call(api.db, now, { programmeId: programme.id, cohortId: values.cohort === false ? null : cohort.id, opensOn: values.opensOn ?? '2026-10-20', closesOn: values.closesOn ?? '2026-10-25', places: values.places ?? null });
    return { cohortId: cohort.id, callId: call.id };
  });
  return { organisation, pilot, cohortId, callId };
}

const answer = (callId: string, more: object = {}) => ({ input: { callId, motivation: 'Montrer le chantier.', selfLevel: 'BEGINNER', networks: ['LINKEDIN'], ...more } });

/** `count` people of a level who wait for an answer; their application ids. */
async function applied({ organisation, callId }: Scene, count: number, selfLevel = SelfLevel.BEGINNER): Promise<{ ids: string[]; people: Person[] }> {
  const people = await organisation.people(count);
  const created = await organisation.write(() => recruitmentFactory.applications(api.db, people.map(({ id }) => ({ callId, personId: id, selfLevel, createdAt: api.clock.now() }))));
  const rows = byId(created);
  return { ids: rows.map(({ id }) => id), people: rows.map(({ personId }) => people.find(({ id }) => id === personId)!) };
}

const byId = <T extends { id: string }>(rows: T[]): T[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

const idsOf = async (client: Client, variables: object) => ((await client.ok(LIST, { ...variables })).applications.edges as { node: { id: string } }[]).map(({ node }) => node.id);

describe('an application', () => {
  it('is made in one go, seen by the team, and withdrawn without a trace for it', async () => {
    const { organisation, pilot, callId } = await scene();
    const reader = await organisation.client();
    expect((await reader.ok('{ openCalls { id title phase state counts { waiting } myApplication { id } } }')).openCalls).toEqual([{ id: callId, title: 'Appel à volontaires', phase: 'OPEN', state: null, counts: null, myApplication: null }]);
    const { applyToCall } = await reader.ok(APPLY, answer(callId));
    expect(applyToCall.state).toBe('SUBMITTED');
    expect(await reader.refused(APPLY, answer(callId))).toBe('ALREADY_APPLIED');
    expect((await pilot.ok('{ applicationsWaiting calls { counts { waiting queued accepted } } }'))).toEqual({ applicationsWaiting: 1, calls: [{ counts: { waiting: 1, queued: 0, accepted: 0 } }] });
    expect((await pilot.ok('{ applicationsWaitingSince }')).applicationsWaitingSince).toBe(api.clock.now().toISOString());
    expect((await reader.ok(WITHDRAW, { id: applyToCall.id })).withdrawApplication.state).toBe('WITHDRAWN');
    expect((await reader.ok(WITHDRAW, { id: applyToCall.id })).withdrawApplication.state).toBe('WITHDRAWN');
    expect(await idsOf(pilot, { callId })).toEqual([]);
    expect(await pilot.ok('{ applicationsWaiting applicationsWaitingSince }')).toEqual({ applicationsWaiting: 0, applicationsWaitingSince: null });
    expect(await pilot.problems(LIST, { states: ['WITHDRAWN'] })).toEqual(['states:isIn']);
    expect(await pilot.refused(DECIDE, { input: { ids: [applyToCall.id], action: 'ACCEPT' } })).toBe('NOT_FOUND');
    expect((await reader.ok(APPLY, answer(callId, { motivation: 'Finalement, oui.' }))).applyToCall.state).toBe('SUBMITTED');
  });

  it('sent twice at once is one application', async () => {
    const { organisation, pilot, callId } = await scene();
    const reader = await organisation.client();
    const answers = await Promise.all([reader.gql(APPLY, answer(callId)), reader.gql(APPLY, answer(callId))]);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').sort()).toEqual(['ALREADY_APPLIED', 'OK']);
    expect(await idsOf(pilot, { callId })).toHaveLength(1);
  });

  it('names the field and the rule of a bad input', async () => {
    const { organisation, callId } = await scene();
    const reader = await organisation.client();
    expect(await reader.problems(APPLY, answer(callId, { motivation: '', networks: ['MINITEL'] }))).toEqual(['motivation:isNotEmpty', 'networks:isIn']);
  });

  it('is refused to members, to anonymous callers and from another organisation', async () => {
    const { organisation, cohortId, callId } = await scene();
    const member = await organisation.person(Role.AMBASSADOR);
    await organisation.write(() => cohortsFactory.members(api.db, cohortId, [{ personId: member.id, since: api.clock.now() }]));
    expect(await (await api.as(member)).refused(APPLY, answer(callId))).toBe('ALREADY_MEMBER');
    expect(await api.anonymous.refused(APPLY, answer(callId))).toBe('UNAUTHENTICATED');
    const stranger = await (await api.organisation()).client();
    expect(await stranger.refused(APPLY, answer(callId))).toBe('NOT_FOUND');
  });

  it('is taken until midnight in the organisation’s zone, on the day the clocks change', async () => {
    const { organisation, callId } = await scene({ closesOn: '2026-10-25' });
    // 25 October 2026 ends at 23:00 UTC in Paris: the day is 25 hours long.
    api.clock.set('2026-10-25T22:59:59.999Z');
    await (await organisation.client()).ok(APPLY, answer(callId));
    const late = await organisation.client();
    api.clock.set('2026-10-25T23:00:00Z');
    const { errors } = await late.gql(APPLY, answer(callId));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CALL_CLOSED', params: { opensOn: '2026-10-20', closesOn: '2026-10-25', zone: 'Europe/Paris' } });
    expect((await late.ok('{ openCalls { id } }')).openCalls).toEqual([]);
    expect((await late.ok('query ($id: ID!) { call(id: $id) { phase } }', { id: callId })).call.phase).toBe('CLOSED');
  });

  it('waits for the first day, which starts at midnight in the zone', async () => {
    const { organisation, callId } = await scene({ opensOn: '2026-10-24' });
    api.clock.set('2026-10-23T21:59:59Z');
    const reader = await organisation.client();
    expect(await reader.refused(APPLY, answer(callId))).toBe('CALL_CLOSED');
    api.clock.set('2026-10-23T22:00:00Z');
    await reader.ok(APPLY, answer(callId));
  });
});

describe('the team', () => {
  it('filters by state, level, group and words', async () => {
    const all = await scene();
    const { pilot, callId, organisation } = all;
    const experts = await applied(all, 2, SelfLevel.EXPERT);
    const beginners = await applied(all, 1);
    await pilot.ok(DECIDE, { input: { ids: [experts.ids[0]], action: 'QUEUE' } });
    expect(await idsOf(pilot, { callId, states: ['QUEUED'] })).toEqual([experts.ids[0]]);
    expect(await idsOf(pilot, { callId, level: 'BEGINNER' })).toEqual(beginners.ids);
    expect(await idsOf(pilot, { search: beginners.people[0]!.lastName })).toEqual(beginners.ids);
    expect(await idsOf(pilot, { search: '100%' })).toEqual([]);
    expect(await idsOf(pilot, { callId, groupId: newId() })).toEqual([]);
    expect(await idsOf(await (await api.organisation()).client(Role.PILOT), {})).toEqual([]);
    expect(await (await organisation.client(Role.COMMUNITY_MANAGER)).refused(LIST)).toBe('FORBIDDEN');
  });

  it('accepts several at once and can take it back for a minute, before any mail has left', async () => {
    const all = await scene();
    const { pilot } = all;
    const { ids, people } = await applied(all, 3);
    const reader = await api.as(people[0]!);
    await pilot.ok(DECIDE, { input: { ids: [ids[0]], action: 'QUEUE' } });
    expect((await pilot.ok(DECIDE, { input: { ids, action: 'ACCEPT' } })).decideApplications.map(({ state }: { state: string }) => state)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    expect((await reader.ok(MINE)).myInvitations).toHaveLength(1);
    api.clock.advance(20_000);
    expect((await pilot.ok(UNDO, { input: { ids } })).undoDecision.map(({ state }: { state: string }) => state)).toEqual(['QUEUED', 'SUBMITTED', 'SUBMITTED']);
    expect((await reader.ok(MINE)).myInvitations).toEqual([]);
    await pilot.ok(DECIDE, { input: { ids, action: 'ACCEPT' } });
    api.clock.advance(61_000);
    expect(await pilot.refused(UNDO, { input: { ids } })).toBe('TOO_LATE');
  });

  it('never accepts more people than there are places, two decisions at once included', async () => {
    const all = await scene({ places: 3 });
    const { pilot, callId } = all;
    const { ids } = await applied(all, 4);
    const over = await pilot.gql(DECIDE, { input: { ids, action: 'ACCEPT' } });
    expect(over.errors?.[0]?.extensions).toMatchObject({ code: 'PLACES_TAKEN', params: { places: 3, left: 3, asked: 4 } });
    expect(await idsOf(pilot, { callId, states: ['ACCEPTED'] })).toEqual([]);
    const codes = await Promise.all([ids.slice(0, 2), ids.slice(2)].map(async (some) => (await pilot.gql(DECIDE, { input: { ids: some, action: 'ACCEPT' } })).errors?.[0]?.extensions.code ?? 'OK'));
    expect(codes.sort()).toEqual(['OK', 'PLACES_TAKEN']);
    expect(await idsOf(pilot, { callId, states: ['ACCEPTED'] })).toHaveLength(2);
    expect(await pilot.problems('mutation ($input: UpdateCallInput!) { updateCall(input: $input) { id } }', { input: { id: callId, places: 1 } })).toEqual(['places:min']);
  });

  it('sees the mix live and whom to invite to balance it', async () => {
    const all = await scene();
    const { pilot, callId } = all;
    expect((await pilot.ok(MIX, { callId })).mixOfCall).toMatchObject({ accepted: { status: 'EMPTY', expertShare: null }, proposed: [] });
    const experts = await applied(all, 10, SelfLevel.EXPERT);
    await pilot.ok(DECIDE, { input: { ids: experts.ids, action: 'ACCEPT' } });
    const beginners = await applied(all, 9);
    expect((await pilot.ok(MIX, { callId })).mixOfCall).toEqual({
      accepted: { experts: 10, beginners: 0, expertShare: 1, status: 'ONLY_EXPERTS', invite: { experts: 0, beginners: 7 } },
      considered: { experts: 10, beginners: 9, status: 'BALANCED' },
      proposed: beginners.ids.slice(0, 7).map((id) => ({ id })),
    });
    await pilot.ok(DECIDE, { input: { ids: beginners.ids, action: 'ACCEPT' } });
    expect((await pilot.ok(MIX, { callId })).mixOfCall.accepted.status).toBe('BALANCED');
  });

  it('reads the profile of applicants without a figure under five people', async () => {
    const all = await scene();
    const { pilot, callId, organisation } = all;
    const { people } = await applied(all, 8);
    const [first, rest] = [people.slice(0, 6), people.slice(6)];
    await organisation.write(async () => {
      for (const [name, some] of [['Atelier', first], ['Études', rest]] as const) {
        const id = newId();
        await api.db.query(`insert into "group" (organisation_id, id, kind, name) values ($1, $2, 'DEPARTMENT', $3)`, [organisation.id, id, name]);
        for (const person of some) await api.db.query('insert into group_membership (organisation_id, group_id, person_id, since) values ($1, $2, $3, $4)', [organisation.id, id, person.id, api.clock.now()]);
      }
    });
    // Two of eight: shown as they are, 6 would give 2 away.
    expect((await pilot.ok('query ($callId: ID!) { applicantsProfile(callId: $callId) { applicants departments { name applicants } sites { name } levels { level applicants } } }', { callId })).applicantsProfile).toEqual({
      applicants: 8,
      departments: [{ name: 'Atelier', applicants: null }, { name: 'Études', applicants: null }],
      sites: [],
      levels: [{ level: 'EXPERT', applicants: 0 }, { level: 'BEGINNER', applicants: 8 }],
    });
  });

  it('prepares a call as a draft that nobody else sees, then opens and closes it', async () => {
    const { organisation, pilot, cohortId } = await scene();
    const CREATE = 'mutation ($input: CreateCallInput!) { createCall(input: $input) { id state phase link cohort { id } } }';
    const input = { cohortId, title: 'Deuxième appel', pitch: 'Douze places.', opensOn: '2026-10-23', closesOn: '2026-11-10', places: 12 };
    const { createCall } = await pilot.ok(CREATE, { input });
    expect(createCall).toMatchObject({ state: 'DRAFT', phase: 'DRAFT', link: expect.stringMatching(new RegExp(`/appel/${createCall.id}$`)), cohort: { id: cohortId } });
    const reader = await organisation.client();
    const READ = 'query ($id: ID!) { call(id: $id) { phase } }';
    expect(await reader.refused(READ, { id: createCall.id })).toBe('NOT_FOUND');
    const OPEN = 'mutation ($id: ID!) { openCall(id: $id) { phase } }';
    const CLOSE = 'mutation ($id: ID!) { closeCall(id: $id) { phase } }';
    expect(await pilot.refused(CLOSE, { id: createCall.id })).toBe('CALL_STATE');
    expect((await pilot.ok(OPEN, { id: createCall.id })).openCall.phase).toBe('UPCOMING');
    expect((await reader.ok(READ, { id: createCall.id })).call.phase).toBe('UPCOMING');
    expect((await pilot.ok(CLOSE, { id: createCall.id })).closeCall.phase).toBe('CLOSED');
    api.clock.set('2026-11-11T08:00:00Z');
    const later = await organisation.client(Role.PILOT);
    expect(await later.refused(OPEN, { id: createCall.id })).toBe('CALL_ENDED');
    expect(await later.problems(CREATE, { input: { ...input, closesOn: '2026-10-01' } })).toEqual(['closesOn:isNotBefore']);
    expect(await later.problems(CREATE, { input: { ...input, title: '', opensOn: '2026-02-30' } })).toEqual(['title:isNotEmpty', 'opensOn:isDateString']);
    expect(await (await organisation.client()).refused(CREATE, { input })).toBe('FORBIDDEN');
    const stranger = await (await api.organisation()).client(Role.PILOT);
    expect(await stranger.refused(OPEN, { id: createCall.id })).toBe('NOT_FOUND');
  });

  it('sees each strategy with what it brings, and its cohorts and members of today', async () => {
    const { organisation, pilot, cohortId } = await scene();
    const [stays, left] = await organisation.people(2);
    await organisation.write(() => cohortsFactory.members(api.db, cohortId, [{ personId: stays!.id, since: new Date('2026-10-01') }, { personId: left!.id, since: new Date('2026-10-01'), until: new Date('2026-10-10') }]));
    const { strategies } = await pilot.ok('{ strategies { strategy pros cons cohorts people } }');
    expect(strategies).toHaveLength(6);
    expect(strategies[0]).toEqual({ strategy: 'VOLUNTEERS', pros: ['MOTIVATED', 'EASY_START'], cons: ['OFTEN_EXPERTS'], cohorts: 1, people: 1 });
  });
});
