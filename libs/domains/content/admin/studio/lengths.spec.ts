import { describe, expect, it } from '@jest/globals';
import { countSigns, lengthOn } from './lengths';

describe('length of a share', () => {
  it('counts signs as a reader does', () => {
    expect([countSigns('été'), countSigns('👩🏽‍🚒'), countSigns('')]).toEqual([3, 1, 0]);
  });

  it('adds the disclosure, the link and what parts them', () => {
    const link = `https://portevoix.test/r/${'a'.repeat(40)}`;
    expect(lengthOn('x', 'a'.repeat(100), '#Equipe', link)).toBe(100 + 7 + 23 + 4);
    expect(lengthOn('linkedin', 'a'.repeat(100), '', link)).toBe(100 + link.length + 2);
    expect(lengthOn('bluesky', 'abc', '', '')).toBe(3);
  });
});
