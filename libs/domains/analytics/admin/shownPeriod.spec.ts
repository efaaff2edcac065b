import { expect, test } from '@jest/globals';
import { periodBefore, periodOf } from './shownPeriod';

test('the period before has as many days and ends on the eve, over a change of clocks too', () => {
  expect(periodBefore('2026-10-20', '2026-10-26')).toEqual({ compareFrom: '2026-10-13', compareTo: '2026-10-19' });
  expect(periodBefore('2026-03-01', '2026-03-01')).toEqual({ compareFrom: '2026-02-28', compareTo: '2026-02-28' });
});

test('an address that makes no sense shows the last three weeks', () => {
  const usual = { from: '2026-03-11', to: '2026-03-31', compareFrom: '2026-02-18', compareTo: '2026-03-10', cohortId: null, origin: null };
  for (const search of [{}, { du: '2026-03-12' }, { du: '2026-03-12', au: '2026-03-01' }, { du: 'hier', au: '2026-99-99' }, { cohorte: '' }]) expect(periodOf(search, '2026-03-31')).toEqual(usual);
  expect(periodOf({ du: '2026-01-01', au: '2026-01-31', compareDu: '2025-01-01', compareAu: '2025-01-31', cohorte: 'c1' }, '2026-03-31')).toEqual({ from: '2026-01-01', to: '2026-01-31', compareFrom: '2025-01-01', compareTo: '2025-01-31', cohortId: 'c1', origin: null });
});
