import { LISTS, type List } from '@/utils/model/item';
import type { Day } from '@/utils/model/day';
import type { Head, ItemEntry } from './schema';

/** How many commands can be undone. */
export const UNDO_DEPTH = 50;

export function emptyHead(dev: string, day: Day): Head {
  // LISTS holds every list once.
  const counts = Object.fromEntries(LISTS.map((list) => [list, 0])) as Record<List, number>;
  return {
    k: 'head',
    dev,
    hlc: '',
    items: 0,
    events: 0,
    counts,
    started: 0,
    day,
    sle: {},
    undo: [],
    redo: [],
  };
}

/** A random name for this device's clock; ten characters that never sort before a digit. */
export const newDevice = (): string =>
  `d${[...crypto.getRandomValues(new Uint8Array(5))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** Takes an entry's old self out of the counters and puts its new self in. Changes `head`. */
export function recount(head: Head, before: ItemEntry | undefined, after: ItemEntry | undefined): void {
  if (before) {
    head.counts[before.list] -= 1;
    head.items -= 1;
    if (before.openStarted !== undefined) head.started -= 1;
  }
  if (after) {
    head.counts[after.list] += 1;
    head.items += 1;
    if (after.openStarted !== undefined) head.started += 1;
  }
}
