import { useSyncExternalStore } from 'react';
import { ApiError } from './api-error';

/** What the API answers to an operation that its schema does not know, or that is not among those of its own apps. */
const UNKNOWN_OPERATION = new Set(['GRAPHQL_VALIDATION_FAILED', 'OPERATION_UNKNOWN']);
/** Longer, and the page is loaded again with what is there. */
const PATIENCE_MS = 8_000;

let apart = false;
const listeners = new Set<() => void>();

/** The page and the server were not made together: one of them is of another release. */
export const isOfAnotherVersion = (error: unknown): boolean => error instanceof ApiError && UNKNOWN_OPERATION.has(error.code);

/** Remembers, until the page is loaded again, that an answer showed two versions. */
export function noteVersionOf(error: unknown): void {
  if (apart || !isOfAnotherVersion(error)) return;
  apart = true;
  for (const tell of listeners) tell();
}

/** Whether this page met a server of another version. */
export function useVersionsApart(): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => apart,
    () => false,
  );
}

/** Loads the page again, with the newest files: those that a service worker would keep are fetched first. */
export async function loadNewest(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (registration) await Promise.race([takeOver(registration), new Promise((late) => setTimeout(late, PATIENCE_MS))]);
  location.reload();
}

async function takeOver(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.update().catch(() => undefined);
  const next = registration.installing ?? registration.waiting;
  if (!next) return;
  const reaches = (...states: ServiceWorkerState[]) =>
    new Promise<void>((resolve) => {
      const look = () => states.includes(next.state) && resolve();
      next.addEventListener('statechange', look);
      look();
    });
  await reaches('installed', 'activated', 'redundant');
  next.postMessage({ type: 'SKIP_WAITING' });
  await reaches('activated', 'redundant');
}
