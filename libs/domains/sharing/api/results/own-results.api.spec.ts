import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '@portevoix/testing';
import { DECLARE, input, OPEN, RETRACT, stage, WEEKS } from '../stage.testing';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('my weeks', () => {
  it('begin with the first active one, and a share taken back leaves no trace', async () => {
    const { clients, publish } = await stage(api, 2);
    const publication = await publish();
    expect((await clients[0]!.ok(WEEKS)).myWeeks).toEqual([]);
    const { share } = (await clients[0]!.ok(OPEN, input(publication))).openShare;
    const [week, ...others] = (await clients[0]!.ok(WEEKS)).myWeeks;
    expect(others).toEqual([]);
    expect(week).toMatchObject({ active: true, current: true });
    expect((await clients[1]!.ok(WEEKS)).myWeeks).toEqual([]);
    await clients[0]!.ok(RETRACT, { id: share.id });
    expect((await clients[0]!.ok(WEEKS)).myWeeks).toEqual([]);
  });

  it('are those of Paris: Sunday at 23:30 belongs to the week that ends, Monday at 00:30 to the next', async () => {
    api.clock.set('2026-10-25T22:30:00Z');
    const { clients, publish } = await stage(api);
    const publication = await publish();
    await clients[0]!.ok(OPEN, input(publication));
    expect((await clients[0]!.ok(WEEKS)).myWeeks).toEqual([{ number: 43, monday: '2026-10-19', active: true, current: true }]);
    api.clock.set('2026-10-25T23:30:00Z');
    expect((await clients[0]!.ok(WEEKS)).myWeeks).toEqual([
      { number: 43, monday: '2026-10-19', active: true, current: false },
      { number: 44, monday: '2026-10-26', active: false, current: true },
    ]);
  });
});

describe('declaring', () => {
  it('declares once, takes back, declares again', async () => {
    const { clients, publish } = await stage(api);
    const { openShare } = await clients[0]!.ok(OPEN, input(await publish()));
    const { id } = openShare.share;
    const first = await clients[0]!.ok(DECLARE, { id });
    expect(first.declareShare.state).toBe('DECLARED');
    expect(await clients[0]!.ok(DECLARE, { id })).toEqual(first);
    expect((await clients[0]!.ok(RETRACT, { id })).retractShare).toMatchObject({ state: 'OPENED', declaredAt: null, retractedAt: expect.any(String) });
    expect((await clients[0]!.ok(DECLARE, { id })).declareShare.state).toBe('DECLARED');
  });
});
