import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callPhase, CallPhase, CallState, withholdSmall } from './index';

describe('a breakdown of applicants', () => {
  it.each([
    [[12, 7, 5], [12, 7, 5]],
    [[12, 7, 3], [12, null, null]],
    [[12, 3, 2], [12, null, null]],
    [[9, 1], [null, null]],
    [[3], [null]],
    [[0, 8], [0, 8]],
    [[], []],
  ])('%j is shown as %j', (counts, shown) => expect(withholdSmall(counts)).toEqual(shown));

  it('never lets a subtraction from the total give fewer than five people, unless there are fewer', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (counts) => {
        const shown = withholdSmall(counts);
        const total = counts.reduce((sum, count) => sum + count, 0);
        const hidden = counts.reduce((sum, count, index) => (shown[index] === null ? sum + count : sum), 0);
        if (hidden > 0) expect(hidden).toBeGreaterThanOrEqual(Math.min(5, total));
        shown.forEach((count, index) => expect([null, counts[index]]).toContain(count));
        expect(shown.some((count) => count !== null && count > 0 && count < 5)).toBe(false);
      }),
    );
  });
});

describe('a call', () => {
  const dates = { state: CallState.OPEN, opensOn: '2026-10-20', closesOn: '2026-10-25' };
  it.each([
    ['2026-10-19', CallPhase.UPCOMING],
    ['2026-10-20', CallPhase.OPEN],
    ['2026-10-25', CallPhase.OPEN],
    ['2026-10-26', CallPhase.CLOSED],
  ])('of 20 to 25 October is, on %s, %s', (today, phase) => expect(callPhase(dates, today)).toBe(phase));

  it('is not open because of its dates alone', () => {
    expect(callPhase({ ...dates, state: CallState.DRAFT }, '2026-10-22')).toBe(CallPhase.DRAFT);
    expect(callPhase({ ...dates, state: CallState.CLOSED }, '2026-10-22')).toBe(CallPhase.CLOSED);
  });
});
