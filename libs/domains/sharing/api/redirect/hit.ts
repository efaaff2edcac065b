import { createHmac } from 'node:crypto';
import { classifyClick, type ClickReason } from '@portevoix/sharing/shared';
import type { FastifyRequest } from 'fastify';
import { isbot } from 'isbot';
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

export const drawsCard = (userAgent: string): boolean => CARD_CRAWLERS.test(userAgent);

/** Why a request counts or not, from what it carries. */
export function reasonOf({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>, link: RedirectLink): ClickReason {
  const userAgent = headers['user-agent'] ?? '';
  const isBot = drawsCard(userAgent) || isbot(userAgent);
  return classifyClick({ method, userAgent, purposeHeaders: headers, isBot, viewerIsSharer: cookie(headers.cookie) === link.ownMark });
}

const COOKIE = new RegExp(`(?:^|;\\s*)${OWN_MARK_COOKIE}=([^;]+)`, 'u');
const cookie = (header: string | undefined): string | null => (header?.includes(OWN_MARK_COOKIE) ? (COOKIE.exec(header)?.[1] ?? null) : null);

/** Where the visitor came from, the host only: the rest may name somebody. */
export function referrerHostOf(referer: string | undefined): string | null {
  if (!referer || referer.length > 2000 || !URL.canParse(referer)) return null;
  return new URL(referer).host.toLowerCase().slice(0, 253) || null;
}

/**
 * Tells visitors apart for one UTC day without keeping who they are: HMAC-SHA256 of address and browser under a salt
 * of that day, cut to 128 bits. The address itself is written nowhere.
 */
export class VisitorHashes {
  private day = '';
  private salt: Buffer = Buffer.alloc(0);

  constructor(private readonly secret: string) {}

  of(ip: string, userAgent: string, at: Date): string {
    const day = at.toISOString().slice(0, 10);
    if (day !== this.day) {
      this.salt = createHmac('sha256', this.secret).update(`visitor\u0000${day}`).digest();
      this.day = day;
    }
    return createHmac('sha256', this.salt).update(`${ip}\u0000${userAgent}`).digest('base64url').slice(0, 22);
  }
}
