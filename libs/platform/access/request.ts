import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MutationCall } from '../graphql/mutation-log';
import type { Viewer } from './viewer';

/** What each GraphQL operation and REST handler gets. Over a socket there is no reply. */
export interface RequestContext {
  headers: Record<string, string | string[] | undefined>;
  ip: string;
  reply: FastifyReply | null;
  viewer: Viewer | null;
  /** The mutations of the operation that were let through. */
  calls?: MutationCall[];
  /** Who signed in by this very request. */
  signedIn?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    portevoix?: RequestContext;
  }
}

export function contextOf(request: FastifyRequest, reply: FastifyReply | null): RequestContext {
  request.portevoix ??= { headers: request.headers, ip: request.ip, reply, viewer: null };
  return request.portevoix;
}

export function requestOf(context: ExecutionContext): RequestContext {
  if (context.getType<GqlContextType>() === 'graphql') return GqlExecutionContext.create(context).getContext<RequestContext>();
  const http = context.switchToHttp();
  return contextOf(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
}
