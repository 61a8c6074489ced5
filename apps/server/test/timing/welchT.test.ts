import { expect, it } from 'vitest';
import { welchT } from './welchT.ts';

it('[AUTH11] means that are alike are 0 apart, others by their standard errors', () => {
  expect(welchT([1, 2, 3], [1, 2, 3])).toBe(0);
  expect(welchT([1, 1], [1, 1])).toBe(0);
  // By hand: means 2 and 5, variances 1 and 4, three of each.
  expect(welchT([1, 2, 3], [3, 5, 7])).toBeCloseTo(-3 / Math.sqrt(1 / 3 + 4 / 3), 12);
});
