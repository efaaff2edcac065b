import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shorten } from './shorten';

const under = (limit: number) => (text: string) => text.length <= limit;

describe('shorten', () => {
  it('keeps a text that fits', () => {
    expect(shorten(' J’ai vu naître un préau. ', under(100))).toBe('J’ai vu naître un préau.');
  });

  it('keeps whole sentences first', () => {
    expect(shorten('J’ai vu naître un préau. Les élèves comptaient avec moi. J’en souris encore !', under(60))).toBe('J’ai vu naître un préau. Les élèves comptaient avec moi.');
  });

  it('cuts one long sentence between two words', () => {
    expect(shorten('J’ai vu quatre charpentiers, une grue légère et soixante-douze enfants', under(30))).toBe('J’ai vu quatre charpentiers…');
  });

  it('gives nothing when no word fits', () => {
    expect(shorten('Anticonstitutionnellement', under(5))).toBe('');
  });

  it('always fits, and is always a beginning of the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 120 }), (text, limit) => {
        const short = shorten(text, under(limit));
        expect(short.length).toBeLessThanOrEqual(limit);
        const plain = (value: string) => value.replace(/[\s…,;:.!?]+/gu, '');
        expect(plain(text).startsWith(plain(short))).toBe(true);
      }),
    );
  });
});
