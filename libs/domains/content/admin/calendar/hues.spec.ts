import { describe, expect, it } from '@jest/globals';
import { hue, themeHues } from './hues';

describe('the colour of a theme', () => {
  it('is no other theme’s, however many there are', () => {
    const themes = themeHues(Array.from({ length: 60 }, (_, n) => ({ id: `${n}`, name: `Thème ${n}` })));
    expect(new Set([undefined, ...[...themes.values()].map(({ index }) => index)].map((index) => JSON.stringify(hue(index)))).size).toBe(61);
  });
});
