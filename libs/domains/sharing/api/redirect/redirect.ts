import type { IncomingMessage, ServerResponse } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import { defineGauge, listenTo, newId, redirectRole, rolePool, type Config } from '@portevoix/platform';
import { LRUCache } from 'lru-cache';
import { LINK_CHANNEL } from '../clicks/links.service';
import { ownMark } from '../clicks/own-mark';
import { ClickWriter } from './click-writer';
import { gathered } from './gather';
import { drawsCard, reasonOf, referrerHostOf, VisitorHashes } from './hit';
import { LinkCache, type RedirectLink } from './link-cache';
import type { RedirectOptions } from './mount-redirect';
import { busyPage, cardPage, unknownPage } from './pages';
import { Spool } from './spool';

const CODE = /^[A-Za-z0-9_-]{10}$/;
/** Unknown codes that one address may try in a minute before it has to wait. */
const MISSES_A_MINUTE = 60;

const LINKS = `select code, id, organisation_id as "organisationId", person_id as "personId", target_url as "targetUrl",
  og_title as "ogTitle", og_description as "ogDescription", og_image as "ogImage" from share_link where code = any($1) and not disabled`;

interface LinkRow extends Omit<RedirectLink, 'ownMark'> {
  code: string;
  personId: string;
}

interface Surroundings extends RedirectOptions {
  /** Whether an address is a proxy whose X-Forwarded-For is believed; null: none is. */
  trusted: ((address: string, hop: number) => boolean) | null;
  onProblem(error: unknown, what: string): void;
}

/**
 * Answers 302 once the click is committed (or spooled), to the stored address and to nothing else; a crawler that
 * draws cards gets the card's tags.
 */
export class Redirect {
  private readonly pool: ReturnType<typeof rolePool>;
  private readonly cache = new LinkCache(gathered((codes) => this.read(codes)));
  private readonly writer: ClickWriter;
  private readonly listener: ReturnType<typeof listenTo>;
  private readonly visitors: VisitorHashes;
  private readonly guesses = new Guesses();
  private readonly base: string;
  private readonly headers: string[];
  private readonly now: () => Date;
  private ending = false;

  constructor(
    private readonly config: Config,
    private readonly surroundings: Surroundings,
  ) {
    const { onProblem, headers = {}, now = () => new Date() } = surroundings;
    this.pool = rolePool(config.DATABASE_URL, redirectRole, (error) => onProblem(error, 'connection lost'));
    const spool = new Spool(config.FILES_DIR);
    defineGauge({ name: 'portevoix_click_spool_batches', help: 'Batches of clicks on disk, waiting for PostgreSQL', read: async () => (await spool.waiting()).length });
    this.writer = new ClickWriter(this.pool, spool, onProblem);
    this.listener = listenTo(config.DATABASE_URL, LINK_CHANNEL, { onMessage: (code) => this.cache.forget(code), onGap: () => this.cache.clear() });
    this.visitors = new VisitorHashes(config.PORTEVOIX_SECRET);
    this.base = `${config.PUBLIC_URL.replace(/\/$/, '')}/r/`;
    this.headers = ['cache-control', 'private, no-store', ...Object.entries(headers).flat()];
    this.now = now;
  }

  handle(code: string, request: IncomingMessage, response: ServerResponse): void {
    this.answer(code, request, response).catch((error: unknown) => {
      this.surroundings.onProblem(error, 'no answer');
      this.page(response, 503, busyPage, 'retry-after', '2');
    });
  }

  private async answer(asked: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = this.now();
    const code = asked.includes('%') ? decoded(asked) : asked;
    const { trusted } = this.surroundings;
    const ip = (trusted ? proxyAddress(request, trusted) : request.socket.remoteAddress) ?? '';
    const link = this.cache.cached(code) ?? (await this.linkOf(code, ip, at));
    if (link === 'wait') return this.page(response, 429, busyPage, 'retry-after', '60');
    if (link === 'unknown') return this.page(response, 404, unknownPage);
    const userAgent = request.headers['user-agent'] ?? '';
    await this.writer.write({
      id: newId(at.getTime()),
      organisationId: link.organisationId,
      linkId: link.id,
      at: at.toISOString(),
      visitorHash: this.visitors.of(ip, userAgent, at),
      reason: reasonOf(request, link),
      referrerHost: referrerHostOf(request.headers.referer),
    });
    if (drawsCard(userAgent)) return this.page(response, 200, cardPage(link, this.base + code));
    this.send(response, 302, '', 'location', link.targetUrl);
  }

  private async linkOf(code: string, ip: string, at: Date): Promise<RedirectLink | 'unknown' | 'wait'> {
    if (!CODE.test(code)) return 'unknown';
    if (this.guesses.tooMany(ip, at)) return 'wait';
    const link = await this.cache.load(code);
    if (!link) this.guesses.missed(ip, at);
    return link ?? 'unknown';
  }

  private async read(codes: string[]): Promise<Map<string, RedirectLink>> {
    // An array by its own text: each code has been checked to hold nothing that is quoted in one.
    const { rows } = await this.pool.query<LinkRow>({ name: 'sharing.links', text: LINKS, values: [`{${codes.join()}}`] });
    return new Map(rows.filter(({ targetUrl }) => /^https?:\/\//i.test(targetUrl) && URL.canParse(targetUrl)).map((row) => [row.code, this.linkFrom(row)]));
  }

  private linkFrom({ code: _, personId, ...link }: LinkRow): RedirectLink {
    // A header holds printable ASCII only.
    const targetUrl = /^[\x21-\x7e]+$/.test(link.targetUrl) ? link.targetUrl : new URL(link.targetUrl).href;
    return { ...link, targetUrl, ownMark: () => ownMark(this.config.PORTEVOIX_SECRET, personId) };
  }

  private page(response: ServerResponse, status: number, page: string, ...more: string[]): void {
    this.send(response, status, page, 'content-type', 'text/html; charset=utf-8', ...more);
  }

  private send(response: ServerResponse, status: number, body: string, ...more: string[]): void {
    const headers = [...this.headers, ...more, 'content-length', String(Buffer.byteLength(body))];
    // A connection kept alive after the last answers would hold the server's end open.
    if (this.ending) headers.push('connection', 'close');
    response.writeHead(status, headers);
    response.end(body);
  }

  /** The server is about to close: connections end with their next answer. */
  end(): void {
    this.ending = true;
  }

  /** After the last request: what is in flight is committed, or spooled. */
  async close(): Promise<void> {
    await this.writer.close();
    await this.listener.close();
    await this.pool.end();
  }
}

/** Percent signs away; what does not decode stays, and is no code. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Slows down whoever tries codes; forgets within a minute. */
class Guesses {
  private readonly misses = new LRUCache<string, number>({ max: 10_000 });

  tooMany(ip: string, at: Date): boolean {
    return (this.misses.get(this.key(ip, at)) ?? 0) >= MISSES_A_MINUTE;
  }

  missed(ip: string, at: Date): void {
    const key = this.key(ip, at);
    this.misses.set(key, (this.misses.get(key) ?? 0) + 1);
  }

  private key = (ip: string, at: Date): string => `${ip} ${Math.floor(at.getTime() / 60_000)}`;
}
