import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextAfterFailure, nextAfterSuccess, retryAfterSeconds } from './pace';

const now = new Date('2026-11-23T08:00:00Z');
const minutes = (date: Date) => (date.getTime() - now.getTime()) / 60_000;

describe('pace of a source', () => {
  it('comes back after its interval, and up to a tenth later', () => {
    expect([minutes(nextAfterSuccess(now, 60, 0)), minutes(nextAfterSuccess(now, 60, 1))]).toEqual([60, 66]);
  });

  it('waits twice as long after each failure, at most a day', () => {
    expect([1, 2, 3, 9].map((failures) => minutes(nextAfterFailure(now, 60, failures, 0, 0)))).toEqual([120, 240, 480, 1440]);
  });

  it('never comes back before half of that, nor before the server’s own delay', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 10_080 }), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 90_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (interval, failures, asked, random) => {
        const wait = minutes(nextAfterFailure(now, interval, failures, asked, random));
        expect(wait).toBeGreaterThanOrEqual(Math.min(interval, 720) - 0.001);
        expect(wait).toBeGreaterThanOrEqual(Math.min(asked / 60, 1440) - 0.001);
        expect(wait).toBeLessThanOrEqual(Math.max(1440, interval) + 0.001);
      }),
    );
  });

  it('reads Retry-After in seconds, as a date, and not at all', () => {
    expect(retryAfterSeconds('120', now)).toBe(120);
    expect(retryAfterSeconds('Mon, 23 Nov 2026 08:05:00 GMT', now)).toBe(300);
    expect(retryAfterSeconds('Sun, 22 Nov 2026 08:05:00 GMT', now)).toBe(0);
    expect([retryAfterSeconds('soon', now), retryAfterSeconds(undefined, now)]).toEqual([0, 0]);
  });
});
