import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ContestFromTemplateInput, CreateContestInput, UpdateContestInput } from '@portevoix/contests/shared';
import { daysBetween } from '@portevoix/identity/shared';
import { Allow, CurrentViewer, notFound, SIGNED_IN, type Viewer } from '@portevoix/platform';
import { Contest } from './contest.entity';
import { ContestComparison } from './contest.types';
import { Contests } from './contests.service';
import { Results } from './results.service';

/** Rules that give the same points have the same key, however they were written. */
const rulesKey = ({ rules: { perDeclaredShare, perValidClick, perRead, caps } }: Contest): string =>
  JSON.stringify([perDeclaredShare, perValidClick, perRead, ...[caps.perDay, caps.sharesPerDay, caps.readsPerDay, caps.clicksPerShare].map((cap) => cap ?? null)]);

@Resolver(() => Contest)
export class ContestsResolver {
  constructor(
    private readonly contests: Contests,
    private readonly results: Results,
  ) {}

  /** Of the viewer's cohorts: running, to come, then finished. */
  @Query(() => [Contest], { name: 'contests' })
  @Allow(SIGNED_IN)
  mine(@CurrentViewer() viewer: Viewer): Promise<Contest[]> {
    return this.contests.mine(viewer);
  }

  @Query(() => Contest)
  @Allow(SIGNED_IN)
  contest(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Contest> {
    return this.contests.visibleTo(viewer, id);
  }

  /** Drafts included, latest first. */
  @Query(() => [Contest])
  @Allow('contests:manage')
  allContests(@Args('cohortId', { type: () => ID, nullable: true }) cohortId?: string): Promise<Contest[]> {
    return this.contests.all(cohortId ? { cohortId } : {});
  }

  /** The contests of one template side by side, oldest first; NOT_FOUND for an unknown template. */
  @Query(() => [ContestComparison])
  @Allow('contests:manage')
  async compareContests(@Args('templateId', { type: () => ID }) templateId: string): Promise<ContestComparison[]> {
    const contests = (await this.contests.all({ templateId })).reverse();
    if (!contests.length) throw notFound();
    const reference = rulesKey(contests[0]!);
    return Promise.all(
      contests.map(async (contest) => ({ contest, totals: await this.results.totals(contest), sameRules: rulesKey(contest) === reference, days: daysBetween(contest.firstDay, contest.lastDay) + 1 })),
    );
  }

  @Mutation(() => Contest)
  @Allow('contests:manage')
  createContest(@Args('input') input: CreateContestInput): Promise<Contest> {
    return this.contests.create(input);
  }

  @Mutation(() => Contest)
  @Allow('contests:manage')
  updateContest(@Args('input') input: UpdateContestInput): Promise<Contest> {
    return this.contests.update(input);
  }

  @Mutation(() => Contest)
  @Allow('contests:manage')
  contestFromTemplate(@Args('input') input: ContestFromTemplateInput): Promise<Contest> {
    return this.contests.fromTemplate(input);
  }

  @Mutation(() => Contest)
  @Allow('contests:manage')
  publishContest(@Args('id', { type: () => ID }) id: string): Promise<Contest> {
    return this.contests.publish(id);
  }

  @Mutation(() => Boolean)
  @Allow('contests:manage')
  async removeContest(@Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.contests.remove(id).then(() => true);
  }
}
