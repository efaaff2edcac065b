import { apiErrorOf, ApiError, NetworkFailure } from './api-error';
import { operationText, type OperationDocument } from './operation';
import { noteVersionOf } from './version';

type Listener = (error: ApiError) => void;
const unauthenticatedListeners = new Set<Listener>();

/** Called each time the API says that the session has ended. Returns the function that stops listening. */
export function onUnauthenticated(listener: Listener): () => void {
  unauthenticatedListeners.add(listener);
  return () => unauthenticatedListeners.delete(listener);
}

export interface RequestOptions {
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

/** The answer's data. Whatever is no answer of the API, a proxy's page or an empty 502, says nothing of what was done. */
async function answered<Result>(sent: Promise<Response>): Promise<Result> {
  let status: number | undefined;
  let answer: { data?: Result | null; errors?: unknown[] };
  try {
    const response = await sent;
    status = response.status;
    answer = (await response.json()) as typeof answer;
  } catch (cause) {
    throw cause instanceof DOMException && cause.name === 'AbortError' ? cause : new NetworkFailure(status, { cause });
  }
  if (answer?.errors?.length) throw apiErrorOf(answer.errors);
  if (!answer?.data) throw new NetworkFailure(status);
  return answer.data;
}

/** How an operation travels to the API. */
export type Carrier = (init: RequestInit) => Promise<Response>;
let carry: Carrier = (init) => fetch('/graphql', init);

/** Another way than this page's origin, for a server that draws pages. */
export function carryWith(carrier: Carrier): void {
  carry = carrier;
}

const send = (text: string, variables: object | undefined, init: RequestInit): Promise<Response> =>
  carry({
    method: 'POST',
    credentials: 'same-origin',
    body: JSON.stringify({ query: text, variables }),
    ...init,
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', 'x-portevoix': '1', ...init.headers },
  });

/**
 * Runs one query or mutation with the session's cookie.
 * @throws ApiError when the API refuses, NetworkFailure when there is no answer, AbortError when `signal` fires.
 */
export async function request<Result, Variables extends object>(
  document: OperationDocument<Result, Variables> | string,
  variables?: Variables,
  { signal, headers = {} }: RequestOptions = {},
): Promise<Result> {
  try {
    return await answered<Result>(send(operationText(document), variables, { headers, ...(signal && { signal }) }));
  } catch (error) {
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') for (const listener of unauthenticatedListeners) listener(error);
    noteVersionOf(error);
    throw error;
  }
}

/** Sends a mutation while the page goes away: the browser finishes it on its own, and nobody learns the answer. */
export function sendOnLeave<Result, Variables extends object>(document: OperationDocument<Result, Variables>, variables: Variables): void {
  void send(operationText(document), variables, { keepalive: true }).catch(() => undefined);
}
