import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { startApi, type TestApi } from '@portevoix/testing';
import { newsroom, publication } from '../newsroom.testing';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('reading', () => {
  const RECORD = 'mutation ($input: RecordReadingInput!) { recordReading(input: $input) { activeMs depth readAt } }';
  const report = (publicationId: string, activeMs: number, depth: number, sessionKey = 'ouverture-1') => ({ input: { publicationId, activeMs, depth, sessionKey } });

  it('counts once the time and the depth are there, as the server saw time pass', async () => {
    const { organisation, editor, client } = await newsroom(api);
    const { id } = await publication(api, organisation, { authorId: editor.id });
    const reader = await organisation.client(Role.AMBASSADOR);
    api.clock.set(new Date());
    await reader.ok(RECORD, report(id, 0, 0));
    expect((await reader.ok(RECORD, report(id, 600_000, 1))).recordReading).toMatchObject({ activeMs: 0, readAt: null });
    api.clock.advance(1_000);
    expect((await reader.ok(RECORD, report(id, 1_000, 1))).recordReading).toMatchObject({ activeMs: 1_000, readAt: null });
    api.clock.advance(4_500);
    const { recordReading: read } = await reader.ok(RECORD, report(id, 5_500, 0.2));
    expect(read).toMatchObject({ activeMs: 5_500, depth: 1, readAt: expect.any(String) });
    api.clock.advance(60_000);
    expect((await reader.ok(RECORD, report(id, 65_000, 1, 'ouverture-2'))).recordReading.readAt).toBe(read.readAt);
    const readers = async () => (await client.ok('query ($id: ID!) { publication(id: $id) { readerCount } }', { id })).publication.readerCount;
    expect(await readers()).toBeNull();
    for (const person of await organisation.people(4, Role.AMBASSADOR)) {
      const other = await api.as(person);
      await other.ok(RECORD, report(id, 0, 0));
      api.clock.advance(10_000);
      await other.ok(RECORD, report(id, 10_000, 1));
    }
    expect(await readers()).toBe(5);
    expect((await reader.ok('query ($id: ID!) { publication(id: $id) { readerCount myReading { readAt } } }', { id })).publication).toEqual({ readerCount: null, myReading: { readAt: read.readAt } });
    api.clock.reset();
  });

  it('keeps one row when reports cross, and refuses what is no report', async () => {
    const { organisation, editor } = await newsroom(api);
    const { id } = await publication(api, organisation, { authorId: editor.id });
    const reader = await organisation.client(Role.AMBASSADOR);
    await Promise.all([1, 2, 3, 4].map((n) => reader.ok(RECORD, report(id, 0, n / 10, `ouverture-${n}`))));
    expect(await organisation.write(() => api.db.query('select depth from reading where organisation_id = $1', [organisation.id]))).toEqual([{ depth: 0.4 }]);
    expect(await reader.problems(RECORD, report(id, -1, 2, 'x'))).toEqual(['activeMs:min', 'depth:max', 'sessionKey:matches']);
    expect(await reader.refused(RECORD, report(crypto.randomUUID(), 0, 0))).toBe('NOT_FOUND');
  });
});
