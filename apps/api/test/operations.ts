import {
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { TestApi } from './index';

/** One root field of the schema, callable with made-up arguments. */
export interface Operation {
  kind: 'query' | 'mutation' | 'subscription';
  name: string;
  /** True when some argument takes an id. */
  takesId: boolean;
  document: string;
  /** Every id is `id`, every other value is plausible. */
  variables(id: string): Record<string, unknown>;
}

/** The schema that the API executes. */
export const schemaOf = (api: TestApi): GraphQLSchema => api.app.get(GraphQLSchemaHost, { strict: false }).schema;

export function operationsOf(schema: GraphQLSchema): Operation[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([kind, type]) => (type ? Object.values(type.getFields()).map((field) => operation(kind, field)) : []));
}

function operation(kind: Operation['kind'], field: GraphQLField<unknown, unknown>): Operation {
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isLeafType(named(field.type)) ? '' : ' { __typename }';
  return {
    kind,
    name: field.name,
    takesId: field.args.some((arg) => holdsId(arg.type)),
    document: `${kind}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`,
    variables: (id) => Object.fromEntries(field.args.map((arg) => [arg.name, valueFor(arg.type, id, arg.name)]).filter(([, value]) => value !== undefined)),
  };
}

function named(type: unknown): Parameters<typeof isLeafType>[0] {
  const inner = type as { ofType?: unknown };
  return inner.ofType ? named(inner.ofType) : (type as Parameters<typeof isLeafType>[0]);
}

function holdsId(type: GraphQLInputType, depth = 0): boolean {
  if (isNonNullType(type) || isListType(type)) return holdsId(type.ofType as GraphQLInputType, depth);
  if (isInputObjectType(type)) return depth < 4 && Object.values(type.getFields()).some((field) => holdsId(field.type, depth + 1));
  return type.name === 'ID';
}

/** Required values, and optional ids, so that a foreign id reaches the service. */
function valueFor(type: GraphQLInputType, id: string, name: string, depth = 0): unknown {
  if (isNonNullType(type)) return requiredValue(type.ofType as GraphQLInputType, id, name, depth);
  return holdsId(type) && depth < 3 ? requiredValue(type, id, name, depth) : undefined;
}

/** A plausible value of `type`; every id in it is `id`. */
export const sampleOf = (type: GraphQLInputType, id: string, name: string): unknown => requiredValue(unwrapped(type), id, name, 0);

function requiredValue(type: GraphQLInputType, id: string, name: string, depth: number): unknown {
  if (isListType(type)) return [requiredValue(unwrapped(type.ofType as GraphQLInputType), id, name, depth)];
  if (isEnumType(type)) return type.getValues()[0]?.value;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map((field) => [field.name, valueFor(field.type, id, field.name, depth + 1)]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  const scalars: Record<string, unknown> = { ID: id, Int: 1, Float: 1, Boolean: true, DateTime: '2026-11-24T09:00:00.000Z' };
  return scalars[(type as { name: string }).name] ?? textFor(name);
}

const unwrapped = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? (type.ofType as GraphQLInputType) : type);

function textFor(name: string): string {
  if (/email/i.test(name)) return 'walk@example.test';
  if (/url/i.test(name)) return 'https://example.test/walk';
  if (/(on|day|deadline|from|to|date)$/i.test(name)) return '2026-11-24';
  return 'Texte de la visite';
}
