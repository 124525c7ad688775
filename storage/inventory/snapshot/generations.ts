import type { Extent } from '@/utils/model/recovery';

const MS_PER_DAY = 86_400_000;
const MS_PER_WEEK = 7 * MS_PER_DAY;
const LAST = 3;
const DAYS = 7;
const WEEKS = 4;
/** How long a much fuller snapshot stays where the log itself says why there is less now. */
const FULLER_DAYS = 30;

export type Generation = Extent & { name: string };

/**
 * Names of the snapshots that may go: all but the last three, the last of each of seven days and of each of four weeks.
 *
 * A near-empty state pushes nothing out: what holds more than twice the items of the newest stays, for 30 days where
 * the newest log is at least as long (then the log says where they went), for ever where it is not.
 */
export function outlived(snapshots: readonly Generation[], now: number): string[] {
  const newestFirst = snapshots.toSorted((a, b) => b.at - a.at);
  const newest = newestFirst[0];
  if (!newest) return [];
  const keep = new Set(newestFirst.slice(0, LAST).map(({ name }) => name));
  for (const name of lastOfEach(newestFirst, MS_PER_DAY, DAYS)) keep.add(name);
  for (const name of lastOfEach(newestFirst, MS_PER_WEEK, WEEKS)) keep.add(name);
  for (const { name, items, events, at } of newestFirst) {
    const isExplained = newest.events >= events && at < now - FULLER_DAYS * MS_PER_DAY;
    if (items > 2 * newest.items && !isExplained) keep.add(name);
  }
  return newestFirst.map(({ name }) => name).filter((name) => !keep.has(name));
}

/** The newest snapshot of each of the latest `count` spans that have one. */
function lastOfEach(newestFirst: readonly Generation[], span: number, count: number): string[] {
  const last = new Map<number, string>();
  for (const { name, at } of newestFirst) {
    const place = Math.floor(at / span);
    if (!last.has(place)) last.set(place, name);
  }
  return [...last.values()].slice(0, count);
}
