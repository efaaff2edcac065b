import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markedPieces } from './marks';

describe('markedPieces', () => {
  it('marks what others already wrote', () => {
    expect(markedPieces('Une école. La mienne.', [{ from: 0, to: 10 }])).toEqual([{ text: 'Une école.', marked: true }, { text: ' La mienne.', marked: false }]);
  });

  it('joins overlaps and leaves out what lies outside', () => {
    expect(markedPieces('abcdef', [{ from: 3, to: 99 }, { from: -4, to: 1 }, { from: 2, to: 4 }, { from: 40, to: 50 }])).toEqual([
      { text: 'a', marked: true },
      { text: 'b', marked: false },
      { text: 'cdef', marked: true },
    ]);
  });

  it('never loses nor repeats a letter, whatever the passages', () => {
    const span = fc.record({ from: fc.integer({ min: -5, max: 60 }), to: fc.integer({ min: -5, max: 60 }) });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(span, { maxLength: 8 }), (text, spans) => {
        const pieces = markedPieces(text, spans);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });
});
