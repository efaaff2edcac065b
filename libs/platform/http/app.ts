import 'reflect-metadata';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { type ArgumentsHost, type ExceptionFilter, Catch, HttpException, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from '../config';
import { DomainError, isDatabaseBusy, toldOf } from '../errors';
import { BODY_LIMIT } from '../graphql/limits';
import { Log } from '../log';
import { nameRequests, requestId } from '../log-context';
import { compressAnswers } from './compress';
import { letGoAtEnd } from './ending';
import { InputPipe } from './input-pipe';

const HTTP_STATUS: Record<string, number> = { NOT_FOUND: 404, FORBIDDEN: 403, UNAUTHENTICATED: 401, BAD_INPUT: 400, RATE_LIMITED: 429, CONFLICT: 409, UNAVAILABLE: 503 };

/** REST answers have the shape of a GraphQL error's extensions; GraphQL's own are left to formatError. */
@Catch()
class RestErrors implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof DomainError) {
      const { code, params } = error;
      if (code === 'RATE_LIMITED') reply.header('retry-after', String(params['retryAfterSeconds'] ?? 60));
      void reply.code(HTTP_STATUS[code] ?? 422).send(toldOf(error));
    } else if (error instanceof HttpException) {
      void reply.code(error.getStatus()).send({ code: error.getStatus() === 404 ? 'NOT_FOUND' : 'BAD_REQUEST', params: {} });
    } else if (isDatabaseBusy(error)) {
      void reply.code(503).header('retry-after', '2').send({ code: 'UNAVAILABLE', params: {} });
    } else {
      this.log.error({ err: error }, 'http');
      void reply.code(500).send({ code: 'INTERNAL_ERROR', params: {} });
    }
  }
}

/** Bodies of GraphQL are smaller than files'. */
function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (route.url === '/graphql') route.bodyLimit = BODY_LIMIT;
  });
}

/** The Nest application on Fastify, not yet listening. `prepare` adds routes that must stand before Nest's. */
export async function createApp(root: Type<unknown> | object, config: Pick<Config, 'TRUST_PROXY'>, prepare?: (adapter: FastifyAdapter) => Promise<void>): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ trustProxy: config.TRUST_PROXY || false, bodyLimit: 1_048_576, forceCloseConnections: 'idle', genReqId: requestId });
  await adapter.register(cookie as never);
  await adapter.register(multipart as never, { limits: { fileSize: 10 * 1024 * 1024, files: 1 } } as never);
  nameRequests(adapter.getInstance());
  letGoAtEnd(adapter.getInstance());
  limitBodies(adapter.getInstance());
  await compressAnswers(adapter.getInstance(), ['/graphql', '/*']);
  await prepare?.(adapter);
  const app = await NestFactory.create<NestFastifyApplication>(root as Type<unknown>, adapter, { bufferLogs: true, abortOnError: false });
  const log = app.get(Log);
  app.useLogger(log);
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(new RestErrors(log));
  return app;
}
