import type { SourceKey } from '@/utils/model/ids';
import type { ListRow } from '@/utils/model/row';

/** What the person ticked or unticked by hand; a row without an entry is ticked when it is new. */
export type Ticks = ReadonlyMap<SourceKey, boolean>;

export const isTicked = (row: ListRow, ticks: Ticks): boolean => ticks.get(row.key) ?? row.state === 'new';

/** Keys of the ticked rows, in the order of the page. */
export const tickedKeys = (rows: readonly ListRow[], ticks: Ticks): SourceKey[] =>
  rows.filter((row) => isTicked(row, ticks)).map(({ key }) => key);

/** The ticks with these rows ticked or not. */
export const withTicks = (ticks: Ticks, rows: readonly ListRow[], on: boolean): Ticks =>
  new Map([...ticks, ...rows.map(({ key }) => [key, on] as const)]);

/** What stays of the ticks when the ticked rows were captured: only what was left out on purpose. */
export const leftOut = (ticks: Ticks): Ticks => new Map([...ticks].filter(([, on]) => !on));

/** Does a row hold every word of a filter, in any of its texts? */
export function passes({ title, label, status, assignees }: ListRow, filter: string): boolean {
  const text = [title, label, status, ...(assignees ?? [])].join(' ').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The rows that a filter leaves to be seen: those that pass, and those that are ticked, so that nothing is captured unseen. */
export const rowsShown = (rows: readonly ListRow[], ticks: Ticks, filter: string): ListRow[] =>
  rows.filter((row) => passes(row, filter) || isTicked(row, ticks));

/** Rows with something to do first, each kind in the order of the page. */
export const pressingFirst = (rows: readonly ListRow[]): ListRow[] => [
  ...rows.filter(({ state }) => state !== 'known'),
  ...rows.filter(({ state }) => state === 'known'),
];
