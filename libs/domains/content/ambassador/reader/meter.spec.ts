import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IDLE_MS, ReadingMeter } from './meter';

/** Ticks once a second from 0 to `until`, with the page attended or not. */
function run(meter: ReadingMeter, from: number, until: number, attended = true): void {
  for (let now = from + 1000; now <= until; now += 1000) meter.tick(now, attended);
}

describe('ReadingMeter', () => {
  it('counts the time of an attended page', () => {
    const meter = new ReadingMeter(0);
    run(meter, 0, 12_000);
    expect(meter.activeMs).toBe(12_000);
  });

  it('stops after 30 seconds without a gesture, and goes on at the next', () => {
    const meter = new ReadingMeter(0);
    run(meter, 0, 60_000);
    expect(meter.activeMs).toBe(IDLE_MS);
    meter.gesture(60_000);
    run(meter, 60_000, 65_000);
    expect(meter.activeMs).toBe(IDLE_MS + 5_000);
  });

  it('counts neither a hidden page nor a sleeping device', () => {
    const meter = new ReadingMeter(0);
    run(meter, 0, 10_000, false);
    meter.gesture(3_600_000);
    meter.tick(3_600_000, true);
    expect(meter.activeMs).toBe(0);
  });

  it('keeps the deepest part seen', () => {
    const meter = new ReadingMeter(0);
    [0.2, 0.7, 0.4, 3].forEach((depth) => meter.seen(depth));
    expect(meter.depth).toBe(1);
  });

  it('never counts more than the time that passed, whatever the order of things', () => {
    const step = fc.record({ after: fc.integer({ min: -500, max: 40_000 }), attended: fc.boolean(), gesture: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const meter = new ReadingMeter(0);
        let now = 0;
        let last = 0;
        for (const { after, attended, gesture } of steps) {
          now += after;
          last = Math.max(last, now);
          if (gesture) meter.gesture(now);
          const before = meter.activeMs;
          meter.tick(now, attended);
          expect(meter.activeMs).toBeGreaterThanOrEqual(before);
        }
        expect(meter.activeMs).toBeLessThanOrEqual(last);
      }),
    );
  });
});
