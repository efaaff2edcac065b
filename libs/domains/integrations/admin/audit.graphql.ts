import { graphql } from '@portevoix/graphql';

export const AuditEntriesDocument = graphql(`
  query AuditEntries($first: Int!, $after: String, $operation: String, $actorId: ID, $from: String, $to: String) {
    auditEntries(first: $first, after: $after, operation: $operation, actorId: $actorId, from: $from, to: $to) {
      edges { node { id createdAt operation ip actor { id displayName } details { path value length } changes { path before after } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const AuditChoicesDocument = graphql(`query AuditChoices { auditChoices { operations people { id displayName } } }`);
