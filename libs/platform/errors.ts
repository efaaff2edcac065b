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
  /** The same request stays refused, whenever it is sent. */
  readonly final: boolean = true;

  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
    readonly fields: FieldProblem[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** A refusal that passes, by itself or with a step of the person's (waiting, signing in): what was asked may be asked again as it is. */
export class PassingError extends DomainError {
  override readonly final = false;
}

/** Same answer for a missing row and for another organisation's row. */
export const notFound = () => new DomainError('NOT_FOUND');
export const forbidden = () => new DomainError('FORBIDDEN');
export const unauthenticated = () => new PassingError('UNAUTHENTICATED');

/** A refused input: names the field and the rule. */
export function badInput(path: string, rule: string, params: ErrorParams = {}): DomainError {
  return new DomainError('BAD_INPUT', {}, [{ path, rule, params }]);
}

/** A page of another release asks for what this one does not know: it passes once both are of one. */
const UNKNOWN_TO_SCHEMA = 'GRAPHQL_VALIDATION_FAILED';
const CLIENT_ERRORS = new Set([
  'GRAPHQL_PARSE_FAILED',
  UNKNOWN_TO_SCHEMA,
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

/** What a client is told of an expected failure; `final` when the same request stays refused, so that whoever keeps it may stop. */
export function toldOf({ code, params, fields, final }: DomainError) {
  return { code, params, ...(fields.length ? { fields } : {}), ...(final && { final }) };
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
    return { message: cause.code, path, locations, extensions: toldOf(cause) };
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && CLIENT_ERRORS.has(code)) {
    // Suggestions ("Did you mean …") tell names that the caller may not know.
    const message = formatted.message.replace(/ Did you mean .*$/s, '');
    return { message, path, locations, extensions: { code, ...(code !== UNKNOWN_TO_SCHEMA && { final: true }) } };
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
