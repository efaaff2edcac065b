import { Args, Field, Float, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Publication, Publications, Variant } from '@portevoix/content/api';
import { Allow, CurrentRequest, CurrentViewer, notFound, PageArgs, Paged, type RequestContext, type Viewer } from '@portevoix/platform';
import { networkLimits, OpenShareInput, prefillsText, SaveShareDraftInput, SHARE_LIMITS, ShareNetwork, UpdateSharingPolicyInput } from '@portevoix/sharing/shared';
import { ShareLink } from './clicks/link.entity';
import { Links } from './clicks/links.service';
import { Colleagues, type TextVerdict } from './colleagues.service';
import { SharingRules } from './policy.service';
import { ShareSheet, type Preparation } from './preparation.service';
import { ShareResults, type ClickFigures, type MemberWeek, type OwnResults } from './results.service';
import { Share, ShareDraft, SharingPolicy } from './share.entity';
import { Sharing, type Opened } from './sharing.service';

@ObjectType('SharedPassage')
export class SharedPassageType {
  /** UTF-16 offsets in the text, end excluded. */
  @Field(() => Int)
  start: number;

  @Field(() => Int)
  end: number;

  @Field(() => String)
  passage: string;

  /** How many colleagues kept it word for word; never who. */
  @Field(() => Int)
  colleagues: number;
}

@ObjectType()
export class ProposedShareText {
  @Field(() => Variant)
  variant: Variant;

  @Field(() => Boolean)
  alreadyPosted: boolean;

  @Field(() => [SharedPassageType])
  sharedPassages: SharedPassageType[];
}

@ObjectType()
export class ShareNetworkOffer {
  @Field(() => ShareNetwork)
  network: ShareNetwork;

  /** Graphemes of a post; null: no limit worth showing. */
  @Field(() => Int, { nullable: true })
  limit: number | null;

  /** What a link counts for; null: its own length. */
  @Field(() => Int, { nullable: true })
  urlLength: number | null;

  /** False: the network ignores a given text, the member pastes it. */
  @Field(() => Boolean)
  prefillsText: boolean;
}

@ObjectType()
export class SharePreparation {
  @Field(() => Publication)
  publication: Publication;

  /** In the order to propose to this member. */
  @Field(() => [ProposedShareText])
  variants: ProposedShareText[];

  /** The draft, else the words last shared, else the first proposed text. */
  @Field(() => String)
  initialText: string;

  /** The proposed text that initialText is, if it is one. */
  @Field(() => ID, { nullable: true })
  initialVariantId: string | null;

  @Field(() => ShareDraft, { nullable: true })
  draft: ShareDraft | null;

  /** Added to each shared text, not removable. */
  @Field(() => String)
  disclosure: string;

  @Field(() => [ShareNetworkOffer])
  networks: ShareNetworkOffer[];

  @Field(() => String, { nullable: true })
  mastodonInstance: string | null;

  /** Length of any short link, for the count of what will be posted. */
  @Field(() => Int)
  shortUrlLength: number;

  @Field(() => Int)
  dailyCap: number;

  @Field(() => Int)
  remainingToday: number;

  /** The viewer's own shares of this publication, the last one first. */
  @Field(() => [Share])
  shares: Share[];
}

@ObjectType()
export class ShareTextCheck {
  /** Posting it would be refused: a colleague did already. */
  @Field(() => Boolean)
  identical: boolean;

  /** 0 to 1; null when no colleague's text is near. */
  @Field(() => Float, { nullable: true })
  similarity: number | null;

  @Field(() => [SharedPassageType])
  sharedPassages: SharedPassageType[];

  @Field(() => Variant, { nullable: true })
  suggestion: Variant | null;
}

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

@ObjectType('ClickFigures')
export class ClickFiguresType {
  /** One per visitor and hour; robots, previews and the member's own apart. */
  @Field(() => Int)
  valid: number;

  @Field(() => Int)
  raw: number;

  /** Distinct visitors among the valid. */
  @Field(() => Int)
  people: number;

  @Field(() => Date, { nullable: true })
  lastAt: Date | null;
}

@ObjectType()
export class MyShareResults {
  @Field(() => Share, { nullable: true })
  lastShare: Share | null;

  @Field(() => Int)
  shares: number;

  @Field(() => ClickFiguresType)
  clicks: ClickFiguresType;

  /** Since Monday. */
  @Field(() => Int)
  weekShares: number;

  @Field(() => ClickFiguresType)
  weekClicks: ClickFiguresType;
}

@ObjectType()
export class MyWeek {
  /** ISO number of the week in its year. */
  @Field(() => Int)
  number: number;

  /** First day, ISO. */
  @Field(() => String)
  monday: string;

  /** I read a publication to its end, or shared one. */
  @Field(() => Boolean)
  active: boolean;

  @Field(() => Boolean)
  current: boolean;
}

@ObjectType()
export class ShareConnection extends Paged(Share) {}

const offers: ShareNetworkOffer[] = Object.values(ShareNetwork).map((network) => ({ network, ...networkLimits[network], prefillsText: prefillsText(network) }));

@Resolver(() => Share)
export class SharingResolver {
  constructor(
    private readonly sharing: Sharing,
    private readonly sheet: ShareSheet,
    private readonly colleagues: Colleagues,
    private readonly results: ShareResults,
    private readonly publications: Publications,
    private readonly links: Links,
  ) {}

  @Query(() => SharePreparation)
  @Allow('sharing:share')
  async prepareShare(@CurrentViewer() viewer: Viewer, @Args('publicationId', { type: () => ID }) id: string): Promise<Preparation & { networks: ShareNetworkOffer[] }> {
    await this.sharing.requireMember(viewer);
    return { ...(await this.sheet.prepare(viewer, id)), networks: offers };
  }

  /** While the member writes: what colleagues already say. */
  @Query(() => ShareTextCheck)
  @Allow('sharing:share')
  async shareTextCheck(@CurrentViewer() viewer: Viewer, @Args('publicationId', { type: () => ID }) id: string, @Args('text') text: string): Promise<TextVerdict> {
    await this.publications.visibleTo(viewer, id);
    return this.colleagues.verdict(viewer, id, text.slice(0, SHARE_LIMITS.text));
  }

  @Query(() => Share)
  @Allow('sharing:share')
  myShare(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Share> {
    return this.sharing.mine(viewer, id);
  }

  @Query(() => ShareConnection)
  @Allow('sharing:share')
  myShares(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<ShareConnection> {
    return this.results.mine(viewer, page);
  }

  @Query(() => MyShareResults)
  @Allow('sharing:share')
  myResults(@CurrentViewer() viewer: Viewer): Promise<OwnResults> {
    return this.results.own(viewer);
  }

  /** The member's own weeks: nobody else reads them. */
  @Query(() => [MyWeek])
  @Allow('sharing:share')
  myWeeks(@CurrentViewer() viewer: Viewer): Promise<MemberWeek[]> {
    return this.results.weeks(viewer);
  }

  @Mutation(() => ShareDraft, { nullable: true })
  @Allow('sharing:share')
  saveShareDraft(@CurrentViewer() viewer: Viewer, @Args('input') input: SaveShareDraftInput): Promise<ShareDraft | null> {
    return this.sheet.saveDraft(viewer, input);
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

  @ResolveField(() => ClickFiguresType)
  clicks(@Parent() { id }: Share): Promise<ClickFigures> {
    return this.results.clicks.load(id);
  }
}

@Resolver(() => ShareLink)
export class ShareLinkResolver {
  constructor(private readonly links: Links) {}

  @ResolveField(() => String)
  shortUrl(@Parent() { code }: ShareLink): string {
    return this.links.urlOf(code);
  }

  /** The short link as an SVG picture. */
  @ResolveField(() => String)
  qr(@Parent() { code }: ShareLink): Promise<string> {
    return this.links.qrOf(code);
  }
}

@Resolver(() => SharingPolicy)
export class SharingPolicyResolver {
  constructor(private readonly rules: SharingRules) {}

  @Query(() => SharingPolicy)
  @Allow('sharing:share', 'programme:read')
  sharingPolicy(): Promise<SharingPolicy> {
    return this.rules.policy();
  }

  @Mutation(() => SharingPolicy)
  @Allow('programme:manage')
  updateSharingPolicy(@Args('input') input: UpdateSharingPolicyInput): Promise<SharingPolicy> {
    return this.rules.update(input);
  }
}
