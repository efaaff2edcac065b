export { canonicalUrl, httpUrl } from './canonical-url';
export { discoverFeeds, type FeedLink } from './discover-feeds';
export { type Feed, type FeedItem, MAX_FEED_BYTES, MAX_ITEMS } from './feed';
export { FeedError, type FeedErrorCode } from './feed-error';
export { decodePage, type PageMetadata, readPageMetadata } from './page-metadata';
export { parseFeedInWorker, type WorkerOptions } from './parse-in-worker';
export { plainText, sanitiseHtml } from './reading/html';
