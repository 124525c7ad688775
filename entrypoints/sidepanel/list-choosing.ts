import { signal, type Signal } from '@preact/signals';
import { leftOut, tickedKeys, withTicks, type Ticks } from '@/components/item/page-list/ticks';
import type { ListPart, ListRow, PageView } from '@/utils/model/row';
import { run } from './saving';
import type { Sidebar } from './sidebar';

const chosen = new WeakMap<Sidebar, Signal<Ticks>>();

/** What is ticked by hand in the lists of pages. Kept by key, so that it outlives a list that is read again. */
export function ticksOf(sidebar: Sidebar): Signal<Ticks> {
  const known = chosen.get(sidebar) ?? signal<Ticks>(new Map());
  chosen.set(sidebar, known);
  return known;
}

/** The list of work that a page shows, beside an open item or alone. */
export const listOf = (page: PageView | undefined): ListPart | undefined =>
  page && 'list' in page && page.list && page.list.rows.length + page.list.gone.length > 0
    ? page.list
    : undefined;

export function tick(sidebar: Sidebar, rows: readonly ListRow[], on: boolean): void {
  const ticks = ticksOf(sidebar);
  ticks.value = withTicks(ticks.peek(), rows, on);
}

/** Captures the ticked rows in one step. Does nothing where none is ticked. */
export async function captureTicked(sidebar: Sidebar): Promise<void> {
  const ticks = ticksOf(sidebar);
  const keys = tickedKeys(listOf(sidebar.page.peek())?.rows ?? [], ticks.peek());
  if (keys.length === 0 || !(await run(sidebar, 'page.captureRows', { keys }))) return;
  ticks.value = leftOut(ticks.peek());
  if (sidebar.cover.peek()?.kind === 'list') sidebar.show(undefined);
}
