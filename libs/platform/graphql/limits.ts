import { ApolloArmor } from '@escape.tech/graphql-armor';
import { parse, specifiedRules, validate, type DocumentNode, type GraphQLError, type GraphQLSchema, type ValidationContext, type ValidationRule } from 'graphql';

/** A lexer that stops costs less than a parser that goes on. */
export const parseOptions = { maxTokens: 1000 };

/** Of one GraphQL request's body; a fifth of what REST may send. */
export const BODY_LIMIT = 200_000;

// Thrown by default, which Apollo answers as a fault of ours (500); reported, it is the caller's (400).
const report = { propagateOnRejection: false, onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)] };

/** Bounds on the shape of one operation; what it may cost is in costs.ts. */
const armor = new ApolloArmor({
  maxDepth: { n: 8, ...report },
  maxAliases: { n: 15, allowList: [], ...report },
  maxDirectives: { n: 9, ...report },
  maxTokens: { enabled: false },
  costLimit: { enabled: false },
  blockFieldSuggestion: { enabled: false },
});

/** For Apollo, which adds them to GraphQL's own. */
export const validationRules = armor.protect().validationRules as ValidationRule[];

const allRules = [...specifiedRules, ...validationRules];

/** The document, or why it is refused: for operations that come by the socket. */
export function checkedDocument(schema: GraphQLSchema, query: string): { document: DocumentNode; errors: readonly GraphQLError[] } {
  const document = parse(query, parseOptions);
  return { document, errors: validate(schema, document, allRules) };
}
