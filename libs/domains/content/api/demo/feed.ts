/** Shape of the curation sources of the demo, whose feeds the demo itself serves. */

export interface DemoSource {
  key: string;
  name: string;
  description: string;
  website: string;
  format: 'RSS' | 'ATOM' | 'JSON';
  kind: 'TRADE_WATCH' | 'MARKET_WATCH' | 'EXPERTISE';
  /** Themes proposed for what comes from there. */
  themes: readonly string[];
  items: readonly DemoFeedItem[];
}

export interface DemoFeedItem {
  /** Stable identifier within the feed. */
  guid: string;
  title: string;
  summary: string;
  bodyHtml: string;
  link: string;
  author: string;
  /** Offset in days from today, never positive. */
  day: number;
}

/** An item as written: slug, day, author, title, summary, then its paragraphs. */
export type WrittenItem = readonly [slug: string, day: number, author: string, title: string, summary: string, ...paragraphs: string[]];

/** Items of one site, with links and guids under its address. */
export function itemsOf(website: string, rows: readonly WrittenItem[]): DemoFeedItem[] {
  return rows.map(([slug, day, author, title, summary, ...paragraphs]) => ({
    guid: `${website}/id/${slug}`,
    title,
    summary,
    bodyHtml: [summary, ...paragraphs].map((paragraph) => `<p>${paragraph}</p>`).join('\n'),
    link: `${website}/articles/${slug}`,
    author,
    day,
  }));
}
