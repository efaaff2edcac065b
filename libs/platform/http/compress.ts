import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below it an answer fits in one packet. */
const SMALL = 1400;

/** A level that costs less time than the bytes it saves take on a phone's line. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };

/**
 * Compresses the answers of some routes for those who ask for it. What compression lets guess (BREACH) needs another
 * site that makes a browser send many requests of its choice with our cookie: SameSite keeps the cookie from all but a
 * visit that one sees, and a GraphQL request without a header or a content type that such a site cannot send is refused.
 */
export async function compressAnswers(fastify: FastifyInstance, urls: readonly string[]): Promise<void> {
  fastify.addHook('onRoute', (route) => {
    if (urls.includes(route.url)) route.compress = { encodings: ['br', 'gzip'], threshold: SMALL, brotliOptions: BROTLI, zlibOptions: { level: 4 } };
  });
  await fastify.register(compress, { global: false, globalDecompression: false });
}
