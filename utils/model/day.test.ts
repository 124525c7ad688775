import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, daysBetween } from './day';
import { isDay } from './is-day';

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2024-02-29', true],
  ['2026-13-01', false],
  ['26-01-01', false],
  [20260101, false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test('an instant falls on the day of its zone', () => {
  const lateInLondon = Date.parse('2026-03-04T23:30:00Z');
  expect(dayOf(lateInLondon, 'Europe/London')).toBe('2026-03-04');
  expect(dayOf(lateInLondon, 'Europe/Berlin')).toBe('2026-03-05');
  expect(dayOf(lateInLondon, 'America/Los_Angeles')).toBe('2026-03-04');
});

test('counting days goes there and back over summer time, leap days and years', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: -5_000, max: 5_000 }),
      (start, count) => {
        const day = dayOf(start * 86_400_000, 'UTC');
        const later = addDays(day, count);
        expect(isDay(later)).toBe(true);
        expect(daysBetween(day, later)).toBe(count);
        expect(later > day).toBe(count > 0);
      },
    ),
  );
});
