import { CUSTOM_ROUTE_ARGS_METADATA } from '@nestjs/common/internal';
import type { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { GqlParamtype } from '@nestjs/graphql/dist/enums/gql-paramtype.enum.js';
import { FIELD_RESOLVER_MIDDLEWARE_METADATA, PARAM_ARGS_METADATA, RESOLVER_NAME_METADATA, RESOLVER_PROPERTY_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql/dist/graphql.constants.js';
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

type Given = Parameters<GraphQLFieldResolver<unknown, unknown>>;

/** What Nest's decorators write of one parameter, under `<kind>:<index>`. */
interface ParamMetadata {
  index: number;
  data?: unknown;
  pipes?: unknown[];
  factory?: (data: unknown, context: ExecutionContextHost) => unknown;
}

type Method = (...params: unknown[]) => unknown;

/**
 * Gives the fields of objects their resolvers' methods directly. Nest calls each through guards, pipes and interceptors
 * that are not there: `fieldResolverEnhancers` is empty, and pipes let pass what is not an argument of the field. A
 * page has a hundred such calls, each of them six promises. Root fields, and fields that take arguments, stay Nest's.
 */
export function bindFieldResolvers(schema: GraphQLSchema, discovery: DiscoveryService, scanner: MetadataScanner): void {
  leavePropertiesToGraphql(schema);
  for (const wrapper of discovery.getProviders()) {
    const { instance, metatype } = wrapper as { instance: object | null; metatype: unknown };
    if (!instance || typeof metatype !== 'function' || !wrapper.isDependencyTreeStatic()) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, Method>;
    for (const name of prototype ? scanner.getAllMethodNames(prototype) : []) {
      const method = prototype[name]!;
      if (!Reflect.getMetadata(RESOLVER_PROPERTY_METADATA, method) || Reflect.getMetadata(FIELD_RESOLVER_MIDDLEWARE_METADATA, method)) continue;
      const type = schema.getType(String(Reflect.getMetadata(RESOLVER_TYPE_METADATA, method) ?? Reflect.getMetadata(RESOLVER_TYPE_METADATA, metatype)));
      const field = isObjectType(type) ? type.getFields()[String(Reflect.getMetadata(RESOLVER_NAME_METADATA, method) ?? name)] : undefined;
      const read = paramsReader(metatype as new () => object, name, method);
      if (field && read && !field.args.length) field.resolve = (...given) => method.apply(instance, read(given));
    }
  }
}

/** Nest's resolver of a field that is a property of the same name and has no default does what GraphQL does without one. */
function leavePropertiesToGraphql(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve?.name !== 'rootFieldResolver') continue;
      const read = field.resolve as (source: object) => unknown;
      if (read({ [field.name]: field }) === field && read({}) === undefined) field.resolve = undefined;
    }
  }
}

/** Reads a method's parameters off a field's call; null when one of them is the field's argument, or has a pipe of its own. */
function paramsReader(type: new () => object, name: string, method: Method): ((given: Given) => unknown[]) | null {
  const metadata = Object.entries((Reflect.getMetadata(PARAM_ARGS_METADATA, type, name) ?? {}) as Record<string, ParamMetadata>);
  // Without decorated parameters Nest binds the method itself.
  if (!metadata.length) return null;
  const readers: ((given: Given) => unknown)[] = [];
  for (const [key, { index, data, pipes, factory }] of metadata) {
    const reader = pipes?.length ? null : readerOf(key, data, factory, type, method);
    if (!reader) return null;
    readers[index] = reader;
  }
  return (given) => {
    const params: unknown[] = [];
    for (let index = 0; index < readers.length; index += 1) params.push(readers[index]?.(given));
    return params;
  };
}

function readerOf(key: string, data: unknown, factory: ParamMetadata['factory'], type: new () => object, method: Method): ((given: Given) => unknown) | null {
  if (key.includes(CUSTOM_ROUTE_ARGS_METADATA)) {
    if (!factory) return null;
    return (given) => {
      const context = new ExecutionContextHost(given, type, method);
      context.setType('graphql');
      return factory(data, context);
    };
  }
  if (data !== undefined && data !== null) return null;
  switch (Number(key.split(':')[0])) {
    case GqlParamtype.ROOT:
      return ([source]) => source;
    case GqlParamtype.CONTEXT:
      return ([, , context]) => context;
    case GqlParamtype.INFO:
      return ([, , , info]) => info;
    default:
      return null;
  }
}
