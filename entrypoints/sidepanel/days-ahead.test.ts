import { expect, test } from 'vitest';
import type { Day } from '@/utils/model/day';
import { daysAhead } from './days-ahead';

// Tests write days as they are.
const ahead = (today: string) => daysAhead(today as Day).map(({ name, day }) => `${name} ${day}`);

test('the days ahead have a name each', () => {
  expect(ahead('2026-11-25')).toEqual([
    'tomorrow 2026-11-26',
    'next Monday 2026-11-30',
    'in a week 2026-12-02',
  ]);
});

test('a day with two names is offered once: on Mondays and on Sundays', () => {
  expect(ahead('2026-11-23')).toEqual(['tomorrow 2026-11-24', 'next Monday 2026-11-30']);
  expect(ahead('2026-11-29')).toEqual(['tomorrow 2026-11-30', 'in a week 2026-12-06']);
});
