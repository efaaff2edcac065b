import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { READING_LIMITS } from '@portevoix/content/shared';
import fc from 'fast-check';
import { MAX_FEED_BYTES } from './feed';
import { FeedError } from './feed-error';
import { w3cFeeds } from './fixtures/w3c/testcases.testing';
import { parseFeed } from './parse-feed';
import { parseFeedInWorker } from './parse-in-worker';

const URL_ = 'https://example.org/feed.xml';
const ROLLDOWN = path.join(import.meta.dirname, '../../../../../node_modules/rolldown/bin/cli.mjs');
const feeds = w3cFeeds();
const GOOD = '<rss version="2.0"><channel><title>T</title><item><title>é</title><link>https://example.org/1</link><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item></channel></rss>';

function outcome(body: Buffer): string {
  try {
    const { items } = parseFeed(body, undefined, URL_);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(item.url).toMatch(/^https?:\/\//);
    return 'read';
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return error.code;
  }
}

describe('feeds that validators are tested with', () => {
  it('are each read with items, or refused with a code', () => {
    expect(feeds.size).toBe(1687);
    const byCode = new Map<string, string[]>();
    for (const [name, body] of feeds) {
      const code = outcome(body);
      byCode.set(code, [...(byCode.get(code) ?? []), name.slice('testcases/'.length)]);
    }
    expect(Object.fromEntries([...byCode].map(([code, names]) => [code, names.length]))).toEqual({ read: 759, FEED_EMPTY: 855, FEED_HTML: 2, FEED_UNREADABLE: 71 });
    expect(byCode.get('FEED_HTML')).toEqual(['atom/must/feed_missing2.xml', 'rss/must/missing_rss2.xml']);
    // Documents of other kinds, entities, and RSS 1.1, which nobody wrote.
    expect(byCode.get('FEED_UNREADABLE')!.filter((name) => !/^(ext\/app|rss11)\//.test(name))).toMatchSnapshot();
  });
});

describe('damaged feeds', () => {
  it('are read or refused, never anything else', () => {
    const bodies = [...feeds.values()];
    const damage = fc.record({ body: fc.constantFrom(...bodies), at: fc.nat(4_000), remove: fc.nat(200), insert: fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.constantFrom('<![CDATA[', ']]>', '<!--', '<a ', '&#x0;', '"', '</item>', '<item>').map((text) => Buffer.from(text))) });
    fc.assert(fc.property(damage, ({ body, at, remove, insert }) => {
      outcome(Buffer.concat([body.subarray(0, at), insert, body.subarray(at + remove)]));
    }), { numRuns: 300 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      outcome(Buffer.from(bytes));
    }));
  });
});

describe('the thread', () => {
  let folder: string;
  let workerUrl: URL;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'feed-worker-'));
    const file = path.join(folder, 'feed-worker.mjs');
    // In a process of its own: the bundler's native part does not take functions of jest's realm.
    execFileSync(process.execPath, [ROLLDOWN, path.join(import.meta.dirname, 'feed-worker.ts'), '--platform', 'node', '--format', 'esm', '--file', file], { stdio: 'pipe' });
    workerUrl = pathToFileURL(file);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives what the calling thread would give', async () => {
    const here = await parseFeedInWorker(Buffer.from(GOOD), 'text/xml', URL_, { inProcess: true });
    expect(await parseFeedInWorker(Buffer.from(GOOD), 'text/xml', URL_, { workerUrl })).toEqual(here);
    expect(here.items[0]?.publishedAt).toEqual(new Date('2026-01-05T10:00:00Z'));
  });

  it('gives its refusals', async () => {
    await expect(parseFeedInWorker(Buffer.from('<html>'), undefined, URL_, { workerUrl })).rejects.toMatchObject({ name: 'FeedError', code: 'FEED_HTML' });
    await expect(parseFeedInWorker(Buffer.alloc(20 * 1024 * 1024), undefined, URL_, { workerUrl })).rejects.toMatchObject({ code: 'FEED_TOO_LARGE' });
  });

  it('is ended at its limits of time and memory', async () => {
    expect(MAX_FEED_BYTES).toBe(READING_LIMITS.megabytes * 1024 * 1024);
    await expect(parseFeedInWorker(Buffer.from(GOOD), undefined, URL_, { workerUrl, timeoutMs: 1 })).rejects.toMatchObject({ code: 'FEED_TOO_SLOW' });
    const heavy = Buffer.from(GOOD.replace('</item>', '<category>a</category>'.repeat(200_000) + '</item>'));
    await expect(parseFeedInWorker(heavy, undefined, URL_, { workerUrl, maxMemoryMb: 24 })).rejects.toMatchObject({ code: 'FEED_TOO_COMPLEX' });
  });

  it('is missed by name when it is not built', async () => {
    await expect(parseFeedInWorker(Buffer.from(GOOD), undefined, URL_)).rejects.toThrow(/feed-worker\.js/);
  });
});
