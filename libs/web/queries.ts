import { infiniteQueryOptions, QueryClient, queryOptions, useMutation, useQueryClient, type QueryKey, type UseMutationOptions } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { NetworkFailure, unknownIfNoId } from './api-error';
import { request, type RequestOptions } from './client';
import type { NavCount } from './domain';
import { operationName, operationText, type OperationDocument } from './operation';

/** Defaults for both apps: a refusal is never retried, a lost connection twice; a mutation is never sent again by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => error instanceof NetworkFailure && failures < 2,
        retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000),
      },
      mutations: { retry: false },
    },
  });
}

/** `request` for what is read: an address that names no id is told as one that names nothing. */
async function read<Result, Variables extends object>(document: OperationDocument<Result, Variables>, variables: Variables | undefined, options: RequestOptions): Promise<Result> {
  try {
    return await request(document, variables, options);
  } catch (error) {
    throw unknownIfNoId(error);
  }
}

/** Query options of a document: `useQuery(queryOf(ContestDocument, { id }))`. The key is `[operation name, variables]`. */
export function queryOf<Result, Variables extends object>(document: OperationDocument<Result, Variables>, variables?: Variables) {
  return queryOptions({
    queryKey: [operationName(document), variables ?? {}] as const,
    queryFn: ({ signal }) => read(document, variables, { signal }),
  });
}

interface Connection {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/**
 * The same for a connection, page after page:
 * `useInfiniteQuery(pagesOf(PeopleDocument, { first: 50, search }, ({ people }) => people))`.
 */
export function pagesOf<Result, Variables extends { after?: string | null }>(document: OperationDocument<Result, Variables>, variables: Omit<Variables, 'after'>, connectionOf: (page: Result) => Connection) {
  return infiniteQueryOptions({
    queryKey: [operationName(document), variables] as QueryKey,
    queryFn: ({ pageParam, signal }) => read(document, { ...variables, after: pageParam } as Variables, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Result) => {
      const { hasNextPage, endCursor } = connectionOf(last).pageInfo;
      return hasNextPage ? (endCursor ?? null) : null;
    },
  });
}

/** A navigation entry's count, from a document without variables; read again every minute while the app is looked at. */
export function navCount<Result>(document: OperationDocument<Result, Record<string, never>>, select: (data: Result) => number): NavCount {
  return { queryKey: [operationName(document), {}], queryFn: ({ signal }) => request(document, {}, { signal }), select: select as (data: never) => number };
}

type AnyDocument = OperationDocument<unknown, never>;

/** A mutation by document: `const save = useMutationOf(SaveDocument, { refresh: [ListDocument] }); save.mutate({ input })`. */
export function useMutationOf<Result, Variables extends object>(
  document: OperationDocument<Result, Variables>,
  { refresh = [], onSuccess, ...options }: Omit<UseMutationOptions<Result, Error, Variables>, 'mutationFn'> & { /** Queries to read again afterwards. */ refresh?: readonly AnyDocument[] } = {},
) {
  const client = useQueryClient();
  return useMutation<Result, Error, Variables>({
    ...options,
    mutationFn: (variables) => request(document, variables),
    onSuccess: async (...args) => {
      await Promise.all(refresh.map((query) => client.invalidateQueries({ queryKey: [operationName(query)] })));
      await onSuccess?.(...args);
    },
  });
}

/**
 * Listens to a subscription over graphql-ws (fetched on first use).
 * Reconnects by itself. Returns the function that stops listening.
 */
export function subscribe<Result, Variables extends object>(
  document: OperationDocument<Result, Variables>,
  variables: Variables,
  onData: (data: Result) => void,
  onError: (error: unknown) => void = () => undefined,
): () => void {
  let stopped = false;
  let stop: (() => void) | undefined;
  void import('./socket').then(({ socket }) => {
    if (stopped) return;
    stop = socket().subscribe<Result>(
      { query: operationText(document), variables: { ...variables } as Record<string, unknown> },
      { next: ({ data }) => data && onData(data), error: onError, complete: () => undefined },
    );
  }, onError);
  return () => {
    stopped = true;
    stop?.();
  };
}

/** `subscribe` for the life of a component; `enabled: false` waits. */
export function useSubscription<Result, Variables extends object>(
  document: OperationDocument<Result, Variables>,
  variables: Variables,
  onData: (data: Result) => void,
  enabled = true,
): void {
  const latest = useRef(onData);
  const key = JSON.stringify(variables);
  useEffect(() => {
    latest.current = onData;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    return subscribe(document, JSON.parse(key) as Variables, (data) => latest.current(data));
  }, [document, key, enabled]);
}
