import { describe, expect, it } from '@jest/globals';
import { firstContacts } from './index';

describe('first contacts', () => {
  it('spread over five working days, from the next one on', () => {
    expect(firstContacts('2026-11-26', 7)).toEqual(['2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-11-27', '2026-11-30']);
    expect(firstContacts('2026-11-28', 1)).toEqual(['2026-11-30']);
    expect(firstContacts('2026-11-26', 0)).toEqual([]);
  });
});
