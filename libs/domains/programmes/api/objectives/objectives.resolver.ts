import { Args, Field, Float, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { People, Person } from '@portevoix/identity/api';
import { Allow } from '@portevoix/platform';
import { axisDefaults, CreateObjectiveInput, OBJECTIVE_METRICS, ObjectiveUnit, ProgrammeAxis, StartingTheme, UpdateObjectiveInput } from '@portevoix/programmes/shared';
import { Objective } from './objective.entity';
import { Objectives } from './objectives.service';

/** How much of the way from the baseline to the target has been covered. */
@ObjectType('ObjectiveProgress')
export class ObjectiveProgressType {
  /** Negative when going backwards, over 1 when surpassed. */
  @Field(() => Float)
  ratio: number;

  /** The same, between 0 and 1. */
  @Field(() => Float)
  share: number;

  @Field(() => Boolean)
  reached: boolean;
}

@ObjectType()
export class AxisKpi {
  @Field(() => ID)
  metricId: string;

  @Field(() => ObjectiveUnit)
  unit: ObjectiveUnit;
}

/** What a programme of an axis starts with. */
@ObjectType('AxisDefaults')
export class AxisDefaultsType {
  @Field(() => [StartingTheme])
  themes: readonly StartingTheme[];

  /** The leading one first. */
  @Field(() => [AxisKpi])
  kpis: AxisKpi[];
}

@Resolver(() => Objective)
export class ObjectivesResolver {
  constructor(
    private readonly objectives: Objectives,
    private readonly people: People,
  ) {}

  @Query(() => [Objective], { name: 'objectives' })
  @Allow('programme:read')
  list(@Args('programmeId', { type: () => ID }) programmeId: string): Promise<Objective[]> {
    return this.objectives.of(programmeId);
  }

  @Query(() => AxisDefaultsType, { name: 'axisDefaults' })
  @Allow('programme:read')
  defaults(@Args('axis', { type: () => ProgrammeAxis }) axis: ProgrammeAxis): AxisDefaultsType {
    const { themes, kpis } = axisDefaults[axis];
    return { themes, kpis: kpis.map((metricId) => ({ metricId, unit: OBJECTIVE_METRICS[metricId]! })) };
  }

  @Mutation(() => Objective)
  @Allow('programme:manage')
  createObjective(@Args('input') input: CreateObjectiveInput): Promise<Objective> {
    return this.objectives.create(input);
  }

  @Mutation(() => Objective)
  @Allow('programme:manage')
  updateObjective(@Args('input') input: UpdateObjectiveInput): Promise<Objective> {
    return this.objectives.update(input);
  }

  @Mutation(() => Boolean)
  @Allow('programme:manage')
  removeObjective(@Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.objectives.remove(id).then(() => true);
  }

  @ResolveField(() => Person)
  owner(@Parent() { ownerId }: Objective): Promise<Person> {
    return this.people.byId(ownerId);
  }

  /** Whether the platform measures what it aims at. */
  @ResolveField(() => Boolean)
  isMeasured(@Parent() objective: Objective): boolean {
    return this.objectives.isMeasured(objective);
  }

  /** The value now, of the programme's own members; null: not measured, or about fewer than five people. */
  @ResolveField(() => Float, { nullable: true })
  current(@Parent() objective: Objective): Promise<number | null> {
    return this.objectives.current(objective);
  }

  /** Null as `current` is. */
  @ResolveField(() => ObjectiveProgressType, { nullable: true })
  progress(@Parent() objective: Objective): Promise<ObjectiveProgressType | null> {
    return this.objectives.progress(objective);
  }
}
