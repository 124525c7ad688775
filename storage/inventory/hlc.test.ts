import { expect, test } from 'vitest';
import { tick } from './hlc';

test('the clock goes on with the wall clock, and never back when that does', () => {
  const first = tick('', 1_000, 'd');
  const later = tick(first, 2_000, 'd');
  const backwards = tick(later, 500, 'd');
  const same = tick(backwards, 2_000, 'd');
  expect([first, later, backwards, same].toSorted()).toEqual([first, later, backwards, same]);
  expect(backwards).toBe('0000000000002000-0001-d');
});

test('more than 65,535 changes in one millisecond borrow the next', () => {
  expect(tick('0000000000002000-ffff-d', 2_000, 'd')).toBe('0000000000002001-0000-d');
});
