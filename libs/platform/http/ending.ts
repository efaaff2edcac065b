import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Where the server is in its life; readiness tells it. */
    life?: { ending: boolean; atEnd: (() => Promise<void>)[] };
  }
}

/** After the delay: what a request under way, a job and the connections may take. */
const LIMIT_MS = 9000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A server that ends tells its callers so: a connection kept alive after the answer in flight would hold it open until
 * its own timeout, or be cut under the next request.
 */
export function letGoAtEnd(fastify: FastifyInstance): void {
  const life: FastifyInstance['life'] = { ending: false, atEnd: [] };
  fastify.decorate('life', life);
  fastify.addHook('preClose', async () => {
    life.ending = true;
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (life.ending) reply.header('connection', 'close');
    done(null, payload);
  });
}

/**
 * At a signal: readiness says 503 and connections are let go, for `delayMs`, so that a load balancer finds out; then
 * no connection is taken any more, requests under way end, and the process leaves with 0.
 */
export function endOnSignal(app: NestFastifyApplication, delayMs: number): void {
  let begun = false;
  const end = async (): Promise<void> => {
    if (begun) return;
    begun = true;
    const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    if (fastify.life) fastify.life.ending = true;
    await sleep(delayMs);
    setTimeout(() => process.exit(1), LIMIT_MS).unref();
    // Before Nest's own close, which stops GraphQL first and would refuse the operations under way.
    await Promise.all((fastify.life?.atEnd ?? []).map((close) => close()));
    await letConnectionsEnd(fastify.server);
    await app.close();
    process.exit(0);
  };
  for (const signal of SIGNALS) process.on(signal, () => void end());
}

/**
 * Takes no new connection, and waits for those there are. One without a request might be about to send it: it gets a
 * second before it is closed, since a request that meets a closing connection is lost.
 */
async function letConnectionsEnd(server: Server): Promise<void> {
  // The HTTP server's own close() would close idle connections at once.
  NetServer.prototype.close.call(server);
  const begun = Date.now();
  const open = () => new Promise<number>((counted) => server.getConnections((error, count) => counted(error ? 0 : count)));
  while (Date.now() - begun < LIMIT_MS - 2000 && (await open())) {
    if (Date.now() - begun > 1000) server.closeIdleConnections();
    await sleep(20);
  }
}
