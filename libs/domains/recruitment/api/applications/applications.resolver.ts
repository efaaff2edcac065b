import { Args, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { People, Person } from '@portevoix/identity/api';
import { Allow, CurrentViewer, PageArgs, Paged, SIGNED_IN, type Connection, type Viewer } from '@portevoix/platform';
import { ApplicationFilter, ApplyToCallInput, DecideApplicationsInput, UndoDecisionInput } from '@portevoix/recruitment/shared';
import { Call } from '../calls/call.entity';
import { Calls } from '../calls/calls.service';
import { Application } from './application.entity';
import { Applications } from './applications.service';
import { Decisions } from './decisions.service';

@ObjectType()
export class ApplicationConnection extends Paged(Application) {}

@Resolver(() => Application)
export class ApplicationsResolver {
  constructor(
    private readonly service: Applications,
    private readonly decisions: Decisions,
    private readonly allCalls: Calls,
    private readonly people: People,
  ) {}

  @Query(() => [Application])
  @Allow(SIGNED_IN)
  myApplications(@CurrentViewer() viewer: Viewer): Promise<Application[]> {
    return this.service.mine(viewer);
  }

  @Mutation(() => Application)
  @Allow(SIGNED_IN)
  applyToCall(@CurrentViewer() viewer: Viewer, @Args('input') input: ApplyToCallInput): Promise<Application> {
    return this.service.apply(viewer, input);
  }

  @Mutation(() => Application)
  @Allow(SIGNED_IN)
  withdrawApplication(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Application> {
    return this.service.withdraw(viewer, id);
  }

  @Query(() => ApplicationConnection)
  @Allow('recruitment:manage')
  applications(@Args() page: PageArgs, @Args() filter: ApplicationFilter): Promise<Connection<Application>> {
    return this.service.list(page, filter);
  }

  @Mutation(() => [Application])
  @Allow('recruitment:manage')
  decideApplications(@CurrentViewer() viewer: Viewer, @Args('input') input: DecideApplicationsInput): Promise<Application[]> {
    return this.decisions.decide(viewer, input);
  }

  /** Within a minute of the decision, by whom took it. */
  @Mutation(() => [Application])
  @Allow('recruitment:manage')
  undoDecision(@CurrentViewer() viewer: Viewer, @Args('input') input: UndoDecisionInput): Promise<Application[]> {
    return this.decisions.undo(viewer, input.ids);
  }

  @ResolveField(() => Person)
  person(@Parent() { personId }: Application): Promise<Person> {
    return this.people.byId(personId);
  }

  @ResolveField(() => Call)
  call(@Parent() { callId }: Application): Promise<Call> {
    return this.allCalls.byId(callId);
  }
}
