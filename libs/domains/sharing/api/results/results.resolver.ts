import { Args, Field, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentViewer, PageArgs, Paged, type Viewer } from '@portevoix/platform';
import { Share } from '../share.entity';
import { ShareResults, type ClickFigures, type MemberWeek, type OwnResults } from './results.service';

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

/** What a member's own shares did. */
@Resolver(() => Share)
export class ShareResultsResolver {
  constructor(private readonly results: ShareResults) {}

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

  @ResolveField(() => ClickFiguresType)
  clicks(@Parent() { id }: Share): Promise<ClickFigures> {
    return this.results.clicks.load(id);
  }
}
