/**
 * Why a feed cannot be used. FEED_HTML: it is a web page (discoverFeeds may find its feeds);
 * FEED_EMPTY: a feed, but without one entry that has an address.
 */
export type FeedErrorCode = 'FEED_UNREADABLE' | 'FEED_HTML' | 'FEED_EMPTY' | 'FEED_TOO_LARGE' | 'FEED_TOO_COMPLEX' | 'FEED_TOO_SLOW';

/** The only error that reading a feed throws. `params` holds limits and counts that may be shown. */
export class FeedError extends Error {
  override readonly name = 'FeedError';

  constructor(
    readonly code: FeedErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    cause?: unknown,
  ) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
  }
}
