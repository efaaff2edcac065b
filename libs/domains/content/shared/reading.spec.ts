import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acceptActiveMs, acceptDepth, countWords, isRead, readingNeed } from './index';

describe('the reading rule', () => {
  it.each([
    [0, 5_000],
    [10, 5_000],
    [238, 24_000],
    [5_000, 60_000],
    [Number.NaN, 5_000],
    [-3, 5_000],
  ])('%p words ask %p ms', (words, activeMs) => expect(readingNeed(words)).toEqual({ activeMs, depth: 0.6 }));

  it('asks for both time and depth', () => {
    const need = readingNeed(238);
    expect(isRead({ activeMs: 1_000, depth: 1 }, need)).toBe(false);
    expect(isRead({ activeMs: 24_000, depth: 0.59 }, need)).toBe(false);
    expect(isRead({ activeMs: 24_000, depth: 0.6 }, need)).toBe(true);
  });

  it('never asks less of a longer text', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (a, b) => {
        expect(readingNeed(Math.max(a, b)).activeMs).toBeGreaterThanOrEqual(readingNeed(Math.min(a, b)).activeMs);
      }),
    );
  });

  it('believes no more time than has passed', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (reported, elapsed) => {
        const accepted = acceptActiveMs(reported, elapsed);
        expect(Number.isInteger(accepted)).toBe(true);
        expect(accepted).toBeGreaterThanOrEqual(0);
        expect(accepted).toBeLessThanOrEqual(Math.max(0, elapsed || 0));
      }),
    );
    expect(acceptActiveMs(60_000, 4_000)).toBe(4_000);
    expect(acceptActiveMs(3_000, 4_000)).toBe(3_000);
  });

  it('keeps the depth between 0 and 1', () => {
    expect([acceptDepth(7), acceptDepth(-1), acceptDepth(Number.NaN), acceptDepth(0.5)]).toEqual([1, 0, 0, 0.5]);
  });

  it('counts words as a reader does', () => expect(countWords('L’équipe « bas-carbone » a gagné, 2 fois !')).toBe(6));
});
