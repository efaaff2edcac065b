import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { ClickReason } from '@portevoix/sharing/shared';
import { reasonOf, referrerHostOf, VisitorHashes } from './hit';

// A JSON file, which modules under jest do not import.
const crawlers = createRequire(import.meta.url)('crawler-user-agents') as { instances: string[] }[];
const link = { ownMark: () => 'mark' };
const reason = (userAgent: string) => reasonOf({ method: 'GET', headers: { 'user-agent': userAgent } }, link);

const BROWSERS = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [LinkedInApp]/9.31.7250',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
];

describe('who counts as a visitor', () => {
  it('is no crawler of the public list, but for one in a hundred at most', () => {
    const agents = crawlers.flatMap(({ instances }) => instances);
    const missed = agents.filter((agent) => reason(agent) !== ClickReason.BOT);
    expect(agents.length).toBeGreaterThan(1000);
    expect(missed.length / agents.length).toBeLessThan(0.01);
  });

  it.each(BROWSERS)('is a person with %s', (agent) => {
    expect(reason(agent)).toBe(ClickReason.VALID);
  });

  it('is told apart by address, browser and day, and by nothing that can be read back', () => {
    const visitors = new VisitorHashes('secret of the installation, long enough');
    const noon = new Date('2026-03-10T12:00:00Z');
    const own = visitors.of('192.0.2.1', BROWSERS[0]!, noon);
    expect(own).toMatch(/^[\w-]{22}$/);
    expect(visitors.of('192.0.2.1', BROWSERS[0]!, new Date('2026-03-10T23:59:59Z'))).toBe(own);
    const others = [visitors.of('192.0.2.2', BROWSERS[0]!, noon), visitors.of('192.0.2.1', BROWSERS[1]!, noon), visitors.of('192.0.2.1', BROWSERS[0]!, new Date('2026-03-11T00:00:00Z')), new VisitorHashes('another secret').of('192.0.2.1', BROWSERS[0]!, noon)];
    expect(new Set([own, ...others]).size).toBe(5);
  });

  it('comes from a host, whose page is not kept', () => {
    expect(referrerHostOf('https://www.LinkedIn.com/feed/?name=claire')).toBe('www.linkedin.com');
    expect([referrerHostOf(undefined), referrerHostOf('not an address'), referrerHostOf(`https://a.test/${'x'.repeat(2000)}`)]).toEqual([null, null, null]);
  });
});
