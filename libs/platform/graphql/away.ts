import { GraphQLError, type ExecutionResult } from 'graphql';
import { isDatabaseBusy, rootCause } from '../errors';

export const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('INTERNAL_ERROR', { originalError: error instanceof Error ? error : new Error(String(error)) });

/** An answer that lacks something because the database is away says 503, and when to come back. */
export function toldToComeBack(result: ExecutionResult): ExecutionResult {
  if (!result.errors?.some((error) => isDatabaseBusy(rootCause(error)))) return result;
  const http = { status: 503, headers: new Map([['retry-after', '2']]) };
  const errors = result.errors.map(({ message, path, nodes, originalError, extensions }) => new GraphQLError(message, { path, nodes, originalError, extensions: { ...extensions, http } }));
  return { ...result, errors };
}
