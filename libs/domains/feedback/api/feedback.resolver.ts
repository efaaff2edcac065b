import { Args, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Publication, Publications } from '@portevoix/content/api';
import { AnswerPulseInput, choicesOf, OpenPulseInput, PulseChoice } from '@portevoix/feedback/shared';
import { Allow, CurrentViewer, PageArgs, Paged, SIGNED_IN, type Viewer } from '@portevoix/platform';
import { Pulse, PulseAnswer } from './pulse.entity';
import { PulseAggregates, PulseResults } from './pulse-results.service';
import { Pulses } from './pulses.service';

@ObjectType()
export class PulseConnection extends Paged(Pulse) {}

@Resolver(() => Pulse)
export class PulseResolver {
  constructor(
    private readonly pulses: Pulses,
    private readonly aggregates: PulseAggregates,
    private readonly publications: Publications,
  ) {}

  /** Pulses on the programme that are open today. */
  @Query(() => [Pulse])
  @Allow(SIGNED_IN)
  myPulses(): Promise<Pulse[]> {
    return this.pulses.mine();
  }

  /** « Cette publication vous parle-t-elle ? »; null when it takes no answer. */
  @Query(() => Pulse, { nullable: true })
  @Allow(SIGNED_IN)
  publicationPulse(@CurrentViewer() viewer: Viewer, @Args('publicationId', { type: () => ID }) publicationId: string): Promise<Pulse | null> {
    return this.pulses.ofPublication(viewer, publicationId);
  }

  @Query(() => PulseConnection, { name: 'pulses' })
  @Allow('feedback:read')
  list(@Args() page: PageArgs) {
    return this.pulses.list(page);
  }

  @Query(() => Pulse)
  @Allow('feedback:read')
  pulse(@Args('id', { type: () => ID }) id: string): Promise<Pulse> {
    return this.pulses.byId(id);
  }

  @Query(() => PulseResults)
  @Allow('feedback:read')
  pulseResults(@Args('id', { type: () => ID }) id: string): Promise<PulseResults> {
    return this.aggregates.of(id);
  }

  @Mutation(() => Pulse)
  @Allow(SIGNED_IN)
  answerPulse(@CurrentViewer() viewer: Viewer, @Args('input') input: AnswerPulseInput): Promise<Pulse> {
    return this.pulses.answer(viewer, input);
  }

  @Mutation(() => Pulse)
  @Allow('feedback:answer')
  openPulse(@Args('input') input: OpenPulseInput): Promise<Pulse> {
    return this.pulses.open(input);
  }

  @Mutation(() => Pulse)
  @Allow('feedback:answer')
  closePulse(@Args('id', { type: () => ID }) id: string): Promise<Pulse> {
    return this.pulses.close(id);
  }

  @ResolveField(() => [PulseChoice])
  choices(@Parent() { scope }: Pulse): readonly PulseChoice[] {
    return choicesOf(scope);
  }

  @ResolveField(() => Boolean)
  isOpen(@Parent() pulse: Pulse): Promise<boolean> {
    return this.pulses.isOpen(pulse);
  }

  /** The viewer's own answer, which they may change while the pulse is open. */
  @ResolveField(() => PulseAnswer, { nullable: true })
  myAnswer(@Parent() { id }: Pulse, @CurrentViewer() viewer: Viewer): Promise<PulseAnswer | null> {
    return this.pulses.myAnswer(viewer, id);
  }

  @ResolveField(() => String, { nullable: true })
  async publicationTitle(@Parent() { publicationId }: Pulse): Promise<string | null> {
    return publicationId ? ((await this.publications.loader.load(publicationId)) as Publication | null)?.title ?? null : null;
  }
}
