import { Module } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '@portevoix/platform';
import { DemoReset } from './demo-reset.entity';
import { DemoResets } from './demo-resets.service';

@Resolver(() => DemoReset)
export class DemoResolver {
  constructor(private readonly resets: DemoResets) {}

  /** Deletes the demo organisation and loads it again, later: follow it by `demoReset`. Every session of the demo ends. */
  @Mutation(() => DemoReset)
  @Allow('programme:manage')
  resetDemo(): Promise<DemoReset> {
    return this.resets.ask();
  }

  /** Public, since no session of the demo outlives it; its id is known to who asked. */
  @Query(() => DemoReset)
  @Public()
  demoReset(@Args('id', { type: () => ID }) id: string): Promise<DemoReset> {
    return this.resets.byId(id);
  }
}

/** The demo organisation; above every domain, since it holds something of each. */
@Module({ providers: [DemoResets, DemoResolver] })
export class DemoModule {}
