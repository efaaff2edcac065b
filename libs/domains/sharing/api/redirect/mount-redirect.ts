import type { IncomingMessage, ServerResponse } from 'node:http';
import { compile } from '@fastify/proxy-addr';
import { Log, type Config } from '@portevoix/platform';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Redirect } from './redirect';

export interface RedirectOptions {
  /** Tests move it. */
  now?: () => Date;
  /** Given to every answer. */
  headers?: Record<string, string>;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** `/r/<anything without a slash>`, whatever follows a question mark; null for every other path. */
function codeIn(url: string): string | null {
  if (!url.startsWith('/r/')) return null;
  const query = url.indexOf('?');
  const code = query < 0 ? url.slice(3) : url.slice(3, query);
  return code.includes('/') ? null : code;
}

const LONGEST_ADDRESS = 45;

/** Few proxies stand before a server, and reading an address costs more than a click's other checks. */
function remembered(trusts: (address: string, hop: number) => boolean): (address: string) => boolean {
  const known = new LRUCache<string, boolean>({ max: 1000 });
  return (address) => {
    const answer = known.get(address) ?? trusts(address, 0);
    // A header may say anything.
    if (address.length <= LONGEST_ADDRESS) known.set(address, answer);
    return answer;
  };
}

/**
 * `GET` and `HEAD /r/:code`, on the server of `fastify` and before it: no Nest, no hooks, no unit of work, a pool of
 * its own under a role that reads links and inserts clicks. Closes with `fastify`.
 */
export function mountRedirect(fastify: FastifyInstance, config: Config, options: RedirectOptions = {}): void {
  let log: Log | undefined;
  const trusted = config.TRUST_PROXY ? remembered(compile(config.TRUST_PROXY.split(',').map((address) => address.trim()))) : null;
  const redirect = new Redirect(config, { ...options, trusted, onProblem: (error, what) => (log ??= new Log(config)).warn({ err: error }, `redirect: ${what}`) });
  const { server } = fastify;
  const others = server.listeners('request') as Listener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const code = request.method === 'GET' || request.method === 'HEAD' ? codeIn(request.url ?? '') : null;
    if (code === null) for (const listener of others) listener.call(server, request, response);
    else redirect.handle(code, request, response);
  });
  fastify.life?.atEnd.push(async () => redirect.end());
  fastify.addHook('preClose', async () => redirect.end());
  fastify.addHook('onClose', () => redirect.close());
}
