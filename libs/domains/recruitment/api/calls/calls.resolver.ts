import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Cohort, Cohorts } from '@portevoix/cohorts/api';
import { Allow, can, Config, CurrentViewer, MaybeViewer, SIGNED_IN, type Viewer } from '@portevoix/platform';
import { CallPhase, CallState, CreateCallInput, UpdateCallInput } from '@portevoix/recruitment/shared';
import { Application } from '../applications/application.entity';
import { Applications } from '../applications/applications.service';
import { Call } from './call.entity';
import { Calls } from './calls.service';
import { Mixes } from './mix.service';
import { ApplicantsProfile, CallCount, CallMix, Strategy } from './mix.types';

const MANAGE = 'recruitment:manage';
const manages = (viewer: Viewer | null): boolean => viewer !== null && can(viewer, MANAGE);

@Resolver(() => Call)
export class CallsResolver {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly service: Calls,
    private readonly mixes: Mixes,
    private readonly cohorts: Cohorts,
    private readonly applications: Applications,
  ) {}

  @Query(() => [Call])
  @Allow(SIGNED_IN)
  openCalls(): Promise<Call[]> {
    return this.service.open();
  }

  @Query(() => Call)
  @Allow(SIGNED_IN)
  call(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Call> {
    return this.service.visibleTo(viewer, id);
  }

  @Query(() => [Call])
  @Allow(MANAGE)
  calls(): Promise<Call[]> {
    return this.service.list();
  }

  @Mutation(() => Call)
  @Allow(MANAGE)
  createCall(@Args('input') input: CreateCallInput): Promise<Call> {
    return this.service.create(input);
  }

  @Mutation(() => Call)
  @Allow(MANAGE)
  updateCall(@CurrentViewer() viewer: Viewer, @Args('input') input: UpdateCallInput): Promise<Call> {
    return this.service.update(viewer, input);
  }

  @Mutation(() => Call)
  @Allow(MANAGE)
  openCall(@Args('id', { type: () => ID }) id: string): Promise<Call> {
    return this.service.openCall(id);
  }

  @Mutation(() => Call)
  @Allow(MANAGE)
  closeCall(@Args('id', { type: () => ID }) id: string): Promise<Call> {
    return this.service.close(id);
  }

  @Query(() => CallMix)
  @Allow(MANAGE)
  mixOfCall(@Args('callId', { type: () => ID }) callId: string): Promise<CallMix> {
    return this.mixes.ofCall(callId);
  }

  @Query(() => ApplicantsProfile)
  @Allow(MANAGE)
  applicantsProfile(@Args('callId', { type: () => ID }) callId: string): Promise<ApplicantsProfile> {
    return this.mixes.profile(callId);
  }

  @Query(() => [Strategy])
  @Allow(MANAGE)
  strategies(): Promise<Strategy[]> {
    return this.mixes.strategies();
  }

  /** Applications that nobody has answered yet. */
  @Query(() => Int)
  @Allow(MANAGE)
  applicationsWaiting(): Promise<number> {
    return this.service.waiting();
  }

  /** Since when the oldest of them waits; null without any. */
  @Query(() => Date, { nullable: true })
  @Allow(MANAGE)
  applicationsWaitingSince(): Promise<Date | null> {
    return this.service.waitingSince();
  }

  /** Where it stands today in the organisation's time zone. */
  @ResolveField(() => CallPhase)
  phase(@Parent() call: Call): Promise<CallPhase> {
    return this.service.phaseOf(call);
  }

  /** Address of the page where one applies. */
  @ResolveField(() => String)
  link(@Parent() { id }: Call): string {
    return `${this.config.PUBLIC_URL}/appel/${id}`;
  }

  @ResolveField(() => Application, { nullable: true })
  async myApplication(@Parent() { id }: Call, @MaybeViewer() viewer: Viewer | null): Promise<Application | null> {
    return viewer && this.applications.mineOf(viewer, id);
  }

  /** Only for those who run the recruitment. */
  @ResolveField(() => CallState, { nullable: true })
  state(@Parent() { state }: Call, @MaybeViewer() viewer: Viewer | null): CallState | null {
    return manages(viewer) ? state : null;
  }

  /** Only for those who run the recruitment. */
  @ResolveField(() => Cohort, { nullable: true })
  async cohort(@Parent() { cohortId }: Call, @MaybeViewer() viewer: Viewer | null): Promise<Cohort | null> {
    return cohortId && manages(viewer) ? this.cohorts.loader.load(cohortId) : null;
  }

  /** Only for those who run the recruitment. */
  @ResolveField(() => CallCount, { nullable: true })
  async counts(@Parent() { id }: Call, @MaybeViewer() viewer: Viewer | null): Promise<CallCount | null> {
    return manages(viewer) ? this.service.counts.load(id) : null;
  }
}
