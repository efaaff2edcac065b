import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AddThemeInput, OwnerSearch, UpdateThemeInput } from '@portevoix/content/shared';
import { People, Person } from '@portevoix/identity/api';
import { Allow, SIGNED_IN } from '@portevoix/platform';
import { Theme } from './theme.entity';
import { Themes } from './themes.service';

@Resolver(() => Theme)
export class ThemeResolver {
  constructor(
    private readonly service: Themes,
    private readonly people: People,
  ) {}

  @Query(() => [Theme])
  @Allow(SIGNED_IN)
  themes(@Args('withArchived', { type: () => Boolean, defaultValue: false }) withArchived: boolean): Promise<Theme[]> {
    return this.service.list(withArchived);
  }

  /** People who may look after a theme: without words those who edit contents, with them whoever they name; at most 50. */
  @Query(() => [Person])
  @Allow('content:edit')
  themeOwners(@Args() { search }: OwnerSearch): Promise<Person[]> {
    return this.service.owners(search);
  }

  @Mutation(() => Theme)
  @Allow('content:edit')
  addTheme(@Args('input') input: AddThemeInput): Promise<Theme> {
    return this.service.add(input);
  }

  @Mutation(() => Theme)
  @Allow('content:edit')
  updateTheme(@Args('input') input: UpdateThemeInput): Promise<Theme> {
    return this.service.update(input);
  }

  @Mutation(() => Theme)
  @Allow('content:edit')
  setThemeArchived(@Args('id', { type: () => ID }) id: string, @Args('archived', { type: () => Boolean }) archived: boolean): Promise<Theme> {
    return this.service.setArchived(id, archived);
  }

  @ResolveField(() => Person, { nullable: true })
  owner(@Parent() { ownerId }: Theme): Promise<Person | null> | null {
    return ownerId ? this.people.loader.load(ownerId) : null;
  }

  /** Not archived, whatever their state. */
  @ResolveField(() => Int)
  async publicationCount(@Parent() { id }: Theme): Promise<number> {
    return (await this.service.counts(id)).publications;
  }

  @ResolveField(() => Int)
  async publishedCount(@Parent() { id }: Theme): Promise<number> {
    return (await this.service.counts(id)).published;
  }
}
