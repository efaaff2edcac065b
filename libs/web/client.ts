import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { ClientError, GraphQLClient } from 'graphql-request';
import { apiErrorOf, ApiError, NetworkFailure } from './api-error';
import { operationText } from './operation';
import { noteVersionOf } from './version';

type Listener = (error: ApiError) => void;
const unauthenticatedListeners = new Set<Listener>();

/** Called each time the API says that the session has ended. Returns the function that stops listening. */
export function onUnauthenticated(listener: Listener): () => void {
  unauthenticatedListeners.add(listener);
  return () => unauthenticatedListeners.delete(listener);
}

let client: GraphQLClient | undefined;

function graphql(): GraphQLClient {
  client ??= new GraphQLClient(new URL('/graphql', location.origin).href, { credentials: 'same-origin' });
  return client;
}

function toOurError(cause: unknown): Error {
  if (cause instanceof DOMException && cause.name === 'AbortError') return cause;
  if (cause instanceof ClientError) {
    const { errors, status } = cause.response;
    // A proxy's page or an empty 502 has no GraphQL errors: nothing is known of what was done.
    return errors?.length ? apiErrorOf(errors) : new NetworkFailure(status, { cause });
  }
  return new NetworkFailure(undefined, { cause });
}

export interface RequestOptions {
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

/**
 * Runs one query or mutation with the session's cookie.
 * @throws ApiError when the API refuses, NetworkFailure when there is no answer, AbortError when `signal` fires.
 */
export async function request<Result, Variables extends object>(
  document: TypedDocumentNode<Result, Variables> | string,
  variables?: Variables,
  { signal, headers }: RequestOptions = {},
): Promise<Result> {
  try {
    return await graphql().request<Result>({
      document,
      ...(variables && { variables }),
      ...(signal && { signal }),
      requestHeaders: { 'x-portevoix': '1', ...headers },
    });
  } catch (cause) {
    const error = toOurError(cause);
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') for (const listener of unauthenticatedListeners) listener(error);
    noteVersionOf(error);
    throw error;
  }
}

/** Sends a mutation while the page goes away: the browser finishes it on its own, and nobody learns the answer. */
export function sendOnLeave<Result, Variables extends object>(document: TypedDocumentNode<Result, Variables>, variables: Variables): void {
  const body = JSON.stringify({ query: operationText(document), variables });
  void fetch('/graphql', { method: 'POST', keepalive: true, credentials: 'same-origin', headers: { 'content-type': 'application/json', 'x-portevoix': '1' }, body }).catch(() => undefined);
}
