import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { programmesFactory, type Programme } from '@portevoix/programmes/api';
import { startApi, type Client, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { cohortsFactory } from '../cohorts.factory';

const NOW = '2026-11-24T09:00:00Z';
const POINTS = 'query ($id: ID!) { cohort(id: $id) { launchedAt launchPoints { item count isReady decision { kind reason by { id } } } } }';
const DECIDE = 'mutation ($input: DecideLaunchItemInput!) { decideLaunchItem(input: $input) { id } }';
const UNDECIDE = 'mutation ($cohortId: ID!, $item: LaunchItem!) { undecideLaunchItem(cohortId: $cohortId, item: $item) { id } }';
const LAUNCH = 'mutation ($id: ID!) { launchCohort(id: $id) { launchedAt launchPoints { item } } }';
const UPDATE = 'mutation ($input: UpdateCohortInput!) { updateCohort(input: $input) { id } }';

let api: TestApi;
let organisation: TestOrganisation;
let pilotPerson: Person;
let pilot: Client;
let programme: Programme;
let id: string;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.set(NOW);
  organisation = await api.organisation();
  pilotPerson = await organisation.person(Role.PILOT);
  pilot = await api.as(pilotPerson);
  const at = api.clock.now();
  programme = await organisation.write(() => programmesFactory.programme(api.db, at));
  ({ id } = await organisation.write(() => cohortsFactory.cohort(api.db, at, { programmeId: programme.id, referentId: pilotPerson.id })));
});
afterAll(() => api.close());

interface Point {
  item: string;
  count: number | null;
  isReady: boolean;
  decision: { kind: string; reason: string; by: { id: string } } | null;
}
const points = async (): Promise<Point[]> => (await pilot.ok(POINTS, { id })).cohort.launchPoints;
const missing = async () => (await points()).filter(({ isReady }) => !isReady).map(({ item }) => item);
const waive = (item: string, reason = 'Plus tard') => pilot.ok(DECIDE, { input: { cohortId: id, item, kind: 'WAIVED', reason } });

describe('the launch of a cohort', () => {
  it('waits for each point, and names those that are missing', async () => {
    expect(await missing()).toEqual(['WELCOME', 'PRINCIPLES', 'INVITATIONS', 'CONTENT', 'EVENT', 'CONTEST']);
    expect(await pilot.refused(LAUNCH, { id })).toBe('LAUNCH_INCOMPLETE');
    await pilot.ok(UPDATE, { input: { id, welcome: 'Bienvenue.' } });
    await pilot.ok('mutation ($id: ID!) { publishStatement(input: { programmeId: $id, text: "Pourquoi" }) { n } }', { id: programme.id });
    expect(await missing()).toContain('PRINCIPLES');
    await pilot.ok('mutation ($id: ID!) { publishCharter(input: { programmeId: $id, articles: [{ title: "Liberté", text: "Oui" }] }) { n } }', { id: programme.id });
    const [member] = await organisation.people(1);
    await organisation.write(() => cohortsFactory.members(api.db, id, [{ personId: member!.id, since: api.clock.now() }]));
    expect(await missing()).toEqual(['CONTENT', 'EVENT', 'CONTEST']);
    expect((await points())[2]).toMatchObject({ item: 'INVITATIONS', count: 1, isReady: true });
  });

  it('goes without a point only in somebody’s name, and takes that back', async () => {
    for (const { item } of await points()) await waive(item);
    expect(await missing()).toEqual([]);
    expect((await points())[0]).toMatchObject({ decision: { kind: 'WAIVED', reason: 'Plus tard', by: { id: pilotPerson.id } } });
    await pilot.ok(UNDECIDE, { cohortId: id, item: 'CONTEST' });
    await pilot.ok(UNDECIDE, { cohortId: id, item: 'CONTEST' });
    expect(await missing()).toEqual(['CONTEST']);
    await waive('CONTEST', ' Le groupe n’en veut pas ');
    await waive('CONTEST', 'Vraiment pas');
    expect((await points())[5]!.decision!.reason).toBe('Vraiment pas');
    expect((await pilot.ok(LAUNCH, { id })).launchCohort).toEqual({ launchedAt: '2026-11-24T09:00:00.000Z', launchPoints: [] });
    expect(await pilot.refused(LAUNCH, { id })).toBe('COHORT_STATE');
    expect(await pilot.refused(UNDECIDE, { cohortId: id, item: 'CONTEST' })).toBe('COHORT_STATE');
  });

  it('takes a person’s word only for what it cannot see, and asks for a reason', async () => {
    const confirm = (item: string, reason = 'Vendredi à 14 h') => ({ input: { cohortId: id, item, kind: 'CONFIRMED', reason } });
    await pilot.ok(DECIDE, confirm('EVENT'));
    expect(await missing()).not.toContain('EVENT');
    expect(await pilot.problems(DECIDE, confirm('WELCOME'))).toEqual(['kind:isMeasured']);
    expect(await pilot.problems(DECIDE, confirm('EVENT', '  '))).toEqual(['reason:matches']);
  });

  it('does not start in a pause', async () => {
    for (const { item } of await points()) await waive(item);
    await pilot.ok('mutation ($id: ID!) { moveProgramme(input: { id: $id, action: PAUSE }) { state } }', { id: programme.id });
    expect(await pilot.refused(LAUNCH, { id })).toBe('PROGRAMME_PAUSED');
  });

  it('is prepared by those who may, in their own organisation', async () => {
    const editor = await organisation.client(Role.EDITOR);
    expect(await editor.refused(LAUNCH, { id })).toBe('FORBIDDEN');
    const other = await (await api.organisation()).client(Role.PILOT);
    expect(await other.refused(LAUNCH, { id })).toBe('NOT_FOUND');
    expect(await other.refused(DECIDE, { input: { cohortId: id, item: 'EVENT', kind: 'WAIVED', reason: 'Non' } })).toBe('NOT_FOUND');
  });
});
