import { describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@portevoix/platform';
import fc from 'fast-check';
import { cursorOf, placeOf, type Place } from './place';

const instant = fc.date({ noInvalidDate: true });
const place: fc.Arbitrary<Place> = fc.record({ asOf: instant, pinned: fc.boolean(), at: instant, id: fc.uuid(), early: fc.array(fc.uuid(), { maxLength: 8 }) });

describe('a place in the feed', () => {
  it('is read from its cursor, which an argument of a page can hold', () => {
    fc.assert(fc.property(place, (written) => {
      const cursor = cursorOf(written);
      expect(cursor.length).toBeLessThanOrEqual(500);
      expect(placeOf(cursor)).toEqual(written);
    }));
  });

  it.each([['nothing', ''], ['another list’s', encodeCursor(['a'])], ['an id that is none', encodeCursor([0, 0, 0, 'x', ''])], ['a moment that is none', encodeCursor([9e15, 0, 0, crypto.randomUUID(), ''])], ['half an id', encodeCursor([0, 0, 0, crypto.randomUUID(), 'AAAA'])]])('is refused: %s', (_, cursor) => {
    expect(() => placeOf(cursor)).toThrow();
  });
});
