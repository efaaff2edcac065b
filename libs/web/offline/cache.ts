import { hashKey, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { DeviceStore } from './store';

export interface KeptQuery {
  key: QueryKey;
  data: unknown;
  updatedAt: number;
}

/** `meta: { offline: true }` on a query keeps its last answer on the device; `keep` cuts it down first (the last 20 items). */
export type OfflineMeta = true | { keep: (data: never) => unknown };

const TWO_WEEKS = 14 * 24 * 3600_000;

/**
 * Last answers of chosen queries, so that the app opens and reads without a network.
 * Storage failures are never shown: the app then simply needs the network.
 */
export class OfflineCache {
  private stop: (() => void) | undefined;
  /** When each answer that the device has was given. */
  private readonly kept = new Map<string, number>();

  constructor(
    private readonly client: QueryClient,
    private readonly store: DeviceStore<KeptQuery>,
    private readonly now: () => number = Date.now,
  ) {}

  /** Puts back what was kept, unless fresher data is there already; forgets what is older than two weeks. */
  async restore(): Promise<void> {
    const rows = await this.store.all().catch(() => []);
    for (const { key, data, updatedAt } of rows) {
      if (this.now() - updatedAt > TWO_WEEKS) await this.store.delete(hashKey(key)).catch(() => undefined);
      else if ((this.client.getQueryState(key)?.dataUpdatedAt ?? 0) < updatedAt) await this.putBack(key, data, updatedAt);
    }
  }

  /** What was kept is shown at once and read again: an app that opens must not wait for old news to grow stale. */
  private async putBack(key: QueryKey, data: unknown, updatedAt: number): Promise<void> {
    this.kept.set(hashKey(key), updatedAt);
    this.client.setQueryData(key, data, { updatedAt });
    await this.client.invalidateQueries({ queryKey: key, exact: true, refetchType: 'none' });
  }

  /** Keeps each new answer from now on; those that came with the page, once a part of it reads them. */
  watch(): void {
    this.stop ??= this.client.getQueryCache().subscribe((event) => {
      if (event.type === 'observerAdded' || (event.type === 'updated' && event.action.type === 'success')) void this.keep(event.query as Query);
    });
  }

  async forget(): Promise<void> {
    this.kept.clear();
    await this.store.clear().catch(() => undefined);
  }

  close(): void {
    this.stop?.();
    this.stop = undefined;
  }

  private async keep({ queryKey, meta, state }: Query): Promise<void> {
    const offline = meta?.['offline'] as OfflineMeta | undefined;
    const hash = hashKey(queryKey);
    if (!offline || state.data === undefined || this.kept.get(hash) === state.dataUpdatedAt) return;
    this.kept.set(hash, state.dataUpdatedAt);
    const data = offline === true ? state.data : offline.keep(state.data as never);
    await this.store.put(hash, { key: queryKey, data, updatedAt: state.dataUpdatedAt }).catch(() => undefined);
  }
}
