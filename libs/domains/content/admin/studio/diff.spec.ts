import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diffLines } from './diff';

describe('differences between two texts', () => {
  it('marks what is only on one side', () => {
    const { before, after } = diffLines('a\nb\nc', 'a\nx\nc\nd');
    expect(before.filter(({ changed }) => changed).map(({ text }) => text)).toEqual(['b']);
    expect(after.filter(({ changed }) => changed).map(({ text }) => text)).toEqual(['x', 'd']);
  });

  it('leaves the same lines in the same order on both sides', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((rows) => rows.join('\n'));
    fc.assert(fc.property(text, text, (left, right) => {
      const { before, after } = diffLines(left, right);
      const kept = (side: { text: string; changed: boolean }[]) => side.filter(({ changed }) => !changed).map((line) => line.text);
      expect(kept(before)).toEqual(kept(after));
      expect([before.map((line) => line.text).join('\n'), after.map((line) => line.text).join('\n')]).toEqual([left, right]);
      if (left === right) expect(before.some(({ changed }) => changed)).toBe(false);
    }));
  });
});
