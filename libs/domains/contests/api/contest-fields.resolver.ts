import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Cohorts } from '@portevoix/cohorts/api';
import { contestState, ContestState, TieRule } from '@portevoix/contests/shared';
import { Organisations } from '@portevoix/identity/api';
import { daysBetween } from '@portevoix/identity/shared';
import { badInput, can, CurrentViewer, PageArgs, type Connection, type Viewer } from '@portevoix/platform';
import { Contest } from './contest.entity';
import { CollectiveProgress, ContestTotals, LeaderboardPlace, LedgerLine, LedgerLineConnection } from './contest.types';
import { MANAGE } from './contests.service';
import { Lines } from './points/lines.service';
import { LineViews } from './points/line-views';
import { RankingOptIn } from './ranking/ranking.entity';
import { MAX_PLACES } from './ranking/board';
import { Ranking } from './ranking/ranking.service';
import { Results } from './results.service';

@Resolver(() => Contest)
export class ContestFieldsResolver {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly organisations: Organisations,
    private readonly lines: Lines,
    private readonly views: LineViews,
    private readonly ranking: Ranking,
    private readonly results: Results,
  ) {}

  @ResolveField(() => ContestState)
  async state(@Parent() contest: Contest): Promise<ContestState> {
    return contestState(contest, await this.organisations.today());
  }

  @ResolveField(() => TieRule)
  tieRule(): TieRule {
    return TieRule.FIRST_TO_REACH;
  }

  /** Days left with today, 0 once it is over. */
  @ResolveField(() => Int)
  async daysLeft(@Parent() { firstDay, lastDay }: Contest): Promise<number> {
    const today = await this.organisations.today();
    return Math.max(0, daysBetween(today < firstDay ? firstDay : today, lastDay) + 1);
  }

  @ResolveField(() => String)
  async cohortName(@Parent() { cohortId }: Contest): Promise<string> {
    return (await this.cohorts.byId(cohortId)).name;
  }

  @ResolveField(() => Int)
  cohortSize(@Parent() { cohortId }: Contest): Promise<number> {
    return this.cohorts.sizes.load(cohortId);
  }

  /** Rules, days and cohort may still change. */
  @ResolveField(() => Boolean)
  async viewerCanEdit(@Parent() contest: Contest, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return can(viewer, MANAGE) && (!contest.publishedAt || (await this.state(contest)) === ContestState.UPCOMING);
  }

  @ResolveField(() => Boolean)
  async viewerIsMember(@Parent() { cohortId }: Contest, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    const mine = await this.cohorts.cohortIdsOf(viewer.personId);
    return mine.includes(cohortId);
  }

  @ResolveField(() => CollectiveProgress)
  async collectiveProgress(@Parent() contest: Contest): Promise<CollectiveProgress> {
    return { done: await this.results.progress(contest), target: contest.collectiveGoal.target };
  }

  @ResolveField(() => Int)
  myPoints(@Parent() { id }: Contest, @CurrentViewer() { personId }: Viewer): Promise<number> {
    return this.lines.points(personId, id);
  }

  /** Only the viewer's own. Latest first. */
  @ResolveField(() => LedgerLineConnection)
  async myLedger(@Parent() { id }: Contest, @Args() page: PageArgs, @CurrentViewer() { personId }: Viewer): Promise<Connection<LedgerLine>> {
    const { edges, pageInfo } = await this.lines.list(personId, id, page);
    return { edges: await Promise.all(edges.map(async ({ node, cursor }) => ({ cursor, node: await this.views.of(node) }))), pageInfo };
  }

  /** The viewer's place among those ranked; null when they chose not to be. */
  @ResolveField(() => Int, { nullable: true })
  async myRank(@Parent() { id }: Contest, @CurrentViewer() viewer: Viewer): Promise<number | null> {
    return this.ranking.rankOf(viewer, id, await this.lines.points(viewer.personId, id));
  }

  @ResolveField(() => RankingOptIn, { nullable: true })
  myRanking(@Parent() { id }: Contest, @CurrentViewer() viewer: Viewer): Promise<RankingOptIn | null> {
    return this.ranking.mine(viewer, id);
  }

  /** How many people chose to be ranked. */
  @ResolveField(() => Int)
  rankedPeople(@Parent() { id }: Contest, @CurrentViewer() viewer: Viewer): Promise<number> {
    return this.ranking.people(viewer, id);
  }

  /** The first places of those who chose to be ranked, under the name that they chose. `first` 1 to 100. */
  @ResolveField(() => [LeaderboardPlace])
  async leaderboard(@Parent() { id }: Contest, @Args('first', { type: () => Int, defaultValue: 10 }) first: number, @CurrentViewer() viewer: Viewer): Promise<LeaderboardPlace[]> {
    if (first < 1 || first > MAX_PLACES) throw badInput('first', first < 1 ? 'min' : 'max', { limit: first < 1 ? 1 : MAX_PLACES });
    const rows = await this.ranking.board(viewer, id, first);
    return rows.map(({ id: someone, rank, position, name, points }) => ({ rank, position, name, points, isMe: someone === viewer.personId }));
  }

  /** Of the whole cohort, for those who run contests; null under five active people. */
  @ResolveField(() => ContestTotals, { nullable: true })
  async totals(@Parent() contest: Contest, @CurrentViewer() viewer: Viewer): Promise<ContestTotals | null> {
    return can(viewer, MANAGE) ? this.results.totals(contest) : null;
  }
}
