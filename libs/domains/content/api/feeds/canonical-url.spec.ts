import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalUrl, httpUrl } from './canonical-url';

describe('the key of an address', () => {
  it.each([
    ['https://Example.ORG:443/a/b/?utm_source=x&utm_Medium=y#top', 'https://example.org/a/b'],
    ['http://example.org:80', 'http://example.org/'],
    ['http://example.org:8080/', 'http://example.org:8080/'],
    ['https://example.org/?', 'https://example.org/'],
    ['https://example.org/a?b=2&a=1&fbclid=z&gclid=y', 'https://example.org/a?a=1&b=2'],
    ['https://example.org/a?id=1&at_medium=rss&xtor=RSS-1', 'https://example.org/a?id=1'],
    ['https://user:pass@example.org./a%2fb//', 'https://example.org/a%2Fb'],
    [' https://exämple.org/é ', 'https://xn--exmple-cua.org/%C3%A9'],
  ])('%s', (address, key) => {
    expect(canonicalUrl(address)).toBe(key);
  });

  it.each(['javascript:alert(1)', 'mailto:a@b', 'urn:x', '/relative', '', 'http://', 'ftp://example.org/'])('"%s" has none', (address) => {
    expect(canonicalUrl(address)).toBeUndefined();
  });

  it('is its own key, and does not change by what is added for tracking', () => {
    const address = fc.webUrl({ withQueryParameters: true, withFragments: true });
    fc.assert(fc.property(fc.oneof(address, fc.string().map((tail) => `https://example.org/${tail}`)), (url) => {
      const key = canonicalUrl(url);
      expect(key === undefined ? undefined : canonicalUrl(key)).toBe(key);
    }), { numRuns: 500 });
    fc.assert(fc.property(fc.webUrl(), fc.constantFrom('utm_source', 'fbclid', 'gclid', 'mc_eid'), fc.webSegment(), (url, name, value) => {
      expect(canonicalUrl(`${url}?${name}=${encodeURIComponent(value)}#${value}`)).toBe(canonicalUrl(url));
    }));
  });

  it('resolves relative addresses, http(s) only', () => {
    expect(httpUrl('../a', 'https://example.org/b/c')).toBe('https://example.org/a');
    expect(httpUrl('javascript:x', 'https://example.org/')).toBeUndefined();
    expect(httpUrl(undefined, 'https://example.org/')).toBeUndefined();
  });
});
