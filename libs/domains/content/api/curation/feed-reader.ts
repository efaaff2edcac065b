import { Inject, Injectable } from '@nestjs/common';
import { READING_LIMITS, SourceKind } from '@portevoix/content/shared';
import { Config, OutboundError, SafeHttp } from '@portevoix/platform';
import { decodePage, discoverFeeds, FeedError, parseFeedInWorker, type Feed } from '../feeds';
import { DemoFeeds, type DemoFeed } from '../files/demo-feeds';

export interface FetchedFeed {
  /** Null: unchanged since the etag or date given. */
  feed: Feed | null;
  kind: SourceKind | null;
  /** Where the feed is: another address than the one given when that was a page. */
  url: string;
  etag: string | null;
  lastModified: string | null;
}

export interface FetchFailure {
  code: string;
  status: number | null;
  retryAfter?: string;
}

const ACCEPT = 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';

/** Fetches feeds through the guarded client and reads them in a thread of their own. */
@Injectable()
export class FeedReader {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly http: SafeHttp,
    private readonly demo: DemoFeeds,
  ) {}

  /** A conditional GET. `mayBePage`: an HTML page leads to the first feed that it announces, once. */
  async read(url: string, known: { etag: string | null; lastModified: string | null }, mayBePage: boolean): Promise<FetchedFeed> {
    const own = await this.demo.byUrl(url);
    if (own) return this.readDemo(url, own, known.etag);
    const { seconds, megabytes, redirects } = READING_LIMITS;
    const answer = await this.http.request(url, { headers: { accept: ACCEPT }, etag: known.etag, lastModified: known.lastModified, timeoutMs: seconds * 1000, maxBytes: megabytes * 1024 * 1024, maxRedirects: redirects, unlessBusy: true });
    const etag = headerOf(answer.headers.etag) ?? (answer.notModified ? known.etag : null);
    const lastModified = headerOf(answer.headers['last-modified']) ?? (answer.notModified ? known.lastModified : null);
    if (answer.notModified) return { feed: null, kind: null, url, etag, lastModified };
    const contentType = answer.headers['content-type'];
    try {
      const feed = await this.parse(answer.body, contentType, answer.url);
      return { feed, kind: kindOf(answer.body), url, etag, lastModified };
    } catch (error) {
      if (!mayBePage || !(error instanceof FeedError) || error.code !== 'FEED_HTML') throw error;
      const [link] = discoverFeeds(decodePage(answer.body, contentType), answer.url);
      if (!link) throw error;
      return this.read(link.url, { etag: null, lastModified: null }, false);
    }
  }

  private async readDemo(url: string, { type, body, etag }: DemoFeed, knownEtag: string | null): Promise<FetchedFeed> {
    if (etag === knownEtag) return { feed: null, kind: null, url, etag, lastModified: null };
    const bytes = Buffer.from(body);
    return { feed: await this.parse(bytes, type, url), kind: kindOf(bytes), url, etag, lastModified: null };
  }

  /** From sources there is no built thread; only tests run so. */
  private parse(body: Buffer, contentType: string | undefined, url: string): Promise<Feed> {
    return parseFeedInWorker(body, contentType, url, { inProcess: this.config.NODE_ENV === 'test' });
  }
}

/** What may be told of a failed fetch; anything unexpected is thrown again. */
export function failureOf(error: unknown): FetchFailure {
  if (error instanceof OutboundError) {
    const { status, retryAfter } = error.params;
    return { code: error.code, status: typeof status === 'number' ? status : null, ...(retryAfter === undefined ? {} : { retryAfter: String(retryAfter) }) };
  }
  if (error instanceof FeedError) return { code: error.code, status: null };
  throw error;
}

const headerOf = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? value[0] : value)?.slice(0, 500) ?? null;

/** From the first sign of a document that has been read as a feed. */
function kindOf(body: Buffer): SourceKind {
  const start = body.subarray(0, 4_096).toString('latin1').replaceAll('\0', '');
  if (/^[^<]*\{/.test(start)) return SourceKind.JSON_FEED;
  return /<(?:[\w-]+:)?feed[\s>]/i.test(start) ? SourceKind.ATOM : SourceKind.RSS;
}
