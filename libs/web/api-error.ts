/** One refused field: dotted path inside the input, rule as class-validator names it, the rule's figures. */
export interface FieldProblem {
  path: string;
  rule: string;
  params?: Record<string, string | number>;
}

/** The API answered, and refused. `code` is one of errors.ts or a domain's own; `final`: the API says that the same request stays refused. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
    readonly fields: readonly FieldProblem[] = [],
    readonly final = false,
  ) {
    super(code);
  }
}

/** No answer from the API (no network, gateway, time out): nothing is known of what was done. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';
  readonly code = 'NETWORK';
  constructor(readonly status?: number, options?: ErrorOptions) {
    super('NETWORK', options);
  }
}

/** A refusal by a rule: the same request stays refused. Every other error may pass later: what is not said to be final is kept. */
export const isRefusal = (error: unknown): error is ApiError => error instanceof ApiError && error.final;

/** What a link says as an id, and is none, names nothing: its page does not exist, and nobody left a field empty. */
export function unknownIfNoId(error: unknown): unknown {
  const said = error instanceof ApiError && error.code === 'BAD_INPUT' ? error.fields : [];
  return said.length && said.every(({ rule }) => /^isUuid$/i.test(rule)) ? new ApiError('NOT_FOUND', {}, [], true) : error;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function paramsOf(value: unknown): Record<string, string | number> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number'));
}

function fieldsOf(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) =>
    isRecord(item) && typeof item['path'] === 'string' && typeof item['rule'] === 'string' ? [{ path: item['path'], rule: item['rule'], params: paramsOf(item['params']) }] : [],
  );
}

/** Reads the first GraphQL error of an answer (`extensions: { code, params, fields, final }`); unknown shapes give INTERNAL_ERROR. */
export function apiErrorOf(errors: unknown): ApiError {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const extensions = isRecord(first) && isRecord(first['extensions']) ? first['extensions'] : {};
  const code = typeof extensions['code'] === 'string' ? extensions['code'] : 'INTERNAL_ERROR';
  return new ApiError(code === 'INTERNAL_SERVER_ERROR' ? 'INTERNAL_ERROR' : code, paramsOf(extensions['params']), fieldsOf(extensions['fields']), extensions['final'] === true);
}
