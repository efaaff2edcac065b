import { parseFeed } from '@rowanmanning/feed-parser';
import { MAX_ITEMS } from '../feed';
import { type RawFeed, type RawText, unknownText } from './raw-feed';

/**
 * Second reading, for XML that feedsmith does not recognise: it looks for entries by name, whatever surrounds them.
 * Throws the parser's errors.
 */
export function readWithFallback(text: string): RawFeed {
  const feed = parseFeed(text);
  return {
    title: [unknownText(feed.title ?? undefined)],
    links: [feed.url ?? undefined],
    bases: [],
    languages: [feed.language ?? undefined],
    authors: [feed.authors[0]?.name ?? undefined],
    items: feed.items.slice(0, MAX_ITEMS).map((item) => ({
      id: item.id ?? undefined,
      links: [item.url ?? undefined, item.id ?? undefined, item.media[0]?.url],
      title: [unknownText(item.title ?? undefined)],
      summary: [unknownText(item.description ?? undefined)],
      content: [html(item.content), unknownText(item.description ?? undefined)],
      images: [item.image?.url, item.mediaImages[0]?.url],
      dates: [item.published ?? undefined, item.updated ?? undefined],
      authors: [item.authors[0]?.name ?? undefined],
      languages: [],
      bases: [],
    })),
  };
}

function html(value: string | null): RawText | undefined {
  return value?.trim() ? { value, kind: 'html' } : undefined;
}
