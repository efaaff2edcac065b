import { Args, Field, Float, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Publication, Publications } from '@portevoix/content/api';
import { Allow, CurrentRequest, CurrentViewer, notFound, type RequestContext, type Viewer } from '@portevoix/platform';
import { OpenShareInput } from '@portevoix/sharing/shared';
import { ShareLink } from './clicks/link.entity';
import { Links } from './clicks/links.service';
import { Share } from './share.entity';
import { Sharing, type Opened } from './sharing.service';

@ObjectType()
export class OpenedShare {
  @Field(() => Share)
  share: Share;

  /** Null where there is nothing to open (copy, the phone's own sheet). */
  @Field(() => String, { nullable: true })
  intentUrl: string | null;

  /** What is posted or pasted: words, mention, link. */
  @Field(() => String)
  composedText: string;

  @Field(() => String)
  shortUrl: string;

  /** A colleague's text is this near (0.8 to 1); null when none is. A warning: the share is made. */
  @Field(() => Float, { nullable: true })
  similarity: number | null;
}

@Resolver(() => Share)
export class SharingResolver {
  constructor(
    private readonly sharing: Sharing,
    private readonly publications: Publications,
    private readonly links: Links,
  ) {}

  @Query(() => Share)
  @Allow('sharing:share')
  myShare(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Share> {
    return this.sharing.mine(viewer, id);
  }

  @Mutation(() => OpenedShare)
  @Allow('sharing:share')
  async openShare(@CurrentViewer() viewer: Viewer, @CurrentRequest() request: RequestContext, @Args('input') input: OpenShareInput): Promise<Opened> {
    const opened = await this.sharing.open(viewer, input);
    this.links.markBrowser(request, viewer.personId);
    return opened;
  }

  @Mutation(() => Share)
  @Allow('sharing:share')
  declareShare(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Share> {
    return this.sharing.declare(viewer, id);
  }

  @Mutation(() => Share)
  @Allow('sharing:share')
  retractShare(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Share> {
    return this.sharing.retract(viewer, id);
  }

  @ResolveField(() => Publication)
  publication(@Parent() { publicationId }: Share): Promise<Publication> {
    return this.publications.byId(publicationId);
  }

  @ResolveField(() => ShareLink)
  async link(@Parent() { id }: Share): Promise<ShareLink> {
    const link = await this.links.loader.load(id);
    if (!link) throw notFound();
    return link;
  }
}
