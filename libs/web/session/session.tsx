import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { ViewerFieldsFragment } from '@portevoix/graphql';
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { onUnauthenticated, request } from '../client';
import { setLocale } from '../i18n/hooks';
import { supportedLocale } from '../i18n/instance';
import { queryOf } from '../queries';
import { SignOut, ViewerQuery } from './session.graphql';

/** The signed-in person, their organisation and what they may do. */
export type Viewer = ViewerFieldsFragment;

/** The session ran out or was closed elsewhere, or the person signed out. */
type Ended = 'expired' | 'left';

export interface Session {
  /** `unknown` until the first answer; `unreachable` when there was none and nothing is kept on the device. */
  status: 'unknown' | 'unreachable' | 'anonymous' | 'signed-in';
  viewer: Viewer | null;
  failure: Error | null;
  /** Why an anonymous visitor is no longer signed in, if they were on this page. */
  ended: Ended | undefined;
  retry: () => void;
}

const Context = createContext<Session>({ status: 'unknown', viewer: null, failure: null, ended: undefined, retry: () => undefined });

/** The viewer is kept on the device too, so that the app opens offline. */
export const viewerQuery = () => ({ ...queryOf(ViewerQuery), staleTime: 5 * 60_000, meta: { offline: true } });

/** Knows who is signed in; an ended session becomes `anonymous` in place, so that a typed draft stays on the page's key. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(viewerQuery());
  const viewer = data?.viewer ?? null;
  const locale = supportedLocale(viewer?.locale);

  useEffect(() => onUnauthenticated(() => setViewer(client, null, 'expired')), [client]);
  useEffect(() => {
    if (locale) void setLocale(locale);
  }, [locale]);

  const session = useMemo<Session>(() => {
    const status = viewer ? 'signed-in' : data ? 'anonymous' : isPending && !error ? 'unknown' : 'unreachable';
    return { status, viewer, failure: error, ended: (data as KeptViewer | undefined)?.ended, retry: () => void refetch() };
  }, [viewer, data, isPending, error, refetch]);
  return <Context value={session}>{children}</Context>;
}

export const useSession = (): Session => use(Context);

/** The signed-in person. @throws outside pages that need a session */
export function useViewer(): Viewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('useViewer outside a session');
  return viewer;
}

/** May the viewer do this? Only to hide what would be refused: the API judges. */
export function useCan(permission: string): boolean {
  return useSession().viewer?.permissions.includes(permission) ?? false;
}

type KeptViewer = { viewer?: Viewer | null; ended?: Ended };

export function setViewer(client: QueryClient, viewer: Viewer | null, ended?: Ended): void {
  client.setQueryData<KeptViewer>(viewerQuery().queryKey, { viewer, ...(ended && { ended }) });
}

type EndListener = () => Promise<void>;
const endListeners = new Set<EndListener>();

/** Called when a session ends or another begins, to clear what was kept for the person before. */
export function onSessionEnd(listener: EndListener): () => void {
  endListeners.add(listener);
  return () => endListeners.delete(listener);
}

const clearDevice = () => Promise.all([...endListeners].map((listener) => listener()));

/** After signing in: nothing of the person before stays. */
export async function startSession(client: QueryClient, viewer: Viewer): Promise<void> {
  await clearDevice();
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== viewerQuery().queryKey[0] });
  setViewer(client, viewer);
}

/** Signing out, for a button: `const signOut = useSignOut(); signOut.mutate()`. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => endSession(client) });
}

/** Signs out, here and at the API. Drafts and what waits to be sent stay for the same person. */
export async function endSession(client: QueryClient): Promise<void> {
  await request(SignOut);
  const { closeSocket } = await import('../socket');
  await Promise.all([closeSocket(), clearDevice()]);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== viewerQuery().queryKey[0] });
  setViewer(client, null, 'left');
}
