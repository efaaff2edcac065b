import type { Config } from '@portevoix/platform';
import type { FastifyInstance } from 'fastify';

/** No inline script anywhere; styles are inline because Mantine sets CSS variables on elements. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Of every answer. */
export const securityHeaders = (config: Config): Record<string, string> => ({
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  ...(config.isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
});

export function addSecurityHeaders(fastify: FastifyInstance, config: Config): void {
  const headers = securityHeaders(config);
  const ours = new URL(config.PUBLIC_URL).host;
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    // A form or a script of another site must not act with our cookie.
    const { origin, host } = request.headers;
    const writes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    if (writes && origin && hostOf(origin) !== host && hostOf(origin) !== ours) {
      return reply.code(403).send({ code: 'FORBIDDEN', params: {} });
    }
  });
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
