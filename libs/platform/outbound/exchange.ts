import { type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { guardedAgent, isRefusal } from './address-guard';
import { type AllowList, normaliseHost } from './allow-list';
import { readBody } from './body';
import { OutboundError } from './outbound-error';

export interface ExchangeOptions {
  method: string;
  headers: OutgoingHttpHeaders;
  body?: Buffer | string;
  allow: AllowList;
  lookup?: LookupFunction;
  ca?: string | Buffer;
  connectTimeoutMs: number;
  /** What is left of the whole call's time. */
  timeoutMs: number;
  maxBytes: number;
  signal?: AbortSignal;
  /** Whether the body of an answer with this status is wanted. */
  wantsBody(status: number): boolean;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** One request and its answer, without following anything. Throws OutboundError only. */
export async function exchange(url: URL, options: ExchangeOptions): Promise<Answer> {
  const host = normaliseHost(url.hostname);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(timeout(host)), Math.max(0, options.timeoutMs));
  const cancel = () => stop.abort(new OutboundError('OUTBOUND_ABORTED', { host }));
  options.signal?.addEventListener('abort', cancel, { once: true });
  if (options.signal?.aborted) cancel();
  try {
    const response = await send(url, host, options, stop);
    const status = response.statusCode ?? 0;
    if (!options.wantsBody(status)) {
      response.destroy();
      return { status, headers: response.headers, body: Buffer.alloc(0) };
    }
    const body = await readBody(response, options.maxBytes, host, stop.signal);
    return { status, headers: response.headers, body };
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason;
    throw translate(error, host);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', cancel);
    // Nothing is reused: whatever is still open goes.
    stop.abort();
  }
}

function timeout(host: string): OutboundError {
  return new OutboundError('OUTBOUND_TIMEOUT', { host });
}

function send(url: URL, host: string, options: ExchangeOptions, stop: AbortController): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    stop.signal.throwIfAborted();
    const secure = url.protocol === 'https:';
    const port = portOf(url);
    const { agent, lookup } = guardedAgent(secure, host, port, options.allow, options.lookup);
    const request = (secure ? httpsRequest : httpRequest)({
      agent,
      lookup,
      host,
      port,
      servername: isIP(host) === 0 ? host : '',
      path: url.pathname + url.search,
      method: options.method,
      headers: { ...options.headers, host: url.host },
      signal: stop.signal,
      maxHeaderSize: 16_384,
      insecureHTTPParser: false,
      ca: options.ca,
    });
    const connecting = setTimeout(() => stop.abort(timeout(host)), options.connectTimeoutMs);
    const settled = () => clearTimeout(connecting);
    request.on('socket', (socket: Socket) => socket.once(secure ? 'secureConnect' : 'connect', settled));
    request.once('close', settled);
    request.once('response', (response) => {
      settled();
      resolve(response);
    });
    request.on('error', reject);
    // A pending name lookup must not outlive the deadline.
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason), { once: true });
    request.end(options.body);
  });
}

/** The port a URL leads to, the scheme's own when none is written. */
export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

const TLS_CODES = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO)/;

function translate(error: unknown, host: string): OutboundError {
  if (error instanceof OutboundError) return error;
  if (isRefusal(error)) return new OutboundError(isIP(host) === 0 ? 'OUTBOUND_DNS' : 'OUTBOUND_REFUSED_ADDRESS', { host }, error);
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  if (syscall === 'getaddrinfo' || code === 'ENOTFOUND' || code.startsWith('EAI_')) return new OutboundError('OUTBOUND_DNS', { host }, error);
  if (TLS_CODES.test(code)) return new OutboundError('OUTBOUND_TLS', { host }, error);
  if (code === 'ETIMEDOUT') return new OutboundError('OUTBOUND_TIMEOUT', { host }, error);
  if (/^(HPE_|Z_|ERR_BROTLI|ERR__ERROR|ERR_STREAM|ECONNRESET$)/.test(code)) return new OutboundError('OUTBOUND_BAD_RESPONSE', { host }, error);
  if (code.startsWith('ERR_INVALID_') || code === 'ERR_UNESCAPED_CHARACTERS') return new OutboundError('OUTBOUND_BAD_URL', { host }, error);
  return new OutboundError('OUTBOUND_CONNECT', { host }, error);
}
