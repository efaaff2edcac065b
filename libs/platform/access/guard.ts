import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { forbidden, unauthenticated } from '../errors';
import { requestOf } from './request';

const ALLOW = 'portevoix:allow';
const PUBLIC = 'portevoix:public';

/** Any signed-in person. */
export const SIGNED_IN = 'signed-in';

/** Callers must hold one of `permissions`; `@Allow(SIGNED_IN)` for anybody signed in. */
export const Allow = (...permissions: [string, ...string[]]) => SetMetadata(ALLOW, permissions);

/** Anybody, signed in or not. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Default deny: a root field or a route without `@Allow` or `@Public` is refused to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const permissions = this.reflector.getAllAndOverride<string[]>(ALLOW, targets);
    if (!permissions) throw forbidden();
    const { viewer } = requestOf(context);
    if (!viewer) throw unauthenticated();
    if (permissions.includes(SIGNED_IN) || permissions.some((p) => viewer.permissions.has(p))) return true;
    throw forbidden();
  }
}

/** True when the handler says who may call it; checked for every handler at start. */
export const declaresAccess = (handler: object): boolean => Reflect.hasMetadata(ALLOW, handler) || Reflect.hasMetadata(PUBLIC, handler);
