import { describe, expect, test } from 'vitest';
import type { Day } from '@/utils/model/day';
import { spokenDay } from './spoken-day';

/** A Monday. */
const TODAY = '2026-11-23' as Day;

describe('the day that a sentence names', () => {
  test.each([
    ['today', '2026-11-23'],
    ['bis morgen', '2026-11-24'],
    ['am Morgen etwas', undefined],
    ['übermorgen', '2026-11-25'],
    ['the day after tomorrow', '2026-11-25'],
    ['by Friday', '2026-11-27'],
    ['bis Freitag', '2026-11-27'],
    ['on Monday', '2026-11-30'],
    ['next Tuesday', '2026-12-01'],
    ['nächsten Dienstag', '2026-12-01'],
    ['next week', '2026-12-04'],
    ['nächste Woche', '2026-12-04'],
    ['this week', '2026-11-27'],
    ['Ende der Woche', '2026-11-27'],
    ['by the end of the month', '2026-11-30'],
    ['in 3 days', '2026-11-26'],
    ['in zwei Wochen', '2026-12-07'],
    ['by 12 March', '2027-03-12'],
    ['by March 12th, 2027', '2027-03-12'],
    ['on the 1st of December', '2026-12-01'],
    ['bis 3. Dezember', '2026-12-03'],
    ['bis 12.3.', '2027-03-12'],
    ['am 05.12.2026', '2026-12-05'],
    ['zum 5.12.26', '2026-12-05'],
    ['2026-12-24', '2026-12-24'],
    ['12/24/2026', '2026-12-24'],
    ['1/2/2027', undefined],
    ['until EOD', '2026-11-23'],
    ['31 February', undefined],
    ['version 1.2.3 of 20 crates', undefined],
    ['may I sit in the sun', undefined],
  ])('%s', (text, day) => {
    expect(spokenDay(`We want it ${text}, thanks`, TODAY)).toBe(day);
  });

  test('is the one behind “by” before any other, and never one that is over', () => {
    expect(spokenDay('After the talk on Tuesday please send it by Thursday', TODAY)).toBe('2026-11-26');
    expect(spokenDay('The invoice of 12 March 2026 is wrong', TODAY)).toBeUndefined();
    expect(spokenDay('It was due by 12 March 2026', TODAY)).toBe('2026-03-12');
  });

  test('without today is a whole date alone', () => {
    expect(
      ['tomorrow', 'by Friday', 'bis 12.3.', 'in 3 days'].map((text) => spokenDay(text, undefined)),
    ).toEqual(Array(4).fill(undefined));
    expect(spokenDay('bis 12.3.2027', undefined)).toBe('2027-03-12');
  });
});
