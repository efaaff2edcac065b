import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cohorts, cohortsFactory } from '@portevoix/cohorts/api';
import { type Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { Acceptance, Charter, Programme, programmesFactory, Statement } from '@portevoix/programmes/api';
import { ProgrammeState } from '@portevoix/programmes/shared';
import { startApi, type Client, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { Invitation } from './invitations/invitation.entity';
import { recruitmentFactory } from './recruitment.factory';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
afterEach(() => api.clock.reset());

const INVITE = 'mutation ($input: InvitePeopleInput!) { invite(input: $input) }';
const ACCEPT = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { id } }';
const DECLINE = 'mutation ($id: ID!) { declineInvitation(id: $id) }';
const MINE = '{ myInvitations { id rationale contractBasis origin expiresAt cohort { name } invitedBy { displayName } statement { n text } charter { n articles { title } } } }';
const OPEN = 'query ($id: ID!) { cohort(id: $id) { openInvitations } }';
const ROLES = '{ viewer { roles permissions } }';
const MISSION = { origin: 'MISSION', rationale: 'Porte-parole énergie' };

interface Scene {
  organisation: TestOrganisation;
  programme: Programme;
  pilot: Client;
  cohortId: string;
}

async function scene(): Promise<Scene> {
  api.clock.set('2026-10-22T08:00:00Z');
  const organisation = await api.organisation();
  const referent = await organisation.person(Role.COMMUNITY_MANAGER);
  const pilot = await organisation.client(Role.PILOT);
  const { programme, cohortId } = await organisation.write(async () => {
    const now = api.clock.now();
    const programme = await programmesFactory.programme(api.db, now, { name: 'Voix de bois' });
    const cohort = await cohortsFactory.cohort(api.db, now, { programmeId: programme.id, referentId: referent.id, name: 'Premières voix' });
    const version = () => ({ ...api.db.key(), programmeId: programme.id, n: 1, changeNote: null, authorId: referent.id, createdAt: now });
    await api.db.of(Statement).insert({ ...version(), text: 'Raconter le bois par ceux qui le travaillent.' });
    await api.db.of(Charter).insert({ ...version(), articles: [{ title: 'Volontariat', text: 'On entre et on sort quand on veut.' }] });
    return { programme, cohortId: cohort.id };
  });
  return { organisation, programme, pilot, cohortId };
}

const invite = ({ pilot, cohortId }: Scene, people: Person[], more: object = MISSION) => pilot.ok(INVITE, { input: { cohortId, personIds: people.map(({ id }) => id), ...more } });
const idOf = async (client: Client): Promise<string> => (await client.ok(MINE)).myInvitations[0].id;
const read = { acceptStatementVersion: 1, acceptCharterVersion: 1 };

describe('an invitation', () => {
  it('makes nobody active: only the person’s own acceptance does, and the right to share comes at once', async () => {
    const all = await scene();
    const { organisation, cohortId } = all;
    const person = await organisation.person();
    const client = await api.as(person);
    expect((await invite(all, [person])).invite).toBe(1);
    expect((await client.ok(ROLES)).viewer.roles).toEqual([]);
    expect((await client.ok(MINE)).myInvitations).toEqual([{ id: expect.any(String), rationale: 'Porte-parole énergie', contractBasis: null, origin: 'MISSION', expiresAt: '2026-11-21T23:00:00.000Z', cohort: { name: 'Premières voix' }, invitedBy: { displayName: expect.any(String) }, statement: { n: 1, text: 'Raconter le bois par ceux qui le travaillent.' }, charter: { n: 1, articles: [{ title: 'Volontariat' }] } }]);
    const id = await idOf(client);
    await client.ok(ACCEPT, { input: { id, ...read } });
    const { viewer } = await client.ok(ROLES);
    expect(viewer.roles).toEqual(['AMBASSADOR']);
    expect(viewer.permissions).toContain('sharing:share');
    expect((await client.ok(MINE)).myInvitations).toEqual([]);
    await organisation.write(async () => {
      expect(await api.db.query('select origin, rationale from cohort_membership where cohort_id = $1 and person_id = $2 and until is null', [cohortId, person.id])).toEqual([{ origin: 'MISSION', rationale: 'Porte-parole énergie' }]);
      expect((await api.db.of(Acceptance).findBy({ organisationId: organisation.id, personId: person.id })).map(({ principle, version }) => `${principle} ${version}`).sort()).toEqual(['CHARTER 1', 'STATEMENT 1']);
    });
  });

  it('accepted twice at once is one membership', async () => {
    const all = await scene();
    const person = await all.organisation.person();
    const client = await api.as(person);
    await invite(all, [person]);
    const id = await idOf(client);
    const answers = await Promise.all([1, 2, 3].map(() => client.gql(ACCEPT, { input: { id, ...read } })));
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
    expect(await all.organisation.write(() => api.app.get(Cohorts).memberIds(all.cohortId))).toEqual([person.id]);
  });

  it('asks for the versions in force of the raison d’être and of the charter', async () => {
    const all = await scene();
    const person = await all.organisation.person();
    const client = await api.as(person);
    await invite(all, [person]);
    const id = await idOf(client);
    expect(await client.problems(ACCEPT, { input: { id } })).toEqual(['acceptStatementVersion:isInForce']);
    expect(await client.problems(ACCEPT, { input: { id, ...read, acceptCharterVersion: 2 } })).toEqual(['acceptCharterVersion:isInForce']);
    // Nothing of a refused acceptance stays.
    expect(await all.organisation.write(() => api.db.of(Acceptance).countBy({ organisationId: all.organisation.id }))).toBe(0);
    expect((await client.ok(ROLES)).viewer.roles).toEqual([]);
  });

  it('is the person’s alone', async () => {
    const all = await scene();
    const person = await all.organisation.person();
    await invite(all, [person]);
    const id = await idOf(await api.as(person));
    const colleague = await all.organisation.client();
    const stranger = await (await api.organisation()).client();
    for (const client of [colleague, stranger, all.pilot]) {
      expect(await client.refused(ACCEPT, { input: { id, ...read } })).toBe('NOT_FOUND');
      expect(await client.refused(DECLINE, { id })).toBe('NOT_FOUND');
    }
  });

  it('asks a mission for its reason, a contractual duty for its basis, and everybody to exist', async () => {
    const all = await scene();
    const { pilot, cohortId, organisation } = all;
    const person = await organisation.person();
    const foreign = await (await api.organisation()).person();
    const input = (more: object) => ({ input: { cohortId, personIds: [person.id], ...more } });
    expect(await pilot.problems(INVITE, input({ origin: 'MISSION', rationale: ' ' }))).toEqual(['rationale:isNotEmpty']);
    expect(await pilot.problems(INVITE, input({ origin: 'CONTRACTUAL', rationale: 'x' }))).toEqual(['contractBasis:isNotEmpty']);
    expect(await pilot.problems(INVITE, input({ origin: 'MERIT', personIds: [person.id, foreign.id] }))).toEqual(['personIds.1:isKnown']);
    expect(await pilot.problems(INVITE, input({ origin: 'MERIT', personIds: [] }))).toEqual(['personIds:arrayMinSize']);
    expect(await (await organisation.client(Role.EDITOR)).refused(INVITE, input({ origin: 'MERIT' }))).toBe('FORBIDDEN');
    // A contractual duty is asked too, and its basis is kept with the membership.
    await invite(all, [person], { origin: 'CONTRACTUAL', contractBasis: 'Avenant du 3 mars' });
    const client = await api.as(person);
    expect((await client.ok(ROLES)).viewer.roles).toEqual([]);
    await client.ok(ACCEPT, { input: { id: await idOf(client), ...read } });
    expect(await organisation.write(() => api.db.query('select origin, rationale from cohort_membership where person_id = $1', [person.id]))).toEqual([{ origin: 'CONTRACTUAL', rationale: 'Avenant du 3 mars' }]);
  });

  it('is mailed in the person’s language, with the raison d’être and the way to answer', async () => {
    const all = await scene();
    const [marie, john] = await all.organisation.people(2);
    await all.organisation.write(() => api.db.query(`update person set locale = 'en' where id = $1`, [john!.id]));
    await invite(all, [marie!, john!]);
    await api.drain();
    const mails = [marie!, john!].map(({ email }) => api.mailer.outbox().find(({ to }) => to === email)!);
    expect(mails.map(({ subject }) => subject)).toEqual(['Une invitation à rejoindre Voix de bois', 'An invitation to join Voix de bois']);
    expect(mails[0]!.text).toContain('«\u00a0Raconter le bois par ceux qui le travaillent.\u00a0»');
    expect(mails[0]!.text).toContain('jusqu’au 21 novembre 2026');
    expect(mails[1]!.text).toContain('until 21 November 2026');
    expect(mails[0]!.text).toContain(`/rejoindre/${await idOf(await api.as(marie!))}`);
  });

  it('does not go out while the programme steps back', async () => {
    const all = await scene();
    const person = await all.organisation.person();
    await all.organisation.write(() => api.db.of(Programme).update({ organisationId: all.organisation.id, id: all.programme.id }, { state: ProgrammeState.PAUSED }));
    expect(await all.pilot.refused(INVITE, { input: { cohortId: all.cohortId, personIds: [person.id], ...MISSION } })).toBe('PROGRAMME_PAUSED');
  });

  it('that a pause overtakes leaves after the relaunch, once', async () => {
    const all = await scene();
    // The queue keeps the database's own time.
    api.clock.reset();
    const pilot = await all.organisation.client(Role.PILOT);
    const person = await all.organisation.person();
    const state = (value: ProgrammeState) => all.organisation.write(() => api.db.of(Programme).update({ organisationId: all.organisation.id, id: all.programme.id }, { state: value }));
    const mails = () => api.mailer.outbox().filter(({ to }) => to === person.email).length;
    await invite({ ...all, pilot }, [person]);
    await state(ProgrammeState.PAUSED);
    await api.drain();
    expect(mails()).toBe(0);
    await state(ProgrammeState.RELAUNCHED);
    await all.organisation.write(() => api.db.query(`update pgboss.job set start_after = now() where name = 'recruitment.send-invitation' and start_after > now()`));
    await api.drain();
    await api.drain();
    expect(mails()).toBe(1);
  });

  it('is not asked for by a call during a pause', async () => {
    const all = await scene();
    const client = await all.organisation.client();
    const call = await all.organisation.write(() => recruitmentFactory.call(api.db, api.clock.now(), { programmeId: all.programme.id, opensOn: '2026-10-20', closesOn: '2026-10-30' }));
    const APPLY = 'mutation ($input: ApplyToCallInput!) { applyToCall(input: $input) { id } }';
    const input = { callId: call.id, motivation: 'Raconter.', selfLevel: 'EXPERT', networks: [] };
    expect((await client.ok('{ openCalls { id } }')).openCalls).toEqual([{ id: call.id }]);
    await all.organisation.write(() => api.db.of(Programme).update({ organisationId: all.organisation.id, id: all.programme.id }, { state: ProgrammeState.PAUSED }));
    expect((await client.ok('{ openCalls { id } }')).openCalls).toEqual([]);
    expect(await client.refused(APPLY, { input })).toBe('PROGRAMME_PAUSED');
  });
});

describe('a refusal', () => {
  /** Everything that the people who run the programme can read about recruitment, ids of this test aside. */
  const SEEN = `query ($cohort: ID!) {
    applicationsWaiting strategies { strategy cohorts people }
    calls { id state phase counts { waiting queued accepted } cohort { id openInvitations } }
    applications { edges { node { id state decidedAt person { id } } } }
    cohort(id: $cohort) { id openInvitations }
    people { edges { node { id roles } } }
  }`;

  it('is, to the team, exactly a silence', async () => {
    const all = await scene();
    const { organisation, pilot, cohortId } = all;
    const [person] = await organisation.people(2);
    const client = await api.as(person!);
    await invite(all, [person!]);
    await api.drain();
    const before = await pilot.ok(SEEN, { cohort: cohortId });
    const mailsBefore = api.mailer.outbox().length;
    await client.ok(DECLINE, { id: await idOf(client) });
    await api.drain();
    expect(await pilot.ok(SEEN, { cohort: cohortId })).toEqual(before);
    expect(before.cohort.openInvitations).toBe(1);
    expect(api.mailer.outbox()).toHaveLength(mailsBefore);
    expect((await client.ok(MINE)).myInvitations).toEqual([]);
    // Asking again tells nothing either: the answer is the one for somebody who has not answered.
    expect((await invite(all, [person!])).invite).toBe(0);
    expect((await client.ok(MINE)).myInvitations).toEqual([]);
    expect(await pilot.ok(SEEN, { cohort: cohortId })).toEqual(before);
  });

  it('is erased with the silences once the invitation ends, and the person may be asked again', async () => {
    const all = await scene();
    const { organisation, cohortId } = all;
    const people = await organisation.people(2);
    const client = await api.as(people[0]!);
    await invite(all, people);
    await client.ok(DECLINE, { id: await idOf(client) });
    // 25 hours more than thirty days: the clocks change in between.
    api.clock.set('2026-11-21T22:59:59Z');
    const later = await organisation.client(Role.PILOT);
    expect((await later.ok(OPEN, { id: cohortId })).cohort.openInvitations).toBe(2);
    api.clock.set('2026-11-21T23:00:00Z');
    expect((await later.ok(OPEN, { id: cohortId })).cohort.openInvitations).toBe(0);
    const late = await api.as(people[1]!);
    expect((await late.ok(MINE)).myInvitations).toEqual([]);
    await api.worker.runCron('recruitment.forget');
    expect(await organisation.write(() => api.db.of(Invitation).countBy({ organisationId: organisation.id }))).toBe(0);
    expect((await invite({ ...all, pilot: later }, people)).invite).toBe(2);
    expect((await (await api.as(people[0]!)).ok(MINE)).myInvitations).toHaveLength(1);
  });

  it('said twice is said once, and cannot become an acceptance', async () => {
    const all = await scene();
    const person = await all.organisation.person();
    const client = await api.as(person);
    await invite(all, [person]);
    const id = await idOf(client);
    await client.ok(DECLINE, { id });
    await client.ok(DECLINE, { id });
    expect(await client.refused(ACCEPT, { input: { id, ...read } })).toBe('INVITATION_OVER');
    expect((await client.ok(ROLES)).viewer.roles).toEqual([]);
  });

  it('leaves the accepted application of the same person as it was', async () => {
    const all = await scene();
    const { organisation, pilot, programme, cohortId } = all;
    const person = await organisation.person();
    const now = api.clock.now();
    const [application] = await organisation.write(async () => {
      const call = await recruitmentFactory.call(api.db, now, { programmeId: programme.id, cohortId, opensOn: '2026-10-20', closesOn: '2026-10-30' });
      return recruitmentFactory.applications(api.db, [{ callId: call.id, personId: person.id, createdAt: now }]);
    });
    await pilot.ok('mutation ($input: DecideApplicationsInput!) { decideApplications(input: $input) { id } }', { input: { ids: [application!.id], action: 'ACCEPT' } });
    const before = await pilot.ok(SEEN, { cohort: cohortId });
    const client = await api.as(person);
    await client.ok(DECLINE, { id: await idOf(client) });
    expect(await pilot.ok(SEEN, { cohort: cohortId })).toEqual(before);
    expect(before.applications.edges[0].node.state).toBe('ACCEPTED');
  });
});

describe('a volunteer', () => {
  it('who is accepted is invited, keeps that origin, and is invited once the cohort is chosen if it was not', async () => {
    const all = await scene();
    const { organisation, pilot, programme, cohortId } = all;
    const person = await organisation.person();
    const now = api.clock.now();
    const [application] = await organisation.write(async () => {
      const call = await recruitmentFactory.call(api.db, now, { programmeId: programme.id, opensOn: '2026-10-20', closesOn: '2026-10-30' });
      return recruitmentFactory.applications(api.db, [{ callId: call.id, personId: person.id, createdAt: now }]);
    });
    await pilot.ok('mutation ($input: DecideApplicationsInput!) { decideApplications(input: $input) { id } }', { input: { ids: [application!.id], action: 'ACCEPT' } });
    const client = await api.as(person);
    expect((await client.ok(MINE)).myInvitations).toEqual([]);
    await pilot.ok('mutation ($input: UpdateCallInput!) { updateCall(input: $input) { id } }', { input: { id: application!.callId, cohortId } });
    expect((await client.ok(ROLES)).viewer.roles).toEqual([]);
    await client.ok(ACCEPT, { input: { id: await idOf(client), ...read } });
    expect(await organisation.write(() => api.db.query('select origin from cohort_membership where person_id = $1', [person.id]))).toEqual([{ origin: 'VOLUNTEER' }]);
    expect(await pilot.problems('mutation ($input: UpdateCallInput!) { updateCall(input: $input) { id } }', { input: { id: application!.callId, cohortId: null } })).toEqual(['cohortId:isFixed']);
  });
});
