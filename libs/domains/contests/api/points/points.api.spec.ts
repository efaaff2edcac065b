import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PointSource } from '@portevoix/contests/shared';
import type { Organisation } from '@portevoix/identity/api';
import { Events, newId } from '@portevoix/platform';
import { ProgrammeState } from '@portevoix/programmes/shared';
import { shareDeclared } from '@portevoix/sharing/api';
import { ShareNetwork } from '@portevoix/sharing/shared';
import { startApi, type TestApi } from '@portevoix/testing';
import type { Contest } from '../contest.entity';
import { Awards } from './awards.service';
import { balanced, linesOf, MINE, NOW, pointsOf, publish, share, stageOf } from './stage.testing';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const stage = (values?: Partial<Contest>, organisation?: Partial<Organisation>) => stageOf(api, values, organisation);

describe('points', () => {
  it('come from a declared share, a click and a reading, each with its cause', async () => {
    const here = await stage();
    const shareId = await share(here, here.client);
    const { id: publicationId } = await here.publish();
    await publish(here, 'click', [{ publicationId, shareId }, { publicationId, shareId }]);
    await publish(here, 'read', [{ publicationId }]);
    await api.drain();
    const { contest } = await here.client.ok(MINE, { id: here.contest.id });
    expect(contest.myPoints).toBe(10 + 2 * 2 + 1);
    expect(contest.collectiveProgress).toEqual({ done: 1, target: 50 });
    const lines = await linesOf(here);
    expect(lines.map(({ source, truth, count, points }: Record<string, unknown>) => [source, truth, count, points])).toEqual(
      expect.arrayContaining([['DECLARED_SHARE', 'DECLARED', 1, 10], ['VALID_CLICK', 'MEASURED', 2, 4], ['READ', 'MEASURED', 1, 1]]),
    );
    expect(lines[0]).toMatchObject({ day: '2026-11-18', publicationTitle: 'Un préau levé en une matinée', reversal: null });
    expect(await balanced(here)).toEqual([15]);
  });

  it('are not given to somebody outside the cohort, nor before joining it or after leaving', async () => {
    const here = await stage();
    const { id: publicationId } = await here.publish();
    await publish(here, 'click', [{ publicationId, personId: here.outsider.id }]);
    await here.organisation.write(() => api.db.query('update cohort_membership set since = $1, until = $2 where person_id = $3', ['2026-11-17T00:00:00Z', '2026-11-19T00:00:00Z', here.person.id]));
    await publish(here, 'click', [{ publicationId, at: '2026-11-16T23:59:59.999Z' }, { publicationId, at: '2026-11-19T00:00:00Z' }, { publicationId, at: '2026-11-18T23:59:59.999Z' }]);
    await api.drain();
    expect(await balanced(here)).toEqual([2]);
  });

  it.each([
    ['Europe/Paris', '2026-11-15T22:59:59.999Z', 0],
    ['Europe/Paris', '2026-11-15T23:00:00Z', 2],
    ['Europe/Paris', '2026-11-22T22:59:59.999Z', 2],
    ['Europe/Paris', '2026-11-22T23:00:00Z', 0],
    ['America/Montreal', '2026-11-23T04:59:59.999Z', 2],
    ['America/Montreal', '2026-11-16T04:59:59.999Z', 0],
  ])('follow the midnights of %s: %s gives %i', async (timeZone, at, points) => {
    const here = await stage({}, { timeZone });
    await publish(here, 'click', [{ publicationId: (await here.publish()).id, at }]);
    await api.drain();
    expect(await pointsOf(here)).toBe(points);
  });

  it('follow the change of clocks: the day of 25 hours ends at its own midnight', async () => {
    const here = await stage({ firstDay: '2026-10-24', lastDay: '2026-10-25', rules: { perDeclaredShare: 0, perValidClick: 1, perRead: 0, caps: { perDay: 2 } } });
    const { id: publicationId } = await here.publish();
    const at = ['2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z', '2026-10-25T12:00:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'];
    await publish(here, 'click', at.map((instant) => ({ publicationId, at: instant })));
    await api.drain();
    expect(await pointsOf(here)).toBe(3);
  });

  it('wait while the programme is paused, and before the contest is published', async () => {
    const here = await stage();
    const { id: publicationId } = await here.publish();
    const state = (value: ProgrammeState) => here.organisation.write(() => api.db.query('update programme set state = $1', [value]));
    await state(ProgrammeState.PAUSED);
    await publish(here, 'click', [{ publicationId }]);
    await api.drain();
    await state(ProgrammeState.RELAUNCHED);
    await here.organisation.write(() => api.db.query('update contest set published_at = $1', ['2026-11-18T09:00:00Z']));
    await publish(here, 'click', [{ publicationId, at: '2026-11-18T08:59:59Z' }, { publicationId, at: '2026-11-18T09:00:00Z' }]);
    await api.drain();
    expect(await pointsOf(here)).toBe(2);
  });

  it('are given once for the same event, however often it comes', async () => {
    const here = await stage();
    const shareId = await share(here, here.client);
    const { id: publicationId } = await here.publish();
    const clickId = newId();
    await publish(here, 'click', [{ publicationId, shareId, clickId }, { publicationId, shareId, clickId }]);
    await publish(here, 'read', [{ publicationId }, { publicationId }]);
    await here.organisation.write(() => api.app.get(Events).publish(shareDeclared, { shareId, personId: here.person.id, publicationId, network: ShareNetwork.LINKEDIN }));
    await api.drain();
    expect(await pointsOf(here)).toBe(13);
  });

  it('come from other people’s clicks alone: not from one’s own, a robot’s, a check, or the same visitor’s within the hour', async () => {
    const here = await stage();
    const { id } = await here.publish();
    const { openShare } = await here.client.ok('mutation ($input: OpenShareInput!) { openShare(input: $input) { share { id link { shortUrl } } } }', { input: { publicationId: id, network: 'LINKEDIN', text: 'Mes mots à moi.' } });
    const address = `${api.url}${new URL(openShare.share.link.shortUrl).pathname}`;
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
    const visit = (headers: Record<string, string> = {}, method = 'GET') => fetch(address, { method, redirect: 'manual', headers: { 'user-agent': firefox, ...headers } });
    // Whoever shares carries the mark of it from then on.
    const sharer = await here.client.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: 'mutation ($input: OpenShareInput!) { openShare(input: $input) { share { id } } }', variables: { input: { publicationId: id, network: 'LINKEDIN', text: 'Mes mots à moi.' } } }) });
    const mark = sharer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!).find((cookie) => cookie.startsWith('portevoix_own='))!;
    for (let i = 0; i < 10; i += 1) await visit({ cookie: mark });
    for (let i = 0; i < 10; i += 1) await visit({}, 'HEAD');
    await visit({ 'user-agent': 'LinkedInBot/1.0' });
    await visit({ 'sec-purpose': 'prefetch' });
    const counted = async () => {
      await api.worker.runCron('sharing.count-clicks');
      await api.drain();
      return pointsOf(here);
    };
    expect(await counted()).toBe(0);
    for (let i = 0; i < 50; i += 1) await visit();
    expect(await counted()).toBe(2);
  });

  it('never exceed the day’s caps under fifty events at once', async () => {
    const here = await stage({ rules: { perDeclaredShare: 10, perValidClick: 7, perRead: 1, caps: { perDay: 100, clicksPerShare: 12, readsPerDay: 3 } } });
    const { id: publicationId } = await here.publish();
    const [first, second] = [newId(), newId()];
    const award = (source: PointSource, shareId: string | null, sourceId = newId()) =>
      here.organisation.write(() => api.app.get(Awards).award({ source, sourceId, shareId, personId: here.person.id, publicationId, network: null, at: new Date(NOW) }));
    await Promise.all(Array.from({ length: 50 }, (_, index) => award(PointSource.VALID_CLICK, index % 2 ? first : second)));
    expect(await balanced(here)).toEqual([100]);
    const same = newId();
    const other = await stage({ rules: { perDeclaredShare: 10, perValidClick: 7, perRead: 1, caps: { clicksPerShare: 12 } } });
    const page = await other.publish();
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => other.organisation.write(() => api.app.get(Awards).award({ source: PointSource.VALID_CLICK, sourceId: index < 10 ? same : newId(), shareId: first, personId: other.person.id, publicationId: page.id, network: null, at: new Date(NOW) }))),
    );
    expect(await balanced(other)).toEqual([84]);
  });

  it('are no more for a share declared and taken back twenty times, nor for colleagues who click each other’s links all day', async () => {
    const here = await stage({ rules: { perDeclaredShare: 10, perValidClick: 2, perRead: 0, caps: { perDay: 26, clicksPerShare: 5, sharesPerDay: 2 } } });
    const shareId = await share(here, here.client);
    await api.drain();
    for (let i = 0; i < 20; i += 1) {
      await here.client.ok('mutation ($id: ID!) { retractShare(id: $id) { state } }', { id: shareId });
      if (i % 2) await api.drain();
      await here.client.ok('mutation ($id: ID!) { declareShare(id: $id) { state } }', { id: shareId });
      if (i % 3) await api.drain();
    }
    await api.drain();
    expect(await balanced(here)).toEqual([10]);
    await share(here, here.client);
    await share(here, here.client);
    await api.drain();
    expect(await balanced(here)).toEqual([20]);
    const { id: publicationId } = await here.publish();
    const clicks = async (day: string) => {
      await publish(here, 'click', Array.from({ length: 40 }, () => ({ publicationId, shareId, at: `2026-11-${day}T10:00:00Z` })));
      await api.drain();
      return balanced(here);
    };
    // Up to the day's cap, then to the five clicks that a share may give, then no more.
    expect(await clicks('18')).toEqual([26]);
    expect(await clicks('19')).toEqual([30]);
    expect(await clicks('20')).toEqual([30]);
  });
});
