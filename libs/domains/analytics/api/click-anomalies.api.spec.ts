import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ActivityKind } from '@portevoix/analytics/shared';
import { contentFactory } from '@portevoix/content/api';
import { addDays, Role } from '@portevoix/identity/shared';
import { programmesFactory } from '@portevoix/programmes/api';
import { sharingFactory } from '@portevoix/sharing/api';
import { ClickReason } from '@portevoix/sharing/shared';
import { startApi, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { ClickDays } from './activity/click-days.service';
import { fact, figures, record } from './facts.testing';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterEach(() => api.clock.reset());
afterAll(() => api.close());

const ANOMALIES = `query ($from: String!, $to: String!) { clickAnomalies(from: $from, to: $to) { day clicks { raw bots duplicates own valid } shareScore rawScore signals suppressed } }`;
const BREAKDOWN = `query ($from: String!, $to: String!) { clickBreakdown(from: $from, to: $to) { raw valid } }`;
const { VALID, BOT, DUPLICATE } = ClickReason;
/** The clocks change in Paris on 29 March 2026. */
const SPIKE = '2026-03-30';
const WEEK = { from: '2026-03-24', to: SPIKE };

type Links = Awaited<ReturnType<typeof linksOf>>;

/** One link of each of so many ambassadors. */
async function linksOf(organisation: TestOrganisation, count: number) {
  const people = await organisation.people(count, Role.AMBASSADOR);
  return organisation.write(async () => {
    const at = new Date('2026-02-01T09:00:00Z');
    const { id: programmeId } = await programmesFactory.programme(api.db, at);
    const { id: publicationId } = await contentFactory.publication(api.db, { programmeId, authorId: people[0]!.id, at });
    const shares = [];
    for (const person of people) shares.push({ person, publicationId, ...(await sharingFactory.share(api.db, at, { personId: person.id, publicationId })) });
    return shares;
  });
}

/** Four valid clicks and one robot on each link that day, told to the figures as the redirect's events tell them. */
async function ordinaryDay(organisation: TestOrganisation, links: Links, day: string) {
  const at = new Date(`${day}T09:00:00Z`);
  for (const { person, publicationId, share, link } of links) {
    const clicks = await organisation.write(() => sharingFactory.clicks(api.db, link.id, [VALID, VALID, VALID, VALID, BOT].map((reason) => ({ at, reason }))));
    const valid = clicks.filter((click) => click.valid);
    await record(api, organisation, valid.map(({ id }) => fact(ActivityKind.CLICK_VALID, person, at.toISOString(), { source: id, subjectId: share.id, publicationId, network: share.network })));
  }
}

/** Fifteen ordinary days up to the spike's. */
async function fortnight(organisation: TestOrganisation, links: Links) {
  for (let back = 14; back >= 0; back -= 1) await ordinaryDay(organisation, links, addDays(SPIKE, -back));
}

/** One visitor who follows one link again and again. */
const repeat = (organisation: TestOrganisation, links: Links, times: number) =>
  organisation.write(() => sharingFactory.clicks(api.db, links[0]!.link.id, Array.from({ length: times }, () => ({ at: new Date(`${SPIKE}T21:30:00Z`), visitorHash: 'again', reason: DUPLICATE }))));

describe('days whose clicks stand out', () => {
  it('are none in an ordinary week', async () => {
    const organisation = await api.organisation();
    await fortnight(organisation, await linksOf(organisation, 6));
    api.clock.set(`${SPIKE}T22:30:00Z`);
    await api.app.get(ClickDays).rollUp();
    const { clickAnomalies } = await (await organisation.client(Role.PILOT)).ok(ANOMALIES, WEEK);
    expect(clickAnomalies).toEqual(Array.from({ length: 7 }, (_, index) => ({ day: addDays(WEEK.from, index), clicks: { raw: 30, bots: 6, duplicates: 0, own: 0, valid: 24 }, shareScore: 0, rawScore: 0, signals: [], suppressed: null })));
  });

  it('are flagged when one visitor clicks again and again, and no valid figure moves; live as rolled up', async () => {
    const organisation = await api.organisation();
    const links = await linksOf(organisation, 6);
    await fortnight(organisation, links);
    api.clock.set(`${SPIKE}T20:30:00Z`);
    await api.app.get(ClickDays).rollUp();
    const pilot = await organisation.client(Role.PILOT);
    const shown = await figures(pilot, WEEK);
    await repeat(organisation, links, 300);
    const { clickAnomalies } = await pilot.ok(ANOMALIES, WEEK);
    expect(clickAnomalies.filter(({ signals }: { signals: string[] }) => signals.length)).toEqual([
      { day: SPIKE, clicks: { raw: 330, bots: 6, duplicates: 300, own: 0, valid: 24 }, shareScore: expect.any(Number), rawScore: expect.any(Number), signals: ['SET_ASIDE_SHARE', 'RAW_COUNT'], suppressed: null },
    ]);
    expect(clickAnomalies.at(-1).shareScore).toBeGreaterThan(3.5);
    const { 'raw-clicks': raw, ...others } = await figures(pilot, WEEK);
    expect(raw!.value).toBe(shown['raw-clicks']!.value! + 300);
    expect({ ...others, 'raw-clicks': shown['raw-clicks'] }).toEqual(shown);
    expect((await pilot.ok(BREAKDOWN, WEEK)).clickBreakdown).toEqual({ raw: 7 * 30 + 300, valid: 7 * 24 });
    api.clock.set('2026-04-03T09:00:00Z');
    await api.app.get(ClickDays).rollUp();
    const later = await organisation.client(Role.PILOT);
    expect((await later.ok(ANOMALIES, WEEK)).clickAnomalies).toEqual(clickAnomalies);
  });

  it('are withheld when fewer than five people are behind them', async () => {
    const organisation = await api.organisation();
    const links = await linksOf(organisation, 6);
    for (let back = 14; back > 0; back -= 1) await ordinaryDay(organisation, links, addDays(SPIKE, -back));
    await ordinaryDay(organisation, links.slice(0, 4), SPIKE);
    await repeat(organisation, links, 300);
    api.clock.set(`${SPIKE}T22:30:00Z`);
    await api.app.get(ClickDays).rollUp();
    const { clickAnomalies } = await (await organisation.client(Role.SPONSOR)).ok(ANOMALIES, WEEK);
    expect(clickAnomalies.at(-1)).toEqual({ day: SPIKE, clicks: null, shareScore: null, rawScore: null, signals: [], suppressed: 'FEW_PEOPLE' });
    expect(clickAnomalies.at(-2)).toMatchObject({ suppressed: null, rawScore: 0, clicks: { raw: 30 } });
  });

  it('are not judged before there is a history, and nothing at all is no anomaly', async () => {
    const organisation = await api.organisation();
    const nothing = { clicks: { raw: 0, valid: 0 }, shareScore: null, rawScore: null, signals: [], suppressed: null };
    const pilot = await organisation.client(Role.PILOT);
    expect((await pilot.ok(ANOMALIES, { from: SPIKE, to: SPIKE })).clickAnomalies).toMatchObject([{ day: SPIKE, ...nothing }]);
    await ordinaryDay(organisation, await linksOf(organisation, 5), SPIKE);
    api.clock.set(`${SPIKE}T22:30:00Z`);
    const later = await organisation.client(Role.PILOT);
    expect((await later.ok(ANOMALIES, { from: SPIKE, to: SPIKE })).clickAnomalies).toMatchObject([{ ...nothing, day: SPIKE, clicks: { raw: 25, valid: 20 } }]);
  });

  it('are for those who read figures, in their own organisation, over days in order', async () => {
    const organisation = await api.organisation();
    await ordinaryDay(organisation, await linksOf(organisation, 5), SPIKE);
    expect(await (await organisation.client(Role.AMBASSADOR)).refused(ANOMALIES, WEEK)).toBe('FORBIDDEN');
    expect(await api.anonymous.refused(ANOMALIES, WEEK)).toBe('UNAUTHENTICATED');
    const stranger = await (await api.organisation()).client(Role.PILOT);
    expect((await stranger.ok(ANOMALIES, WEEK)).clickAnomalies.filter(({ clicks, suppressed }: { clicks: { raw: number } | null; suppressed: string | null }) => clicks?.raw !== 0 || suppressed)).toEqual([]);
    expect(await stranger.problems(ANOMALIES, { from: WEEK.to, to: WEEK.from })).toEqual(['to:isAfterStart']);
    expect(await stranger.problems(ANOMALIES, { from: '2020-01-01', to: SPIKE })).toEqual(['to:maxDays']);
    expect(await stranger.problems(ANOMALIES, { from: '2026-02-30', to: SPIKE })).toEqual(['from:isDateString']);
  });
});
