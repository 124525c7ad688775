import { expect, test } from 'vitest';
import { serviceLevel } from './service-level';

/** V7 of reference/flow-vectors.json. */
test.each([
  [5, 0.85, undefined, undefined],
  [6, 0.85, 6, 0.8571],
  [10, 0.85, 10, 0.9091],
  [20, 0.85, 18, 0.8571],
  [50, 0.85, 44, 0.8627],
  [18, 0.95, undefined, undefined],
  [19, 0.95, 19, 0.95],
])('of %i finished items the expectation at %f is the item number %s', (n, p, k, coverage) => {
  const cycleTimes = Array.from({ length: n }, (_, index) => n - index);
  const level = serviceLevel(cycleTimes, p);
  expect(level?.days).toBe(k);
  expect(level && Number(level.coverage.toFixed(4))).toBe(coverage);
});
