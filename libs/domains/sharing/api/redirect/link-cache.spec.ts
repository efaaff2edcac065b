import { describe, expect, it } from '@jest/globals';
import { LinkCache, type RedirectLink } from './link-cache';

const link = (targetUrl: string): RedirectLink => ({ id: 'l', organisationId: 'o', targetUrl, ogTitle: '', ogDescription: '', ogImage: null, ownMark: () => '' });

/** Reads that end when the test says so. */
function held() {
  const ends: ((found: RedirectLink | null) => void)[] = [];
  const cache = new LinkCache(() => new Promise((end) => ends.push(end)));
  return { cache, ends };
}

describe('links in memory', () => {
  it('reads a code once for all who ask together, then no more', async () => {
    const { cache, ends } = held();
    const asked = [cache.load('a'), cache.load('a'), cache.load('a')];
    ends[0]!(link('https://un.test'));
    expect((await Promise.all(asked)).map((found) => found?.targetUrl)).toEqual(['https://un.test', 'https://un.test', 'https://un.test']);
    expect([ends.length, cache.cached('a')?.targetUrl]).toEqual([1, 'https://un.test']);
  });

  it('does not keep what was read before the link changed', async () => {
    const { cache, ends } = held();
    const early = cache.load('a');
    cache.forget('a');
    const late = cache.load('a');
    ends[1]!(link('https://deux.test'));
    ends[0]!(link('https://un.test'));
    await Promise.all([early, late]);
    expect(cache.cached('a')?.targetUrl).toBe('https://deux.test');
  });

  it('asks again for what was no link, and after a failure', async () => {
    let answers: (() => Promise<RedirectLink | null>)[] = [() => Promise.resolve(null), () => Promise.reject(new Error('away')), () => Promise.resolve(link('https://un.test'))];
    const cache = new LinkCache(() => {
      const [answer, ...rest] = answers;
      answers = rest;
      return answer!();
    });
    expect(await cache.load('a')).toBeNull();
    await expect(cache.load('a')).rejects.toThrow('away');
    expect((await cache.load('a'))?.targetUrl).toBe('https://un.test');
  });
});
