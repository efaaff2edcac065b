import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_POINTS, PointRanking } from './index';

describe('ranks over point totals', () => {
  it('ranks people, with equal ranks for equal points', () => {
    const ranking = new PointRanking();
    for (const [person, points] of [[1, 30], [2, 50], [3, 30], [4, 0]] as const) ranking.add(person, points);
    expect([50, 30, 0, 40, 99].map((points) => ranking.rankOf(points))).toEqual([1, 2, 4, 2, 1]);
    expect([ranking.people, ranking.total, ranking.pointsOf(3), ranking.pointsOf(9)]).toEqual([4, 110, 30, null]);
  });

  it('agrees with counting by hand after any changes', () => {
    const change = fc.record({ person: fc.nat(12), delta: fc.oneof(fc.integer({ min: -40, max: 60 }), fc.integer({ min: 0, max: 5_000 })), leaves: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), fc.array(fc.integer({ min: -3, max: 20_000 })), (changes, asked) => {
        const ranking = new PointRanking();
        const naive = new Map<number, number>();
        for (const { person, delta, leaves } of changes) {
          const next = (naive.get(person) ?? 0) + delta;
          if (leaves && delta < 0) expect(ranking.remove(person)).toBe(naive.delete(person));
          else if (next < 0) expect(() => ranking.add(person, delta)).toThrow(RangeError);
          else {
            naive.set(person, next);
            expect(ranking.add(person, delta)).toBe(next);
          }
        }
        const totals = [...naive.values()];
        expect(ranking.people).toBe(totals.length);
        expect(ranking.total).toBe(totals.reduce((sum, points) => sum + points, 0));
        for (const points of [...totals, ...asked]) expect(ranking.rankOf(points)).toBe(1 + totals.filter((other) => other > points).length);
      }),
    );
  });

  it('changes nothing when it refuses', () => {
    const ranking = new PointRanking();
    ranking.add(1, 5);
    for (const delta of [-6, 0.5, Number.NaN, MAX_POINTS]) expect(() => ranking.add(1, delta)).toThrow(RangeError);
    expect([ranking.pointsOf(1), ranking.total, ranking.rankOf(4)]).toEqual([5, 5, 2]);
    expect(ranking.add(2, MAX_POINTS)).toBe(MAX_POINTS);
    expect(ranking.rankOf(5)).toBe(2);
  });
});
