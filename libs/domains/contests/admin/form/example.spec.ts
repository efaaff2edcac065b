import { expect, test } from '@jest/globals';
import { exampleDay } from './example';

test('the example day follows the rules of the moment', () => {
  const rules = { perDeclaredShare: 10, perValidClick: 1, perRead: 2 };
  expect(exampleDay({ ...rules, caps: {} })).toEqual({ given: [40, 30, 12], total: 82, capped: false });
  expect(exampleDay({ ...rules, caps: { sharesPerDay: 3, clicksPerShare: 25, readsPerDay: 5 } })).toEqual({ given: [30, 25, 10], total: 65, capped: true });
  expect(exampleDay({ ...rules, caps: { perDay: 40 } })).toEqual({ given: [40, 0, 0], total: 40, capped: true });
});
