import { Args, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { adviseSize, ApplySizingInput, COHORT_LIMITS, CreateCohortInput, LaunchPlan, MoveMembersInput, RecruitmentOrigin, SizingBand, SizingReason, UpdateCohortInput } from '@portevoix/cohorts/shared';
import { People, Person } from '@portevoix/identity/api';
import { Allow, badInput, can, MaybeViewer, Paged, type Connection, type Viewer } from '@portevoix/platform';
import { Programme, Programmes } from '@portevoix/programmes/api';
import { Cohort } from './cohort.entity';
import { CohortPlans } from './cohort-plans.service';
import { Cohorts } from './cohorts.service';
import { CohortMembersArgs, MemberList } from './members/member-list';

@ObjectType()
export class SizingOptionType {
  @Field(() => LaunchPlan)
  plan: LaunchPlan;

  /** People in each wave, in order. */
  @Field(() => [Int])
  waves: number[];

  @Field(() => Int)
  followUpCards: number;

  @Field(() => [SizingReason])
  pros: SizingReason[];

  @Field(() => [SizingReason])
  cons: SizingReason[];
}

@ObjectType('SizingAdvice')
export class SizingAdviceType {
  @Field(() => Int)
  people: number;

  @Field(() => SizingBand)
  band: SizingBand;

  @Field(() => [SizingOptionType])
  options: SizingOptionType[];

  /** Null when the pilot has to choose. */
  @Field(() => LaunchPlan, { nullable: true })
  recommended: LaunchPlan | null;
}

/** A member as managers see them: who, how and since when they joined. Never what they read, share or refuse. */
@ObjectType()
export class CohortMember {
  @Field(() => ID)
  id: string;

  @Field(() => Person)
  person: Person;

  @Field(() => RecruitmentOrigin)
  origin: RecruitmentOrigin;

  @Field(() => String, { nullable: true })
  rationale: string | null;

  @Field(() => Date)
  since: Date;
}

@ObjectType()
export class CohortMemberConnection extends Paged(CohortMember) {
  /** Members at the end of that day, those who left since included: a number, without names. */
  @Field(() => Int)
  count: number;
}

@Resolver(() => Cohort)
export class CohortsResolver {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly members: MemberList,
    private readonly people: People,
    private readonly plans: CohortPlans,
    private readonly programmes: Programmes,
  ) {}

  @Query(() => [Cohort], { name: 'cohorts' })
  @Allow('cohorts:read')
  async list(@Args('programmeId', { type: () => ID, nullable: true }) programmeId?: string): Promise<Cohort[]> {
    return this.cohorts.list(programmeId && (await this.programmes.byId(programmeId)).id);
  }

  @Query(() => Cohort)
  @Allow('cohorts:read')
  cohort(@Args('id', { type: () => ID }) id: string): Promise<Cohort> {
    return this.cohorts.byId(id);
  }

  /** By name. `on` (today when it is not given): as that day ended; people who left the cohort since are counted, not named. */
  @Query(() => CohortMemberConnection)
  @Allow('cohorts:read')
  cohortMembers(@Args() args: CohortMembersArgs): Promise<Connection<CohortMember> & { count: number }> {
    return this.members.on(args);
  }

  @Query(() => SizingAdviceType)
  @Allow('cohorts:read')
  sizingAdvice(@Args('people', { type: () => Int }) people: number): SizingAdviceType {
    if (people < 0) throw badInput('people', 'min', { count: 0 });
    if (people > COHORT_LIMITS.people) throw badInput('people', 'max', { count: COHORT_LIMITS.people });
    return adviseSize(people);
  }

  @Mutation(() => Cohort)
  @Allow('cohorts:manage')
  createCohort(@Args('input') input: CreateCohortInput): Promise<Cohort> {
    return this.plans.create(input);
  }

  @Mutation(() => Cohort)
  @Allow('cohorts:manage')
  updateCohort(@Args('input') input: UpdateCohortInput): Promise<Cohort> {
    return this.plans.update(input);
  }

  @Mutation(() => Cohort)
  @Allow('cohorts:manage')
  setReferent(@Args('cohortId', { type: () => ID }) cohortId: string, @Args('personId', { type: () => ID }) personId: string): Promise<Cohort> {
    return this.plans.setReferent(cohortId, personId);
  }

  @Mutation(() => Cohort)
  @Allow('cohorts:manage')
  applySizing(@Args('input') input: ApplySizingInput): Promise<Cohort> {
    return this.plans.applySizing(input);
  }

  /** The cohort that they are in now. */
  @Mutation(() => Cohort)
  @Allow('cohorts:manage')
  moveMembers(@Args('input') input: MoveMembersInput): Promise<Cohort> {
    return this.plans.moveMembers(input);
  }

  @ResolveField(() => Programme)
  programme(@Parent() { programmeId }: Cohort): Promise<Programme> {
    return this.programmes.byId(programmeId);
  }

  /** The community manager who answers this cohort. */
  @ResolveField(() => Person)
  referent(@Parent() { referentId }: Cohort): Promise<Person> {
    return this.people.byId(referentId);
  }

  /** Members today. */
  @ResolveField(() => Int)
  memberCount(@Parent() { id }: Cohort): Promise<number> {
    return this.cohorts.sizes.load(id);
  }

  /** Every wave of its iterative roll-out, in order; empty outside of one. */
  @ResolveField(() => [Cohort])
  waves(@Parent() cohort: Cohort): Promise<Cohort[]> {
    return this.cohorts.wavesOf(cohort);
  }

  @ResolveField(() => Boolean)
  viewerCanManage(@MaybeViewer() viewer: Viewer | null): boolean {
    return can(viewer, 'cohorts:manage');
  }
}
