import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Values that a client may put into a translated sentence. */
export type ErrorParams = Record<string, string | number | boolean | null>;

/** One refused input field: `path` is dotted, from the input's own fields (`email`, `rules.perDay`), `rule` is class-validator's constraint name. */
export interface FieldProblem {
  path: string;
  rule: string;
  params: ErrorParams;
}

/**
 * An expected failure. `code` is stable and translated by the apps; `params` fill the sentence.
 * Anything thrown that is not a DomainError reaches the client as INTERNAL_ERROR without its text.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
    readonly fields: FieldProblem[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** Same answer for a missing row and for another organisation's row. */
export const notFound = () => new DomainError('NOT_FOUND');
export const forbidden = () => new DomainError('FORBIDDEN');
export const unauthenticated = () => new DomainError('UNAUTHENTICATED');

/** A refused input: names the field and the rule. */
export function badInput(path: string, rule: string, params: ErrorParams = {}): DomainError {
  return new DomainError('BAD_INPUT', {}, [{ path, rule, params }]);
}

const CLIENT_ERRORS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
]);

export function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** The one place that turns whatever was thrown into what a client may see. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  onUnexpected: (cause: unknown) => void,
): GraphQLFormattedError {
  const { path, locations } = formatted;
  const cause = rootCause(error);
  if (cause instanceof DomainError) {
    const { code, params, fields } = cause;
    return { message: code, path, locations, extensions: { code, params, ...(fields.length ? { fields } : {}) } };
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && CLIENT_ERRORS.has(code)) {
    // Suggestions ("Did you mean …") tell names that the caller may not know.
    const message = formatted.message.replace(/ Did you mean .*$/s, '');
    return { message, path, locations, extensions: { code } };
  }
  if (isDatabaseBusy(cause)) return { message: 'UNAVAILABLE', path, locations, extensions: { code: 'UNAVAILABLE', params: {} } };
  onUnexpected(cause);
  return { message: 'INTERNAL_ERROR', path, locations, extensions: { code: 'INTERNAL_ERROR', params: {} } };
}

/** PostgreSQL away, restarting, out of connections, or the pool timed out. */
export function isDatabaseBusy(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause ? String(cause.code) : '';
  if (/^(08|53|57P0)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57014'].includes(code)) return true;
  return /timeout exceeded when trying to connect|Connection terminated/.test(cause.message);
}
