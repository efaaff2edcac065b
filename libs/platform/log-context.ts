import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

const context = new AsyncLocalStorage<Record<string, string>>();

/** Fields that every line of the log has while `work` runs. */
export const withLogContext = <T>(fields: Record<string, string>, work: () => T): T => context.run({ ...context.getStore(), ...fields }, work);

export const logContext = (): Record<string, string> => context.getStore() ?? {};

/** That of the proxy in front of us when it gives a sane one, else a new one. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Each request has its id in the log, and in its answer. */
export function nameRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    withLogContext({ requestId: request.id }, done);
  });
}
