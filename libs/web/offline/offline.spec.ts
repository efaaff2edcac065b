import { describe, expect, it } from '@jest/globals';
import { hydrate, QueryClient, QueryObserver } from '@tanstack/react-query';
import fc from 'fast-check';
import { apiErrorOf, NetworkFailure } from '../api-error';
import type { OperationDocument } from '../operation';
import { OfflineCache, type KeptQuery } from './cache';
import { Outbox, type OutboxEntry } from './outbox';
import { memoryStore } from './store';
import { otherTabs } from './tabs';

const Share = 'mutation Share($id: ID!, $key: ID!) { share(id: $id, key: $key) }' as string & OperationDocument<{ share: boolean }, { id: string; key: string }>;

/** An API that honours idempotency keys, over a network that may lose the request or the answer. */
function world(faults: ('ok' | 'no-request' | 'no-answer' | 'refused' | { code: string })[] = []) {
  const done: string[] = [];
  const seen = new Set<string>();
  const send = async (_text: string, variables: object, headers: Record<string, string>) => {
    const fault = faults.shift() ?? 'ok';
    if (fault === 'no-request') throw new NetworkFailure();
    if (fault === 'refused') throw apiErrorOf([{ extensions: { code: 'CONTENT_WITHDRAWN', params: {}, final: true } }]);
    if (typeof fault === 'object') throw apiErrorOf([{ extensions: { code: fault.code, params: {} } }]);
    const key = headers['idempotency-key'] ?? '';
    if (!seen.has(key)) done.push((variables as { id: string }).id);
    seen.add(key);
    if (fault === 'no-answer') throw new NetworkFailure();
  };
  let ids = 0;
  const store = memoryStore<OutboxEntry>();
  const open = () => new Outbox(store, send, { now: () => 1, newId: () => `key-${ids++}`, tabs: otherTabs('spec.outbox') });
  return { done, open };
}

describe('Outbox', () => {
  it('sends each change once and in order, whatever the network loses, even after a restart', async () => {
    const fault = fc.constantFrom('ok' as const, 'no-request' as const, 'no-answer' as const);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.uuid(), { maxLength: 6 }), fc.array(fault, { maxLength: 20 }), async (ids, faults) => {
        const turns = faults.length;
        const { done, open } = world(faults);
        const first = open();
        for (const id of ids) await first.add('naima', Share, (key) => ({ id, key }));
        for (let turn = 0; turn <= turns; turn++) await open().flush('naima');
        expect(done).toEqual(ids);
        const after = open();
        await after.load();
        expect(after.list()).toEqual([]);
      }),
    );
  });

  it('puts one key in the input and keeps it for all tries', async () => {
    const { open } = world(['no-answer']);
    const outbox = open();
    const { id, variables } = await outbox.add('naima', Share, (key) => ({ id: 'p1', key }), 'p1');
    expect(variables).toEqual({ id: 'p1', key: id });
    await outbox.flush('naima');
    expect(outbox.list()[0]).toMatchObject({ id, variables, subject: 'p1' });
  });

  it('sends nothing of another person', async () => {
    const { done, open } = world();
    const outbox = open();
    await outbox.add('naima', Share, (key) => ({ id: 'p1', key }));
    await outbox.flush('theo');
    expect([done, outbox.list().length]).toEqual([[], 1]);
  });

  it('keeps a refused change to show it, and goes on with the next', async () => {
    const { done, open } = world(['refused']);
    const outbox = open();
    const { id } = await outbox.add('naima', Share, (key) => ({ id: 'p1', key }));
    await outbox.add('naima', Share, (key) => ({ id: 'p2', key }));
    await outbox.flush('naima');
    expect([done, outbox.list().map((entry) => entry.refused)]).toEqual([['p2'], ['CONTENT_WITHDRAWN']]);
    await outbox.discard(id);
    expect(outbox.list()).toEqual([]);
  });

  it.each(['UNAUTHENTICATED', 'SECOND_FACTOR_REQUIRED', 'RATE_LIMITED', 'UNAVAILABLE', 'INTERNAL_ERROR', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_UNKNOWN'])('keeps order and waits when the answer is %s, which may pass', async (code) => {
    const { done, open } = world([{ code }]);
    const outbox = open();
    for (const id of ['p1', 'p2']) await outbox.add('naima', Share, (key) => ({ id, key }));
    await outbox.flush('naima');
    expect([done, outbox.list().map((entry) => entry.refused)]).toEqual([[], [undefined, undefined]]);
    await outbox.flush('naima');
    expect([done, outbox.list()]).toEqual([['p1', 'p2'], []]);
  });

  it('does not send twice when asked twice at once', async () => {
    const { done, open } = world();
    const outbox = open();
    await outbox.add('naima', Share, (key) => ({ id: 'p1', key }));
    await Promise.all([outbox.flush('naima'), outbox.flush('naima')]);
    expect(done).toEqual(['p1']);
  });
});

describe('two tabs', () => {
  /** The tab's list as soon as `looked` is true of it. */
  const shows = (outbox: Outbox, looked: (entries: readonly OutboxEntry[]) => boolean) =>
    new Promise<readonly OutboxEntry[]>((resolve) => {
      const stop = outbox.subscribe(() => {
        if (!looked(outbox.list())) return;
        stop();
        resolve(outbox.list());
      });
    });

  it('show the same list at once: what is kept in one, sent, refused or discarded', async () => {
    const { open } = world(['no-request', 'ok', 'refused']);
    const [here, there] = [open(), open()];
    const kept = shows(there, (entries) => entries.length === 2);
    const { id } = await here.add('naima', Share, (key) => ({ id: 'p1', key }), 'p1');
    await here.add('naima', Share, (key) => ({ id: 'p2', key }), 'p2');
    expect((await kept).map(({ subject }) => subject)).toEqual(['p1', 'p2']);
    await here.flush('naima');
    expect(there.list().map((entry) => entry.id)).toContain(id);
    const sent = shows(there, (entries) => entries.length === 1);
    await here.flush('naima');
    expect(await sent).toMatchObject([{ subject: 'p2', refused: 'CONTENT_WITHDRAWN' }]);
    const discarded = shows(here, (entries) => entries.length === 0);
    await there.discard(there.list()[0]!.id);
    expect(await discarded).toEqual([]);
  });
});

describe('OfflineCache', () => {
  const feed = { queryKey: ['Feed', {}], queryFn: () => Promise.resolve([1, 2, 3]), meta: { offline: { keep: (items: number[]) => items.slice(0, 2) } } };

  it('gives back, after a restart, what was chosen to be kept and nothing else', async () => {
    const store = memoryStore<KeptQuery>();
    const before = new QueryClient();
    const cache = new OfflineCache(before, store);
    cache.watch();
    await before.fetchQuery(feed);
    await before.fetchQuery({ queryKey: ['Secret', {}], queryFn: () => 'x' });
    cache.close();
    const after = new QueryClient();
    await new OfflineCache(after, store).restore();
    expect([after.getQueryData(['Feed', {}]), after.getQueryData(['Secret', {}])]).toEqual([[1, 2], undefined]);
    expect(after.getQueryState(['Feed', {}])?.isInvalidated).toBe(true);
    await cache.forget();
    expect(await store.all()).toEqual([]);
    before.clear();
    after.clear();
  });

  it('keeps what came with the page, once it is read', async () => {
    const store = memoryStore<KeptQuery>();
    const client = new QueryClient();
    const cache = new OfflineCache(client, store);
    cache.watch();
    hydrate(client, { queries: [{ queryKey: ['Feed', {}], queryHash: '["Feed",{}]', state: { data: [7, 8, 9], dataUpdatedAt: Date.now(), status: 'success' } }] });
    expect(await store.all()).toEqual([]);
    const stop = new QueryObserver(client, { ...feed, staleTime: 60_000 }).subscribe(() => undefined);
    await Promise.resolve();
    expect((await store.all()).map(({ data }) => data)).toEqual([[7, 8]]);
    stop();
    cache.close();
    client.clear();
  });

  it('never replaces fresher data and forgets after two weeks', async () => {
    const store = memoryStore<KeptQuery>();
    await store.put('["Feed",{}]', { key: ['Feed', {}], data: 'old', updatedAt: 1000 });
    const client = new QueryClient();
    client.setQueryData(['Feed', {}], 'new', { updatedAt: 2000 });
    await new OfflineCache(client, store, () => 3000).restore();
    expect(client.getQueryData(['Feed', {}])).toBe('new');
    await new OfflineCache(client, store, () => 1000 + 15 * 24 * 3600_000).restore();
    expect(await store.all()).toEqual([]);
    client.clear();
  });

  it('works on when the device refuses storage', async () => {
    const refuse = () => Promise.reject(new Error('refused'));
    const client = new QueryClient();
    const cache = new OfflineCache(client, { all: refuse, put: refuse, delete: refuse, clear: refuse });
    await cache.restore();
    cache.watch();
    expect(await client.fetchQuery(feed)).toEqual([1, 2, 3]);
    await cache.forget();
    cache.close();
    client.clear();
  });
});
