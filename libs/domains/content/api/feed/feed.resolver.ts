import { Args, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Audience, FeedFilter, RecordReadingInput, ShownBecause } from '@portevoix/content/shared';
import { suppress } from '@portevoix/identity/shared';
import { Allow, can, CurrentViewer, PageArgs, SIGNED_IN, type Viewer } from '@portevoix/platform';
import { Publication } from '../publications/publication.entity';
import { PublicationConnection } from '../publications/publication.types';
import { Publications } from '../publications/publications.service';
import { Reading } from '../reading/reading.entity';
import { Readings } from '../reading/readings.service';
import { Feed } from './feed.service';

/** Why the viewer is shown it; `name` is the cohort's or the group's. */
@ObjectType()
export class WhyShown {
  @Field(() => ShownBecause)
  because: ShownBecause;

  @Field(() => String, { nullable: true })
  name: string | null;
}

/** The viewer's own side of publications: their feed, what they have read, what is not for them. */
@Resolver(() => Publication)
export class FeedResolver {
  constructor(
    private readonly service: Feed,
    private readonly readings: Readings,
    private readonly publications: Publications,
  ) {}

  @Query(() => PublicationConnection)
  @Allow(SIGNED_IN)
  feed(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('filter', { type: () => FeedFilter, defaultValue: FeedFilter.FOR_YOU }) filter: FeedFilter,
    @Args('themeId', { type: () => ID, nullable: true }) themeId?: string,
  ) {
    return this.service.page(viewer, page, { filter, themeId });
  }

  /** Progress of the page that is open: once when it opens, then every few seconds and when it closes. */
  @Mutation(() => Reading)
  @Allow(SIGNED_IN)
  recordReading(@CurrentViewer() viewer: Viewer, @Args('input') input: RecordReadingInput): Promise<Reading> {
    return this.readings.record(viewer, input);
  }

  /** « Pas pour moi »: out of the viewer's own feed; nobody else sees that. */
  @Mutation(() => Publication)
  @Allow(SIGNED_IN)
  async dismissPublication(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Publication> {
    await this.readings.setDismissed(viewer, id, true);
    return this.publications.byId(id);
  }

  @Mutation(() => Publication)
  @Allow(SIGNED_IN)
  async undoDismissPublication(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Publication> {
    await this.readings.setDismissed(viewer, id, false);
    return this.publications.byId(id);
  }

  @Mutation(() => Publication)
  @Allow(SIGNED_IN)
  async markInstructionRead(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Publication> {
    await this.readings.markInstructionRead(viewer, id);
    return this.publications.byId(id);
  }

  @ResolveField(() => WhyShown)
  whyShown(@CurrentViewer() viewer: Viewer, @Parent() { id }: Publication): WhyShown | Promise<WhyShown> {
    return this.service.whyShown(viewer, id);
  }

  /** The viewer's own; null when they have not opened it. */
  @ResolveField(() => Reading, { nullable: true })
  myReading(@CurrentViewer() viewer: Viewer, @Parent() { id }: Publication): Reading | null | Promise<Reading | null> {
    return this.readings.mine(viewer, id);
  }

  /** When the viewer said that they have read this instruction. */
  @ResolveField(() => Date, { nullable: true })
  instructionReadAt(@CurrentViewer() viewer: Viewer, @Parent() { id, audience }: Publication): Date | null | Promise<Date | null> {
    return audience === Audience.INSTRUCTION ? this.readings.instructionReadAt(viewer, id) : null;
  }

  /** Distinct people who really read it; null when they are one to four, and for a viewer who does not edit. */
  @ResolveField(() => Int, { nullable: true })
  async readerCount(@CurrentViewer() viewer: Viewer, @Parent() { id }: Publication): Promise<number | null> {
    return can(viewer, 'content:read') ? suppress(await this.readings.readers(id)) : null;
  }

  /** People who said that they have read an instruction; null when they are one to four, for a viewer who does not edit, and for anything else. */
  @ResolveField(() => Int, { nullable: true })
  async receiptCount(@CurrentViewer() viewer: Viewer, @Parent() { id, audience }: Publication): Promise<number | null> {
    return audience === Audience.INSTRUCTION && can(viewer, 'content:read') ? suppress(await this.readings.receipts(id)) : null;
  }
}
