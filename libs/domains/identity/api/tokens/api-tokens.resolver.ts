import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CreateApiTokenInput } from '@portevoix/identity/shared';
import { Allow, CurrentViewer, type Viewer } from '@portevoix/platform';
import { ApiToken } from './api-token.entity';
import { ApiTokens } from './api-tokens.service';

/** The only time that the secret is shown. */
@ObjectType()
export class CreatedApiToken {
  @Field(() => ApiToken)
  token: ApiToken;

  /** `pv_…`, for `Authorization: Bearer`. */
  @Field(() => String)
  secret: string;
}

/** `admin:open` is never among the scopes of a token: no token makes, sees or ends tokens. */
@Resolver(() => ApiToken)
export class ApiTokensResolver {
  constructor(private readonly tokens: ApiTokens) {}

  @Query(() => [ApiToken])
  @Allow('admin:open')
  myApiTokens(@CurrentViewer() viewer: Viewer): Promise<ApiToken[]> {
    return this.tokens.mine(viewer);
  }

  @Mutation(() => CreatedApiToken)
  @Allow('admin:open')
  createApiToken(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateApiTokenInput): Promise<CreatedApiToken> {
    return this.tokens.create(viewer, input);
  }

  @Mutation(() => Boolean)
  @Allow('admin:open')
  revokeApiToken(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.tokens.revoke(viewer, id).then(() => true);
  }
}
