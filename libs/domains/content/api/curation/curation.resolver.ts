import { Args, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AddCandidateInput, AddSourceInput, CandidateFilter, CandidateStatus } from '@portevoix/content/shared';
import { Allow, CurrentViewer, PageArgs, Paged, type Viewer } from '@portevoix/platform';
import { Publication } from '../publications/publication.entity';
import { Theme } from '../themes/theme.entity';
import { Themes } from '../themes/themes.service';
import { Candidate } from './candidate.entity';
import { Candidates } from './candidates.service';
import { Source } from './source.entity';
import { Sources } from './sources.service';

@ObjectType()
export class CandidateConnection extends Paged(Candidate) {}

@Resolver(() => Source)
export class SourceResolver {
  constructor(
    private readonly service: Sources,
    private readonly themes: Themes,
  ) {}

  @Query(() => [Source])
  @Allow('content:read')
  sources(): Promise<Source[]> {
    return this.service.list();
  }

  @Query(() => Source)
  @Allow('content:read')
  source(@Args('id', { type: () => ID }) id: string): Promise<Source> {
    return this.service.byId(id);
  }

  /** Its first fetch runs in a job: ask `source(id)` until its status is no longer CHECKING. */
  @Mutation(() => Source)
  @Allow('content:edit')
  addSource(@Args('input') input: AddSourceInput): Promise<Source> {
    return this.service.add(input);
  }

  @Mutation(() => Source)
  @Allow('content:edit')
  pauseSource(@Args('id', { type: () => ID }) id: string, @Args('paused', { type: () => Boolean, defaultValue: true }) paused: boolean): Promise<Source> {
    return this.service.setPaused(id, paused);
  }

  @Mutation(() => Source)
  @Allow('content:edit')
  refreshSource(@Args('id', { type: () => ID }) id: string): Promise<Source> {
    return this.service.refresh(id);
  }

  @Mutation(() => Boolean)
  @Allow('content:edit')
  async removeSource(@Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.service.remove(id).then(() => true);
  }

  @ResolveField(() => Theme, { nullable: true })
  theme(@Parent() { themeId }: Source): Promise<Theme> | null {
    return themeId ? this.themes.byId(themeId) : null;
  }
}

@Resolver(() => Candidate)
export class CandidateResolver {
  constructor(
    private readonly service: Candidates,
    private readonly sources: Sources,
  ) {}

  @Query(() => CandidateConnection)
  @Allow('content:read')
  candidates(@Args() page: PageArgs, @Args() filter: CandidateFilter) {
    return this.service.list(page, filter);
  }

  @Query(() => Int)
  @Allow('content:read')
  candidateCount(@Args('status', { type: () => CandidateStatus, defaultValue: CandidateStatus.NEW }) status: CandidateStatus): Promise<number> {
    return this.service.count(status);
  }

  /** Arrival of the oldest candidate that nobody has looked at; null without any. */
  @Query(() => Date, { nullable: true })
  @Allow('content:read')
  candidatesSince(): Promise<Date | null> {
    return this.service.newSince();
  }

  @Query(() => Candidate)
  @Allow('content:read')
  candidate(@Args('id', { type: () => ID }) id: string): Promise<Candidate> {
    return this.service.byId(id);
  }

  /** The page is read in a job: FETCHING, then NEW or FAILED. */
  @Mutation(() => Candidate)
  @Allow('content:edit')
  addCandidateFromUrl(@Args('input') input: AddCandidateInput): Promise<Candidate> {
    return this.service.addFromUrl(input);
  }

  @Mutation(() => Candidate)
  @Allow('content:edit')
  dismissCandidate(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Candidate> {
    return this.service.setDismissed(viewer, id, true);
  }

  @Mutation(() => Candidate)
  @Allow('content:edit')
  restoreCandidate(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Candidate> {
    return this.service.setDismissed(viewer, id, false);
  }

  /** A draft with what the page says and a first text. */
  @Mutation(() => Publication)
  @Allow('content:edit')
  createPublicationFromCandidate(@CurrentViewer() viewer: Viewer, @Args('candidateId', { type: () => ID }) candidateId: string): Promise<Publication> {
    return this.service.publish(viewer, candidateId);
  }

  @ResolveField(() => Source, { nullable: true })
  source(@Parent() { sourceId }: Candidate): Promise<Source | null> | null {
    return sourceId ? this.sources.loader.load(sourceId) : null;
  }
}
