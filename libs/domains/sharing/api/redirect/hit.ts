import { createHmac, hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { classifyClick, type ClickReason } from '@portevoix/sharing/shared';
import { isbot } from 'isbot';
import { LRUCache } from 'lru-cache';
import { OWN_MARK_COOKIE } from '../clicks/own-mark';
import type { RedirectLink } from './link-cache';

/** One request for a short link, as it is written. `at` is ISO. */
export interface Hit {
  id: string;
  organisationId: string;
  linkId: string;
  at: string;
  visitorHash: string;
  reason: ClickReason;
  referrerHost: string | null;
}

/**
 * Crawlers that fetch a page to draw its card under a post. They get the card's tags instead of the page, whatever
 * the general list of robots says of them.
 */
const CARD_CRAWLERS =
  /LinkedInBot|facebookexternalhit|Facebot|meta-external(?:agent|fetcher)|Twitterbot|Slackbot|Slack-ImgProxy|TelegramBot|Discordbot|WhatsApp\/|Mastodon\/|Pleroma|Akkoma|Misskey|Cardyb|BlueskyCardyb|SkypeUriPreview|MicrosoftPreview|Pinterestbot|redditbot|Iframely|Embedly|vkShare|Viber|Snapchat|Synapse/iu;

/** What a user agent says of itself. */
interface AgentVerdict {
  drawsCard: boolean;
  isBot: boolean;
}

/** The lists of robots are long, and most visitors come with one of a few hundred browsers. */
const verdicts = new LRUCache<string, AgentVerdict>({ max: 2000, maxSize: 1_000_000, sizeCalculation: (_, userAgent) => userAgent.length + 1 });

function verdictOn(userAgent: string): AgentVerdict {
  const known = verdicts.get(userAgent);
  if (known) return known;
  const drawsCard = CARD_CRAWLERS.test(userAgent);
  const verdict = { drawsCard, isBot: drawsCard || isbot(userAgent) };
  verdicts.set(userAgent, verdict);
  return verdict;
}

export const drawsCard = (userAgent: string): boolean => verdictOn(userAgent).drawsCard;

/** Why a request counts or not, from what it carries. */
export function reasonOf({ method = 'GET', headers }: Pick<IncomingMessage, 'method' | 'headers'>, link: Pick<RedirectLink, 'ownMark'>): ClickReason {
  const userAgent = headers['user-agent'] ?? '';
  const purposeHeaders = { 'sec-purpose': headers['sec-purpose'], purpose: headers['purpose'], 'x-purpose': headers['x-purpose'], 'x-moz': headers['x-moz'] };
  return classifyClick({ method, userAgent, purposeHeaders, isBot: verdictOn(userAgent).isBot, viewerIsSharer: isOwn(cookie(headers.cookie), link) });
}

/** The mark is made only for a browser that carries one. */
const isOwn = (mark: string | null, link: Pick<RedirectLink, 'ownMark'>): boolean => mark !== null && mark === link.ownMark();

const COOKIE = new RegExp(`(?:^|;\\s*)${OWN_MARK_COOKIE}=([^;]+)`, 'u');
const cookie = (header: string | undefined): string | null => (header?.includes(OWN_MARK_COOKIE) ? (COOKIE.exec(header)?.[1] ?? null) : null);

/** Where the visitor came from, the host only: the rest may name somebody. */
export function referrerHostOf(referer: string | undefined): string | null {
  if (!referer || referer.length > 2000 || !URL.canParse(referer)) return null;
  return new URL(referer).host.toLowerCase().slice(0, 253) || null;
}

/**
 * Tells visitors apart for one UTC day without keeping who they are: SHA-256 of a secret salt of that day, the address
 * and the browser, cut to 128 bits. The address itself is written nowhere.
 */
export class VisitorHashes {
  private day = -1;
  private salt = '';

  constructor(private readonly secret: string) {}

  of(ip: string, userAgent: string, at: Date): string {
    const day = Math.floor(at.getTime() / DAY_MS);
    if (day !== this.day) {
      this.salt = createHmac('sha256', this.secret).update(`visitor\u0000${at.toISOString().slice(0, 10)}`).digest('hex');
      this.day = day;
    }
    return hash('sha256', `${this.salt}\u0000${ip}\u0000${userAgent}`, 'base64url').slice(0, 22);
  }
}

const DAY_MS = 86_400_000;
