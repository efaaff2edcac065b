import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AnswerDisputeInput, CorrectPointsInput, DisputeEntryInput } from '@portevoix/contests/shared';
import { People } from '@portevoix/identity/api';
import { Allow, can, CurrentViewer, SIGNED_IN, type Viewer } from '@portevoix/platform';
import { Contest } from '../contest.entity';
import { DisputeToAnswer, LedgerLine } from '../contest.types';
import { Contests, MANAGE } from '../contests.service';
import { PointsDispute } from '../ranking/ranking.entity';
import { Disputes } from './disputes.service';
import { LineViews } from './line-views';

@Resolver(() => Contest)
export class DisputesResolver {
  constructor(
    private readonly contests: Contests,
    private readonly disputes: Disputes,
    private readonly people: People,
  ) {}

  /** The viewer's own questions about their points, latest first. */
  @ResolveField(() => [PointsDispute])
  myDisputes(@Parent() { id }: Contest, @CurrentViewer() viewer: Viewer): Promise<PointsDispute[]> {
    return this.disputes.mine(viewer, id);
  }

  /** For those who run contests; empty for others. Those that wait come first. */
  @ResolveField(() => [DisputeToAnswer], { name: 'disputes' })
  async toAnswerIn(@Parent() { id }: Contest, @CurrentViewer() viewer: Viewer): Promise<DisputeToAnswer[]> {
    if (!can(viewer, MANAGE)) return [];
    return Promise.all((await this.disputes.of(id)).map((dispute) => this.toAnswer(dispute)));
  }

  @Mutation(() => PointsDispute)
  @Allow(SIGNED_IN)
  async disputeEntry(@CurrentViewer() viewer: Viewer, @Args('input') input: DisputeEntryInput): Promise<PointsDispute> {
    return this.disputes.ask(viewer, await this.contests.visibleTo(viewer, input.contestId), input);
  }

  @Mutation(() => PointsDispute)
  @Allow('contests:manage')
  answerDispute(@Args('input') input: AnswerDisputeInput): Promise<PointsDispute> {
    return this.disputes.answer(input);
  }

  /** Takes the whole line of an entry back, with a reason that its member reads. */
  @Mutation(() => Contest)
  @Allow('contests:manage')
  async correctPoints(@Args('input') input: CorrectPointsInput): Promise<Contest> {
    return this.contests.byId((await this.disputes.correct(input)).contestId);
  }

  private async toAnswer(dispute: PointsDispute): Promise<DisputeToAnswer> {
    return { dispute, person: await this.people.byId(dispute.personId) };
  }
}

@Resolver(() => PointsDispute)
export class DisputeFieldsResolver {
  constructor(
    private readonly disputes: Disputes,
    private readonly views: LineViews,
  ) {}

  /** What it is about; null for points that are missing. */
  @ResolveField(() => LedgerLine, { nullable: true })
  async line(@Parent() dispute: PointsDispute): Promise<LedgerLine | null> {
    const line = await this.disputes.lineOf(dispute);
    return line && this.views.of(line);
  }
}
