import { expect, it } from 'vitest';
import { seldom } from './seldom';

it('allows a few times in a while, and again when the while is over', () => {
  const may = seldom(3, 5_000);
  expect([0, 1, 2, 3, 4_999].map(may)).toEqual([true, true, true, false, false]);
  expect(may(5_000)).toBe(true);
  expect(may(5_000)).toBe(false);
});
