import { Args, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AddGroupInput, AddPersonInput, ChangeMyPasswordInput, PeopleFilter, permissionsOf, RedeemMagicLinkInput, RedeemSignInCodeInput, RequestMagicLinkInput, Role, SignInInput, UpdateMyPreferencesInput, UpdateOrganisationInput } from '@portevoix/identity/shared';
import { Allow, BeforeSecondFactor, CurrentRequest, CurrentViewer, MaybeViewer, PageArgs, Paged, Public, SIGNED_IN, type RequestContext, type Viewer as ViewerContext } from '@portevoix/platform';
import { Group } from './group.entity';
import { Organisation } from './organisation.entity';
import { Organisations } from './organisations.service';
import { People } from './people.service';
import { Person } from './person.entity';
import { Passwords } from './sign-in/passwords.service';
import { Session } from './sign-in/session.entity';
import { Sessions } from './sign-in/sessions.service';
import { SignInLinks } from './sign-in/sign-in-links.service';
import { SignIn } from './sign-in/sign-in.service';
import { SignInOptions, SignInPage } from './sign-in/sign-in-page.service';

@ObjectType('Viewer')
export class ViewerType {
  @Field(() => Person)
  person: Person;

  @Field(() => [Role])
  roles: Role[];

  @Field(() => [String])
  permissions: string[];

  @Field(() => String)
  email: string;

  @Field(() => String)
  locale: string;
}

@ObjectType()
export class SessionInfo {
  @Field(() => ID)
  id: string;

  @Field(() => Date)
  createdAt: Date;

  @Field(() => Date)
  lastSeenAt: Date;

  @Field(() => String)
  device: string;

  @Field(() => Boolean)
  current: boolean;
}

@ObjectType()
export class PersonConnection extends Paged(Person) {}

/** The price of a field that hashes a password or counts tries: two of them fill an operation. */
export const HASHES = 400;

export const viewerOf = (person: Person, permissions: ReadonlySet<string> = permissionsOf(person.roles)): ViewerType => ({ person, roles: person.roles, permissions: [...permissions], email: person.email, locale: person.locale });
const infoOf = (session: Session, viewer: ViewerContext): SessionInfo => ({ ...session, current: session.id === viewer.credentialId });

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly sessions: Sessions,
    private readonly signIns: SignIn,
    private readonly links: SignInLinks,
    private readonly passwords: Passwords,
    private readonly page: SignInPage,
  ) {}

  /** Null for an anonymous caller. */
  @Query(() => ViewerType, { nullable: true })
  @Public()
  async viewer(@MaybeViewer() viewer: ViewerContext | null): Promise<ViewerType | null> {
    return viewer && viewerOf(await this.people.byId(viewer.personId), viewer.permissions);
  }

  @ResolveField(() => Organisation)
  organisation(): Promise<Organisation> {
    return this.organisations.current();
  }

  /** What the sign-in page may offer. */
  @Query(() => SignInOptions)
  @Public()
  signInOptions(@Args('organisation', { type: () => String, nullable: true }) slug?: string): Promise<SignInOptions> {
    return this.page.options(slug);
  }

  @Mutation(() => ViewerType, { complexity: HASHES })
  @Public()
  async signIn(@Args('input') input: SignInInput, @CurrentRequest() request: RequestContext): Promise<ViewerType> {
    return viewerOf(await this.signIns.by('password', input, request));
  }

  @Mutation(() => Boolean, { complexity: HASHES })
  @Public()
  async requestMagicLink(@Args('input') input: RequestMagicLinkInput, @CurrentRequest() request: RequestContext): Promise<boolean> {
    return this.links.send(input, request).then(() => true);
  }

  @Mutation(() => ViewerType, { complexity: HASHES })
  @Public()
  async redeemMagicLink(@Args('input') input: RedeemMagicLinkInput, @CurrentRequest() request: RequestContext): Promise<ViewerType> {
    return viewerOf(await this.signIns.by('link', input, request));
  }

  @Mutation(() => ViewerType, { complexity: HASHES })
  @Public()
  async redeemSignInCode(@Args('input') input: RedeemSignInCodeInput, @CurrentRequest() request: RequestContext): Promise<ViewerType> {
    return viewerOf(await this.signIns.by('code', input, request));
  }

  @Mutation(() => Boolean)
  @Allow(SIGNED_IN)
  @BeforeSecondFactor()
  async signOut(@CurrentViewer() viewer: ViewerContext, @CurrentRequest() request: RequestContext): Promise<boolean> {
    return this.sessions.revoke(viewer, viewer.credentialId).then(() => (this.sessions.clearCookie(request), true));
  }

  @Query(() => [SessionInfo], { name: 'sessions' })
  @Allow(SIGNED_IN)
  async mySessions(@CurrentViewer() viewer: ViewerContext): Promise<SessionInfo[]> {
    return (await this.sessions.mine(viewer)).map((session) => infoOf(session, viewer));
  }

  @Mutation(() => Boolean)
  @Allow(SIGNED_IN)
  async revokeSession(@CurrentViewer() viewer: ViewerContext, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.sessions.revoke(viewer, id).then(() => true);
  }

  @Mutation(() => ViewerType)
  @Allow(SIGNED_IN)
  async updateMyPreferences(@CurrentViewer() viewer: ViewerContext, @Args('input') input: UpdateMyPreferencesInput): Promise<ViewerType> {
    if (input.locale) await this.people.setLocale(viewer, input.locale);
    return viewerOf(await this.people.byId(viewer.personId));
  }

  @Mutation(() => Boolean, { complexity: HASHES })
  @Allow(SIGNED_IN)
  async changeMyPassword(@CurrentViewer() viewer: ViewerContext, @Args('input') input: ChangeMyPasswordInput): Promise<boolean> {
    return this.passwords.change(await this.people.byId(viewer.personId), input.current, input.next).then(() => true);
  }
}

@Resolver(() => Person)
export class PersonResolver {
  constructor(
    private readonly people: People,
    private readonly organisations: Organisations,
  ) {}

  @ResolveField(() => String)
  displayName(@Parent() person: Person): string {
    return `${person.firstName} ${person.lastName}`;
  }

  /** Only the person and those who manage people see it. */
  @ResolveField(() => String, { nullable: true })
  email(@Parent() person: Person, @MaybeViewer() viewer: ViewerContext | null): string | null {
    return viewer?.personId === person.id || viewer?.permissions.has('people:read') ? person.email : null;
  }

  @ResolveField(() => [Role])
  roles(@Parent() person: Person, @MaybeViewer() viewer: ViewerContext | null): Role[] {
    return viewer?.personId === person.id || viewer?.permissions.has('people:read') ? person.roles : [];
  }

  @ResolveField(() => [Group])
  groups(@Parent() person: Person): Promise<Group[]> {
    return this.people.groupsOf(person.id);
  }

  @Query(() => PersonConnection, { name: 'people' })
  @Allow('people:read')
  list(@Args() page: PageArgs, @Args() filter: PeopleFilter) {
    return this.people.list(page, filter);
  }

  @Query(() => Person)
  @Allow('people:read')
  person(@Args('id', { type: () => ID }) id: string): Promise<Person> {
    return this.people.byId(id);
  }

  @Query(() => [Group])
  @Allow(SIGNED_IN)
  groupsOfOrganisation(): Promise<Group[]> {
    return this.people.groups();
  }

  /** How many active people match. */
  @Query(() => Int)
  @Allow('people:read')
  peopleCount(@Args() filter: PeopleFilter): Promise<number> {
    return this.people.count(filter);
  }

  @Mutation(() => Organisation)
  @Allow('organisation:manage')
  updateOrganisation(@Args('input') input: UpdateOrganisationInput): Promise<Organisation> {
    return this.organisations.update(input);
  }

  @Mutation(() => Group)
  @Allow('people:manage')
  addGroup(@Args('input') input: AddGroupInput): Promise<Group> {
    return this.organisations.addGroup(input);
  }

  @Mutation(() => Person)
  @Allow('people:manage')
  reactivatePerson(@Args('id', { type: () => ID }) id: string): Promise<Person> {
    return this.people.reactivate(id);
  }

  @Mutation(() => Person)
  @Allow('people:manage')
  addPerson(@Args('input') input: AddPersonInput): Promise<Person> {
    return this.people.add(input);
  }

  @Mutation(() => Person)
  @Allow('people:manage')
  deactivatePerson(@CurrentViewer() viewer: ViewerContext, @Args('id', { type: () => ID }) id: string): Promise<Person> {
    return this.people.deactivate(viewer, id);
  }
}
