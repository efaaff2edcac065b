import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { niceMax, placeLabels } from './scale';

describe('niceMax', () => {
  it('rounds up to a figure that reads well', () => {
    expect([0, 1, 3, 12, 23, 47, 53, 99, 101].map(niceMax)).toEqual([1, 1, 4, 20, 40, 60, 60, 100, 200]);
  });
  it('is never under the value, nor more than twice it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (value) => {
        expect(niceMax(value)).toBeGreaterThanOrEqual(value * 0.999999);
        expect(niceMax(value)).toBeLessThanOrEqual(value * 2.0001);
      }),
    );
  });
});

describe('placeLabels', () => {
  it('keeps labels apart, inside and in the order of their lines', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 4 }), (wished) => {
        const placed = placeLabels(wished, 15, 0, 200);
        const sorted = placed.toSorted((a, b) => a - b);
        sorted.forEach((y, i) => {
          expect(y).toBeGreaterThanOrEqual(-1e-9);
          expect(y).toBeLessThanOrEqual(200 + 1e-9);
          if (i > 0) expect(y - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9);
        });
        wished.forEach((a, i) => wished.forEach((b, j) => a < b && expect(placed[i]).toBeLessThan(placed[j] ?? 0)));
      }),
    );
  });
});
