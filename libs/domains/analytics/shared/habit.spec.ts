import { expect, it } from '@jest/globals';
import { habitOf, pointsBetween } from './habit';

it('a weekly habit is a share of the members, unknown without any', () => {
  expect(habitOf({ active: 76, members: 124 })).toBeCloseTo(0.613, 3);
  expect(habitOf({ active: 0, members: 0 })).toBeNull();
});

it('changes by the points that are read: 61 % after 58 % is three more', () => {
  expect(pointsBetween(0.614, 0.576)).toBe(3);
  expect(pointsBetween(0.604, 0.596)).toBe(0);
  expect(pointsBetween(0.5, null)).toBeNull();
});
