import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classifyClick, clickDedupKey, ClickReason, type ClickHit, nextShareState, ShareEvent, ShareState, utmUrl } from './index';

const person: ClickHit = { method: 'GET', userAgent: 'Mozilla/5.0', purposeHeaders: {}, isBot: false, viewerIsSharer: false };

describe('a hit on a short link', () => {
  it.each<[ClickReason, Partial<ClickHit>]>([
    [ClickReason.VALID, {}],
    [ClickReason.VALID, { purposeHeaders: { purpose: undefined, accept: 'prefetch' } }],
    [ClickReason.HEAD, { method: 'HEAD' }],
    [ClickReason.HEAD, { method: 'head', isBot: true }],
    [ClickReason.BOT, { isBot: true }],
    [ClickReason.BOT, { userAgent: '' }],
    [ClickReason.BOT, { userAgent: undefined }],
    [ClickReason.PREFETCH, { purposeHeaders: { 'sec-purpose': 'prefetch;prerender' } }],
    [ClickReason.PREFETCH, { purposeHeaders: { 'Sec-Purpose': ['prefetch'] } }],
    [ClickReason.PREFETCH, { purposeHeaders: { 'X-Purpose': 'preview' } }],
    [ClickReason.PREFETCH, { purposeHeaders: { 'x-moz': 'Prefetch' }, viewerIsSharer: true }],
    [ClickReason.OWN, { viewerIsSharer: true }],
  ])('is %s for %j', (reason, hit) => expect(classifyClick({ ...person, ...hit })).toBe(reason));
});

describe('the key of a valid click', () => {
  it('is one per link, visitor and hour, in UTC', () => {
    expect(clickDedupKey('l', 'v', new Date('2026-10-25T02:30:00+02:00'))).toBe('l:v:2026-10-25T00');
    expect(clickDedupKey('l', 'v', new Date('2026-10-25T02:30:00+01:00'))).toBe('l:v:2026-10-25T01');
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), fc.date({ noInvalidDate: true }), (a, b) => {
        const same = Math.floor(a.getTime() / 3_600_000) === Math.floor(b.getTime() / 3_600_000);
        expect(clickDedupKey('l', 'v', a) === clickDedupKey('l', 'v', b)).toBe(same);
      }),
    );
  });
});

describe('UTM parameters', () => {
  const utm = { source: 'LinkedIn', medium: 'employee-advocacy', campaign: 'Rentrée 2026 & co' };
  const query = 'utm_source=linkedin&utm_medium=employee-advocacy&utm_campaign=rentree-2026-co';

  it.each([
    ['https://a.fr', `https://a.fr?${query}`],
    ['https://a.fr/p?x=1%20+&y#f?g', `https://a.fr/p?x=1%20+&y&${query}#f?g`],
    ['https://a.fr/?utm_source=old&x=2&UTM_Medium=&utm_term=t', `https://a.fr/?x=2&utm_term=t&${query}`],
    ['https://a.fr/?#', `https://a.fr/?${query}#`],
  ])('%s', (target, expected) => expect(utmUrl(target, utm)).toBe(expected));

  it('leaves out what is empty, and takes nothing more than its three fields', () => {
    const more = { source: 'x', medium: '', campaign: '«»', content: 'Camille Martin' };
    expect(utmUrl('https://a.fr/', more)).toBe('https://a.fr/?utm_source=x');
  });

  it.each(['javascript:alert(1)', 'ftp://a.fr', 'a.fr', ''])('refuses %j', (target) => expect(() => utmUrl(target, utm)).toThrow(RangeError));

  it('is the same when done twice, and keeps the rest of any address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (target) => {
        const once = utmUrl(target, utm);
        expect(utmUrl(once, utm)).toBe(once);
        const [before, after] = [new URL(target), new URL(once)];
        expect([after.origin, after.pathname, after.hash]).toEqual([before.origin, before.pathname, before.hash]);
        for (const name of ['utm_source', 'utm_medium', 'utm_campaign']) expect(after.searchParams.getAll(name)).toHaveLength(1);
      }),
    );
  });
});

describe('the state of a share', () => {
  it('goes from intent to declared to clicked, and back only by the member', () => {
    expect(nextShareState(ShareState.OPENED, ShareEvent.DECLARE)).toBe(ShareState.DECLARED);
    expect(nextShareState(ShareState.DECLARED, ShareEvent.CLICK)).toBe(ShareState.CLICKED);
    expect(nextShareState(ShareState.OPENED, ShareEvent.CLICK)).toBe(ShareState.CLICKED);
    expect(nextShareState(ShareState.DECLARED, ShareEvent.RETRACT)).toBe(ShareState.OPENED);
    expect(nextShareState(ShareState.CLICKED, ShareEvent.RETRACT)).toBeNull();
  });

  it('stays clicked once clicked, and does not mind an event twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(ShareState)), fc.array(fc.constantFrom(...Object.values(ShareEvent))), (start, events) => {
        let state = start;
        for (const event of events) {
          const next = nextShareState(state, event);
          if (state === ShareState.CLICKED) expect(next === null || next === ShareState.CLICKED).toBe(true);
          if (next) expect(nextShareState(next, event)).toBe(next);
          state = next ?? state;
        }
      }),
    );
  });
});
