import { parentPort, workerData } from 'node:worker_threads';
import type { Feed } from './feed';
import { FeedError, type FeedErrorCode } from './feed-error';
import { parseFeed } from './parse-feed';

/** What the thread is given. */
export interface FeedWorkerInput {
  body: Uint8Array;
  contentType?: string;
  url: string;
}

/** What the thread answers. */
export type FeedWorkerOutput = { feed: Feed } | { error: { code: FeedErrorCode; params: FeedError['params'] } };

function answer({ body, contentType, url }: FeedWorkerInput): FeedWorkerOutput {
  try {
    return { feed: parseFeed(Buffer.from(body.buffer, body.byteOffset, body.byteLength), contentType, url) };
  } catch (error) {
    const { code, params } = error instanceof FeedError ? error : new FeedError('FEED_UNREADABLE');
    return { error: { code, params } };
  }
}

parentPort?.postMessage(answer(workerData as FeedWorkerInput));
