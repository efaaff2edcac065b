import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { badInput } from '../errors';

/** Relay's forward paging arguments: `first` 1 to 100. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20 })
  @IsInt()
  @Min(1)
  @Max(100)
  first: number = 20;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  after?: string;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

export interface Edge<T> {
  node: T;
  cursor: string;
}

export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
}

/** The Relay connection type of a node: `@ObjectType() class ContestConnection extends Paged(Contest) {}`. */
export function Paged<T extends object>(node: Type<T>): Type<Connection<T>> {
  @ObjectType(`${node.name}Edge`)
  class EdgeType implements Edge<T> {
    @Field(() => node)
    node: T;

    @Field(() => String)
    cursor: string;
  }

  @ObjectType({ isAbstract: true })
  abstract class ConnectionType implements Connection<T> {
    @Field(() => [EdgeType])
    edges: Edge<T>[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;
  }
  return ConnectionType as Type<Connection<T>>;
}

export const encodeCursor = (values: (string | number)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/** The `count` values of a cursor; a foreign or broken one is a refused input. */
export function decodeCursor(cursor: string, count: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values.length === count && values.every((v) => ['string', 'number'].includes(typeof v))) return values as (string | number)[];
  } catch {
    // Not a cursor of ours.
  }
  throw badInput('after', 'isCursor');
}

/** A connection from one row more than asked for. */
export function connection<T>(rows: T[], first: number, cursorOf: (row: T) => (string | number)[]): Connection<T> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor(cursorOf(node)) }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

/** Newest first by id (UUID v7 is time-ordered), keyset paged. `query` selects from `alias`. */
export async function pageById<T extends ObjectLiteral & { id: string }>(query: SelectQueryBuilder<T>, { first, after }: PageArgs): Promise<Connection<T>> {
  const { alias } = query;
  if (after) query.andWhere(`${alias}.id < :cursor`, { cursor: decodeCursor(after, 1)[0] });
  const rows = await query
    .orderBy(`${alias}.id`, 'DESC')
    .limit(first + 1)
    .getMany();
  return connection(rows, first, (row) => [row.id]);
}
