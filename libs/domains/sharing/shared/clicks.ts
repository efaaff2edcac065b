/** Why a hit on a short link does or does not count. Every hit is kept; only VALID ones may be counted. */
export enum ClickReason {
  /** A person followed the link; still one per visitor and hour (clickDedupKey). */
  VALID = 'VALID',
  /** Not a GET: networks check links by HEAD, with ordinary browsers' user agents. */
  HEAD = 'HEAD',
  BOT = 'BOT',
  /** A browser or an app fetching ahead, or showing a preview. */
  PREFETCH = 'PREFETCH',
  /** The member who shared the link. */
  OWN = 'OWN',
  /** Valid in itself, but the same visitor already followed the link within the hour. */
  DUPLICATE = 'DUPLICATE',
}

export interface ClickHit {
  method: string;
  userAgent: string | null | undefined;
  /** The request's headers, of which Sec-Purpose, Purpose, X-Purpose and X-Moz are read (any case). */
  purposeHeaders: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Verdict of the crawler list on the user agent. */
  isBot: boolean;
  viewerIsSharer: boolean;
}

const PURPOSE = new Set(['sec-purpose', 'purpose', 'x-purpose', 'x-moz']);
const AHEAD = /\b(?:prefetch|prerender|preview)\b/iu;

/** The first reason that applies, in the order HEAD, BOT (no user agent included), PREFETCH, OWN; otherwise VALID. */
export function classifyClick(hit: ClickHit): ClickReason {
  if (hit.method.toUpperCase() !== 'GET') return ClickReason.HEAD;
  if (hit.isBot || !hit.userAgent?.trim()) return ClickReason.BOT;
  const ahead = Object.entries(hit.purposeHeaders).some(([name, value]) => PURPOSE.has(name.toLowerCase()) && AHEAD.test(String(value ?? '')));
  if (ahead) return ClickReason.PREFETCH;
  return hit.viewerIsSharer ? ClickReason.OWN : ClickReason.VALID;
}

/** Key under which a valid click counts once: link, visitor and hour (UTC). RangeError for an invalid date. */
export function clickDedupKey(linkId: string, visitorHash: string, at: Date): string {
  return `${linkId}:${visitorHash}:${at.toISOString().slice(0, 13)}`;
}

export interface Utm {
  source: string;
  medium: string;
  campaign: string;
}

/**
 * The target with its UTM parameters: what it already asks for stays byte for byte, fragment included; earlier
 * utm_source, utm_medium and utm_campaign are replaced. Values become plain slugs, empty ones are left out. No person's
 * name belongs here: there is no field for one. RangeError when the target is not an http(s) address.
 */
export function utmUrl(target: string, utm: Utm): string {
  if (!URL.canParse(target) || !/^https?:$/u.test(new URL(target).protocol)) throw new RangeError('The target must be an http or https address');
  const [, address = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/su.exec(target.trim()) ?? [];
  const own = Object.entries(utm)
    .map(([name, value]) => [`utm_${name}`, slug(value)] as const)
    .filter(([name, value]) => OWN.test(name) && value);
  const kept = query
    .slice(1)
    .split('&')
    .filter((pair) => pair && !OWN.test(pair));
  const pairs = [...kept, ...own.map(([name, value]) => `${name}=${value}`)];
  return address + (pairs.length > 0 ? `?${pairs.join('&')}` : '') + fragment;
}

const OWN = /^utm_(?:source|medium|campaign)(?:=|$)/iu;

function slug(value: string): string {
  return value
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
