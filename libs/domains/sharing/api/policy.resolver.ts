import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@portevoix/platform';
import { UpdateSharingPolicyInput } from '@portevoix/sharing/shared';
import { SharingRules } from './policy.service';
import { SharingPolicy } from './share.entity';

@Resolver(() => SharingPolicy)
export class SharingPolicyResolver {
  constructor(private readonly rules: SharingRules) {}

  @Query(() => SharingPolicy)
  @Allow('sharing:share', 'programme:read')
  sharingPolicy(): Promise<SharingPolicy> {
    return this.rules.policy();
  }

  @Mutation(() => SharingPolicy)
  @Allow('programme:manage')
  updateSharingPolicy(@Args('input') input: UpdateSharingPolicyInput): Promise<SharingPolicy> {
    return this.rules.update(input);
  }
}
