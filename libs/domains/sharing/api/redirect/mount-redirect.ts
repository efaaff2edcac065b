import { listenTo, Log, newId, redirectRole, rolePool, type Config } from '@portevoix/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { LINK_CHANNEL } from '../clicks/links.service';
import { ownMark } from '../clicks/own-mark';
import { ClickWriter } from './click-writer';
import { drawsCard, reasonOf, referrerHostOf, VisitorHashes } from './hit';
import { LinkCache, type RedirectLink } from './link-cache';
import { busyPage, cardPage, unknownPage } from './pages';
import { Spool } from './spool';

const CODE = /^[A-Za-z0-9_-]{10}$/;
/** Unknown codes that one address may try in a minute before it has to wait. */
const MISSES_A_MINUTE = 60;

const LINK = `select id, organisation_id as "organisationId", person_id as "personId", target_url as "targetUrl",
  og_title as "ogTitle", og_description as "ogDescription", og_image as "ogImage" from share_link where code = $1 and not disabled`;

/**
 * `GET` and `HEAD /r/:code`, straight on Fastify: no Nest, no unit of work, a pool of its own under a role that reads
 * links and inserts clicks. Answers 302 once the click is committed (or spooled), to the stored address and to nothing
 * else; a crawler that draws cards gets the card's tags. Closes with `fastify`. `now`: tests move it.
 */
export function mountRedirect(fastify: FastifyInstance, config: Config, now: () => Date = () => new Date()): void {
  let log: Log | undefined;
  const redirect = new Redirect(config, now, (error, what) => (log ??= new Log(config)).warn({ err: error }, `redirect: ${what}`));
  fastify.route<Params>({ method: ['GET', 'HEAD'], url: '/r/:code', handler: (request, reply) => redirect.handle(request, reply) });
  fastify.addHook('onClose', () => redirect.close());
}

interface Params {
  Params: { code: string };
}

class Redirect {
  private readonly pool: ReturnType<typeof rolePool>;
  private readonly cache = new LinkCache((code) => this.read(code));
  private readonly writer: ClickWriter;
  private readonly listener: ReturnType<typeof listenTo>;
  private readonly visitors: VisitorHashes;
  private readonly guesses = new Guesses();
  private readonly base: string;

  constructor(
    private readonly config: Config,
    private readonly now: () => Date,
    private readonly onProblem: (error: unknown, what: string) => void,
  ) {
    this.pool = rolePool(config.DATABASE_URL, redirectRole, (error) => onProblem(error, 'connection lost'));
    this.writer = new ClickWriter(this.pool, new Spool(config.FILES_DIR), onProblem);
    this.listener = listenTo(config.DATABASE_URL, LINK_CHANNEL, { onMessage: (code) => this.cache.forget(code), onGap: () => this.cache.clear() });
    this.visitors = new VisitorHashes(config.PORTEVOIX_SECRET);
    this.base = `${config.PUBLIC_URL.replace(/\/$/, '')}/r/`;
  }

  async handle(request: FastifyRequest<Params>, reply: FastifyReply): Promise<FastifyReply> {
    void reply.header('cache-control', 'private, no-store');
    try {
      return await this.answer(request, reply);
    } catch (error) {
      this.onProblem(error, 'no answer');
      return html(reply.code(503).header('retry-after', '2'), busyPage);
    }
  }

  private async answer(request: FastifyRequest<Params>, reply: FastifyReply): Promise<FastifyReply> {
    const at = this.now();
    const { code } = request.params;
    const userAgent = request.headers['user-agent'] ?? '';
    const link = await this.linkOf(code, request.ip, at);
    if (link === 'wait') return html(reply.code(429).header('retry-after', '60'), busyPage);
    if (link === 'unknown') return html(reply.code(404), unknownPage);
    await this.writer.write({
      id: newId(at.getTime()),
      organisationId: link.organisationId,
      linkId: link.id,
      at: at.toISOString(),
      visitorHash: this.visitors.of(request.ip, userAgent, at),
      reason: reasonOf(request, link),
      referrerHost: referrerHostOf(request.headers.referer),
    });
    return drawsCard(userAgent) ? html(reply, cardPage(link, this.base + code)) : reply.code(302).header('location', link.targetUrl).send();
  }

  private async linkOf(code: string, ip: string, at: Date): Promise<RedirectLink | 'unknown' | 'wait'> {
    if (!CODE.test(code)) return 'unknown';
    const cached = this.cache.cached(code);
    if (cached) return cached;
    if (this.guesses.tooMany(ip, at)) return 'wait';
    const link = await this.cache.load(code);
    if (!link) this.guesses.missed(ip, at);
    return link ?? 'unknown';
  }

  private async read(code: string): Promise<RedirectLink | null> {
    const { rows } = await this.pool.query<RedirectLink & { personId: string }>({ name: 'sharing.link', text: LINK, values: [code] });
    const [row] = rows;
    if (!row || !/^https?:\/\//i.test(row.targetUrl) || !URL.canParse(row.targetUrl)) return null;
    const { personId, ...link } = row;
    // A header holds printable ASCII only.
    const targetUrl = /^[\x21-\x7e]+$/.test(link.targetUrl) ? link.targetUrl : new URL(link.targetUrl).href;
    return { ...link, targetUrl, ownMark: ownMark(this.config.PORTEVOIX_SECRET, personId) };
  }

  /** After the last request: what is in flight is committed, or spooled. */
  async close(): Promise<void> {
    await this.writer.close();
    await this.listener.close();
    await this.pool.end();
  }
}

const html = (reply: FastifyReply, page: string): FastifyReply => reply.type('text/html; charset=utf-8').send(page);

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
