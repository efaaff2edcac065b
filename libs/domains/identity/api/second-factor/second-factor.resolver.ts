import { Args, Field, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SecondFactorCodeInput } from '@portevoix/identity/shared';
import { Allow, BeforeSecondFactor, CurrentRequest, CurrentViewer, Public, SIGNED_IN, type RequestContext, type Viewer } from '@portevoix/platform';
import { HASHES, viewerOf, ViewerType } from '../identity.resolver';
import { SecondFactors } from './second-factors.service';

/** Shown once, to be read by an application of codes. */
@ObjectType()
export class SecondFactorSetup {
  @Field(() => String)
  uri: string;

  /** The same key, to type: base 32. */
  @Field(() => String)
  key: string;

  /** The address as a picture: an SVG document. */
  @Field(() => String)
  qr: string;
}

@Resolver(() => ViewerType)
export class SecondFactorResolver {
  constructor(private readonly factors: SecondFactors) {}

  /** Whether signing in asks for a code of the person's application. */
  @ResolveField(() => Boolean)
  secondFactorOn(@Parent() { person }: ViewerType): Promise<boolean> {
    return this.factors.isOn(person.id);
  }

  /** The person's role asks for a second factor that they have not set up: nothing else is open to them. */
  @ResolveField(() => Boolean)
  secondFactorMissing(@Parent() { person, roles }: ViewerType): Promise<boolean> {
    return this.factors.isMissing(person.id, roles);
  }

  @Mutation(() => SecondFactorSetup)
  @Allow(SIGNED_IN)
  @BeforeSecondFactor()
  beginSecondFactor(@CurrentViewer() viewer: Viewer): Promise<SecondFactorSetup> {
    return this.factors.begin(viewer);
  }

  /** The recovery codes, told this once. */
  @Mutation(() => [String], { complexity: HASHES })
  @Allow(SIGNED_IN)
  @BeforeSecondFactor()
  confirmSecondFactor(@CurrentViewer() viewer: Viewer, @Args('input') { code }: SecondFactorCodeInput, @CurrentRequest() request: RequestContext): Promise<string[]> {
    return this.factors.confirm(viewer, code, request);
  }

  @Mutation(() => Boolean, { complexity: HASHES })
  @Allow(SIGNED_IN)
  removeSecondFactor(@CurrentViewer() viewer: Viewer, @Args('input') { code }: SecondFactorCodeInput): Promise<boolean> {
    return this.factors.remove(viewer, code).then(() => true);
  }

  /** After SECOND_FACTOR_REQUIRED, in the same browser. */
  @Mutation(() => ViewerType, { complexity: HASHES })
  @Public()
  async verifySecondFactor(@Args('input') { code }: SecondFactorCodeInput, @CurrentRequest() request: RequestContext): Promise<ViewerType> {
    return viewerOf(await this.factors.complete(code, request));
  }
}
