import { Args, Field, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ImportPeopleInput, PeopleColumn } from '@portevoix/identity/shared';
import { Allow } from '@portevoix/platform';
import { PeopleImport, type ImportReport } from './people-import.service';

@ObjectType('ImportProblem')
export class ImportProblemType {
  @Field(() => PeopleColumn, { nullable: true })
  column: PeopleColumn | null;

  @Field(() => String)
  rule: string;

  @Field(() => String)
  value: string;
}

/** A line that cannot be taken, and why. */
@ObjectType('RefusedLine')
export class RefusedLineType {
  /** As a text editor counts it; the headers are on line 1. */
  @Field(() => Int)
  line: number;

  @Field(() => String)
  email: string;

  @Field(() => [ImportProblemType])
  problems: ImportProblemType[];
}

@ObjectType('ImportReport')
export class ImportReportType {
  @Field(() => Boolean)
  dryRun: boolean;

  @Field(() => Int)
  created: number;

  @Field(() => Int)
  updated: number;

  @Field(() => Int)
  unchanged: number;

  @Field(() => [RefusedLineType])
  refused: RefusedLineType[];

  /** Headers that are not read. */
  @Field(() => [String])
  ignoredColumns: string[];

  /** Departments and sites that come with the file. */
  @Field(() => [String])
  newGroups: string[];
}

@Resolver()
export class PeopleImportResolver {
  constructor(private readonly imports: PeopleImport) {}

  /** An unchanged file again writes nothing. */
  @Mutation(() => ImportReportType)
  @Allow('people:manage')
  importPeople(@Args('input') input: ImportPeopleInput): Promise<ImportReport> {
    return this.imports.run(input);
  }
}
