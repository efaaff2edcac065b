import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { LookupFunction } from 'node:net';
import { type AllowList, normaliseHost, parseAllowList } from './allow-list';
import { type Answer, exchange, portOf } from './exchange';
import { HostTurns } from './host-turns';
import { OutboundError } from './outbound-error';

export interface SafeHttpOptions {
  /** What is open beyond the public Internet: see parseAllowList. */
  allow?: string;
  userAgent?: string;
  /** Time to resolve, connect and, with https, shake hands. Default 5 s. */
  connectTimeoutMs?: number;
  /** Time for everything, redirects included, waiting for the host's turn excluded. Default 10 s. */
  timeoutMs?: number;
  /** Largest body, before and after decompression. Default 5 MB. */
  maxBytes?: number;
  /** Default 3. */
  maxRedirects?: number;
  /** Exchanges with one host at a time. Default 2. */
  perHost?: number;
  /** Between two starts with one host. Default 0. */
  minDelayMs?: number;
  /** Name resolution, as dns.lookup. */
  lookup?: LookupFunction;
  /** Certificate authorities instead of the system's. */
  ca?: string | Buffer;
}

export interface SafeHttpRequest {
  /** Default GET. Only GET and HEAD follow redirects: a body is never sent to a place the caller did not name. */
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Cookies are dropped; what is not harmless is not sent on to another origin. */
  headers?: Readonly<Record<string, string>>;
  body?: Buffer | string;
  /** Values kept from an earlier answer: an unchanged document then gives `notModified`. */
  etag?: string | null;
  lastModified?: string | null;
  timeoutMs?: number;
  maxBytes?: number;
  maxRedirects?: number;
  /** Statuses that are answers and not errors. Default 200 to 299. */
  acceptStatus?: (status: number) => boolean;
  signal?: AbortSignal;
  /** OUTBOUND_BUSY at once where the host's turn would have to be waited for: whoever asks has other work to do. */
  unlessBusy?: boolean;
}

export interface SafeHttpResponse {
  status: number;
  /** Names in lower case, without cookies. */
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Where the body came from, after redirects. */
  url: string;
  notModified: boolean;
}

const MEGABYTE = 1024 * 1024;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const HARMLESS = new Set(['accept', 'accept-language', 'accept-encoding', 'user-agent', 'if-none-match', 'if-modified-since']);
const NEVER_SENT = new Set(['cookie', 'host', 'connection', 'content-length', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'expect', 'proxy-authorization']);

/**
 * The one client for requests to addresses that people give: feeds, previews, webhooks, push endpoints.
 * It reaches the public Internet on ports 80 and 443 and what the operator allowed, nothing else.
 */
export class SafeHttp {
  private readonly allow: AllowList;
  private readonly turns: HostTurns;

  constructor(private readonly options: SafeHttpOptions = {}) {
    this.allow = parseAllowList(options.allow);
    this.turns = new HostTurns(options.perHost ?? 2, options.minDelayMs ?? 0);
  }

  /**
   * Sends a request and gives the final answer. Throws OutboundError; OUTBOUND_STATUS carries `status`
   * and, when the server gave one, `retryAfter` as it was written.
   */
  async request(address: string, request: SafeHttpRequest = {}): Promise<SafeHttpResponse> {
    const method = request.method ?? 'GET';
    const maxRedirects = request.maxRedirects ?? this.options.maxRedirects ?? 3;
    let remaining = request.timeoutMs ?? this.options.timeoutMs ?? 10_000;
    let url = this.check(address);
    let headers = this.headersFor(request);
    for (let hop = 0; ; hop += 1) {
      const { answer, spent } = await this.send(url, request, headers, remaining);
      remaining -= spent;
      const location = answer.headers.location;
      if (!REDIRECTS.has(answer.status) || !location || (method !== 'GET' && method !== 'HEAD')) return this.conclude(url, answer, request);
      if (hop >= maxRedirects) throw new OutboundError('OUTBOUND_TOO_MANY_REDIRECTS', { host: normaliseHost(url.hostname), maxRedirects });
      const next = this.check(location, url);
      if (next.origin !== url.origin) headers = harmlessOnly(headers);
      url = next;
    }
  }

  /** Throws when the address may not be asked for, as far as its text tells. */
  private check(address: string, base?: URL): URL {
    const url = URL.parse(address, base?.href);
    if (!url || address.length > 8_192) throw new OutboundError('OUTBOUND_BAD_URL');
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutboundError('OUTBOUND_BAD_SCHEME', { scheme: url.protocol.slice(0, -1) });
    const host = normaliseHost(url.hostname);
    if (url.username || url.password) throw new OutboundError('OUTBOUND_BAD_URL', { host });
    const port = portOf(url);
    if (!this.allow.portAllowed(host, port)) throw new OutboundError('OUTBOUND_BAD_PORT', { host, port });
    return url;
  }

  private headersFor(request: SafeHttpRequest): OutgoingHttpHeaders {
    const headers: OutgoingHttpHeaders = { 'user-agent': this.options.userAgent ?? 'Portevoix', accept: '*/*', 'accept-encoding': 'gzip, deflate, br' };
    for (const [name, value] of Object.entries(request.headers ?? {})) {
      if (!NEVER_SENT.has(name.toLowerCase())) headers[name.toLowerCase()] = value;
    }
    if (request.etag) headers['if-none-match'] = request.etag;
    if (request.lastModified) headers['if-modified-since'] = request.lastModified;
    return headers;
  }

  private send(url: URL, request: SafeHttpRequest, headers: OutgoingHttpHeaders, timeoutMs: number): Promise<{ answer: Answer; spent: number }> {
    const { options, allow } = this;
    return this.turns.run(normaliseHost(url.hostname), async () => {
      const start = performance.now();
      const answer = await exchange(url, {
        method: request.method ?? 'GET',
        headers,
        body: request.body,
        allow,
        lookup: options.lookup,
        ca: options.ca,
        connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
        timeoutMs,
        maxBytes: request.maxBytes ?? options.maxBytes ?? 5 * MEGABYTE,
        signal: request.signal,
        wantsBody: (status) => accepts(request, status) && request.method !== 'HEAD' && status !== 204,
      });
      return { answer, spent: performance.now() - start };
    }, request.unlessBusy);
  }

  private conclude(url: URL, answer: Answer, request: SafeHttpRequest): SafeHttpResponse {
    const { status, body } = answer;
    const { 'set-cookie': _cookies, ...headers } = answer.headers;
    const notModified = status === 304 && Boolean(request.etag || request.lastModified);
    if (!notModified && !accepts(request, status)) {
      const retryAfter = headers['retry-after'];
      throw new OutboundError('OUTBOUND_STATUS', { host: normaliseHost(url.hostname), status, ...(retryAfter ? { retryAfter: retryAfter.slice(0, 64) } : {}) });
    }
    return { status, headers, body, url: url.href, notModified };
  }
}

function accepts(request: SafeHttpRequest, status: number): boolean {
  return request.acceptStatus ? request.acceptStatus(status) : status >= 200 && status < 300;
}

function harmlessOnly(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => HARMLESS.has(name)));
}
