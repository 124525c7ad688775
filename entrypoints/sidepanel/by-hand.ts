import { followDrag } from '@/components/priority-list/drag';
import type { ItemId } from '@/utils/model/ids';
import type { ItemRow } from '@/utils/model/row';
import { SECTIONS, type Section } from './sections';
import { run } from './saving';
import type { Sidebar } from './sidebar';

/**
 * Moves a row by one place: in Today for good, in Next by a pin that ends with the day.
 * False where the order is not the hand's.
 */
export function moveByHand(sidebar: Sidebar, row: ItemRow, step: 1 | -1): boolean {
  if (row.list !== 'today' && row.list !== 'next') return false;
  const rows = sidebar.sections.lists[row.list].rows.peek();
  const place = rows.findIndex((each) => each.id === row.id);
  // Moving down by one is landing before the row after the next one.
  putAt(sidebar, row, row.list, step < 0 ? place - 1 : place + 2);
  return true;
}

/** Puts a row before the row that now has number `place` in a list. */
export function putAt(sidebar: Sidebar, row: ItemRow, list: Section, place: number): void {
  const rows = sidebar.sections.lists[list].rows.peek();
  // Nothing is put into drift by hand.
  if (list === 'drift') return;
  const { id } = row;
  const here = row.list === list ? rows.findIndex((each) => each.id === id) : -1;
  if (place < 0 || place > rows.length || (here >= 0 && (place === here || place === here + 1))) return;
  const before = rows[place];
  const after = rows[place - 1];
  const beside = before ? { before: before.id } : after ? { after: after.id } : {};
  if (list === 'today') {
    if (row.list === 'today') void run(sidebar, 'item.order', { id, ...beside });
    else void run(sidebar, 'item.plan', { id, day: sidebar.today.peek(), ...beside });
  } else if (row.list === 'today') {
    void run(sidebar, 'item.plan', { id, day: null });
  } else if (list === 'next' && row.list === 'next') {
    // Below the last row there is nothing to be held above: the pin is let go and the score decides.
    void run(sidebar, 'item.pin', { id, above: before?.id ?? null });
  }
}

/** Follows a drag that began on a row, shows where it would land, and carries it out. */
export function grab(sidebar: Sidebar, list: string, id: ItemId, press: PointerEvent): void {
  const from = SECTIONS.find((section) => section === list);
  const row = from && sidebar.sections.lists[from].rows.peek().find((each) => each.id === id);
  if (!row) return;
  followDrag(press, {
    onMove: (drop) => {
      sidebar.dragged.value = id;
      sidebar.drop.value = drop;
    },
    onEnd: (drop) => {
      sidebar.dragged.value = undefined;
      sidebar.drop.value = undefined;
      const to = SECTIONS.find((section) => section === drop?.list);
      if (to && drop) putAt(sidebar, row, to, drop.place);
    },
  });
}
