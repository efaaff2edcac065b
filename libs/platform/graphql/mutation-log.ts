import type { GraphQLField } from 'graphql';
import type { RequestContext } from '../access/request';

/** One root field of a mutation that the guard let through. */
export interface MutationCall {
  name: string;
  /** As `@Allow` says; empty for a public one. */
  permissions: readonly string[];
  args: Record<string, unknown>;
  field: GraphQLField<unknown, unknown>;
}

/** Port: what is written of each mutation that succeeded, in its own unit of work. Throwing undoes the mutation. */
export abstract class MutationLog {
  abstract record(calls: readonly MutationCall[], context: RequestContext): Promise<void>;
}
