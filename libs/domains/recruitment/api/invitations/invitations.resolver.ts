import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Cohort, Cohorts } from '@portevoix/cohorts/api';
import { People, Person } from '@portevoix/identity/api';
import { Allow, can, CurrentViewer, MaybeViewer, SIGNED_IN, type Viewer } from '@portevoix/platform';
import { Charter, Principles, Statement } from '@portevoix/programmes/api';
import { AcceptInvitationInput, InvitePeopleInput } from '@portevoix/recruitment/shared';
import { Invitation } from './invitation.entity';
import { Invitations } from './invitations.service';

@Resolver(() => Invitation)
export class InvitationsResolver {
  constructor(
    private readonly service: Invitations,
    private readonly cohorts: Cohorts,
    private readonly people: People,
    private readonly principles: Principles,
  ) {}

  @Query(() => [Invitation])
  @Allow(SIGNED_IN)
  myInvitations(@CurrentViewer() viewer: Viewer): Promise<Invitation[]> {
    return this.service.mine(viewer);
  }

  @Mutation(() => Invitation)
  @Allow(SIGNED_IN)
  acceptInvitation(@CurrentViewer() viewer: Viewer, @Args('input') input: AcceptInvitationInput): Promise<Invitation> {
    return this.service.accept(viewer, input);
  }

  /** Nobody is told, and nobody can find out. */
  @Mutation(() => Boolean)
  @Allow(SIGNED_IN)
  async declineInvitation(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.service.decline(viewer, id).then(() => true);
  }

  /** How many people were asked who are neither members nor asked already. */
  @Mutation(() => Int)
  @Allow('recruitment:manage')
  invite(@CurrentViewer() viewer: Viewer, @Args('input') input: InvitePeopleInput): Promise<number> {
    return this.service.invite(viewer, input);
  }

  @ResolveField(() => Cohort)
  cohort(@Parent() { cohortId }: Invitation): Promise<Cohort> {
    return this.cohorts.byId(cohortId);
  }

  @ResolveField(() => Person)
  invitedBy(@Parent() { invitedById }: Invitation): Promise<Person> {
    return this.people.byId(invitedById);
  }

  /** The raison d'être in force. */
  @ResolveField(() => Statement, { nullable: true })
  async statement(@Parent() { cohortId }: Invitation): Promise<Statement | null> {
    return this.principles.statement((await this.cohorts.byId(cohortId)).programmeId);
  }

  /** The charter in force. */
  @ResolveField(() => Charter, { nullable: true })
  async charter(@Parent() { cohortId }: Invitation): Promise<Charter | null> {
    return this.principles.charter((await this.cohorts.byId(cohortId)).programmeId);
  }
}

@Resolver(() => Cohort)
export class CohortInvitationsResolver {
  constructor(private readonly service: Invitations) {}

  /** People asked who are not members, for as long as an invitation lasts, whatever they answered; null without the right to recruit. */
  @ResolveField(() => Int, { nullable: true })
  async openInvitations(@Parent() { id }: Cohort, @MaybeViewer() viewer: Viewer | null): Promise<number | null> {
    return viewer && can(viewer, 'recruitment:manage') ? this.service.openCounts.load(id) : null;
  }
}
