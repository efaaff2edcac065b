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
  const onProblem = (error: unknown, what: string) => (log ??= new Log(config)).warn({ err: error }, `redirect: ${what}`);
  const pool = rolePool(config.DATABASE_URL, redirectRole, (error) => onProblem(error, 'connection lost'));
  const cache = new LinkCache(async (code) => {
    const { rows } = await pool.query<RedirectLink & { personId: string }>({ name: 'sharing.link', text: LINK, values: [code] });
    const [row] = rows;
    if (!row || !/^https?:\/\//i.test(row.targetUrl) || !URL.canParse(row.targetUrl)) return null;
    const { personId, ...link } = row;
    // A header holds printable ASCII only.
    const targetUrl = /^[\x21-\x7e]+$/.test(link.targetUrl) ? link.targetUrl : new URL(link.targetUrl).href;
    return { ...link, targetUrl, ownMark: ownMark(config.PORTEVOIX_SECRET, personId) };
  });
  const writer = new ClickWriter(pool, new Spool(config.FILES_DIR), onProblem);
  const listener = listenTo(config.DATABASE_URL, LINK_CHANNEL, { onMessage: (code) => cache.forget(code), onGap: () => cache.clear() });
  const visitors = new VisitorHashes(config.PORTEVOIX_SECRET);
  const guesses = new Guesses();
  const shortUrlOf = (code: string) => `${config.PUBLIC_URL.replace(/\/$/, '')}/r/${code}`;

  async function linkOf(code: string, ip: string, at: Date): Promise<RedirectLink | 'unknown' | 'wait'> {
    if (!CODE.test(code)) return 'unknown';
    const cached = cache.cached(code);
    if (cached) return cached;
    if (guesses.tooMany(ip, at)) return 'wait';
    const link = await cache.load(code);
    if (!link) guesses.missed(ip, at);
    return link ?? 'unknown';
  }

  async function answer(request: FastifyRequest<{ Params: { code: string } }>, reply: FastifyReply): Promise<FastifyReply> {
    const at = now();
    const { code } = request.params;
    const userAgent = request.headers['user-agent'] ?? '';
    void reply.header('cache-control', 'private, no-store');
    const link = await linkOf(code, request.ip, at);
    if (link === 'wait') return reply.code(429).header('retry-after', '60').type('text/html; charset=utf-8').send(busyPage);
    if (link === 'unknown') return reply.code(404).type('text/html; charset=utf-8').send(unknownPage);
    await writer.write({
      id: newId(at.getTime()),
      organisationId: link.organisationId,
      linkId: link.id,
      at: at.toISOString(),
      visitorHash: visitors.of(request.ip, userAgent, at),
      reason: reasonOf(request, link),
      referrerHost: referrerHostOf(request.headers.referer),
    });
    if (drawsCard(userAgent)) return reply.type('text/html; charset=utf-8').send(cardPage(link, shortUrlOf(code)));
    return reply.code(302).header('location', link.targetUrl).send();
  }

  fastify.route<{ Params: { code: string } }>({
    method: ['GET', 'HEAD'],
    url: '/r/:code',
    handler: async (request, reply) => {
      try {
        return await answer(request, reply);
      } catch (error) {
        onProblem(error, 'no answer');
        return reply.code(503).header('retry-after', '2').type('text/html; charset=utf-8').send(busyPage);
      }
    },
  });
  fastify.addHook('onClose', async () => {
    await writer.close();
    await listener.close();
    await pool.end();
  });
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
