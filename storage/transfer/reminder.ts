import type { Reminder } from '@/utils/model/backup';

const MS_PER_DAY = 86_400_000;
/** Days for which a reminder that was put off stays silent. */
export const QUIET_DAYS = 7;

/** From so many changes and days on, it is said that they lie in this browser only: the more changes, the sooner. */
const BOUNDS = [
  { unsaved: 20, days: 14 },
  { unsaved: 200, days: 3 },
] as const;

/**
 * What is to be said of work that lies only in this browser; undefined as long as nothing need be. `since` is the last
 * external copy, or where there never was one the first change; instants in UTC ms. `unsaved` counts changes, not items:
 * a note that is lost is lost work as well (safety DU-24).
 */
export function reminderOf(facts: {
  unsaved: number;
  lastAt: number | undefined;
  since: number | undefined;
  quietUntil: number | undefined;
  now: number;
}): Reminder | undefined {
  const { unsaved, lastAt, since, quietUntil, now } = facts;
  if (since === undefined || (quietUntil !== undefined && now < quietUntil)) return undefined;
  const days = (now - since) / MS_PER_DAY;
  const isDue = BOUNDS.some((bound) => unsaved >= bound.unsaved && days >= bound.days);
  return isDue ? { unsaved, lastAt } : undefined;
}

export const quietFrom = (now: number): number => now + QUIET_DAYS * MS_PER_DAY;
