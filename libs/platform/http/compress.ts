import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Below it an answer fits in one packet. */
const SMALL = 1400;

type Encode = (text: string) => Promise<Buffer>;

const br = promisify(brotliCompress);
const gz = promisify(gzip);
/** Best first. Levels that cost less time than the bytes they save take on a phone's line; in zlib's threads, not in ours. */
const ENCODINGS: [name: string, encode: Encode][] = [
  ['br', (text) => br(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } })],
  ['gzip', (text) => gz(text, { level: 4 })],
];

/** The best of our encodings that the caller takes (RFC 9110, 12.5.3); null for none. */
function encodingFor(header: string): [name: string, encode: Encode] | null {
  const taken = new Map(header.split(',').map((part) => [part.split(';')[0]!.trim().toLowerCase(), !/;\s*q=0(\.0*)?\s*$/i.test(part)]));
  return ENCODINGS.find(([name]) => taken.get(name) ?? taken.get('*') ?? false) ?? null;
}

async function compress(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== 'string' || payload.length < SMALL || reply.hasHeader('content-encoding')) return payload;
  reply.header('vary', 'accept-encoding');
  const accepted = request.headers['accept-encoding'];
  const encoding = accepted ? encodingFor(String(accepted)) : null;
  if (!encoding) return payload;
  const [name, encode] = encoding;
  const bytes = await encode(payload);
  reply.header('content-encoding', name);
  reply.removeHeader('content-length');
  return bytes;
}

/**
 * Compresses the answers of one route for those who ask for it. What compression lets guess (BREACH) needs another
 * site that makes a browser send many requests of its choice with our cookie: SameSite keeps the cookie from them, and
 * a GraphQL request without a header or a content type that such a site cannot send is refused.
 */
export function compressAnswers(fastify: FastifyInstance, url: string): void {
  fastify.addHook('onRoute', (route) => {
    if (route.url === url) route.onSend = [compress, ...[route.onSend ?? []].flat()] as typeof route.onSend;
  });
}
