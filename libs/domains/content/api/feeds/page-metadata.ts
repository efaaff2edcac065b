import { httpUrl } from './canonical-url';
import { decodeText } from './reading/charset';
import { parseDate } from './reading/dates';
import { plainText } from './reading/html';
import { languageTag } from './reading/language';
import { type PageTag, pageTags } from './reading/page-tags';

/** What a page says of itself, for the card of a link. Text is plain, addresses are absolute http(s). */
export interface PageMetadata {
  /** The page's canonical address when it names one, else the one it was fetched from. */
  url: string;
  title?: string;
  description?: string;
  imageUrl?: string;
  siteName?: string;
  author?: string;
  publishedAt?: Date;
  /** BCP 47. */
  language?: string;
}

/** Text of a fetched page in its own encoding. */
export function decodePage(body: Buffer, contentType?: string): string {
  return decodeText(body, contentType);
}

/**
 * Reads Open Graph and, failing that, Twitter cards, meta tags and the title of a page (its first 512 kB).
 * Fetches nothing and never throws for what a page holds: what cannot be read is left out.
 */
export async function readPageMetadata(html: string, url: string): Promise<PageMetadata> {
  const tags = pageTags(html);
  const head = tags.map(rewrite).join('');
  // Without html the library would fetch; and the tree it builds of a whole page may take it minutes.
  if (head === '') return { url };
  // When it is needed: it takes a tenth of a second of the start, and 14 MB.
  const { default: openGraphScraper } = await import('open-graph-scraper');
  const { error, result } = await openGraphScraper({ html: head }).catch(() => ({ error: true, result: undefined }));
  if (error || !result) return { url };
  const base = url;
  const text = (value: unknown, length: number) => (typeof value === 'string' ? plainText(value, length) || undefined : undefined);
  const images = [...(result.ogImage ?? []), ...(result.twitterImage ?? [])].map((image) => httpUrl(image.url, base));
  const metadata: PageMetadata = {
    url: httpUrl(result.ogUrl, base) ?? url,
    title: text(result.ogTitle ?? result.twitterTitle ?? result.dcTitle, 300),
    description: text(result.ogDescription ?? result.twitterDescription ?? result.dcDescription, 1_000),
    imageUrl: images.find((image) => image !== undefined),
    siteName: text(result.ogSiteName, 200),
    author: text(result.author ?? result.dcCreator, 200),
    publishedAt: parseDate(result.articlePublishedTime ?? result.ogDate ?? result.dcDate),
    language: languageTag([result.ogLocale, tags.find((tag) => tag.name === 'html')?.attributes['lang'], result.dcLanguage]),
  };
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined)) as unknown as PageMetadata;
}

function rewrite({ name, attributes, text }: PageTag): string {
  if (name === 'title') return `<title>${text.slice(0, 2_000)}</title>`;
  if (name !== 'meta') return '';
  const kept = ['property', 'name', 'content', 'value'].filter((attribute) => attributes[attribute]);
  return `<meta ${kept.map((attribute) => `${attribute}="${attributes[attribute]?.slice(0, 8_192).replaceAll('"', '&quot;')}"`).join(' ')}>`;
}
