import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { READING_LIMITS } from '@portevoix/content/shared';
import { type Feed, MAX_FEED_BYTES } from './feed';
import { FeedError } from './feed-error';
import type { FeedWorkerInput, FeedWorkerOutput } from './feed-worker';

export interface WorkerOptions {
  /** The built feed-worker.js. Default: where the API's build puts it. */
  workerUrl?: URL;
  /** Reads in the calling thread, without limits of time and memory: for tests, which run from sources. */
  inProcess?: boolean;
  /** Default: READING_LIMITS. */
  timeoutMs?: number;
  /** Size of the thread's heap. Default: READING_LIMITS. */
  maxMemoryMb?: number;
}

/**
 * parseFeed in a thread of its own, so that a feed can neither hold up requests nor exhaust the process.
 * Throws FeedError: those of parseFeed, FEED_TOO_SLOW at the time limit, FEED_TOO_COMPLEX at the memory limit.
 */
export async function parseFeedInWorker(body: Buffer, contentType: string | undefined, url: string, options: WorkerOptions = {}): Promise<Feed> {
  if (body.byteLength > MAX_FEED_BYTES) throw new FeedError('FEED_TOO_LARGE', { maxBytes: MAX_FEED_BYTES });
  if (options.inProcess) return (await import('./parse-feed')).parseFeed(body, contentType, url);
  const input: FeedWorkerInput = { body, contentType, url };
  const output = await inTurn(() => run(input, options));
  if ('error' in output) throw new FeedError(output.error.code, output.error.params);
  return output.feed;
}

const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Two threads at a time, so that many heavy documents weigh as two. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1;
  else await new Promise<void>((turn) => waiting.push(turn));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function run(input: FeedWorkerInput, options: WorkerOptions): Promise<FeedWorkerOutput> {
  const { timeoutMs = READING_LIMITS.parsingSeconds * 1000, maxMemoryMb = READING_LIMITS.memoryMb } = options;
  return new Promise((resolve, reject) => {
    const worker = new Worker(options.workerUrl ?? builtWorker(), {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
      // Nothing of the server's secrets is within a parser's reach.
      env: {},
      execArgv: [],
    });
    const timer = setTimeout(() => finish(() => reject(new FeedError('FEED_TOO_SLOW', { seconds: timeoutMs / 1_000 }))), timeoutMs);
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    worker.once('message', (output: FeedWorkerOutput) => finish(() => resolve(output)));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      finish(() => reject(outOfMemory ? new FeedError('FEED_TOO_COMPLEX', { maxMemoryMb }, error) : error));
    });
    worker.once('exit', () => finish(() => reject(new FeedError('FEED_UNREADABLE'))));
  });
}

/** This module is bundled into a program or into a chunk one folder deeper; the worker stands beside the programs. */
function builtWorker(): URL {
  const places = ['./feed-worker.js', '../feed-worker.js'].map((place) => new URL(place, import.meta.url));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error('feed-worker.js is not built: it is an entry of tools/rolldown.config.mjs');
  return found;
}
