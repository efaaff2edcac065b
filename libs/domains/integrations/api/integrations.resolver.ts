import { Args, Field, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { People, Person } from '@portevoix/identity/api';
import { AuditFilter } from '@portevoix/integrations/shared';
import { Allow, PageArgs, Paged, type Connection } from '@portevoix/platform';
import { AuditChange, AuditDetail, AuditEntry } from './audit-entry.entity';
import { AuditLog } from './audit-log.service';

@ObjectType()
export class AuditEntryConnection extends Paged(AuditEntry) {}

/** What the journal can be narrowed to. */
@ObjectType()
export class AuditChoices {
  @Field(() => [String])
  operations: string[];

  @Field(() => [Person])
  people: Person[];
}

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  constructor(
    private readonly log: AuditLog,
    private readonly people: People,
  ) {}

  /** What was done to the programme and to the people in it; never what people do for themselves. */
  @Query(() => AuditEntryConnection)
  @Allow('audit:read')
  auditEntries(@Args() page: PageArgs, @Args() filter: AuditFilter): Promise<Connection<AuditEntry>> {
    return this.log.list(page, filter);
  }

  @Query(() => AuditChoices)
  @Allow('audit:read')
  async auditChoices(): Promise<AuditChoices> {
    const { operations, actorIds } = await this.log.known();
    const people = await this.people.loader.loadMany(actorIds);
    return { operations, people: people.filter((person): person is Person => person !== null && !(person instanceof Error)) };
  }

  /** What was asked. */
  @ResolveField(() => [AuditDetail], { complexity: 1 })
  details(@Parent() { details }: AuditEntry): AuditDetail[] {
    return details.filter(({ isChange }) => !isChange);
  }

  /** What changed, of settings and names of things. */
  @ResolveField(() => [AuditChange], { complexity: 1 })
  changes(@Parent() { details }: AuditEntry): AuditChange[] {
    return details.filter(({ isChange }) => isChange).map(({ row, path, before, value }) => ({ row: row ?? null, path, before: before ?? null, after: value }));
  }

  /** Null once the person is erased. */
  @ResolveField(() => Person, { nullable: true })
  actor(@Parent() { actorId }: AuditEntry): Promise<Person | null> | null {
    return actorId ? this.people.loader.load(actorId) : null;
  }
}
