import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { MAX_ITEMS } from '../feed';
import { parseDate } from './dates';
import { type RawFeed, type RawItem, type RawText, unknownText } from './raw-feed';

type When = Date | undefined;
type RssItem = NonNullable<RssFeed.Feed<When>['items']>[number];
type RdfItem = NonNullable<RdfFeed.Feed<When>['items']>[number];
type AtomEntry = NonNullable<AtomFeed.Feed<When>['entries']>[number];
type JsonItem = NonNullable<JsonFeed.Feed<When>['items']>[number];
type Media = NonNullable<RssItem['media']>;

/** Reads RSS, RDF, Atom and JSON Feed. Throws feedsmith's errors for what it cannot recognise. */
export function readWithFeedsmith(text: string): RawFeed {
  const parsed = parseFeed(text, { maxItems: MAX_ITEMS, parseDateFn: (raw: string): When => parseDate(raw) });
  switch (parsed.format) {
    case 'rss':
      return rss(parsed.feed as RssFeed.Feed<When>);
    case 'rdf':
      return rdf(parsed.feed as RdfFeed.Feed<When>);
    case 'atom':
      return atom(parsed.feed as AtomFeed.Feed<When>);
    case 'json':
      return json(parsed.feed as JsonFeed.Feed<When>);
  }
}

function rss(feed: RssFeed.Feed<When>): RawFeed {
  return {
    title: [unknownText(feed.title), unknownText(feed.dc?.titles?.[0]), unknownText(feed.itunes?.title), atomText(feed.atom?.title)],
    links: [feed.link, alternate(feed.atom?.links), feed.image?.link],
    bases: [feed.xml?.base],
    languages: [feed.xml?.lang, feed.language, feed.dc?.languages?.[0]],
    authors: [feed.itunes?.author, feed.dc?.creators?.[0], feed.managingEditor?.name],
    items: (feed.items ?? []).map(rssItem),
  };
}

function rssItem(item: RssItem): RawItem {
  const { guid, media } = item;
  return {
    id: guid?.value ?? item.dc?.identifiers?.[0],
    links: [
      item.link, alternate(item.atom?.links), guid && guid.isPermaLink !== false ? guid.value : undefined,
      item.comments, item.enclosures?.[0]?.url, media?.player?.url, media?.contents?.[0]?.url,
    ],
    title: [unknownText(item.title), unknownText(item.dc?.titles?.[0]), unknownText(item.itunes?.title), media?.title && unknownText(media.title.value), atomText(item.atom?.title)],
    summary: [
      unknownText(item.description), unknownText(item.dc?.descriptions?.[0]), unknownText(item.itunes?.summary), unknownText(item.itunes?.subtitle),
      media?.description && unknownText(media.description.value), atomText(item.atom?.summary),
    ],
    content: [html(item.content?.encoded), atomText(item.atom?.content), unknownText(item.description)],
    images: [...mediaImages(media), item.itunes?.image, item.enclosures?.find((file) => file.type?.startsWith('image/'))?.url],
    dates: [item.pubDate, item.dc?.dates?.[0], item.dcterms?.issued?.[0], item.dcterms?.created?.[0], item.atom?.published, item.atom?.updated, item.dcterms?.modified?.[0]],
    authors: [item.dc?.creators?.[0], item.authors?.[0]?.name, item.itunes?.author, item.atom?.authors?.[0]?.name],
    languages: [item.xml?.lang, item.dc?.languages?.[0]],
    bases: [item.xml?.base],
  };
}

function rdf(feed: RdfFeed.Feed<When>): RawFeed {
  return {
    title: [unknownText(feed.title), unknownText(feed.dc?.titles?.[0])],
    links: [feed.link, feed.rdf?.about],
    bases: [feed.xml?.base],
    languages: [feed.xml?.lang, feed.dc?.languages?.[0]],
    authors: [feed.dc?.creators?.[0]],
    items: (feed.items ?? []).map(rdfItem),
  };
}

function rdfItem(item: RdfItem): RawItem {
  return {
    id: item.rdf?.about ?? item.dc?.identifiers?.[0],
    links: [item.link, item.rdf?.about],
    title: [unknownText(item.title), unknownText(item.dc?.titles?.[0])],
    summary: [unknownText(item.description), unknownText(item.dc?.descriptions?.[0])],
    content: [html(item.content?.encoded), unknownText(item.description)],
    images: mediaImages(item.media),
    dates: [item.dc?.dates?.[0], item.dcterms?.issued?.[0], item.dcterms?.created?.[0], item.dcterms?.modified?.[0]],
    authors: [item.dc?.creators?.[0]],
    languages: [item.xml?.lang, item.dc?.languages?.[0]],
    bases: [item.xml?.base],
  };
}

function atom(feed: AtomFeed.Feed<When>): RawFeed {
  return {
    title: [atomText(feed.title)],
    links: [alternate(feed.links)],
    bases: [feed.xml?.base],
    languages: [feed.xml?.lang],
    authors: [feed.authors?.[0]?.name],
    items: (feed.entries ?? []).map(atomEntry),
  };
}

function atomEntry(entry: AtomEntry): RawItem {
  const enclosures = entry.links?.filter((link) => link.rel === 'enclosure') ?? [];
  const content = entry.content?.value === undefined ? undefined : atomText({ ...entry.content, value: entry.content.value });
  const { media } = entry;
  return {
    id: entry.id,
    links: [alternate(entry.links), entry.content?.src, entry.links?.find((link) => link.rel === 'self' && link.type === 'text/html')?.href, entry.id, enclosures[0]?.href],
    title: [atomText(entry.title), unknownText(entry.dc?.titles?.[0]), media?.title && unknownText(media.title.value)],
    summary: [atomText(entry.summary), media?.description && unknownText(media.description.value), media?.groups?.[0]?.description && unknownText(media.groups[0].description.value)],
    content: [content, atomText(entry.summary)],
    images: [...mediaImages(media), entry.itunes?.image, enclosures.find((link) => link.type?.startsWith('image/'))?.href],
    dates: [entry.published, entry.updated, entry.dc?.dates?.[0]],
    authors: [entry.authors?.[0]?.name, entry.source?.authors?.[0]?.name, entry.dc?.creators?.[0]],
    languages: [entry.xml?.lang, entry.dc?.languages?.[0]],
    bases: [entry.xml?.base],
  };
}

function json(feed: JsonFeed.Feed<When>): RawFeed {
  return {
    title: [plain(feed.title)],
    links: [feed.home_page_url],
    bases: [],
    languages: [feed.language],
    authors: [feed.authors?.[0]?.name],
    items: (feed.items ?? []).map(jsonItem),
  };
}

function jsonItem(item: JsonItem): RawItem {
  return {
    id: item.id,
    links: [item.url, item.external_url, item.id],
    title: [plain(item.title)],
    summary: [plain(item.summary), plain(item.content_text)],
    content: [html(item.content_html)],
    images: [item.image, item.banner_image, item.attachments?.find((file) => file.mime_type?.startsWith('image/'))?.url],
    dates: [item.date_published, item.date_modified],
    authors: [item.authors?.[0]?.name],
    languages: [item.language],
    bases: [],
  };
}

function plain(value: string | undefined): RawText | undefined {
  return value?.trim() ? { value, kind: 'text' } : undefined;
}

function html(value: string | undefined): RawText | undefined {
  return value?.trim() ? { value, kind: 'html' } : undefined;
}

/** RFC 4287 §3.1.1 and §4.1.3.3: without a type it is text; other types than these are no prose. */
function atomText(text: { value?: string; type?: string; xml?: { base?: string } } | undefined): RawText | undefined {
  if (!text?.value?.trim()) return undefined;
  const type = (text.type ?? 'text').toLowerCase();
  const base = text.xml?.base;
  if (type === 'html' || type === 'xhtml' || type === 'text/html' || type === 'application/xhtml+xml') return { value: text.value, kind: 'html', base };
  if (type === 'text' || type.startsWith('text/')) return { value: text.value, kind: 'text', base };
  return undefined;
}

function alternate(links: { href?: string; rel?: string; type?: string }[] | undefined): string | undefined {
  const pages = links?.filter((link) => link.rel === undefined || link.rel === '' || link.rel === 'alternate') ?? [];
  return (pages.find((link) => link.type === undefined || link.type.includes('html')) ?? pages[0])?.href;
}

function mediaImages(media: Media | undefined): (string | undefined)[] {
  const sources = [media, ...(media?.groups ?? [])];
  const contents = sources.flatMap((source) => source?.contents ?? []);
  const images = contents.filter((file) => file.medium === 'image' || file.type?.startsWith('image/') || (!file.type && !file.medium && /\.(jpe?g|png|webp|gif|avif)(\?|$)/i.test(file.url ?? '')));
  return [...images.map((file) => file.url), ...sources.map((source) => source?.thumbnails?.[0]?.url), ...contents.map((file) => file.thumbnails?.[0]?.url)];
}
