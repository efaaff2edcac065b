import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findingOf, soonest } from './morning';

const NOW = new Date('2026-10-12T06:05:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString();

describe('what the heading says', () => {
  it('is nothing when nothing waits', () => {
    expect(findingOf([], NOW)).toBeNull();
    expect(findingOf([{ entry: 'questions', count: 0 }], NOW)).toBeNull();
  });

  it('is what waits in the first domain that has something', () => {
    const rows = [{ entry: 'questions', count: 0 }, { entry: 'applications', count: 7, since: hoursAgo(90) }, { entry: 'candidates', count: 4 }];
    expect(findingOf(rows, NOW)).toEqual({ entry: 'applications', count: 7, late: false });
  });

  it('puts first the answers due for more than 48 hours, and counts those alone', () => {
    const questions = [76, 67, 50, 48, 2].map((hours) => ({ entry: 'questions', count: 1, since: hoursAgo(hours) }));
    expect(findingOf([{ entry: 'review', count: 2 }, ...questions], NOW)).toEqual({ entry: 'questions', count: 3, late: true });
    expect(findingOf(questions.slice(3), NOW)).toEqual({ entry: 'questions', count: 2, late: false });
  });

  it('never counts more than what waits', () => {
    const row = fc.record({ entry: fc.constantFrom('a', 'b', 'c'), count: fc.nat(9), since: fc.option(fc.integer({ min: 0, max: 100 }).map(hoursAgo), { nil: undefined }) });
    fc.assert(fc.property(fc.array(row), (rows) => {
      const found = findingOf(rows, NOW);
      const all = rows.filter(({ entry }) => entry === found?.entry).reduce((sum, { count }) => sum + count, 0);
      expect(found === null).toBe(rows.every(({ count }) => count === 0));
      if (found) expect(found.count > 0 && found.count <= all).toBe(true);
    }));
  });
});

it('what comes next is in order, from today on', () => {
  const rows = [{ on: '2026-10-20' }, { on: '2026-10-11' }, { on: '2026-10-15', at: '2026-10-15T12:00:00Z' }, { on: '2026-10-15', at: '2026-10-15T07:00:00Z' }, { on: '2026-10-12' }];
  expect(soonest(rows, '2026-10-12', 3)).toEqual([rows[4], rows[3], rows[2]]);
});
