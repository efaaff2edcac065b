import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActivityKind } from '@portevoix/analytics/shared';
import { cohortsFactory } from '@portevoix/cohorts/api';
import { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { Role } from '@portevoix/identity/shared';
import { newId } from '@portevoix/platform';
import { programmesFactory } from '@portevoix/programmes/api';
import { startApi, type TestApi } from '@portevoix/testing';
import { connected, fact, figures, MARCH, record, share } from './facts.testing';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const { READ, SHARE_DECLARED, SHARE_OPENED } = ActivityKind;

describe('a cohort', () => {
  async function withCohorts(...sizes: number[]) {
    const organisation = await api.organisation();
    const referent = await organisation.person(Role.COMMUNITY_MANAGER);
    const since = new Date('2026-02-01T09:00:00Z');
    const cohorts = [];
    for (const size of sizes) {
      const people = await organisation.people(size, Role.AMBASSADOR);
      const cohort = await organisation.write(async () => {
        const programme = await programmesFactory.programme(api.db, since);
        const row = await cohortsFactory.cohort(api.db, since, { programmeId: programme.id, referentId: referent.id });
        await cohortsFactory.members(api.db, row.id, people.map(({ id: personId }) => ({ personId, since })));
        return row;
      });
      cohorts.push({ id: cohort.id, people });
    }
    return { organisation, cohorts, pilot: await organisation.client(Role.PILOT) };
  }

  it('has its results by the origin of its members too, in whole groups of five', async () => {
    const { organisation, pilot } = await withCohorts();
    const since = new Date('2026-02-01T09:00:00Z');
    const [volunteers, referred] = [await organisation.people(7, Role.AMBASSADOR), await organisation.people(12, Role.AMBASSADOR)];
    await organisation.write(async () => {
      const programme = await programmesFactory.programme(api.db, since);
      for (const [people, origin] of [[volunteers, RecruitmentOrigin.VOLUNTEER], [referred.slice(0, 6), RecruitmentOrigin.REFERRAL], [referred.slice(6), RecruitmentOrigin.REFERRAL]] as const) {
        const { id } = await cohortsFactory.cohort(api.db, since, { programmeId: programme.id, referentId: volunteers[0]!.id });
        await cohortsFactory.members(api.db, id, people.map(({ id: personId }) => ({ personId, since, origin })));
      }
    });
    const at = '2026-03-10T09:00:00Z';
    await record(api, organisation, [...volunteers.map((person) => connected(person, at)), ...referred.slice(0, 11).map((person) => connected(person, at))]);
    const of = async (origin: RecruitmentOrigin) => {
      const { members, 'people-connected': seen } = await figures(pilot, { ...MARCH, origin });
      return [members!.value, seen!.value];
    };
    expect(await of(RecruitmentOrigin.VOLUNTEER)).toEqual([7, 5]);
    expect(await of(RecruitmentOrigin.REFERRAL)).toEqual([12, 10]);
    expect(await of(RecruitmentOrigin.MISSION)).toEqual([null, null]);
    const both = 'query ($from: String!, $to: String!, $cohortId: ID, $origin: RecruitmentOrigin) { dashboard(from: $from, to: $to, cohortId: $cohortId, origin: $origin) { from } }';
    expect(await pilot.problems(both, { ...MARCH, cohortId: newId(), origin: 'VOLUNTEER' })).toEqual(['origin:isAlone']);
  });

  it('of fewer than five is withheld whole', async () => {
    const { cohorts, pilot } = await withCohorts(4);
    const shown = await figures(pilot, { ...MARCH, cohortId: cohorts[0]!.id });
    expect(Object.values(shown).every(({ value, suppressed }) => value === null && suppressed === 'GROUP_TOO_SMALL')).toBe(true);
  });

  it('is withheld where another one’s few would follow by subtraction', async () => {
    const { organisation, cohorts, pilot } = await withCohorts(8, 8, 8);
    const at = '2026-03-10T09:00:00Z';
    const [a, b, c] = cohorts as [(typeof cohorts)[0], (typeof cohorts)[0], (typeof cohorts)[0]];
    await record(api, organisation, [...a.people.slice(0, 3), ...b.people.slice(0, 7), ...c.people].map((person) => connected(person, at)));
    const shown = [];
    for (const { id } of [a, b, c]) shown.push((await figures(pilot, { ...MARCH, cohortId: id }))['people-connected']!.value);
    // In whole groups of five: eight are told as five.
    expect(shown).toEqual([null, null, 5]);
    expect((await figures(pilot, MARCH))['people-connected']!.value).toBe(18);
  });

  it('keeps the members of the day: people who join today change nothing of last month', async () => {
    const { organisation, cohorts, pilot } = await withCohorts(6);
    const [{ id, people }] = cohorts as [(typeof cohorts)[0]];
    await record(api, organisation, people.map((person) => fact(READ, person, '2026-03-10T09:00:00Z', { publicationId: newId() })));
    const before = await figures(pilot, { ...MARCH, cohortId: id });
    expect(before['active-members']!.value).toBe(5);
    const [whole] = [await figures(pilot, MARCH)];
    const others = await organisation.people(100, Role.AMBASSADOR);
    await organisation.write(() => cohortsFactory.members(api.db, id, others.map(({ id: personId }) => ({ personId, since: new Date('2026-05-01T09:00:00Z') }))));
    await record(api, organisation, others.map((person) => fact(READ, person, '2026-03-12T09:00:00Z', { publicationId: newId() })));
    expect(await figures(pilot, { ...MARCH, cohortId: id })).toEqual(before);
    const after = await figures(pilot, MARCH);
    expect([after['members']!.value, after['active-members']!.value]).toEqual([whole['members']!.value, whole['active-members']!.value]);
    expect(after['readers']!.value).toBe(106);
  });

  it('never differs by one to four people, nor by what they did, between two periods', async () => {
    const { organisation, cohorts, pilot } = await withCohorts(24, 9);
    const [{ id, people }] = cohorts as [(typeof cohorts)[0]];
    const days = Array.from({ length: 6 }, (_, index) => `2026-03-1${index}`);
    // Seven on the first day, then three more each day, each with a share.
    const facts = people.flatMap((person, index) => {
      const at = `${days[Math.max(0, Math.ceil((index - 6) / 3))] ?? days.at(-1)!}T09:00:00Z`;
      return [connected(person, at), ...share(person, 'X', at, [SHARE_OPENED, SHARE_DECLARED])];
    });
    await record(api, organisation, facts);
    const seen = [];
    for (const [index, from] of days.entries()) for (const to of days.slice(index)) seen.push({ from, to, of: await figures(pilot, { from, to, cohortId: id }) });
    for (const metric of ['people-connected', 'active-members', 'shares', 'shares-declared']) {
      const values = seen.map(({ of }) => of[metric]!.value).filter((value) => value !== null);
      expect(new Set(values).size).toBeGreaterThan(2);
      for (const one of values) for (const other of values) expect([0, 5]).toContain(Math.min(5, Math.abs(one - other)));
    }
    // Who belongs to a cohort is no secret of those who run it.
    expect(seen[0]!.of['members']!.value).toBe(24);
  });

  it('tells its readers without a share to the nearest tenth, and no number of them', async () => {
    const { organisation, cohorts, pilot } = await withCohorts(17);
    const [{ id, people }] = cohorts as [(typeof cohorts)[0]];
    const at = '2026-03-10T09:00:00Z';
    await record(api, organisation, people.map((person) => fact(READ, person, at, { publicationId: newId() })));
    await record(api, organisation, people.slice(0, 8).flatMap((person) => share(person, 'X', at, [SHARE_OPENED, SHARE_DECLARED])));
    const ask = async () => (await pilot.ok('query ($from: String!, $to: String!, $id: ID) { readersOnlyShare(from: $from, to: $to, cohortId: $id) { people readersOnly share position } }', { ...MARCH, id })).readersOnlyShare;
    expect(await ask()).toEqual({ people: null, readersOnly: null, share: 0.5, position: 'IN' });
    await record(api, organisation, share(people[8]!, 'X', at, [SHARE_OPENED, SHARE_DECLARED]));
    expect(await ask()).toEqual({ people: null, readersOnly: null, share: 0.5, position: 'IN' });
  });
});

describe('new members', () => {
  const NEW = 'query ($weeks: Int) { newMembers(weeks: $weeks) { from to people } }';

  async function joined(...memberships: (string | [string, string])[][]) {
    const organisation = await api.organisation();
    const referent = await organisation.person(Role.COMMUNITY_MANAGER);
    const people = await organisation.people(memberships.length, Role.AMBASSADOR);
    const at = new Date('2026-01-05T09:00:00Z');
    await organisation.write(async () => {
      const programme = await programmesFactory.programme(api.db, at);
      for (const [index, { id: personId }] of people.entries()) {
        for (const membership of memberships[index]!) {
          const [since, until] = typeof membership === 'string' ? [membership] : membership;
          const { id } = await cohortsFactory.cohort(api.db, at, { programmeId: programme.id, referentId: referent.id });
          await cohortsFactory.members(api.db, id, [{ personId, since: new Date(since), until: until ? new Date(until) : null }]);
        }
      }
    });
    return organisation;
  }

  it('are counted by seven days up to today, on the organisation’s calendar; a move counts nobody', async () => {
    // Paris is at UTC+1, then at UTC+2 from 29 March on.
    const organisation = await joined(['2026-03-31T21:59:59Z'], ['2026-03-25T22:59:59Z'], ['2026-03-25T23:00:00Z'], [['2026-01-10T09:00:00Z', '2026-03-30T09:00:00Z'], '2026-03-30T09:00:00Z'], ['2026-03-03T22:59:59Z'], ['2026-03-31T22:00:00Z']);
    api.clock.set('2026-03-31T12:00:00Z');
    const sponsor = await organisation.client(Role.SPONSOR);
    expect((await sponsor.ok(NEW, { weeks: 2 })).newMembers).toEqual([{ from: '2026-03-18', to: '2026-03-24', people: 0 }, { from: '2026-03-25', to: '2026-03-31', people: 3 }]);
    expect((await sponsor.ok(NEW)).newMembers.map(({ people }: { people: number }) => people)).toEqual([0, 0, 0, 3]);
  });

  it('are those of one’s own organisation, for those who read figures', async () => {
    const organisation = await joined(['2026-03-30T09:00:00Z']);
    api.clock.set('2026-03-31T12:00:00Z');
    expect((await (await organisation.client(Role.EDITOR)).ok(NEW, { weeks: 1 })).newMembers).toEqual([{ from: '2026-03-25', to: '2026-03-31', people: 1 }]);
    expect(await (await organisation.client(Role.AMBASSADOR)).refused(NEW)).toBe('FORBIDDEN');
    expect(await api.anonymous.refused(NEW)).toBe('UNAUTHENTICATED');
    const stranger = await (await api.organisation()).client(Role.PILOT);
    expect((await stranger.ok(NEW, { weeks: 1 })).newMembers[0].people).toBe(0);
    expect(await stranger.problems(NEW, { weeks: 0 })).toEqual(['weeks:min']);
    expect(await stranger.problems(NEW, { weeks: 27 })).toEqual(['weeks:max']);
  });
});
