import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArchivePublicationsInput, CheckTextArgs, checkFirstPerson, CreatePublicationInput, PinPublicationInput, PublicationFilter, PublicationStatus, RequestChangesInput, SchedulePublicationInput, UpdatePublicationInput } from '@portevoix/content/shared';
import { Organisations } from '@portevoix/identity/api';
import { Allow, can, CurrentViewer, PageArgs, SIGNED_IN, type Viewer } from '@portevoix/platform';
import { Editing } from './editing.service';
import { Overview } from './overview.service';
import { Publication } from './publication.entity';
import { CategoryStats, FeedMix, PublicationConnection, PublicationTargets, VoiceCheck } from './publication.types';
import { Publications } from './publications.service';
import { Workflow } from './workflow.service';

@ObjectType()
export class PublicationStatusCount {
  @Field(() => PublicationStatus)
  status: PublicationStatus;

  @Field(() => Int)
  count: number;

  /** Since when the oldest of those that wait for an approval does; null for the others. */
  @Field(() => Date, { nullable: true })
  since: Date | null;
}

@Resolver(() => Publication)
export class PublicationResolver {
  constructor(
    private readonly service: Publications,
    private readonly overview: Overview,
    private readonly editing: Editing,
    private readonly workflow: Workflow,
    private readonly organisations: Organisations,
  ) {}

  /** In any state for those who see the editors' side; for a reader, only what is out and meant for them. */
  @Query(() => Publication)
  @Allow(SIGNED_IN)
  publication(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Publication> {
    return can(viewer, 'content:read') ? this.service.byId(id) : this.service.visibleTo(viewer, id);
  }

  @Query(() => PublicationConnection)
  @Allow('content:read')
  publications(@Args() page: PageArgs, @Args() filter: PublicationFilter) {
    return this.overview.list(page, filter);
  }

  @Query(() => [PublicationStatusCount])
  @Allow('content:read')
  async publicationCounts(): Promise<PublicationStatusCount[]> {
    const counts = await this.overview.statuses();
    const since = counts.has(PublicationStatus.IN_REVIEW) ? await this.overview.inReviewSince() : null;
    return Object.values(PublicationStatus).map((status) => ({ status, count: counts.get(status) ?? 0, since: status === PublicationStatus.IN_REVIEW ? since : null }));
  }

  @Query(() => [CategoryStats])
  @Allow('content:read')
  publicationCategories(): Promise<CategoryStats[]> {
    return this.overview.categories();
  }

  @Query(() => [Publication])
  @Allow('content:read')
  publicationCalendar(
    @Args('from', { type: () => Date }) from: Date,
    @Args('to', { type: () => Date }) to: Date,
    @Args('cohortId', { type: () => ID, nullable: true }) cohortId?: string,
  ): Promise<Publication[]> {
    return this.overview.calendar(from, to, cohortId);
  }

  /** Scheduled publications that did not come out at their time. */
  @Query(() => Int)
  @Allow('content:read')
  overduePublicationCount(): Promise<number> {
    return this.overview.overdue();
  }

  /** Cohorts and groups that a publication may be for. */
  @Query(() => PublicationTargets)
  @Allow('content:edit')
  publicationSegments(): Promise<PublicationTargets> {
    return this.overview.segments();
  }

  /** Composition of everybody's feed over the last `days` (1 to 365). */
  @Query(() => FeedMix)
  @Allow('content:read')
  mixOfFeed(@Args('days', { type: () => Int, defaultValue: 30 }) days: number): Promise<FeedMix> {
    return this.overview.mix(Math.min(365, Math.max(1, days)));
  }

  /** Whether a text speaks as a person. */
  @Query(() => VoiceCheck)
  @Allow(SIGNED_IN)
  async checkText(@Args() { text, language }: CheckTextArgs): Promise<VoiceCheck> {
    return checkFirstPerson(text, language, (await this.organisations.current()).name);
  }

  @Mutation(() => Publication)
  @Allow('content:edit')
  createPublication(@CurrentViewer() viewer: Viewer, @Args('input') input: CreatePublicationInput): Promise<Publication> {
    return this.editing.create(viewer, input);
  }

  @Mutation(() => Publication)
  @Allow('content:edit')
  updatePublication(@CurrentViewer() viewer: Viewer, @Args('input') input: UpdatePublicationInput): Promise<Publication> {
    return this.editing.update(viewer, input);
  }

  @Mutation(() => Publication)
  @Allow('content:edit')
  submitForReview(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Publication> {
    return this.workflow.submit(viewer, id);
  }

  @Mutation(() => Publication)
  @Allow('content:approve')
  requestChanges(@CurrentViewer() viewer: Viewer, @Args('input') { id, comment }: RequestChangesInput): Promise<Publication> {
    return this.workflow.requestChanges(viewer, id, comment);
  }

  @Mutation(() => Publication)
  @Allow('content:approve')
  approvePublication(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Publication> {
    return this.workflow.approve(viewer, id);
  }

  @Mutation(() => Publication)
  @Allow('content:approve')
  publishPublication(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Publication> {
    return this.workflow.publish(viewer, id);
  }

  @Mutation(() => Publication)
  @Allow('content:approve')
  schedulePublication(@CurrentViewer() viewer: Viewer, @Args('input') { id, at }: SchedulePublicationInput): Promise<Publication> {
    return this.workflow.schedule(viewer, id, at);
  }

  /** Approved again, without a date. */
  @Mutation(() => Publication)
  @Allow('content:approve')
  unschedulePublication(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Publication> {
    return this.workflow.unschedule(viewer, id);
  }

  /** All or none. */
  @Mutation(() => [Publication])
  @Allow('content:edit')
  async archivePublications(@CurrentViewer() viewer: Viewer, @Args('input') { ids, archived }: ArchivePublicationsInput): Promise<Publication[]> {
    const done: Publication[] = [];
    // In one order for all, so that two bulk actions never wait for each other.
    for (const id of [...ids].sort()) done.push(archived ? await this.workflow.archive(viewer, id) : await this.workflow.restore(viewer, id));
    return done;
  }

  @Mutation(() => Publication)
  @Allow('content:edit')
  pinPublication(@Args('input') { id, until }: PinPublicationInput): Promise<Publication> {
    return this.workflow.pin(id, until ?? null);
  }
}
