/** A feed as read, whatever its format. */
export interface Feed {
  /** Plain text; the host when the feed has none. */
  title: string;
  siteUrl?: string;
  /** At most MAX_ITEMS, in the feed's order, each address once. */
  items: FeedItem[];
}

export interface FeedItem {
  /** What the publisher calls the entry: guid, id, else its canonical address. At most 512 characters. */
  externalId: string;
  /** Absolute http(s) address. */
  url: string;
  /** Plain text, never empty. */
  title: string;
  /** Plain text, at most 1,000 characters, empty when the feed gives none. */
  summary: string;
  /** Sanitised HTML, when the entry has markup. */
  html?: string;
  imageUrl?: string;
  publishedAt?: Date;
  author?: string;
  /** BCP 47. */
  language?: string;
}

export const MAX_ITEMS = 500;
export const MAX_FEED_BYTES = 5 * 1024 * 1024;
