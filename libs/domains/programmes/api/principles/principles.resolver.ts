import { Args, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { People, Person } from '@portevoix/identity/api';
import { Allow, can, CurrentViewer, MaybeViewer, SIGNED_IN, type Viewer } from '@portevoix/platform';
import { AcceptVersionInput, PublishCharterInput, PublishStatementInput } from '@portevoix/programmes/shared';
import { Programme } from '../programme.entity';
import { Acceptance, Charter, Principle, Statement } from './principles.entity';
import { Principles } from './principles.service';

/** Of the ambassadors of today, those who accepted a version. */
@ObjectType()
export class AcceptanceCount {
  @Field(() => Int)
  accepted: number;

  @Field(() => Int)
  ambassadors: number;
}

/** What the viewer has still to accept. */
@ObjectType()
export class PendingAcceptances {
  @Field(() => ID)
  programmeId: string;

  @Field(() => Statement, { nullable: true })
  statement: Statement | null;

  @Field(() => Charter, { nullable: true })
  charter: Charter | null;

  /** The member had accepted something before: a text has changed since. */
  @Field(() => Boolean)
  isAgain: boolean;

  /** The statement in force was accepted already: it is recalled, since the programme was relaunched. */
  @Field(() => Boolean)
  isRecalled: boolean;
}

@ObjectType()
export class MyAcceptance {
  @Field(() => Principle)
  principle: Principle;

  @Field(() => Int)
  version: number;

  @Field(() => Date)
  at: Date;
}

const mine = ({ principle, version, createdAt }: Acceptance): MyAcceptance => ({ principle, version, at: createdAt });

@Resolver()
export class PrinciplesResolver {
  constructor(private readonly principles: Principles) {}

  /** Null: nothing to accept. */
  @Query(() => PendingAcceptances, { nullable: true })
  @Allow(SIGNED_IN)
  myPendingAcceptances(@CurrentViewer() viewer: Viewer): Promise<PendingAcceptances | null> {
    return this.principles.pending(viewer);
  }

  @Query(() => [MyAcceptance])
  @Allow(SIGNED_IN)
  async myAcceptances(@CurrentViewer() viewer: Viewer, @Args('programmeId', { type: () => ID }) programmeId: string): Promise<MyAcceptance[]> {
    return (await this.principles.mine(viewer, programmeId)).map(mine);
  }

  @Mutation(() => MyAcceptance)
  @Allow(SIGNED_IN)
  async acceptStatement(@CurrentViewer() viewer: Viewer, @Args('input') input: AcceptVersionInput): Promise<MyAcceptance> {
    return mine(await this.principles.accept(viewer, Principle.STATEMENT, input));
  }

  @Mutation(() => MyAcceptance)
  @Allow(SIGNED_IN)
  async acceptCharter(@CurrentViewer() viewer: Viewer, @Args('input') input: AcceptVersionInput): Promise<MyAcceptance> {
    return mine(await this.principles.accept(viewer, Principle.CHARTER, input));
  }

  @Query(() => [Statement])
  @Allow('programme:read')
  statementVersions(@Args('programmeId', { type: () => ID }) programmeId: string): Promise<Statement[]> {
    return this.principles.statements(programmeId);
  }

  @Query(() => [Charter])
  @Allow('programme:read')
  charterVersions(@Args('programmeId', { type: () => ID }) programmeId: string): Promise<Charter[]> {
    return this.principles.charters(programmeId);
  }

  @Mutation(() => Statement)
  @Allow('programme:manage')
  publishStatement(@CurrentViewer() viewer: Viewer, @Args('input') input: PublishStatementInput): Promise<Statement> {
    return this.principles.publishStatement(viewer, input);
  }

  @Mutation(() => Charter)
  @Allow('programme:manage')
  publishCharter(@CurrentViewer() viewer: Viewer, @Args('input') input: PublishCharterInput): Promise<Charter> {
    return this.principles.publishCharter(viewer, input);
  }
}

@Resolver(() => Programme)
export class ProgrammePrinciplesResolver {
  constructor(private readonly principles: Principles) {}

  /** The version in force. */
  @ResolveField(() => Statement, { nullable: true })
  statement(@Parent() { id }: Programme): Promise<Statement | null> {
    return this.principles.statement(id);
  }

  /** The version in force. */
  @ResolveField(() => Charter, { nullable: true })
  charter(@Parent() { id }: Programme): Promise<Charter | null> {
    return this.principles.charter(id);
  }
}

@Resolver(() => Statement)
export class StatementResolver {
  constructor(
    private readonly principles: Principles,
    private readonly people: People,
  ) {}

  @ResolveField(() => Person)
  author(@Parent() { authorId }: Statement): Promise<Person> {
    return this.people.byId(authorId);
  }

  /** For those who follow the programme; null when it would tell of fewer than five people. */
  @ResolveField(() => AcceptanceCount, { nullable: true })
  async acceptances(@Parent() { programmeId, n }: Statement, @MaybeViewer() viewer: Viewer | null): Promise<AcceptanceCount | null> {
    return can(viewer, 'programme:read') ? this.principles.shares.load(`${programmeId} ${Principle.STATEMENT} ${n}`) : null;
  }
}

@Resolver(() => Charter)
export class CharterResolver {
  constructor(
    private readonly principles: Principles,
    private readonly people: People,
  ) {}

  @ResolveField(() => Person)
  author(@Parent() { authorId }: Charter): Promise<Person> {
    return this.people.byId(authorId);
  }

  /** As for the raison d'être. */
  @ResolveField(() => AcceptanceCount, { nullable: true })
  async acceptances(@Parent() { programmeId, n }: Charter, @MaybeViewer() viewer: Viewer | null): Promise<AcceptanceCount | null> {
    return can(viewer, 'programme:read') ? this.principles.shares.load(`${programmeId} ${Principle.CHARTER} ${n}`) : null;
  }
}
