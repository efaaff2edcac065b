import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { UpdateFollowUpInput } from '@portevoix/cohorts/shared';
import { People, Person } from '@portevoix/identity/api';
import { Allow, CurrentViewer, type Viewer } from '@portevoix/platform';
import { Cohort } from '../cohort.entity';
import { Cohorts } from '../cohorts.service';
import { FollowUp } from './follow-up.entity';
import { FollowUps } from './follow-ups.service';

@Resolver(() => FollowUp)
export class FollowUpsResolver {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly followUps: FollowUps,
    private readonly people: People,
  ) {}

  /** The next contact first, those that are over last. */
  @Query(() => [FollowUp], { name: 'followUps' })
  @Allow('cohorts:read')
  async list(@Args('cohortId', { type: () => ID }) cohortId: string): Promise<FollowUp[]> {
    return this.followUps.list((await this.cohorts.byId(cohortId)).id);
  }

  /** The viewer's own cards whose day has come, the oldest first. */
  @Query(() => [FollowUp])
  @Allow('cohorts:read')
  followUpsDue(@CurrentViewer() { personId }: Viewer): Promise<FollowUp[]> {
    return this.followUps.due(personId);
  }

  /** Whoever runs the community keeps the cards: they are theirs to fill. */
  @Mutation(() => FollowUp)
  @Allow('cohorts:read')
  updateFollowUp(@Args('input') input: UpdateFollowUpInput): Promise<FollowUp> {
    return this.followUps.update(input);
  }

  @ResolveField(() => Person)
  person(@Parent() { personId }: FollowUp): Promise<Person> {
    return this.people.byId(personId);
  }

  @ResolveField(() => Cohort)
  cohort(@Parent() { cohortId }: FollowUp): Promise<Cohort> {
    return this.cohorts.byId(cohortId);
  }

  @ResolveField(() => Person)
  owner(@Parent() { ownerId }: FollowUp): Promise<Person> {
    return this.people.byId(ownerId);
  }
}
