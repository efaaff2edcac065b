import { describe, expect, it } from '@jest/globals';
import { byDay, gapsIn, gapsOf, monthAway, rangeOf, weekAround, weeksOf } from './month';

describe('a month of the calendar', () => {
  it('is made of whole weeks', () => {
    const weeks = weeksOf('2026-10-01');
    expect(weeks.map(({ week, days }) => [week, days[0]!.date, days[6]!.date])).toEqual([
      ['2026-W40', '2026-09-28', '2026-10-04'], ['2026-W41', '2026-10-05', '2026-10-11'], ['2026-W42', '2026-10-12', '2026-10-18'], ['2026-W43', '2026-10-19', '2026-10-25'], ['2026-W44', '2026-10-26', '2026-11-01'],
    ]);
    expect(weeks[0]!.days.map(({ inMonth }) => inMonth)).toEqual([false, false, false, true, true, true, true]);
  });

  it('moves over the year', () => {
    expect([monthAway('2026-12-01', 1), monthAway('2026-01-01', -1), monthAway('2026-10-01', 0)]).toEqual(['2027-01-01', '2025-12-01', '2026-10-01']);
  });

  it('begins and ends at the zone’s own midnight, over a change of clock', () => {
    const { from, to } = rangeOf(weeksOf('2026-10-01'), 'Europe/Paris');
    expect([from.toISOString(), to.toISOString()]).toEqual(['2026-09-27T22:00:00.000Z', '2026-11-01T23:00:00.000Z']);
    expect([...byDay([{ at: '2026-10-14T22:30:00Z' }], ({ at }) => at, 'Europe/Paris').keys()]).toEqual(['2026-10-15']);
  });

  it('names the working days in a row on which nothing comes out, weekends set aside', () => {
    const busy = new Set(['2026-10-15', '2026-10-19', '2026-10-23', '2026-10-28']);
    expect(gapsOf(weeksOf('2026-10-01'), '2026-10-15', busy)).toEqual([{ from: '2026-10-20', to: '2026-10-22' }]);
    expect(gapsOf(weeksOf('2026-10-01'), '2026-10-30', new Set())).toEqual([]);
  });

  it('shows a gap in each week that it crosses', () => {
    const weeks = weeksOf('2026-10-01');
    const gaps = gapsOf(weeks, '2026-10-22', new Set(['2026-10-28']));
    expect(gaps).toEqual([{ from: '2026-10-22', to: '2026-10-27' }]);
    expect(weeks.map((week) => [...gapsIn(gaps, week).values()])).toEqual([[], [], [], [{ from: '2026-10-22', to: '2026-10-23', days: 2 }], [{ from: '2026-10-26', to: '2026-10-27', days: 2 }]]);
  });
});

describe('a week of the calendar', () => {
  it('goes from Monday to Sunday', () => {
    const { week, days } = weekAround('2026-11-22');
    expect([week, days[0], days[6]!.date]).toEqual(['2026-W47', { date: '2026-11-16', inMonth: true, weekend: false }, '2026-11-22']);
  });
});
