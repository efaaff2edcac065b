import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { startApi, type Client, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { ObjectiveMeters } from './objectives/objective-meters';

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
});
afterAll(() => api.close());

/** Sessions end with time: the pilot signs in again. */
async function jumpTo(instant: string) {
  api.clock.set(instant);
  pilot = await api.as(pilotPerson);
}

const CREATE = 'mutation ($input: CreateProgrammeInput!) { createProgramme(input: $input) { id name state axis startsOn viewerActions } }';
const MOVE = 'mutation ($input: MoveProgrammeInput!) { moveProgramme(input: $input) { state viewerActions transitions { from to note by { displayName } } currentPhase { name kind resumesId } } }';
const PHASES = 'mutation ($input: SetPhasesInput!) { setPhases(input: $input) { id name startsOn endsOn } }';
const CURRENT = '{ currentProgramme { id name state currentPhase { name } nextPhase { name } } }';

async function programme(state: 'DRAFT' | 'LIVE' = 'LIVE'): Promise<string> {
  const { id } = (await pilot.ok(CREATE, { input: { name: 'À voix haute', axis: 'CORPORATE' } })).createProgramme;
  if (state === 'LIVE') await pilot.ok(MOVE, { input: { id, action: 'LAUNCH' } });
  return id;
}

describe('a programme', () => {
  it('starts from nothing in a fresh organisation', async () => {
    expect((await pilot.ok(CURRENT)).currentProgramme).toBeNull();
    await jumpTo('2026-11-24T23:30:00Z');
    const { createProgramme } = await pilot.ok(CREATE, { input: { name: 'À voix haute', axis: 'SALES' } });
    expect(createProgramme).toMatchObject({ state: 'DRAFT', axis: 'SALES', startsOn: '2026-11-25', viewerActions: ['LAUNCH'] });
    expect((await pilot.ok(CURRENT)).currentProgramme.name).toBe('À voix haute');
  });

  it('is hidden from members until it is live', async () => {
    const id = await programme('DRAFT');
    const reader = await organisation.client();
    expect((await reader.ok(CURRENT)).currentProgramme).toBeNull();
    await pilot.ok(MOVE, { input: { id, action: 'LAUNCH' } });
    expect((await reader.ok(CURRENT)).currentProgramme).toMatchObject({ id, state: 'LIVE' });
  });

  it('pauses, comes back on a new phase linked to the old, and closes, each with who and why', async () => {
    const id = await programme();
    const [test] = (await pilot.ok(PHASES, { input: { programmeId: id, phases: [{ name: 'Phase de test', kind: 'TEST', startsOn: '2026-11-01' }] } })).setPhases;
    expect((await pilot.ok(MOVE, { input: { id, action: 'PAUSE', note: 'Prendre du recul' } })).moveProgramme).toMatchObject({ state: 'PAUSED', viewerActions: ['RELAUNCH', 'CLOSE'] });
    expect(await pilot.problems(MOVE, { input: { id, action: 'RELAUNCH' } })).toEqual(['phaseName:isNotEmpty']);
    await jumpTo('2027-01-08T09:00:00Z');
    const { moveProgramme } = await pilot.ok(MOVE, { input: { id, action: 'RELAUNCH', phaseName: 'Relance de janvier' } });
    expect(moveProgramme).toMatchObject({ state: 'RELAUNCHED', currentPhase: { name: 'Relance de janvier', kind: 'RELAUNCH', resumesId: test.id } });
    expect(moveProgramme.transitions.map(({ to, note }: { to: string; note: string | null }) => [to, note])).toEqual([['LIVE', null], ['PAUSED', 'Prendre du recul'], ['RELAUNCHED', null]]);
    await pilot.ok(MOVE, { input: { id, action: 'CLOSE' } });
    expect(await pilot.refused(MOVE, { input: { id, action: 'RELAUNCH', phaseName: 'Encore' } })).toBe('PROGRAMME_STATE');
  });

  it('changes state once when two ask together', async () => {
    const id = await programme('DRAFT');
    const answers = await Promise.all([1, 2].map(() => pilot.gql(MOVE, { input: { id, action: 'LAUNCH' } })));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').sort()).toEqual(['OK', 'PROGRAMME_STATE']);
  });

  it('names the field and the rule of a bad input', async () => {
    expect(await pilot.problems(CREATE, { input: { name: '', axis: 'SALES', startsOn: '2026-02-30' } })).toEqual(['name:isNotEmpty', 'startsOn:isDateString']);
    expect(await pilot.problems(CREATE, { input: { name: 'x', axis: 'SALES', startsOn: '2026-W13-1' } })).toEqual(['startsOn:isDateString']);
  });

  it('belongs to its organisation and to those who pilot it', async () => {
    const id = await programme();
    const stranger = await (await api.organisation()).client(Role.PILOT);
    const query = 'query ($id: ID!) { programme(id: $id) { id } }';
    expect(await stranger.refused(query, { id })).toBe('NOT_FOUND');
    expect(await stranger.refused(MOVE, { input: { id, action: 'PAUSE' } })).toBe('NOT_FOUND');
    expect(await stranger.refused(PHASES, { input: { programmeId: id, phases: [] } })).toBe('NOT_FOUND');
    expect(await (await organisation.client(Role.EDITOR)).refused(MOVE, { input: { id, action: 'PAUSE' } })).toBe('FORBIDDEN');
    expect(await api.anonymous.refused(CURRENT)).toBe('UNAUTHENTICATED');
  });
});

describe('phases', () => {
  const track = [
    { name: 'Test', kind: 'TEST', startsOn: '2026-03-02', endsOn: '2026-03-28' },
    { name: 'Recrutement', kind: 'RECRUITMENT', startsOn: '2026-03-29' },
  ];

  it('turn at midnight in Paris, on the day that the clocks change', async () => {
    const id = await programme();
    const member = await organisation.person(Role.AMBASSADOR);
    await pilot.ok(PHASES, { input: { programmeId: id, phases: track } });
    const names = async (instant: string) => {
      api.clock.set(instant);
      const { currentPhase, nextPhase } = (await (await api.as(member)).ok(CURRENT)).currentProgramme;
      return [currentPhase?.name ?? null, nextPhase?.name ?? null];
    };
    expect(await names('2026-03-01T22:59:59.999Z')).toEqual([null, 'Test']);
    expect(await names('2026-03-01T23:00:00Z')).toEqual(['Test', 'Recrutement']);
    expect(await names('2026-03-28T22:59:59.999Z')).toEqual(['Test', 'Recrutement']);
    expect(await names('2026-03-28T23:00:00Z')).toEqual(['Recrutement', null]);
  });

  it('follow one another: an overlap names its phase', async () => {
    const id = await programme();
    const overlap = [track[0], { ...track[1], startsOn: '2026-03-28' }];
    expect(await pilot.problems(PHASES, { input: { programmeId: id, phases: overlap } })).toEqual(['phases.1.startsOn:phaseOverlaps']);
    expect(await pilot.problems(PHASES, { input: { programmeId: id, phases: [{ ...track[0], endsOn: '2026-03-01' }] } })).toEqual(['phases.0.endsOn:endsBeforeStart']);
    expect(await pilot.problems(PHASES, { input: { programmeId: id, phases: [{ ...track[1], startsOn: '2026-03-01' }, track[0]] } })).toEqual(['phases.1.startsOn:phaseOverlaps']);
  });

  it('keep their ids when their dates change, and go when they are left out', async () => {
    const id = await programme();
    const first = (await pilot.ok(PHASES, { input: { programmeId: id, phases: track } })).setPhases;
    const moved = [{ ...track[1], id: first[1].id, startsOn: '2026-05-01' }];
    const second = (await pilot.ok(PHASES, { input: { programmeId: id, phases: moved } })).setPhases;
    expect(second).toEqual([{ id: first[1].id, name: 'Recrutement', startsOn: '2026-05-01', endsOn: null }]);
    expect(await pilot.problems(PHASES, { input: { programmeId: id, phases: [{ ...track[0], id: first[0].id }] } })).toEqual(['phases.0.id:isKnown']);
  });
});

describe('objectives', () => {
  const OBJECTIVE = 'mutation ($input: CreateObjectiveInput!) { createObjective(input: $input) { id unit current progress { share } owner { id } } }';

  const measured = (programmeId: string) => organisation.write(() => api.app.get(ObjectiveMeters).value('valid-clicks', programmeId));

  it('are refused without a metric or a target, and measured by a meter only', async () => {
    const programmeId = await programme();
    const owner = await organisation.person(Role.EDITOR);
    const sound = { programmeId, name: 'Amener des visiteurs', metricId: 'valid-clicks', baseline: 0, target: 400, deadline: '2099-12-31', ownerId: owner.id };
    expect((await pilot.ok(OBJECTIVE, { input: sound })).createObjective).toMatchObject({ unit: 'COUNT', current: await measured(programmeId), owner: { id: owner.id } });
    expect(await pilot.problems(OBJECTIVE, { input: { ...sound, metricId: '' } })).toEqual(['metricId:isIn']);
    expect(await pilot.problems(OBJECTIVE, { input: { ...sound, target: 0 } })).toEqual(['target:differsFromBaseline']);
    expect(await pilot.problems(OBJECTIVE, { input: { ...sound, deadline: '2020-01-01' } })).toEqual(['deadline:isNotPassed']);
    const { target: _without, ...untargeted } = sound;
    expect(await pilot.refused(OBJECTIVE, { input: untargeted })).not.toBe('OK');
    const stranger = await (await api.organisation()).person(Role.PILOT);
    expect(await pilot.problems(OBJECTIVE, { input: { ...sound, ownerId: stranger.id } })).toEqual(['ownerId:isKnown']);
    expect((await pilot.ok('query ($id: ID!) { objectives(programmeId: $id) { name } }', { id: programmeId })).objectives).toHaveLength(1);
    expect(await (await organisation.client(Role.AMBASSADOR)).refused('query ($id: ID!) { objectives(programmeId: $id) { name } }', { id: programmeId })).toBe('FORBIDDEN');
  });

  it('have no value without a meter, and one meter a metric', async () => {
    const meters = new ObjectiveMeters();
    expect(await meters.value('readers', 'p')).toBeNull();
    meters.register(['readers'], async () => 12);
    expect(await meters.value('readers', 'p')).toBe(12);
    expect(() => meters.register(['readers'], async () => 13)).toThrow('measured twice');
  });

  it('come with the axis: sales are not measured as communication is', async () => {
    const query = 'query ($axis: ProgrammeAxis!) { axisDefaults(axis: $axis) { themes kpis { metricId unit } } }';
    const [sales, corporate] = await Promise.all(['SALES', 'CORPORATE'].map((axis) => pilot.ok(query, { axis })));
    expect(sales.axisDefaults.kpis[0]).toEqual({ metricId: 'conversions-lead', unit: 'COUNT' });
    expect(sales.axisDefaults).not.toEqual(corporate.axisDefaults);
  });
});
