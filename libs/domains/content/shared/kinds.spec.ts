import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Audience, ContentKind, isMonoSubject, isShareable, mixOf, themeConcentration } from './index';

describe('the mix of a feed', () => {
  it('gives every kind, whose shares add up to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(ContentKind)), { minLength: 1 }), (kinds) => {
        const mix = mixOf(kinds);
        expect(mix.map(({ kind }) => kind)).toEqual(Object.values(ContentKind));
        expect(mix.reduce((sum, { count }) => sum + count, 0)).toBe(kinds.length);
        expect(mix.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
      }),
    );
    expect(mixOf([]).every(({ share }) => share === 0)).toBe(true);
  });
});

describe('a single-subject feed', () => {
  it('is ten items of one theme, not ten of several', () => {
    expect(isMonoSubject(Array.from({ length: 10 }, () => 'rse'))).toBe(true);
    expect(isMonoSubject(['rse', 'rse', 'métier', 'marché', 'rse', 'vie', 'vie', 'métier', 'marché', 'rse'])).toBe(false);
  });

  it('is not decided on a few items', () => expect(isMonoSubject(['rse', 'rse', 'rse', 'rse'])).toBe(false));

  it('counts an item once per theme', () => {
    expect(themeConcentration([['a', 'b', 'a'], ['a'], ['b'], ['c'], ['a']])).toEqual({ items: 5, theme: 'a', share: 0.6, mono: false });
    expect(themeConcentration([])).toEqual({ items: 0, theme: null, share: 0, mono: false });
  });
});

it('lets only a shareable publication out', () => {
  expect(Object.values(Audience).filter(isShareable)).toEqual([Audience.SHAREABLE]);
});
