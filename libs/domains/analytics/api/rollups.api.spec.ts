import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActivityKind, ShareStanding } from '@portevoix/analytics/shared';
import { Cohort, cohortsFactory } from '@portevoix/cohorts/api';
import type { Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { newId } from '@portevoix/platform';
import { ObjectiveMeters, programmesFactory } from '@portevoix/programmes/api';
import { startApi, type TestApi, type TestOrganisation } from '@portevoix/testing';
import fc from 'fast-check';
import { Activity, type Fact } from './activity/activity.service';
import { MEMBERS } from './activity/scopes';
import { Rollups } from './activity/rollups.service';
import { Counts } from './figures/counts.service';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const { CONNECTED, READ, SHARE_OPENED, SHARE_DECLARED, SHARE_RETRACTED, CLICK_VALID, FEEDBACK } = ActivityKind;
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const AUTUMN = { from: '2026-10-01', to: '2026-11-30' };
const fact = (kind: ActivityKind, person: Person, at: string, more: Partial<Fact> = {}): Fact => ({ source: newId(), kind, personId: person.id, at: new Date(at), ...more });
const record = (organisation: TestOrganisation, facts: Fact[]) => organisation.write(() => api.app.get(Activity).record(facts));
const verify = (organisation: TestOrganisation) => organisation.write(() => api.app.get(Rollups).verify());
const ask = <T>(organisation: TestOrganisation, work: (counts: Counts) => Promise<T>) => organisation.write(() => work(api.app.get(Counts)));

/** A cohort of a programme of its own; each member from `since` on, until `until` when it is given. */
async function cohortOf(organisation: TestOrganisation, people: readonly Person[], since: string, until: string | null = null): Promise<Cohort> {
  const referent = await organisation.person(Role.COMMUNITY_MANAGER);
  return organisation.write(async () => {
    const at = new Date('2026-01-05T09:00:00Z');
    const { id: programmeId } = await programmesFactory.programme(api.db, at);
    const cohort = await cohortsFactory.cohort(api.db, at, { programmeId, referentId: referent.id });
    await cohortsFactory.members(api.db, cohort.id, people.map(({ id: personId }) => ({ personId, since: new Date(since), until: until ? new Date(until) : null })));
    return cohort;
  });
}

/** Where a share stands after its steps, read one after the other. */
function standingOf(steps: readonly Fact[]): ShareStanding | null {
  const order = [SHARE_OPENED, SHARE_DECLARED, SHARE_RETRACTED, CLICK_VALID];
  const kinds = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime() || order.indexOf(a.kind) - order.indexOf(b.kind)).map(({ kind }) => kind);
  if (kinds.includes(CLICK_VALID)) return ShareStanding.MEASURED;
  const word = kinds.filter((kind) => kind === SHARE_DECLARED || kind === SHARE_RETRACTED).at(-1);
  if (word === SHARE_DECLARED) return ShareStanding.DECLARED;
  return kinds.includes(SHARE_OPENED) ? ShareStanding.OPENED : null;
}

describe('the rollups', () => {
  it('equal a replay of the events, whatever happened in whatever order', async () => {
    const organisation = await api.organisation();
    const people = await organisation.people(5);
    const cohort = await cohortOf(organisation, people.slice(0, 3), '2026-10-08T09:00:00Z', '2026-10-29T09:00:00Z');
    const [shares, publications] = [Array.from({ length: 4 }, () => newId()), Array.from({ length: 2 }, () => newId())];
    const step = fc.record({ kind: fc.constantFrom(...Object.values(ActivityKind)), person: fc.nat(4), minute: fc.nat(60 * 24 * 40), share: fc.nat(3), source: fc.nat(60) });
    const toFact = ({ kind, person, minute, share: which, source }: { kind: ActivityKind; person: number; minute: number; share: number; source: number }): Fact => {
      const isShare = kind.startsWith('SHARE') || kind === CLICK_VALID;
      const subject = isShare ? { subjectId: shares[which]!, network: which % 2 ? 'X' : 'LINKEDIN', publicationId: publications[which % 2]! } : { publicationId: kind === READ ? publications[which % 2]! : null };
      // A share is one person's.
      return { source: `${organisation.id} ${source} ${kind} ${minute}`, kind, personId: people[isShare ? which : person]!.id, at: new Date(Date.UTC(2026, 9, 1) + minute * 60_000), ...subject };
    };
    const told = new Map<string, Fact>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 12 }), { maxLength: 6 }), async (batches) => {
        for (const batch of batches) {
          const facts = batch.map(toFact);
          await record(organisation, facts);
          for (const one of facts) told.set(one.source, told.get(one.source) ?? one);
        }
        expect(await verify(organisation)).toEqual([]);
        const facts = [...told.values()];
        const standings = shares.map((id) => standingOf(facts.filter(({ subjectId }) => subjectId === id)));
        const networks = await ask(organisation, (counts) => counts.networks(AUTUMN));
        for (const [key, standing] of [['opened', 'OPENED'], ['declared', 'DECLARED'], ['measured', 'MEASURED']] as const) {
          expect(networks.reduce((sum, row) => sum + row[key], 0)).toBe(standings.filter((one) => one === standing).length);
        }
        const isMember = ({ personId, at }: Fact) => people.slice(0, 3).some(({ id }) => id === personId) && at >= new Date('2026-10-08T09:00:00Z') && at < new Date('2026-10-29T09:00:00Z');
        const distinct = (some: readonly Fact[]) => new Set(some.map(({ personId }) => personId)).size;
        expect(await ask(organisation, (counts) => counts.people(READ, AUTUMN))).toBe(distinct(facts.filter(({ kind }) => kind === READ)));
        const active = distinct(facts.filter((one) => [READ, SHARE_DECLARED, FEEDBACK].includes(one.kind) && isMember(one)));
        for (const scope of [MEMBERS, cohort.id, cohort.programmeId]) expect(await ask(organisation, (counts) => counts.activeMembers(AUTUMN, scope))).toBe(active);
        expect(await ask(organisation, (counts) => counts.events(CLICK_VALID, AUTUMN, [cohort.id]))).toBe(facts.filter((one) => one.kind === CLICK_VALID && isMember(one)).length);
        const sharers = new Set(facts.filter(({ kind }) => kind === SHARE_DECLARED || kind === CLICK_VALID).map(({ personId }) => personId));
        const readersOnly = distinct(facts.filter(({ kind, personId }) => kind === READ && !sharers.has(personId)));
        expect(await ask(organisation, (counts) => counts.readersOnly(AUTUMN))).toEqual({ people: distinct(facts), readersOnly });
      }),
      { numRuns: 20 },
    );
    const before = await ask(organisation, (counts) => counts.networks(AUTUMN, [cohort.id]));
    await organisation.write(() => api.app.get(Rollups).rebuild());
    expect(await verify(organisation)).toEqual([]);
    expect(await ask(organisation, (counts) => counts.networks(AUTUMN, [cohort.id]))).toEqual(before);
  });

  it('add up when many tell at once, and when a share’s steps come together', async () => {
    const organisation = await api.organisation();
    const people = await organisation.people(8);
    const subjectId = newId();
    const step = (kind: ActivityKind, minute: number) => fact(kind, people[0]!, `2026-03-10T09:${minute}:00Z`, { subjectId, network: 'X', publicationId: newId() });
    await Promise.all([
      ...people.map((person) => record(organisation, [fact(CONNECTED, person, '2026-03-10T09:00:00Z'), fact(READ, person, '2026-03-10T09:05:00Z', { publicationId: newId() })])),
      ...[SHARE_OPENED, SHARE_DECLARED, SHARE_RETRACTED, CLICK_VALID, CLICK_VALID].map((kind, index) => record(organisation, [step(kind, 10 + index)])),
    ]);
    expect(await verify(organisation)).toEqual([]);
    expect(await ask(organisation, (counts) => counts.people(READ, MARCH))).toBe(8);
    expect(await ask(organisation, (counts) => counts.networks(MARCH))).toEqual([{ network: 'X', opened: 0, declared: 0, measured: 1 }]);
  });

  it('say what differs when a row was lost or changed', async () => {
    const organisation = await api.organisation();
    const [person] = (await organisation.people(1)) as [Person];
    await record(organisation, [SHARE_OPENED, CLICK_VALID].map((kind) => fact(kind, person, '2026-03-10T09:00:00Z', { subjectId: newId(), network: 'X', publicationId: newId() })));
    for (const [change, difference] of [
      ['delete from people_day where organisation_id = $1', 'people_day: 4 rows'],
      ['update activity_day set count = count + 1 where organisation_id = $1', 'activity_day: 4 rows'],
      ['update publication_day set clicks = clicks + 1 where organisation_id = $1', 'publication_day: 2 rows'],
      [`update share_day set network = 'BLUESKY' where organisation_id = $1`, 'share_day: 4 rows'],
    ] as const) {
      await organisation.write(() => api.db.query(change, [organisation.id]));
      expect(await verify(organisation)).toEqual([difference]);
      await organisation.write(() => api.app.get(Rollups).rebuild());
      expect(await verify(organisation)).toEqual([]);
    }
  });

  it('stay when a person is erased, and count the facts told of them after', async () => {
    const organisation = await api.organisation();
    const people = await organisation.people(3);
    const cohort = await cohortOf(organisation, people, '2026-02-01T09:00:00Z');
    await record(organisation, people.map((person) => fact(READ, person, '2026-03-10T09:00:00Z', { publicationId: newId() })));
    const gone = people[2]!;
    await organisation.write(async () => {
      for (const table of ['session', 'cohort_membership']) await api.db.query(`delete from ${table} where organisation_id = $1 and person_id = $2`, [organisation.id, gone.id]);
      await api.db.query('delete from person where organisation_id = $1 and id = $2', [organisation.id, gone.id]);
    });
    await record(organisation, [fact(CLICK_VALID, gone, '2026-03-12T09:00:00Z', { subjectId: newId(), network: 'X', publicationId: newId() })]);
    expect(await verify(organisation)).toEqual([]);
    expect(await ask(organisation, (counts) => counts.people(READ, MARCH))).toBe(3);
    expect(await ask(organisation, (counts) => counts.activeMembers(MARCH, cohort.id))).toBe(3);
    expect(await ask(organisation, (counts) => counts.events(CLICK_VALID, MARCH))).toBe(1);
    await organisation.write(() => api.app.get(Rollups).rebuild());
    expect(await ask(organisation, (counts) => counts.activeMembers(MARCH, cohort.programmeId))).toBe(3);
  });
});

describe('an objective of a programme', () => {
  it('counts what its members did while they were, not the whole organisation', async () => {
    const organisation = await api.organisation();
    const people = await organisation.people(7);
    const [member, both] = people as [Person, Person];
    // Six here, five of them there too, two elsewhere; the seventh is in no cohort.
    const [ours, again, few] = [await cohortOf(organisation, people.slice(0, 6), '2026-03-05T09:00:00Z'), await cohortOf(organisation, people.slice(1, 6), '2026-03-05T09:00:00Z'), await cohortOf(organisation, [member, both], '2026-03-05T09:00:00Z')];
    await organisation.write(() => api.db.query(`update programme set starts_on = '2026-03-01' where organisation_id = $1`, [organisation.id]));
    const shared = (person: Person, at: string) => [SHARE_OPENED, SHARE_DECLARED, CLICK_VALID].map((kind, index) => fact(kind, person, new Date(Date.parse(at) + index).toISOString(), { subjectId: person.id, network: 'X', publicationId: newId() }));
    await record(organisation, [...people.flatMap((person) => [fact(READ, person, '2026-03-10T09:00:00Z', { publicationId: newId() }), ...shared(person, '2026-03-10T10:00:00Z')]), fact(CLICK_VALID, member, '2026-03-04T09:00:00Z', { subjectId: newId(), network: 'X', publicationId: newId() })]);
    const values = async ({ programmeId }: Cohort) => {
      const meters = api.app.get(ObjectiveMeters);
      return organisation.write(async () => [await meters.value('readers', programmeId), await meters.value('active-members', programmeId), await meters.value('shares', programmeId), await meters.value('valid-clicks', programmeId)]);
    };
    expect(await values(ours)).toEqual([6, 6, 6, 6]);
    expect(await values(again)).toEqual([5, 5, 5, 5]);
    // Fewer than five people: nothing is said of them.
    expect(await values(few)).toEqual([null, null, null, null]);
  });
});
