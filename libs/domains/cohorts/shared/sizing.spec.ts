import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { adviseSize, LaunchPlan, SizingBand, wavesOf } from './index';

describe('how to launch', () => {
  it('under 20: with everybody, and a follow-up card each', () => {
    expect(adviseSize(19)).toMatchObject({
      band: SizingBand.SMALL,
      recommended: LaunchPlan.LAUNCH_ALL,
      options: [{ plan: LaunchPlan.LAUNCH_ALL, waves: [19], followUpCards: 19 }],
    });
    expect(adviseSize(1).options[0]?.followUpCards).toBe(1);
  });

  it.each([20, 25, 29])('with %i: both ways, each with its reasons, and nothing decided', (people) => {
    const { band, options, recommended } = adviseSize(people);
    expect([band, recommended]).toEqual([SizingBand.CHOICE, null]);
    expect(options.map(({ plan }) => plan)).toEqual([LaunchPlan.LAUNCH_ALL, LaunchPlan.WAVES]);
    for (const { pros, cons } of options) expect(Math.min(pros.length, cons.length)).toBeGreaterThan(0);
  });

  it.each([
    [30, [12, 18]],
    [40, [10, 15, 15]],
    [50, [13, 18, 19]],
  ])('with %i: in waves', (people, waves) => {
    expect(adviseSize(people)).toMatchObject({ band: SizingBand.LARGE, recommended: LaunchPlan.WAVES, options: [{ waves }] });
  });

  it('has nothing to advise for nobody, and refuses what is not a number of people', () => {
    expect(adviseSize(0)).toEqual({ people: 0, band: SizingBand.EMPTY, options: [], recommended: null });
    for (const people of [-1, 2.5, Number.NaN, Infinity]) expect(() => adviseSize(people)).toThrow(RangeError);
  });
});

it('places everybody in balanced waves of at most 20, the first one smaller', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 30_000 }), (people) => {
      const [first = 0, ...others] = wavesOf(people);
      expect([first, ...others].reduce((sum, size) => sum + size, 0)).toBe(people);
      expect(others.length).toBeGreaterThanOrEqual(1);
      const [least, most] = others.reduce(([low, high], size) => [Math.min(low, size), Math.max(high, size)], [Infinity, 0]);
      expect(most).toBeLessThanOrEqual(20);
      expect(most - least).toBeLessThanOrEqual(1);
      expect(first).toBeGreaterThan(0);
      expect(first).toBeLessThan(least);
    }),
  );
});
