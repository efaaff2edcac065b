import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { OutboundError } from './outbound-error';

/**
 * Reads and decompresses a body, at most `maxBytes` before and after decompression: a bomb costs the limit
 * plus one chunk. Throws OUTBOUND_TOO_LARGE, or OUTBOUND_BAD_RESPONSE for an encoding not asked for.
 */
export async function readBody(response: IncomingMessage, maxBytes: number, host: string, signal: AbortSignal): Promise<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(host, maxBytes);
  const decoder = await decoderFor(response, host, signal);
  const chunks: Buffer[] = [];
  const limit = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(host, maxBytes);
      yield chunk;
    }
  };
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of limit(source)) chunks.push(chunk);
  };
  if (decoder) await pipeline(response, limit, decoder, collect, { signal });
  else await pipeline(response, collect, { signal });
  return Buffer.concat(chunks);
}

function tooLarge(host: string, maxBytes: number): OutboundError {
  return new OutboundError('OUTBOUND_TOO_LARGE', { host, maxBytes });
}

// As browsers do, a stream that ends early gives what was read.
const ZLIB = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const BROTLI = { flush: constants.BROTLI_OPERATION_FLUSH, finishFlush: constants.BROTLI_OPERATION_FLUSH };

async function decoderFor(response: IncomingMessage, host: string, signal: AbortSignal): Promise<Duplex | undefined> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  switch (encoding) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip(ZLIB);
    case 'br':
      return createBrotliDecompress(BROTLI);
    case 'deflate':
      return (await startsWithZlibHeader(response, signal)) ? createInflate(ZLIB) : createInflateRaw(ZLIB);
    default:
      // Stacked encodings are a bomb's way of multiplying itself.
      throw new OutboundError('OUTBOUND_BAD_RESPONSE', { host, encoding: encoding.slice(0, 40) });
  }
}

/** "deflate" is zlib by RFC 9110 §8.4.1.2, and raw deflate from many servers. */
async function startsWithZlibHeader(response: IncomingMessage, signal: AbortSignal): Promise<boolean> {
  await once(response, 'readable', { signal });
  const first = response.read() as Buffer | null;
  if (!first) return true;
  response.unshift(first);
  return ((first[0] ?? 0) & 0x0f) === 8;
}
