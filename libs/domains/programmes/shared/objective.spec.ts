import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { axisDefaults, checkObjective, ObjectiveProblem, type ObjectiveDraft, ProgrammeAxis, progress } from './index';

const sound: ObjectiveDraft = { metricId: 'valid-clicks', unit: 'COUNT', baseline: 120, target: 400, deadline: '2026-12-31', ownerId: 'p1' };

describe('an objective', () => {
  it('stands when it is precise and measurable', () => {
    expect(checkObjective(sound, '2026-12-31')).toEqual([]);
    expect(checkObjective({ ...sound, baseline: 0, target: -5 }, '2026-09-01')).toEqual([]);
  });

  it.each<[Partial<ObjectiveDraft>, keyof ObjectiveDraft, ObjectiveProblem]>([
    [{ metricId: ' ' }, 'metricId', ObjectiveProblem.METRIC_REQUIRED],
    [{ unit: null }, 'unit', ObjectiveProblem.UNIT_REQUIRED],
    [{ baseline: undefined }, 'baseline', ObjectiveProblem.BASELINE_REQUIRED],
    [{ target: null }, 'target', ObjectiveProblem.TARGET_REQUIRED],
    [{ target: Number.NaN }, 'target', ObjectiveProblem.TARGET_REQUIRED],
    [{ target: 120 }, 'target', ObjectiveProblem.TARGET_IS_BASELINE],
    [{ deadline: null }, 'deadline', ObjectiveProblem.DEADLINE_REQUIRED],
    [{ deadline: '2026-08-31' }, 'deadline', ObjectiveProblem.DEADLINE_PASSED],
    [{ ownerId: '' }, 'ownerId', ObjectiveProblem.OWNER_REQUIRED],
  ])('is refused with %j', (change, field, problem) => {
    expect(checkObjective({ ...sound, ...change }, '2026-09-01')).toEqual([{ field, problem }]);
  });

  it('says everything that it lacks at once', () => expect(checkObjective({}, '2026-09-01')).toHaveLength(6));
});

describe('progress', () => {
  it.each([
    [100, 200, 150, 0.5, 0.5, false],
    [100, 200, 250, 1.5, 1, true],
    [100, 200, 80, -0.2, 0, false],
    [48, 24, 36, 0.5, 0.5, false],
    [48, 24, 20, 28 / 24, 1, true],
    [48, 24, 60, -0.5, 0, false],
    [-10, 10, 0, 0.5, 0.5, false],
  ])('from %d to %d, at %d', (baseline, target, current, ratio, share, reached) => {
    expect(progress(baseline, target, current)).toEqual({ ratio: expect.closeTo(ratio, 10), share: expect.closeTo(share, 10), reached });
  });

  it('is not defined without a way to go', () => {
    expect([progress(5, 5, 5), progress(Number.NaN, 1, 0), progress(0, Infinity, 1)]).toEqual([null, null, null]);
  });

  it('is 0 at the baseline and reached at the target, whichever way it goes', () => {
    const value = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(value, value, (baseline, target) => {
        fc.pre(baseline !== target);
        expect(progress(baseline, target, baseline)).toEqual({ ratio: expect.closeTo(0), share: expect.closeTo(0), reached: false });
        expect(progress(baseline, target, target)).toEqual({ ratio: 1, share: 1, reached: true });
      }),
    );
  });
});

describe('an axis', () => {
  it('brings its own themes and indicators', () => {
    const sets = Object.values(ProgrammeAxis).map((axis) => JSON.stringify(axisDefaults[axis]));
    expect(new Set(sets).size).toBe(3);
    expect(axisDefaults[ProgrammeAxis.SALES].kpis[0]).not.toBe(axisDefaults[ProgrammeAxis.CORPORATE].kpis[0]);
  });
});
