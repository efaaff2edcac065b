import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { axisDefaults, checkPhases, moveProgramme, OBJECTIVE_METRICS, PhaseProblem, phasesOn, ProgrammeAction, programmeActions, ProgrammeState } from './index';

const phase = (startsOn: string, endsOn: string | null = null) => ({ startsOn, endsOn });

describe('phases', () => {
  it('have one current and one next, or nothing between two', () => {
    const [test, relaunch] = [phase('2026-03-02', '2026-03-28'), phase('2026-04-10')];
    const names = (day: string) => {
      const { current, next } = phasesOn([relaunch, test], day);
      return [current?.startsOn ?? null, next?.startsOn ?? null];
    };
    expect(names('2026-03-01')).toEqual([null, '2026-03-02']);
    expect(names('2026-03-02')).toEqual(['2026-03-02', '2026-04-10']);
    expect(names('2026-03-28')).toEqual(['2026-03-02', '2026-04-10']);
    expect(names('2026-04-01')).toEqual([null, '2026-04-10']);
    expect(names('2030-01-01')).toEqual(['2026-04-10', null]);
  });

  it.each([
    [[phase('2026-03-02', '2026-03-01')], [{ index: 0, field: 'endsOn', problem: PhaseProblem.ENDS_BEFORE_START }]],
    [[phase('2026-03-02'), phase('2026-04-01')], [{ index: 1, field: 'startsOn', problem: PhaseProblem.OVERLAPS }]],
    [[phase('2026-04-01'), phase('2026-03-02', '2026-04-01')], [{ index: 0, field: 'startsOn', problem: PhaseProblem.OVERLAPS }]],
    [[phase('2026-03-02', '2026-03-31'), phase('2026-04-01')], []],
    [[], []],
  ])('%j', (phases, problems) => expect(checkPhases(phases)).toEqual(problems));

  it('that stand never run together', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
    const phases = fc.array(fc.record({ startsOn: day, endsOn: fc.option(day) }), { maxLength: 6 });
    fc.assert(
      fc.property(phases, day, (set, on) => {
        fc.pre(checkPhases(set).length === 0);
        expect(set.filter(({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || endsOn >= on)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a programme', () => {
  it('goes from draft to live, pauses, is relaunched, and ends closed', () => {
    let state = ProgrammeState.DRAFT;
    for (const action of [ProgrammeAction.LAUNCH, ProgrammeAction.PAUSE, ProgrammeAction.RELAUNCH, ProgrammeAction.PAUSE, ProgrammeAction.CLOSE]) state = moveProgramme(state, action)!;
    expect([state, programmeActions(state)]).toEqual([ProgrammeState.CLOSED, []]);
    expect(moveProgramme(ProgrammeState.DRAFT, ProgrammeAction.PAUSE)).toBeNull();
  });

  it('proposes only indicators on which an objective can be set', () => {
    const kpis = Object.values(axisDefaults).flatMap((defaults) => defaults.kpis);
    expect(kpis.filter((id) => !(id in OBJECTIVE_METRICS))).toEqual([]);
  });
});
