import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanRanges, cutText, replaceRange } from './ranges';

const wild = fc.tuple(fc.string({ unit: 'grapheme' }), fc.array(fc.record({ start: fc.integer({ min: -3, max: 40 }), end: fc.integer({ min: -3, max: 40 }) })));

describe('cutText', () => {
  it('marks a passage', () => {
    expect(cutText('Nous sommes fiers.', [{ start: 0, end: 17 }]).map((p) => [p.text, p.range !== null])).toEqual([['Nous sommes fiers', true], ['.', false]]);
  });
  it('gives the text back whatever the ranges', () => {
    fc.assert(fc.property(wild, ([text, ranges]) => expect(cutText(text, ranges).map((p) => p.text).join('')).toBe(text)));
  });
});

describe('cleanRanges', () => {
  it('keeps ordered ranges that do not overlap', () => {
    fc.assert(
      fc.property(wild, ([text, ranges]) => {
        const clean = cleanRanges(ranges, text.length);
        clean.forEach((range, i) => expect(range.start).toBeGreaterThanOrEqual(clean[i - 1]?.end ?? 0));
      }),
    );
  });
});

describe('replaceRange', () => {
  it('replaces a passage', () => {
    expect(replaceRange('Nous sommes fiers de cela.', { start: 0, end: 17 }, 'Je suis fière')).toBe('Je suis fière de cela.');
  });
  it('leaves one space where words are taken away', () => {
    expect(replaceRange('un deux trois', { start: 3, end: 7 }, '')).toBe('un trois');
    expect(replaceRange('deux trois', { start: 0, end: 4 }, '')).toBe('trois');
  });
});
