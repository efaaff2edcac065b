import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Paths that belong to the API: an unknown one is a 404, not the app's page. */
const API_PATHS = /^\/(graphql|r|api|dev|healthz|readyz|metrics|scim|files)(\/|$)/;
const HASHED = /\/assets\//;

/** Serves the two built apps: files as they are (as brotli or gzip where the build left one and the browser reads it), every other page as the app's index (its router takes over). */
export async function serveApps(fastify: FastifyInstance, folder: string): Promise<void> {
  const apps = [
    { prefix: '/admin/', root: join(folder, 'admin') },
    { prefix: '/', root: join(folder, 'ambassador') },
  ].filter(({ root }) => existsSync(join(root, 'index.html')));
  if (!apps.length) return;
  await fastify.register(fastifyStatic as never, { root: apps.map((a) => a.root), serve: false, cacheControl: false, preCompressed: true } as never);
  for (const { prefix, root } of apps) {
    const send = async (request: FastifyRequest, reply: FastifyReply) => {
      const path = decodeURIComponent(request.url.split('?')[0] ?? '/');
      if (API_PATHS.test(path)) return reply.code(404).send({ code: 'NOT_FOUND', params: {} });
      const file = path.slice(prefix.length);
      const isFile = /\.[a-z0-9]+$/i.test(file) && !file.includes('..') && existsSync(join(root, file));
      if (!isFile && /^assets\//.test(file)) return reply.code(404).send({ code: 'NOT_FOUND', params: {} });
      reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      return reply.sendFile(isFile ? file : 'index.html', root);
    };
    fastify.get(`${prefix}*`, send);
    if (prefix !== '/') fastify.get(prefix.slice(0, -1), async (_request, reply) => reply.redirect(prefix));
  }
}
