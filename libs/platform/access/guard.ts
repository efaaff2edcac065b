import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { forbidden, PassingError, unauthenticated } from '../errors';
import { requestOf, type RequestContext } from './request';
import type { Viewer } from './viewer';

const ALLOW = 'portevoix:allow';
const PUBLIC = 'portevoix:public';
/** How a right that changes nothing ends. */
const READ = ':read';
const BEFORE_SECOND_FACTOR = 'portevoix:before-second-factor';

/** Any signed-in person, by a session: what they do for themselves is no business of a token. */
export const SIGNED_IN = 'signed-in';

/** Callers must hold one of `permissions`; `@Allow(SIGNED_IN)` for anybody signed in. */
export const Allow = (...permissions: [string, ...string[]]) => SetMetadata(ALLOW, permissions);

/** Anybody, signed in or not. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Open also to somebody who has yet to set up the second factor that their role asks for. */
export const BeforeSecondFactor = () => SetMetadata(BEFORE_SECOND_FACTOR, true);

/** Default deny: a root field or a route without `@Allow` or `@Public` is refused to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride<boolean>(PUBLIC, targets);
    const permissions = isPublic ? [] : this.reflector.getAllAndOverride<string[] | undefined>(ALLOW, targets);
    if (!permissions) throw forbidden();
    if (isPublic) this.checkPublic(context);
    else this.check(permissions, context);
    noteMutation(context, permissions);
    return true;
  }

  private check(permissions: string[], context: ExecutionContext): void {
    const { viewer } = requestOf(context);
    if (!viewer) throw unauthenticated();
    if (viewer.secondFactorMissing && !this.reflector.get<boolean | undefined>(BEFORE_SECOND_FACTOR, context.getHandler())) throw new PassingError('SECOND_FACTOR_REQUIRED');
    const held = (permission: string) => (permission === SIGNED_IN ? !viewer.isToken : viewer.permissions.has(permission) && mayAct(viewer, permission, context));
    if (!permissions.some(held)) throw forbidden();
  }

  /** A token opens no session and asks for no link. */
  private checkPublic(context: ExecutionContext): void {
    if (isMutation(context) && requestOf(context).viewer?.isToken) throw forbidden();
  }
}

const isMutation = (context: ExecutionContext): boolean =>
  context.getType<GqlContextType>() === 'graphql' && context.getArgs<[unknown, unknown, unknown, GraphQLResolveInfo]>()[3].operation.operation === 'mutation';

/** A right to read lets some people change what is theirs, at a screen; a token that only reads changes nothing. */
const mayAct = ({ isToken }: Viewer, permission: string, context: ExecutionContext): boolean => !isToken || !permission.endsWith(READ) || !isMutation(context);

/** Left in the request for whoever keeps a log of mutations. */
function noteMutation(context: ExecutionContext, permissions: readonly string[]): void {
  if (!isMutation(context)) return;
  const [, args, , info] = context.getArgs<[unknown, Record<string, unknown>, RequestContext, GraphQLResolveInfo]>();
  const { fieldName, parentType } = info;
  (requestOf(context).calls ??= []).push({ name: fieldName, permissions, args, field: parentType.getFields()[fieldName]! });
}

/** True when the handler says who may call it; checked for every handler at start. */
export const declaresAccess = (handler: object): boolean => Reflect.hasMetadata(ALLOW, handler) || Reflect.hasMetadata(PUBLIC, handler);
