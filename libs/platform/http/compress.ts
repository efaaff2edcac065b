import { transcode } from 'node:buffer';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Below it an answer fits in one packet. */
const SMALL = 1400;

/** A level that costs less time than the bytes it saves take on a phone's line. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };

/** A JSON text's bytes: once, where Fastify and the socket would each go through the whole text again, and by way of UTF-16, twice as fast. JSON holds no half of a pair. */
async function asBytes(_request: FastifyRequest, _reply: FastifyReply, payload: unknown): Promise<unknown> {
  return typeof payload === 'string' && payload.length >= SMALL ? transcode(Buffer.from(payload, 'utf16le'), 'utf16le', 'utf8') : payload;
}

/**
 * Compresses the answers of one route for those who ask for it. What compression lets guess (BREACH) needs another
 * site that makes a browser send many requests of its choice with our cookie: SameSite keeps the cookie from them, and
 * a GraphQL request without a header or a content type that such a site cannot send is refused.
 */
export async function compressAnswers(fastify: FastifyInstance, url: string): Promise<void> {
  fastify.addHook('onRoute', (route) => {
    if (route.url !== url) return;
    route.compress = { encodings: ['br', 'gzip'], threshold: SMALL, brotliOptions: BROTLI, zlibOptions: { level: 4 } };
    route.onSend = [asBytes, ...[route.onSend ?? []].flat()] as typeof route.onSend;
  });
  await fastify.register(compress, { global: false, globalDecompression: false });
}
