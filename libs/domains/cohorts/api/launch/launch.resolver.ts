import { Args, Field, ID, Int, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DecideLaunchItemInput, LaunchItem } from '@portevoix/cohorts/shared';
import { People, Person } from '@portevoix/identity/api';
import { Allow, can, CurrentViewer, MaybeViewer, type Viewer } from '@portevoix/platform';
import { Cohort } from '../cohort.entity';
import { LaunchDecision } from './launch-decision.entity';
import { Launches, type LaunchPoint } from './launches.service';

/** One point of a cohort's launch. */
@ObjectType('LaunchPoint')
export class LaunchPointType {
  @Field(() => LaunchItem)
  item: LaunchItem;

  /** How many are ready; null when only a person can tell. */
  @Field(() => Int, { nullable: true })
  count: number | null;

  /** Ready, or left out in somebody's name: it no longer blocks. */
  @Field(() => Boolean)
  isReady: boolean;

  @Field(() => LaunchDecision, { nullable: true })
  decision: LaunchDecision | null;
}

@Resolver(() => Cohort)
export class LaunchResolver {
  constructor(private readonly launches: Launches) {}

  /** What the launch waits for; empty once launched, and for those who do not prepare it. */
  @ResolveField(() => [LaunchPointType])
  async launchPoints(@Parent() cohort: Cohort, @MaybeViewer() viewer: Viewer | null): Promise<LaunchPoint[]> {
    return cohort.launchedAt || !can(viewer, 'cohorts:read') ? [] : this.launches.points(cohort);
  }

  /** Once; LAUNCH_INCOMPLETE names what is missing. */
  @Mutation(() => Cohort)
  @Allow('cohorts:manage')
  launchCohort(@Args('id', { type: () => ID }) id: string): Promise<Cohort> {
    return this.launches.launch(id);
  }

  @Mutation(() => Cohort)
  @Allow('cohorts:manage')
  decideLaunchItem(@CurrentViewer() viewer: Viewer, @Args('input') input: DecideLaunchItemInput): Promise<Cohort> {
    return this.launches.decide(viewer, input);
  }

  /** Takes the decision back: the point is looked at again. */
  @Mutation(() => Cohort)
  @Allow('cohorts:manage')
  undecideLaunchItem(@Args('cohortId', { type: () => ID }) cohortId: string, @Args('item', { type: () => LaunchItem }) item: LaunchItem): Promise<Cohort> {
    return this.launches.undecide(cohortId, item);
  }
}

@Resolver(() => LaunchDecision)
export class LaunchDecisionResolver {
  constructor(private readonly people: People) {}

  @ResolveField(() => Person)
  by(@Parent() { byId }: LaunchDecision): Promise<Person> {
    return this.people.byId(byId);
  }
}
