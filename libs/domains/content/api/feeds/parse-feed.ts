import { createHash } from 'node:crypto';
import { canonicalUrl, httpUrl } from './canonical-url';
import { type Feed, type FeedItem, MAX_FEED_BYTES } from './feed';
import { FeedError } from './feed-error';
import { decodeText } from './reading/charset';
import { readWithFallback } from './reading/fallback-reader';
import { readWithFeedsmith } from './reading/feedsmith-reader';
import { firstImage, hasMarkup, oneLine, plainText, sanitiseHtml } from './reading/html';
import { languageTag } from './reading/language';
import type { RawFeed, RawItem, RawText } from './reading/raw-feed';
import { guardXml } from './reading/xml-guard';

/**
 * Reads an RSS 0.9x, 1.0, 2.0, Atom or JSON feed of at most 5 MB. `url` is where the body came from: relative
 * addresses are resolved against it. Entries without an http(s) address are left out.
 * Throws FeedError and nothing else. Synchronous: for bodies from outside use parseFeedInWorker.
 */
export function parseFeed(body: Buffer, contentType: string | undefined, url: string): Feed {
  if (body.byteLength > MAX_FEED_BYTES) throw new FeedError('FEED_TOO_LARGE', { maxBytes: MAX_FEED_BYTES });
  return attempt(() => readFeed(decodeText(body, contentType).replace(/^[\s\ufeff\0]+/, ''), url));
}

function readFeed(text: string, url: string): Feed {
  const raw = read(text);
  const base = resolveBase([url, ...raw.bases]);
  const items = uniqueItems(raw, base);
  if (items.length === 0) throw new FeedError('FEED_EMPTY', { entries: raw.items.length });
  const siteUrl = firstUrl(raw.links, base);
  return { title: firstText(raw.title, 300) || hostOf(siteUrl ?? url), ...(siteUrl ? { siteUrl } : {}), items };
}

function read(text: string): RawFeed {
  if (text.startsWith('{')) return readWithFeedsmith(text);
  const start = text.indexOf('<');
  if (start === -1) throw new FeedError('FEED_UNREADABLE');
  // Servers let warnings slip before the document; parsers stumble on them.
  const xml = guardXml(text.slice(start));
  const head = xml.slice(0, 4_096).replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '').trimStart();
  if (/^<(html|head|body)[\s>]/i.test(head)) throw new FeedError('FEED_HTML');
  try {
    const feed = readWithFeedsmith(xml);
    if (feed.items.length > 0) return feed;
  } catch {
    // The second reader decides.
  }
  return readWithFallback(xml);
}

function attempt<T>(reader: () => T): T {
  try {
    return reader();
  } catch (error) {
    if (error instanceof FeedError) throw error;
    throw new FeedError('FEED_UNREADABLE', {}, error);
  }
}

function uniqueItems(feed: RawFeed, base: string): FeedItem[] {
  const seen = new Set<string>();
  const items: FeedItem[] = [];
  for (const raw of feed.items) {
    const item = toItem(raw, feed, base);
    if (!item) continue;
    const keys = [`id ${item.externalId}`, `url ${canonicalUrl(item.url) ?? item.url}`];
    if (keys.some((key) => seen.has(key))) continue;
    for (const key of keys) seen.add(key);
    items.push(item);
  }
  return items;
}

function toItem(raw: RawItem, feed: RawFeed, feedBase: string): FeedItem | undefined {
  const base = resolveBase([feedBase, ...raw.bases]);
  const url = firstUrl(raw.links, base);
  if (!url) return undefined;
  const html = richText(raw.content, base);
  const summary = firstText([...raw.summary, ...raw.content], 1_000);
  const imageUrl = firstUrl(raw.images, base) ?? (html ? firstImage(html) : undefined);
  const publishedAt = raw.dates.find((date) => date !== undefined);
  const author = authorName([...raw.authors, ...feed.authors]);
  const language = languageTag([...raw.languages, ...feed.languages]);
  return {
    externalId: externalId(raw.id, url),
    url,
    title: firstText(raw.title, 300) || oneLine(summary, 80) || hostOf(url),
    summary,
    ...(html ? { html } : {}),
    ...(imageUrl ? { imageUrl } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    ...(author ? { author } : {}),
    ...(language ? { language } : {}),
  };
}

function richText(candidates: (RawText | undefined)[], base: string): string | undefined {
  const found = candidates.find((text) => text !== undefined && (text.kind === 'html' || (text.kind === 'unknown' && hasMarkup(text.value))));
  return found && (sanitiseHtml(found.value, resolveBase([base, found.base])) || undefined);
}

function firstText(candidates: (RawText | undefined)[], maxLength: number): string {
  for (const text of candidates) {
    if (!text) continue;
    const value = text.kind === 'text' || (text.kind === 'unknown' && !hasMarkup(text.value)) ? oneLine(text.value, maxLength) : plainText(text.value, maxLength);
    if (value) return value;
  }
  return '';
}

function resolveBase(chain: (string | undefined)[]): string {
  return chain.reduce<string>((base, next) => httpUrl(next, base || undefined) ?? base, '');
}

function firstUrl(candidates: (string | undefined)[], base: string): string | undefined {
  for (const candidate of candidates) {
    const url = candidate?.trim() ? httpUrl(candidate, base) : undefined;
    if (url) return url;
  }
  return undefined;
}

function externalId(id: string | undefined, url: string): string {
  const text = oneLine(id ?? '', 4_096) || (canonicalUrl(url) ?? url);
  return text.length <= 512 ? text : `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** A name, never an e-mail address: those are personal data that nobody asked for. */
function authorName(candidates: (string | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    const name = plainText(candidate ?? '', 200).replace(/\S+@\S+\.\S+/g, '').replace(/[()<>]/g, '').trim();
    if (name) return name;
  }
  return undefined;
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}
