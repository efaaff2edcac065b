import {
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isListType,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { badInput, DomainError } from '../errors';

/** About twice the dearest of our own screens. */
export const MAX_COST = 1000;
/** Relay's `first`, wherever it stands. */
const MAX_FIRST = 100;
/** What a list without `first` is taken to hold. */
const LIST = 10;
const ROOT: Record<string, number> = { Query: 2, Mutation: 10, Subscription: 10 };

/** A field's price: `own`, once, and its selection `times` over. */
export interface FieldCost {
  own: number;
  times: number | 'first';
}

/**
 * A root field asks the database (2; a change 10), an object is 1, a leaf is free. A list pays its selection once per
 * item: `first` of them, else 10. A field that is dearer says so itself: `@Query(…, { complexity: 20 })`.
 */
export function costOf(parent: string, field: GraphQLField<unknown, unknown>): FieldCost {
  const type = getNamedType(field.type);
  const declared: unknown = field.extensions['complexity'];
  const own = typeof declared === 'number' ? declared : (ROOT[parent] ?? (isCompositeType(type) ? 1 : 0));
  if (field.args.some(({ name }) => name === 'first')) return { own, times: 'first' };
  // The edges of a connection are counted by the connection's own `first`.
  const isList = isListType(getNullableType(field.type)) && isCompositeType(type) && !type.name.endsWith('Edge');
  return { own, times: isList ? LIST : 1 };
}

const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  // Introspection is open to few, and its depth is bounded by a rule of its own.
  if (field.name.startsWith('__')) return field.name === '__typename' ? 0 : 100;
  const { own, times } = costOf(type.name, field);
  return own + childComplexity * (times === 'first' ? pageSize(args['first']) : times);
};

function pageSize(first: unknown): number {
  if (typeof first !== 'number') return LIST;
  if (first < 1) throw badInput('first', 'min', { limit: 1 });
  if (first > MAX_FIRST) throw badInput('first', 'max', { limit: MAX_FIRST });
  return first;
}

/** The cost of one operation with these variables. @throws DomainError BAD_INPUT for a `first` that is not 1 to 100. */
export function costOfOperation(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>, operationName?: string | null): number {
  return getComplexity({ schema, query: document, variables, operationName: operationName ?? undefined, estimators: [estimate] });
}

/** What is known of a document that Apollo keeps; the numbers and conditions among its variables are all that changes its cost. */
interface Known {
  introspects: boolean;
  costs: Map<string, number>;
}
const known = new WeakMap<DocumentNode, Known>();

function knownOf(document: DocumentNode): Known {
  const found = known.get(document);
  if (found) return found;
  let introspects = false;
  visit(document, {
    Field({ name: { value } }) {
      if (value === '__schema' || value === '__type') introspects = true;
    },
  });
  const made = { introspects, costs: new Map<string, number>() };
  known.set(document, made);
  return made;
}

/** True when the operation asks for the schema itself. */
export const introspects = (document: DocumentNode): boolean => knownOf(document).introspects;

/** Refuses an operation that would cost too much, before anything of it runs; else its cost, 0 for one that execution refuses itself. @throws DomainError QUERY_TOO_COSTLY, or BAD_INPUT for `first`. */
export function refuseCostly({ schema, document, operationName, variableValues }: ExecutionArgs): number {
  const operation: OperationDefinitionNode | null | undefined = getOperationAST(document, operationName);
  if (!operation) return 0;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], (variableValues ?? {}) as Record<string, unknown>);
  // Execution refuses them itself, before any resolver.
  if (coerced.errors) return 0;
  const deciding = Object.entries(coerced.coerced).filter(([, value]) => typeof value === 'number' || typeof value === 'boolean');
  const key = JSON.stringify([operationName, deciding]);
  const { costs } = knownOf(document);
  const cost = costs.get(key) ?? costOfOperation(schema, document, coerced.coerced, operationName);
  if (costs.size < 100) costs.set(key, cost);
  if (cost > MAX_COST) throw new DomainError('QUERY_TOO_COSTLY', { cost, limit: MAX_COST });
  return cost;
}
