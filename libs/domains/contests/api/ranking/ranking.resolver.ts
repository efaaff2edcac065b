import { Args, ID, Mutation, Resolver, Subscription } from '@nestjs/graphql';
import { JoinRankingInput } from '@portevoix/contests/shared';
import { Allow, CurrentViewer, Live, SIGNED_IN, unauthenticated, type RequestContext, type Viewer } from '@portevoix/platform';
import { Contest } from '../contest.entity';
import { Contests } from '../contests.service';
import { boardChanged, scoreChanged, type BoardChange } from '../live-topics';
import { pulse } from './pulse';
import { Ranking } from './ranking.service';

const REST_MS = 1000;

@Resolver(() => Contest)
export class RankingResolver {
  constructor(
    private readonly live: Live,
    private readonly contests: Contests,
    private readonly ranking: Ranking,
  ) {}

  /** Again changes the alias. */
  @Mutation(() => Contest)
  @Allow(SIGNED_IN)
  async joinRanking(@CurrentViewer() viewer: Viewer, @Args('input') input: JoinRankingInput): Promise<Contest> {
    const contest = await this.contests.visibleTo(viewer, input.contestId);
    await this.ranking.join(viewer, contest, input);
    return contest;
  }

  @Mutation(() => Contest)
  @Allow(SIGNED_IN)
  async leaveRanking(@CurrentViewer() viewer: Viewer, @Args('contestId', { type: () => ID }) contestId: string): Promise<Contest> {
    const contest = await this.contests.visibleTo(viewer, contestId);
    await this.ranking.leave(viewer, contestId);
    return contest;
  }

  /** The contest again after each change of its points or ranking, at most once a second; access is checked each time. */
  @Subscription(() => Contest, {
    resolve(this: RankingResolver, contestId: string, _args: unknown, { viewer }: RequestContext): Promise<Contest> {
      if (!viewer) throw unauthenticated();
      return this.contests.visibleTo(viewer, contestId);
    },
  })
  @Allow(SIGNED_IN)
  async leaderboardChanged(@CurrentViewer() viewer: Viewer, @Args('contestId', { type: () => ID }) contestId: string): Promise<AsyncIterableIterator<string>> {
    await this.contests.visibleTo(viewer, contestId);
    await this.live.ready();
    return pulse(contestId, REST_MS, (ring) => {
      const hear = (change: BoardChange) => change.contestId === contestId && ring();
      const stops = [scoreChanged, boardChanged].map((topic) => this.live.on<BoardChange>(topic, viewer.organisationId, hear));
      return () => stops.forEach((stop) => stop());
    });
  }
}
