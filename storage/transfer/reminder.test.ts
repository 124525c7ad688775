import { expect, it } from 'vitest';
import { quietFrom, reminderOf } from './reminder';

const DAY = 86_400_000;
const now = 100 * DAY;
const after = (unsaved: number, days: number, more = {}) =>
  reminderOf({
    unsaved,
    lastAt: now - days * DAY,
    since: now - days * DAY,
    quietUntil: undefined,
    now,
    ...more,
  });

it.each([
  [19, 100, false],
  [20, 13.9, false],
  [20, 14, true],
  [199, 3, false],
  [200, 2.9, false],
  [200, 3, true],
])('%i changes since %d days: said is %s (DU-24)', (unsaved, days, isSaid) => {
  expect(after(unsaved, days) !== undefined).toBe(isSaid);
});

it('says how many, and since when; also where there never was a copy', () => {
  expect(after(40, 20)).toEqual({ unsaved: 40, lastAt: now - 20 * DAY });
  expect(after(40, 20, { lastAt: undefined })).toEqual({ unsaved: 40, lastAt: undefined });
  expect(after(40, 20, { since: undefined })).toBeUndefined();
});

it('is silent for seven days when it was put off', () => {
  expect(after(500, 50, { quietUntil: quietFrom(now) })).toBeUndefined();
  expect(after(500, 50, { quietUntil: quietFrom(now - 6.9 * DAY) })).toBeUndefined();
  expect(after(500, 50, { quietUntil: quietFrom(now - 7 * DAY) })).toBeDefined();
});
