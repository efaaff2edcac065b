import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterAward, awardFor, type ContestWindow, isInsideWindow, NOTHING_AWARDED, type PointRules, PointSource, rank } from './index';

const { DECLARED_SHARE, VALID_CLICK, READ } = PointSource;
const rules: PointRules = { perDeclaredShare: 10, perValidClick: 2, perRead: 1, caps: { perDay: 40, sharesPerDay: 5, clicksPerShare: 20, readsPerDay: 10 } };

describe('the points of an event', () => {
  it.each([
    [DECLARED_SHARE, {}, 10],
    [VALID_CLICK, {}, 2],
    [READ, {}, 1],
    [DECLARED_SHARE, { shares: 5 }, 0],
    [VALID_CLICK, { clicksOfShare: 20 }, 0],
    [READ, { reads: 10 }, 0],
    [DECLARED_SHARE, { points: 35 }, 5],
    [DECLARED_SHARE, { points: 40 }, 0],
    [DECLARED_SHARE, { points: 90 }, 0],
  ])('%s after %j gives %i', (source, already, points) => expect(awardFor(source, rules, { ...NOTHING_AWARDED, ...already })).toBe(points));

  it('has no cap unless one is set', () => {
    expect(awardFor(READ, { ...rules, caps: {} }, { points: 1e6, shares: 99, reads: 99, clicksOfShare: 99 })).toBe(1);
    expect(awardFor(READ, { ...rules, caps: { readsPerDay: 0 } }, NOTHING_AWARDED)).toBe(0);
  });

  it('gives nothing for the sixth share of a day', () => {
    let already = NOTHING_AWARDED;
    const given = Array.from({ length: 6 }, () => {
      const points = awardFor(DECLARED_SHARE, { ...rules, caps: { sharesPerDay: 5 } }, already);
      already = afterAward(DECLARED_SHARE, points, already);
      return points;
    });
    expect(given).toEqual([10, 10, 10, 10, 10, 0]);
  });

  it('never exceeds a cap, and is never negative, whatever the rules and the day', () => {
    const price = fc.oneof(fc.integer({ min: -5, max: 50 }), fc.double({ min: -5, max: 50 }));
    const cap = fc.option(fc.integer({ min: -2, max: 60 }));
    const anyRules = fc.record({ perDeclaredShare: price, perValidClick: price, perRead: price, caps: fc.record({ perDay: cap, sharesPerDay: cap, readsPerDay: cap, clicksPerShare: cap }) });
    fc.assert(
      fc.property(anyRules, fc.array(fc.constantFrom(...Object.values(PointSource)), { maxLength: 80 }), (someRules, events) => {
        let already = NOTHING_AWARDED;
        const rewarded = { [DECLARED_SHARE]: 0, [VALID_CLICK]: 0, [READ]: 0 };
        for (const event of events) {
          const points = awardFor(event, someRules, already);
          expect(Number.isInteger(points)).toBe(true);
          expect(points).toBeGreaterThanOrEqual(0);
          if (points > 0) rewarded[event] += 1;
          already = afterAward(event, points, already);
        }
        const { perDay, sharesPerDay, readsPerDay, clicksPerShare } = someRules.caps;
        expect(already.points).toBeLessThanOrEqual(Math.max(0, perDay ?? Infinity));
        expect(rewarded[DECLARED_SHARE]).toBeLessThanOrEqual(Math.max(0, sharesPerDay ?? Infinity));
        expect(rewarded[READ]).toBeLessThanOrEqual(Math.max(0, readsPerDay ?? Infinity));
        expect(rewarded[VALID_CLICK]).toBeLessThanOrEqual(Math.max(0, clicksPerShare ?? Infinity));
      }),
    );
  });
});

describe('the window of a contest', () => {
  const window: ContestWindow = { firstDay: '2026-03-28', lastDay: '2026-03-29', zone: 'Europe/Paris' };

  it.each([
    ['2026-03-27T22:59:59.999Z', false],
    ['2026-03-27T23:00:00Z', true],
    ['2026-03-29T21:59:59.999Z', true],
    ['2026-03-29T22:00:00Z', false],
  ])('%s: %p', (at, inside) => expect(isInsideWindow(new Date(at), window)).toBe(inside));

  it('is lived on the clocks of the organisation', () => {
    expect(isInsideWindow(new Date('2026-03-30T03:00:00Z'), { ...window, zone: 'America/Montreal' })).toBe(true);
  });
});

describe('the ranking', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 8, 1, 9, minute));

  it('puts more points first, then who was there first, then the id; equal points share the rank', () => {
    const ranked = rank([
      { id: 'd', points: 5, reachedAt: at(9) },
      { id: 'e', points: 0, reachedAt: null },
      { id: 'c', points: 10, reachedAt: at(2) },
      { id: 'b', points: 10, reachedAt: at(1) },
      { id: 'a', points: 10, reachedAt: at(2) },
    ]);
    expect(ranked.map(({ id, rank: place, position }) => [id, place, position])).toEqual([['b', 1, 1], ['a', 1, 2], ['c', 1, 3], ['d', 4, 4], ['e', 5, 5]]);
  });

  it('does not depend on the order it is given', () => {
    const score = fc.record({ points: fc.nat(5), reachedAt: fc.option(fc.integer({ min: 0, max: 3 }).map(at)) });
    const scores = fc.array(score).map((list) => list.map((entry, index) => ({ ...entry, id: `p${index}` })));
    const shuffled = scores.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(fc.property(shuffled, ([list, mixed]) => expect(rank(mixed)).toEqual(rank(list))));
  });
});
