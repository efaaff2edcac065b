import { expect, test } from '@jest/globals';
import { nextObjective } from './objectives';

const objective = (name: string, deadline: string, current: number | null) => ({ id: name, name, metricId: 'shares', unit: 'COUNT' as const, target: 10, deadline, current, progress: current === null ? null : { share: current / 10, reached: current >= 10 } });

test('the morning looks at the next deadline among what is measured, today included', () => {
  const [past, soon, later, unmeasured] = [objective('passé', '2026-03-01', 4), objective('bientôt', '2026-03-10', 4), objective('plus tard', '2026-04-01', 12), objective('non mesuré', '2026-03-09', null)] as const;
  expect(nextObjective([later, past, soon, unmeasured], '2026-03-10')?.name).toBe('bientôt');
  expect(nextObjective([later, past, soon], '2026-03-11')?.name).toBe('plus tard');
  expect(nextObjective([past, unmeasured], '2026-03-11')?.name).toBe('passé');
  expect(nextObjective([unmeasured], '2026-03-01')).toBeNull();
});
