import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActivityKind } from '@portevoix/analytics/shared';
import { contentFactory } from '@portevoix/content/api';
import { personConnected, type Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { Events, newId } from '@portevoix/platform';
import { programmesFactory } from '@portevoix/programmes/api';
import { sharingFactory } from '@portevoix/sharing/api';
import { ClickReason } from '@portevoix/sharing/shared';
import { startApi, type TestApi } from '@portevoix/testing';
import { ClickDays } from './activity/click-days.service';
import { Rollups } from './activity/rollups.service';
import { connected, DASHBOARD, fact, figures, MARCH, record, share } from './facts.testing';
import { Counts } from './figures/counts.service';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const PERIOD = '$from: String!, $to: String!';
const NETWORKS = `query (${PERIOD}) { sharesByNetwork(from: $from, to: $to) { network opened declared measured } }`;
const CLICKS = `query (${PERIOD}) { clickBreakdown(from: $from, to: $to) { raw bots duplicates own valid } }`;
const SERIES = `query (${PERIOD}) { dailySeries(from: $from, to: $to, metricIds: ["people-connected", "valid-clicks"]) { days series { metricId values } } }`;
const TOP = `query (${PERIOD}) { topPublications(from: $from, to: $to) { publication { id } readers shares clicks } }`;
const ONLY = `query (${PERIOD}) { readersOnlyShare(from: $from, to: $to) { people readersOnly share position bandLow bandHigh } }`;

const { SHARE_OPENED, SHARE_DECLARED, SHARE_RETRACTED, CLICK_VALID, READ } = ActivityKind;

describe('people over a period', () => {
  it('are counted once, exactly, between two days both included', async () => {
    const organisation = await api.organisation();
    const [one, two, three] = (await organisation.people(3)) as [Person, Person, Person];
    const twice = connected(one, '2026-03-10T09:00:00Z');
    await record(api, organisation, [twice, connected(one, '2026-03-11T09:00:00Z'), connected(two, '2026-03-11T08:00:00Z'), connected(three, '2026-04-02T08:00:00Z')]);
    await record(api, organisation, [twice]);
    const sponsor = await organisation.client(Role.SPONSOR);
    expect((await figures(sponsor, MARCH))['people-connected']).toEqual({ value: 2, previous: null, suppressed: null });
    expect((await figures(sponsor, { from: '2026-04-02', to: '2026-04-02', compareFrom: '2026-03-10', compareTo: '2026-03-11' }))['people-connected']).toMatchObject({ value: 1, previous: 2 });
    expect((await figures(sponsor, { from: '2026-05-01', to: '2026-05-02' }))['people-connected']).toMatchObject({ value: 0 });
    const { dailySeries } = await sponsor.ok(SERIES, { from: '2026-03-09', to: '2026-03-12' });
    expect(dailySeries).toMatchObject({ days: ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12'], series: [{ metricId: 'people-connected', values: [0, 1, 2, 0] }, { metricId: 'valid-clicks', values: [0, 0, 0, 0] }] });
  });

  it('fall on the day of the organisation’s calendar, at midnight and around the change of clocks', async () => {
    const organisation = await api.organisation();
    const [person] = (await organisation.people(1)) as [Person];
    // Paris: UTC+2 until 01:00Z on 25 October 2026, then UTC+1.
    await record(api, organisation, ['2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z', '2026-10-25T22:30:00Z', '2026-10-25T23:30:00Z'].map((at) => fact(CLICK_VALID, person, at, { network: 'X', publicationId: newId(), subjectId: newId() })));
    const pilot = await organisation.client(Role.PILOT);
    const { dailySeries } = await pilot.ok(SERIES, { from: '2026-10-24', to: '2026-10-26' });
    expect(dailySeries.series[1].values).toEqual([1, 2, 1]);
  });

  it('are told by the events of the other domains', async () => {
    const organisation = await api.organisation();
    const person = await organisation.person(Role.PILOT);
    await organisation.write(() => api.app.get(Events).publish(personConnected, { personId: person.id, day: '2026-03-12' }));
    await api.drain();
    expect((await figures(await api.as(person), MARCH))['people-connected']!.value).toBe(1);
  });

  it('keep their bit when the organisation outgrows a day’s bit string', async () => {
    const organisation = await api.organisation();
    const [first] = (await organisation.people(1)) as [Person];
    await record(api, organisation, [connected(first, '2026-03-10T09:00:00Z')]);
    const [late] = (await organisation.people(1)) as [Person];
    await organisation.write(() => api.db.query('update person set number = 3000 where organisation_id = $1 and id = $2', [organisation.id, late.id]));
    await record(api, organisation, [connected(late, '2026-03-10T10:00:00Z'), connected(late, '2026-03-11T10:00:00Z')]);
    expect(await organisation.write(() => api.app.get(Counts).people(ActivityKind.CONNECTED, MARCH))).toBe(2);
    expect(await organisation.write(() => api.app.get(Rollups).verify())).toEqual([]);
  });
});

describe('shares by network', () => {
  it('count once in their last state; an intention is never added', async () => {
    const organisation = await api.organisation();
    const people = await organisation.people(5);
    const at = '2026-03-10T09:00:00Z';
    const [a, b, c, d, e] = people as [Person, Person, Person, Person, Person];
    const late = share(d, 'X', at, [SHARE_OPENED, SHARE_DECLARED, SHARE_RETRACTED]);
    await record(api, organisation, [
      ...share(a, 'LINKEDIN', at, [SHARE_OPENED, SHARE_DECLARED, CLICK_VALID, CLICK_VALID]),
      ...share(b, 'LINKEDIN', at, [SHARE_OPENED, SHARE_DECLARED]),
      ...share(c, 'LINKEDIN', at, [SHARE_OPENED]),
      ...share(e, 'X', at, [SHARE_OPENED, SHARE_DECLARED, SHARE_RETRACTED, SHARE_DECLARED]),
    ]);
    // Told out of order, the steps still make the same share.
    for (const step of [...late].reverse()) await record(api, organisation, [step]);
    const editor = await organisation.client(Role.EDITOR);
    expect((await editor.ok(NETWORKS, MARCH)).sharesByNetwork).toEqual([
      { network: 'LINKEDIN', opened: 1, declared: 1, measured: 1 },
      { network: 'X', opened: 1, declared: 1, measured: 0 },
    ]);
    const shown = await figures(editor, MARCH);
    expect(['shares', 'shares-measured', 'shares-declared', 'share-intents', 'valid-clicks'].map((id) => shown[id]!.value)).toEqual([3, 1, 2, 2, 2]);
  });
});

describe('clicks', () => {
  it('are shown raw and valid, loss by loss, the same live and rolled up', async () => {
    const organisation = await api.organisation();
    const person = await organisation.person(Role.AMBASSADOR);
    const days = api.app.get(ClickDays);
    await organisation.write(async () => {
      const programme = await programmesFactory.programme(api.db, new Date('2026-03-01T09:00:00Z'));
      const publication = await contentFactory.publication(api.db, { programmeId: programme.id, authorId: person.id, at: new Date('2026-03-01T09:00:00Z') });
      const { link } = await sharingFactory.share(api.db, new Date('2026-03-10T09:00:00Z'), { personId: person.id, publicationId: publication.id });
      const at = new Date('2026-03-10T23:30:00Z');
      const { VALID, BOT, HEAD, PREFETCH, DUPLICATE, OWN } = ClickReason;
      await sharingFactory.clicks(api.db, link.id, [VALID, VALID, BOT, BOT, HEAD, PREFETCH, DUPLICATE, OWN].map((reason) => ({ at, reason })));
    });
    const pilot = await organisation.client(Role.PILOT);
    const day = { from: '2026-03-11', to: '2026-03-11' };
    const expected = { raw: 8, bots: 4, duplicates: 1, own: 1, valid: 2 };
    api.clock.set('2026-03-11T12:00:00Z');
    expect((await pilot.ok(CLICKS, day)).clickBreakdown).toEqual(expected);
    api.clock.set('2026-03-20T12:00:00Z');
    const later = await api.as(await organisation.person(Role.PILOT));
    expect((await later.ok(CLICKS, day)).clickBreakdown).toMatchObject({ raw: 0 });
    await days.rollUp();
    await days.rollUp();
    expect((await later.ok(CLICKS, day)).clickBreakdown).toEqual(expected);
    expect((await later.ok(CLICKS, { from: '2026-03-10', to: '2026-03-10' })).clickBreakdown.raw).toBe(0);
    expect(await organisation.write(() => api.app.get(Rollups).verify())).toEqual([]);
    api.clock.reset();
  });
});

describe('readers who do not share', () => {
  async function afterSharing(sharing: number) {
    const organisation = await api.organisation();
    const people = await organisation.people(10, Role.AMBASSADOR);
    const at = '2026-03-10T09:00:00Z';
    await record(api, organisation, people.map((person) => fact(READ, person, at, { publicationId: newId() })));
    await record(api, organisation, people.slice(0, sharing).flatMap((person) => share(person, 'X', at, [SHARE_OPENED, SHARE_DECLARED])));
    return (await (await organisation.client(Role.PILOT)).ok(ONLY, MARCH)).readersOnlyShare;
  }

  it('stand against the usual band', async () => {
    expect(await afterSharing(5)).toEqual({ people: 10, readersOnly: 5, share: 0.5, position: 'IN', bandLow: 0.3, bandHigh: 0.7 });
    expect(await afterSharing(1)).toMatchObject({ people: 10, readersOnly: null, share: null, position: 'ABOVE' });
  });
});

describe('publications', () => {
  it('are compared from five readers on', async () => {
    const organisation = await api.organisation();
    const people = await organisation.people(6, Role.AMBASSADOR);
    const [liked, rare] = await organisation.write(async () => {
      const values = { programmeId: newId(), authorId: people[0]!.id, at: new Date('2026-03-01T09:00:00Z') };
      const { id: programmeId } = await programmesFactory.programme(api.db, values.at);
      return [await contentFactory.publication(api.db, { ...values, programmeId }), await contentFactory.publication(api.db, { ...values, programmeId })];
    });
    const read = (person: Person, publicationId: string) => fact(READ, person, '2026-03-10T09:00:00Z', { publicationId });
    await record(api, organisation, [...people.map((person) => read(person, liked!.id)), ...people.slice(0, 4).map((person) => read(person, rare!.id)), ...share(people[0]!, 'X', '2026-03-10T09:00:00Z', [SHARE_OPENED, CLICK_VALID], liked!.id)]);
    expect((await (await organisation.client(Role.EDITOR)).ok(TOP, MARCH)).topPublications).toEqual([{ publication: { id: liked!.id }, readers: 6, shares: 1, clicks: 1 }]);
  });
});

describe('storage', () => {
  it('puts an event into its month, and one of another age into the net', async () => {
    const organisation = await api.organisation();
    const [person] = (await organisation.people(1)) as [Person];
    const now = new Date();
    await record(api, organisation, [connected(person, now.toISOString()), connected(person, '2001-03-10T09:00:00Z')]);
    await api.db.executeSql('select activity_event_partitions(0, 3)');
    const rows = await organisation.write(() => api.db.query<{ part: string }>('select tableoid::regclass::text as part from activity_event where organisation_id = $1 order by at', [organisation.id]));
    expect(rows.map(({ part }) => part)).toEqual(['activity_event_default', `activity_event_${now.toISOString().slice(0, 7).replace('-', '_')}`]);
  });

  it('refuses to change or delete an event', async () => {
    const organisation = await api.organisation();
    await expect(organisation.write(() => api.db.query('delete from activity_event where organisation_id = $1', [organisation.id]))).rejects.toThrow(/permission denied/);
  });
});

describe('who may ask, and what', () => {
  it('is those who read figures, in their own organisation', async () => {
    const organisation = await api.organisation();
    const [person] = (await organisation.people(1)) as [Person];
    await record(api, organisation, [connected(person, '2026-03-10T09:00:00Z')]);
    expect(await (await organisation.client(Role.AMBASSADOR)).refused(DASHBOARD, MARCH)).toBe('FORBIDDEN');
    expect(await api.anonymous.refused(DASHBOARD, MARCH)).toBe('UNAUTHENTICATED');
    const stranger = await (await api.organisation()).client(Role.PILOT);
    expect((await figures(stranger, MARCH))['people-connected']!.value).toBe(0);
    expect(await stranger.refused(DASHBOARD, { ...MARCH, cohortId: newId() })).toBe('NOT_FOUND');
  });

  it('names the field and the rule of a bad period', async () => {
    const pilot = await (await api.organisation()).client(Role.PILOT);
    expect(await pilot.problems(DASHBOARD, { from: '2026-02-30', to: '2026-03-01' })).toEqual(['from:isDateString']);
    expect(await pilot.problems(DASHBOARD, { from: '2026-03-02', to: '2026-03-01' })).toEqual(['to:isAfterStart']);
    expect(await pilot.problems(DASHBOARD, { ...MARCH, compareFrom: '2020-01-01', compareTo: '2026-01-01' })).toEqual(['compareTo:maxDays']);
    expect(await pilot.problems('{ dailySeries(from: "2026-03-01", to: "2026-03-02", metricIds: ["members"]) { days } }')).toEqual(['metricIds:isIn']);
  });

  it('gives each metric its label, definition and version', async () => {
    const pilot = await (await api.organisation()).client(Role.PILOT);
    const { metricDefinitions } = await pilot.ok('{ metricDefinitions { id label version unit formula } }');
    expect(metricDefinitions.find(({ id }: { id: string }) => id === 'shares')).toMatchObject({ label: 'DECLARED', version: 1, unit: 'COUNT' });
    const asked = new Set(metricDefinitions.map(({ id }: { id: string }) => id));
    expect(asked.size).toBe(metricDefinitions.length);
    expect(Object.keys(await figures(pilot, MARCH)).filter((id) => !asked.has(id))).toEqual([]);
    const ofAnyDomain = ['objective-readers', 'call-mix', 'publication-readers', 'my-visitors', 'contest-points', 'pulse-choices'];
    const reader = await (await api.organisation()).client();
    const { metricDefinitions: read } = await reader.ok('{ metricDefinitions { id formula } }');
    const { metricDefinitions: told } = await reader.ok('{ metricDefinitions(locale: "fr") { id formula } }');
    const inFrench = new Map(told.map(({ id, formula }: { id: string; formula: string }) => [id, formula]));
    expect(read.filter(({ id, formula }: { id: string; formula: string }) => !inFrench.has(id) || inFrench.get(id) === formula)).toEqual([]);
    expect(await reader.problems('{ metricDefinitions(locale: "de") { id } }')).toEqual(['locale:isIn']);
    expect(read.filter(({ id, formula }: { id: string; formula: string }) => ofAnyDomain.includes(id) && formula.length > 10)).toHaveLength(ofAnyDomain.length);
  });
});
