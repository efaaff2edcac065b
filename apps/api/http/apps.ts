import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Pages } from './pages';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Paths that belong to the API: an unknown one is a 404, not the app's page. */
const API_PATHS = /^\/(graphql|r|api|dev|healthz|readyz|metrics|scim|files)(\/|$)/;
const HASHED = /\/assets\//;

/** Serves the two built apps: files as they are (as brotli or gzip where the build left one and the browser reads it), every other page as the app's index (its router takes over), with the page already drawn in the ambassador app's. */
export async function serveApps(fastify: FastifyInstance, folder: string, notDrawn: (error: unknown) => undefined): Promise<void> {
  const apps = [
    { prefix: '/admin/', root: join(folder, 'admin'), pages: undefined },
    { prefix: '/', root: join(folder, 'ambassador'), pages: Pages.of(fastify, folder) },
  ].filter(({ root }) => existsSync(join(root, 'index.html')));
  if (!apps.length) return;
  await fastify.register(fastifyStatic as never, { root: apps.map((a) => a.root), serve: false, cacheControl: false, preCompressed: true } as never);
  for (const { prefix, root, pages } of apps) {
    const send = async (request: FastifyRequest, reply: FastifyReply) => {
      const path = decodeURIComponent(request.url.split('?')[0] ?? '/');
      if (API_PATHS.test(path)) return reply.code(404).send({ code: 'NOT_FOUND', params: {} });
      const file = path.slice(prefix.length);
      const isFile = /\.[a-z0-9]+$/i.test(file) && !file.includes('..') && existsSync(join(root, file));
      if (!isFile && /^assets\//.test(file)) return reply.code(404).send({ code: 'NOT_FOUND', params: {} });
      const page = isFile ? undefined : await pages?.of(request).catch(notDrawn);
      if (page) reply.header('cache-control', 'private, no-store');
      if (page && 'goTo' in page) return reply.redirect(page.goTo);
      if (page) return reply.type('text/html; charset=utf-8').send(page.html);
      reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      return reply.sendFile(isFile ? file : 'index.html', root);
    };
    fastify.get(`${prefix}*`, send);
    if (prefix !== '/') fastify.get(prefix.slice(0, -1), async (_request, reply) => reply.redirect(prefix));
  }
}
