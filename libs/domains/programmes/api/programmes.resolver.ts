import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { People, Person } from '@portevoix/identity/api';
import { Allow, can, CurrentViewer, MaybeViewer, SIGNED_IN, type Viewer } from '@portevoix/platform';
import { CreateProgrammeInput, MoveProgrammeInput, ProgrammeAction, programmeActions, ProgrammeState, SetPhasesInput, UpdateProgrammeInput } from '@portevoix/programmes/shared';
import { Phases } from './phases.service';
import { Phase, Programme, ProgrammeTransition } from './programme.entity';
import { Programmes } from './programmes.service';

@Resolver(() => Programme)
export class ProgrammesResolver {
  constructor(
    private readonly programmes: Programmes,
    private readonly phases: Phases,
  ) {}

  /** The programme under way, else the newest; null when there is none, or only a draft that is not the viewer's to see. */
  @Query(() => Programme, { nullable: true })
  @Allow(SIGNED_IN, 'programme:read')
  async currentProgramme(@CurrentViewer() viewer: Viewer): Promise<Programme | null> {
    const programme = await this.programmes.currentOrNull();
    return programme?.state === ProgrammeState.DRAFT && !can(viewer, 'programme:read') ? null : programme;
  }

  /** Newest first. */
  @Query(() => [Programme], { name: 'programmes' })
  @Allow('programme:read')
  list(): Promise<Programme[]> {
    return this.programmes.list();
  }

  @Query(() => Programme)
  @Allow('programme:read')
  programme(@Args('id', { type: () => ID }) id: string): Promise<Programme> {
    return this.programmes.byId(id);
  }

  @Mutation(() => Programme)
  @Allow('programme:manage')
  createProgramme(@Args('input') input: CreateProgrammeInput): Promise<Programme> {
    return this.programmes.create(input);
  }

  @Mutation(() => Programme)
  @Allow('programme:manage')
  updateProgramme(@Args('input') input: UpdateProgrammeInput): Promise<Programme> {
    return this.programmes.update(input);
  }

  @Mutation(() => Programme)
  @Allow('programme:manage')
  moveProgramme(@CurrentViewer() viewer: Viewer, @Args('input') input: MoveProgrammeInput): Promise<Programme> {
    return this.programmes.move(viewer, input);
  }

  @Mutation(() => [Phase])
  @Allow('programme:manage')
  setPhases(@Args('input') input: SetPhasesInput): Promise<Phase[]> {
    return this.phases.set(input);
  }

  /** In the order of their dates. */
  @ResolveField('phases', () => [Phase])
  track(@Parent() { id }: Programme): Promise<Phase[]> {
    return this.phases.of(id);
  }

  /** Where the programme is today. */
  @ResolveField(() => Phase, { nullable: true })
  async currentPhase(@Parent() { id }: Programme): Promise<Phase | null> {
    return (await this.phases.now(id)).current;
  }

  /** What comes next. */
  @ResolveField(() => Phase, { nullable: true })
  async nextPhase(@Parent() { id }: Programme): Promise<Phase | null> {
    return (await this.phases.now(id)).next;
  }

  /** What the viewer can do with its state. */
  @ResolveField(() => [ProgrammeAction])
  viewerActions(@Parent() { state }: Programme, @MaybeViewer() viewer: Viewer | null): ProgrammeAction[] {
    return can(viewer, 'programme:manage') ? programmeActions(state) : [];
  }

  @ResolveField(() => Boolean)
  viewerCanManage(@MaybeViewer() viewer: Viewer | null): boolean {
    return can(viewer, 'programme:manage');
  }

  /** Changes of state, oldest first; for those who follow the programme. */
  @ResolveField(() => [ProgrammeTransition])
  async transitions(@Parent() { id }: Programme, @MaybeViewer() viewer: Viewer | null): Promise<ProgrammeTransition[]> {
    return can(viewer, 'programme:read') ? this.programmes.history(id) : [];
  }
}

@Resolver(() => ProgrammeTransition)
export class ProgrammeTransitionResolver {
  constructor(private readonly people: People) {}

  @ResolveField(() => Person)
  by(@Parent() { byId }: ProgrammeTransition): Promise<Person> {
    return this.people.byId(byId);
  }
}
