import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wilson } from './index';

describe('the Wilson interval', () => {
  it.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [50, 100, 0.4038, 0.5962],
  ])('of %i in %i is %d to %d', (successes, n, low, high) => {
    const interval = wilson(successes, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('is nothing without observations, and refuses impossible counts', () => {
    expect(wilson(0, 0)).toBeNull();
    for (const [successes, n] of [[-1, 5], [6, 5], [Number.NaN, 5]] as const) expect(() => wilson(successes, n)).toThrow(RangeError);
  });

  it('holds the observed rate, stays in 0 to 1, and mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), (n, wanted) => {
        const successes = Math.min(n, wanted);
        const { low, high } = wilson(successes, n) ?? { low: NaN, high: NaN };
        expect(0 <= low && low <= successes / n && successes / n <= high && high <= 1).toBe(true);
        expect(wilson(n - successes, n)?.low).toBeCloseTo(1 - high, 10);
      }),
    );
  });
});
