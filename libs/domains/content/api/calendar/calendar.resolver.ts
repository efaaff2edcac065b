import { Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ContentKind } from '@portevoix/content/shared';
import { Allow, Clock, CurrentViewer, SIGNED_IN, type Viewer } from '@portevoix/platform';
import { Publications } from '../publications/publications.service';
import { CalendarFeed, CalendarFeedAddress } from './calendar-feed.entity';
import { CalendarFeeds } from './calendar-feeds.service';
import { Upcoming } from './upcoming.service';

const AHEAD_MS = 21 * 86_400_000;

/** What a reader is told of a publication before it is out. */
@ObjectType()
export class UpcomingPublication {
  @Field(() => Date)
  publishAt: Date;

  @Field(() => String)
  title: string;

  @Field(() => ContentKind)
  kind: ContentKind;

  /** The main one. */
  @Field(() => String, { nullable: true })
  theme: string | null;
}

@Resolver()
export class CalendarResolver {
  constructor(
    private readonly clock: Clock,
    private readonly feeds: CalendarFeeds,
    private readonly upcoming: Upcoming,
    private readonly publications: Publications,
  ) {}

  /** What is to come for the viewer in the next three weeks, soonest first, at most 20. */
  @Query(() => [UpcomingPublication])
  @Allow(SIGNED_IN)
  async upcomingPublications(@CurrentViewer() viewer: Viewer): Promise<UpcomingPublication[]> {
    const now = this.clock.now();
    const rows = await this.upcoming.of(viewer.personId, now, new Date(now.getTime() + AHEAD_MS), 20);
    return Promise.all(rows.flatMap(({ id, title, kind, publishAt }) => (publishAt ? [{ id, title, kind, publishAt }] : [])).map(async ({ id, ...row }) => ({ ...row, theme: (await this.publications.themesOf(id))[0]?.name ?? null })));
  }

  /** The viewer's address of the calendar, when they have one; the address itself is told when it is made. */
  @Query(() => CalendarFeed, { nullable: true })
  @Allow(SIGNED_IN)
  myCalendarFeed(@CurrentViewer() viewer: Viewer): Promise<CalendarFeed | null> {
    return this.feeds.mine(viewer);
  }

  /** A new secret address; the one before no longer answers. */
  @Mutation(() => CalendarFeedAddress)
  @Allow(SIGNED_IN)
  async makeCalendarFeed(@CurrentViewer() viewer: Viewer): Promise<CalendarFeedAddress> {
    return { url: await this.feeds.make(viewer) };
  }

  @Mutation(() => Boolean)
  @Allow(SIGNED_IN)
  async revokeCalendarFeed(@CurrentViewer() viewer: Viewer): Promise<boolean> {
    await this.feeds.revoke(viewer);
    return true;
  }
}
