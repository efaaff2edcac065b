import { graphql } from '@portevoix/graphql';

export const MyApiTokensDocument = graphql(`query MyApiTokens { myApiTokens { id name scopes hint expiresAt lastUsedAt } }`);

export const CreateApiTokenDocument = graphql(`mutation CreateApiToken($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret token { id name } } }`);

export const RevokeApiTokenDocument = graphql(`mutation RevokeApiToken($id: ID!) { revokeApiToken(id: $id) }`);
