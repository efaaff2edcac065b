import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newTokenText, readTokenText } from './token-text';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => Buffer.from(array));

describe('the text of an API token', () => {
  it('names its organisation and its secret, for every organisation and every 256 bits', () => {
    fc.assert(
      fc.property(fc.uuid(), bytes, (organisationId, random) => {
        const { text, secret, hint } = newTokenText(organisationId, random);
        expect(text).toMatch(/^pv_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/);
        expect(readTokenText(text)).toEqual({ organisationId, secret });
        expect(hint).toBe(`pv_…${text.slice(-4)}`);
      }),
    );
  });

  it('keeps its length at both ends', () => {
    for (const [id, byte] of [['00000000-0000-0000-0000-000000000000', 0], ['ffffffff-ffff-ffff-ffff-ffffffffffff', 255]] as const) {
      const { text } = newTokenText(id, Buffer.alloc(32, byte));
      expect(text).toHaveLength(75);
      expect(readTokenText(text)?.organisationId).toBe(id);
    }
  });

  it('is refused with any one character wrong, missing or too many', () => {
    fc.assert(
      fc.property(fc.uuid(), bytes, fc.nat(74), fc.constantFrom(...'0aZ_é.'), (organisationId, random, at, other) => {
        const { text } = newTokenText(organisationId, random);
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        if (changed !== text) expect(readTokenText(changed)).toBeNull();
        expect(readTokenText(text.slice(0, at) + text.slice(at + 1))).toBeNull();
        expect(readTokenText(text + other)).toBeNull();
      }),
    );
  });

  it('is nothing else that one may send', () => {
    fc.assert(fc.property(fc.string(), (text) => readTokenText(text) === null && readTokenText(`pv_${text}`) === null));
  });
});
