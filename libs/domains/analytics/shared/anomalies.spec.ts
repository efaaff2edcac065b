import { describe, expect, it } from '@jest/globals';
import { addDays } from '@portevoix/identity/shared';
import fc from 'fast-check';
import { ClickSignal, clickVerdicts, HISTORY_DAYS, MAX_SCORE, median, MIN_CLICKS, MIN_HISTORY, modifiedZScore, type ClickDayFacts } from './index';

const DAY = '2026-03-29';
const { SET_ASIDE_SHARE, RAW_COUNT } = ClickSignal;

/** As many days on end, the last one on the eve of DAY. */
const daysBefore = (count: number, of: (index: number) => Partial<ClickDayFacts>): ClickDayFacts[] =>
  Array.from({ length: count }, (_, index) => ({ day: addDays(DAY, -1 - index), raw: 40, valid: 30, people: 8, ...of(index) }));
const flat = (count: number) => daysBefore(count, () => ({}));
const on = (history: readonly ClickDayFacts[], today: Partial<ClickDayFacts>) => clickVerdicts([...history, { day: DAY, raw: 40, valid: 30, people: 8, ...today }], DAY)[0]!;

describe('the modified z-score', () => {
  it('is that of Iglewicz and Hoaglin', () => {
    const values = [2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3];
    // Median 2.45, MAD 0.15: 0.6745 × 5.85 / 0.15.
    expect(modifiedZScore(8.3, values, 1e-9)).toBeCloseTo(26.305, 2);
    expect([modifiedZScore(8.2, values, 1e-9), modifiedZScore(2.6, values, 1e-9)].map((score) => (score ?? 0) > MAX_SCORE)).toEqual([true, false]);
  });

  it('is finite of a flat history, and nothing of none', () => {
    expect(modifiedZScore(5, [3, 3, 3], 2)).toBe(1);
    expect(modifiedZScore(3, [3, 3, 3, 900], 2)).toBe(0);
    expect(modifiedZScore(3, [], 2)).toBeNull();
    expect(median([])).toBeNull();
    for (const chance of [0, -1, Number.NaN]) expect(() => modifiedZScore(3, [3], chance)).toThrow(RangeError);
  });
});

describe('a day of clicks', () => {
  it('stands out by what is set aside, by how many there are, or by both', () => {
    const usual = daysBefore(HISTORY_DAYS, (index) => ({ raw: 36 + (index % 9), valid: 28 + (index % 5) }));
    expect(on(usual, {})).toMatchObject({ withheld: false, signals: [] });
    expect(on(usual, { raw: 45, valid: 5 }).signals).toEqual([SET_ASIDE_SHARE]);
    expect(on(usual, { raw: 400, valid: 310 }).signals).toEqual([RAW_COUNT]);
    expect(on(usual, { raw: 400, valid: 30 }).signals).toEqual([SET_ASIDE_SHARE, RAW_COUNT]);
    // Better or quieter than usual is no anomaly.
    expect(on(usual, { raw: 21, valid: 21 }).signals).toEqual([]);
  });

  it('stands out of a flat history, where the MAD is 0, but not for a click more', () => {
    expect(on(flat(HISTORY_DAYS), {})).toEqual({ day: DAY, withheld: false, shareScore: 0, rawScore: 0, signals: [] });
    expect(on(flat(HISTORY_DAYS), { raw: 42, valid: 30 }).signals).toEqual([]);
    expect(on(flat(HISTORY_DAYS), { raw: 200, valid: 30 }).signals).toEqual([SET_ASIDE_SHARE, RAW_COUNT]);
    const allValid = daysBefore(HISTORY_DAYS, () => ({ valid: 40 }));
    expect(on(allValid, { valid: 39 }).signals).toEqual([]);
    expect(on(allValid, { valid: 20 }).signals).toEqual([SET_ASIDE_SHARE]);
  });

  it('is not judged without enough days before it, nor a click, nor flagged under twenty clicks', () => {
    const spike = { raw: 500, valid: 5 };
    const unknown = { shareScore: null, rawScore: null, signals: [] };
    expect(on([], spike)).toMatchObject(unknown);
    expect(on(flat(MIN_HISTORY - 1), spike)).toMatchObject(unknown);
    expect(on(flat(MIN_HISTORY), spike).signals).toHaveLength(2);
    expect(on(flat(HISTORY_DAYS), { raw: 0, valid: 0, people: 0 })).toEqual({ day: DAY, withheld: false, ...unknown });
    const quiet = daysBefore(HISTORY_DAYS, () => ({ raw: 5, valid: 5 }));
    expect(on(quiet, { raw: MIN_CLICKS - 1, valid: 1 }).signals).toEqual([]);
    expect(on(quiet, { raw: MIN_CLICKS, valid: 1 }).signals).toHaveLength(2);
  });

  it('is withheld under five people, and is in no other day’s history', () => {
    for (const people of [0, 1, 4]) expect(on(flat(HISTORY_DAYS), { raw: 500, valid: 5, people })).toEqual({ day: DAY, withheld: true, shareScore: null, rawScore: null, signals: [] });
    expect(on(flat(HISTORY_DAYS), { raw: 500, valid: 5, people: 5 }).signals).toHaveLength(2);
    const [few, other] = [{ raw: 900, valid: 1, people: 4 }, { raw: 1, valid: 1, people: 4 }].map((hidden) => on([...flat(14), ...daysBefore(HISTORY_DAYS, () => hidden).slice(14)], { raw: 60 }));
    expect(few).toEqual(other);
  });

  it('is held against the 28 days before, not older ones, across the change of clocks', () => {
    // 29 March and 25 October 2026: Paris changes its clocks; days are counted by the calendar.
    for (const day of ['2026-03-30', '2026-10-26']) {
      const facts = Array.from({ length: 60 }, (_, index) => ({ day: addDays(day, -index), raw: index > HISTORY_DAYS ? 4000 : 40, valid: 30, people: 8 }));
      expect(clickVerdicts(facts, day)).toEqual([{ day, withheld: false, shareScore: 0, rawScore: 0, signals: [] }]);
    }
  });
});

describe('whatever the clicks', () => {
  const day = fc.record({ raw: fc.oneof(fc.nat(60), fc.nat(2_000_000_000)), kept: fc.double({ min: 0, max: 1, noNaN: true }), people: fc.nat(12), at: fc.integer({ min: -40, max: 40 }) });
  const days = fc.uniqueArray(day, { selector: ({ at }) => at, maxLength: 80 }).map((list) => list.map(({ raw, kept, people, at }) => ({ day: addDays(DAY, at), raw, valid: Math.floor(raw * kept), people })));

  it('scores are finite or none, and what is withheld tells nothing', () => {
    fc.assert(
      fc.property(days, (facts) => {
        const verdicts = clickVerdicts(facts, DAY);
        expect(verdicts.map((verdict) => verdict.day)).toEqual(facts.map((fact) => fact.day).filter((at) => at >= DAY).sort());
        for (const { withheld, shareScore, rawScore, signals, ...verdict } of verdicts) {
          for (const score of [shareScore, rawScore]) expect(score === null || Number.isFinite(score)).toBe(true);
          const { raw, people } = facts.find((fact) => fact.day === verdict.day)!;
          expect(withheld).toBe(raw > 0 && people < 5);
          if (withheld || raw < MIN_CLICKS) expect(signals).toEqual([]);
          if (withheld) expect([shareScore, rawScore]).toEqual([null, null]);
        }
      }),
    );
  });

  it('the order in which days are given changes nothing, nor does what is behind withheld ones', () => {
    fc.assert(
      fc.property(days, fc.infiniteStream(fc.nat(5000)), (facts, noise) => {
        const verdicts = clickVerdicts(facts, DAY);
        expect(clickVerdicts(facts.toSorted((a, b) => a.raw - b.raw), DAY)).toEqual(verdicts);
        const other = facts.map((fact) => (fact.raw > 0 && fact.people < 5 ? { ...fact, raw: 1 + noise.next().value, valid: 0 } : fact));
        expect(clickVerdicts(other, DAY)).toEqual(verdicts);
      }),
    );
  });

  it('one spike over ordinary days is found wherever it falls', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 30, max: 50 }), { minLength: MIN_HISTORY, maxLength: HISTORY_DAYS }), fc.integer({ min: 1000, max: 100_000 }), (counts, extra) => {
        const history = daysBefore(counts.length, (index) => ({ raw: counts[index]!, valid: Math.floor(counts[index]! * 0.8) }));
        expect(on(history, { raw: 40 + extra, valid: 32 }).signals).toEqual([SET_ASIDE_SHARE, RAW_COUNT]);
      }),
    );
  });
});
