import { expect, test } from 'vitest';
import { dayAs, isoDayIn, learnOrder } from './dates';

test('an ISO day is read from the beginning of a text alone', () => {
  expect(
    ['2026-12-01', '2026-12-01T09:00:00Z', '2026-02-30', '1 December', '2026-12-011', undefined].map(
      isoDayIn,
    ),
  ).toEqual(['2026-12-01', '2026-12-01', undefined, undefined, undefined, undefined]);
});

test('the order of a date is learnt from days shown in both forms', () => {
  expect(learnOrder([{ iso: '2026-11-09', shown: '11/09/2026 02:20 PM' }])).toBe('mdy');
  expect(learnOrder([{ iso: '2026-11-09', shown: '09.11.2026 14:20' }])).toBe('dmy');
  expect(learnOrder([{ iso: '2026-11-11', shown: '11/11/2026' }])).toBeUndefined();
  expect(learnOrder([{ iso: '2026-11-09', shown: 'yesterday' }])).toBeUndefined();
});

test('a localised date is never guessed', () => {
  expect(dayAs('12/01/2026 (Due in 8 days)', 'mdy')).toBe('2026-12-01');
  expect(dayAs('12/01/2026', undefined)).toBeUndefined();
  expect(dayAs('31.12.2026', undefined)).toBe('2026-12-31');
  expect(dayAs('2026-12-01', undefined)).toBe('2026-12-01');
  expect(dayAs('soon', 'dmy')).toBeUndefined();
});
