import { describe, expect, it } from '@jest/globals';
import { parseDay } from './days';

describe('a typed day', () => {
  it.each(['12 déc. 2026', '12 déc 2026', '12 décembre 2026', '12 Dec 2026', '12 December 2026', '12/12/2026', '12.12.2026', '2026-12-12', ' 12/12/2026 '])('%s is read', (text) => {
    expect(parseDay(text)).toBe('2026-12-12');
  });

  it('has its day before its month', () => expect(parseDay('3/11/2026')).toBe('2026-11-03'));

  it.each(['', 'demain', '31/02/2026', '12/13/2026', '12 foo 2026'])('%s is none', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});
