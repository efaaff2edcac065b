import { Args, Field, Float, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Passage, Publication, Publications, Variant } from '@portevoix/content/api';
import { Allow, CurrentViewer, type Viewer } from '@portevoix/platform';
import { networkLimits, prefillsText, SaveShareDraftInput, SHARE_LIMITS, ShareNetwork } from '@portevoix/sharing/shared';
import { Share, ShareDraft } from '../share.entity';
import { Sharing } from '../sharing.service';
import { Colleagues, type TextVerdict } from './colleagues.service';
import { ShareSheet, type Preparation } from './preparation.service';

@ObjectType('SharedPassage')
export class SharedPassageType extends Passage {
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

const offers: ShareNetworkOffer[] = Object.values(ShareNetwork).map((network) => ({ network, ...networkLimits[network], prefillsText: prefillsText(network) }));

/** Before anything is shared: what the sheet shows, and what colleagues already say. */
@Resolver(() => SharePreparation)
export class ShareSheetResolver {
  constructor(
    private readonly sharing: Sharing,
    private readonly sheet: ShareSheet,
    private readonly colleagues: Colleagues,
    private readonly publications: Publications,
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

  @Mutation(() => ShareDraft, { nullable: true })
  @Allow('sharing:share')
  saveShareDraft(@CurrentViewer() viewer: Viewer, @Args('input') input: SaveShareDraftInput): Promise<ShareDraft | null> {
    return this.sheet.saveDraft(viewer, input);
  }
}
