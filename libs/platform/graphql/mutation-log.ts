import type { GraphQLField } from 'graphql';
import type { RequestContext } from '../access/request';
import type { Change, Watched } from '../database/changes';

/** One root field of a mutation, or one REST route that changes something, that the guard let through. */
export interface MutationCall {
  name: string;
  /** As `@Allow` says; empty for a public one. */
  permissions: readonly string[];
  args: Record<string, unknown>;
  /** Null for a REST route. */
  field: GraphQLField<unknown, unknown> | null;
}

/** Port: what is written of each mutation that succeeded, in its own unit of work. Throwing undoes the mutation. */
export abstract class MutationLog {
  abstract record(calls: readonly MutationCall[], context: RequestContext, changes: readonly Change[]): Promise<void>;

  /** What is told with its value before and after; nothing else is read for it. */
  abstract readonly watched: Watched;
}
