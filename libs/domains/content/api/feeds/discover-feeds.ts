import { httpUrl } from './canonical-url';
import { decodeEntities, plainText } from './reading/html';
import { pageTags } from './reading/page-tags';

/** A feed that a web page points to. */
export interface FeedLink {
  url: string;
  /** Plain text, empty when the page gives none. */
  title: string;
  format: 'rss' | 'atom' | 'json';
}

const FORMATS: Readonly<Record<string, FeedLink['format']>> = {
  'application/rss+xml': 'rss',
  'text/rss+xml': 'rss',
  'application/rdf+xml': 'rss',
  'application/atom+xml': 'atom',
  'application/feed+json': 'json',
};

/**
 * Feeds that a page announces by `<link rel="alternate" type="…">`, in the page's order, each once, at most 20.
 * Relative addresses are resolved against `<base>` or `url`.
 */
export function discoverFeeds(html: string, url: string): FeedLink[] {
  const tags = pageTags(html);
  const base = httpUrl(tags.find((tag) => tag.name === 'base' && tag.attributes['href'])?.attributes['href'], url) ?? url;
  const found = new Map<string, FeedLink>();
  for (const { name, attributes } of tags) {
    if (name !== 'link' || !/(^|\s)(alternate|feed)(\s|$)/i.test(attributes['rel'] ?? '')) continue;
    const format = FORMATS[(attributes['type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];
    const address = httpUrl(decodeEntities(attributes['href'] ?? ''), base);
    if (format && address && !found.has(address) && found.size < 20) found.set(address, { url: address, title: plainText(attributes['title'] ?? '', 200), format });
  }
  return [...found.values()];
}
