import { onlineManager, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { request } from '../client';
import type { OperationDocument } from '../operation';
import { onSessionEnd, useSession } from '../session/session';
import { OfflineCache, type KeptQuery } from './cache';
import { Outbox, type OutboxEntry } from './outbox';
import { deviceStore } from './store';
import { otherTabs } from './tabs';

export type { OfflineMeta } from './cache';
export type { OutboxEntry } from './outbox';

/** Restores what the device kept, before the first screen; forgets it with the session. */
export async function startOffline(client: QueryClient): Promise<void> {
  onlineManager.setOnline(navigator.onLine);
  const cache = new OfflineCache(client, deviceStore<KeptQuery>('queries'));
  // First: an answer may come while what was kept is read.
  cache.watch();
  await cache.restore();
  onSessionEnd(() => cache.forget());
}

async function oneTabAtATime(work: () => Promise<void>): Promise<void> {
  // Absent outside secure contexts.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return work();
  await locks.request('portevoix.outbox', work);
}

const outbox = new Outbox(deviceStore<OutboxEntry>('outbox'), (text, variables, headers) => request(text, variables, { headers }), { alone: oneTabAtATime, tabs: otherTabs('portevoix.outbox') });

/** Once a page: many cards look at the list. */
let read: Promise<void> | undefined;

const subscribeOnline = (listener: () => void) => onlineManager.subscribe(listener);
const isOnline = () => onlineManager.isOnline();

export const useOnline = (): boolean => useSyncExternalStore(subscribeOnline, isOnline, isOnline);

/** Once, in the shell: sends what waits at the start, when the network is back, and when the person comes back. */
export function useOutboxSending(): void {
  const owner = useSession().viewer?.person.id;
  const online = useOnline();
  useEffect(() => {
    if (!owner || !online) return undefined;
    const send = () => {
      if (document.visibilityState === 'visible') void outbox.flush(owner);
    };
    send();
    document.addEventListener('visibilitychange', send);
    // A network that is there and does not answer says nothing when it does again.
    const again = setInterval(send, 30_000);
    return () => {
      document.removeEventListener('visibilitychange', send);
      clearInterval(again);
    };
  }, [owner, online]);
}

/**
 * Changes of the viewer that wait for the network. `add` keeps one on the device and tries at once:
 * `await outbox.add(ShareDocument, (key) => ({ input: { …, idempotencyKey: key } }), publicationId)`.
 */
export function useOutbox() {
  const owner = useSession().viewer?.person.id ?? '';
  const entries = useSyncExternalStore(outbox.subscribe, outbox.list, outbox.list).filter((entry) => entry.owner === owner);
  useEffect(() => {
    // Without storage nothing waits: the list stays empty.
    read ??= outbox.load().catch(() => undefined);
  }, []);
  return {
    /** Oldest first; `refused` holds the API's code when it said no. */
    entries,
    add: async <Result, Variables extends object>(document: OperationDocument<Result, Variables>, variables: (key: string) => Variables, subject?: string): Promise<void> => {
      await outbox.add(owner, document, variables, subject);
      if (isOnline()) await outbox.flush(owner);
    },
    discard: (id: string) => outbox.discard(id),
  };
}
