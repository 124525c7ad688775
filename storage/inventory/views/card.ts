import type { ItemId } from '@/utils/model/ids';
import { voidedIds } from '@/utils/model/effective';
import type { HistoryLine, ItemCard } from '@/utils/model/row';
import { openBlocks } from '@/utils/priority/standing';
import { eventsOf } from '../log';
import type { InventoryDatabase, ItemEntry } from '../schema';
import type { Moment } from './moment';
import { rowOf } from './rows';

const HISTORY_LINES = 200;

/** An item with everything that its card shows; undefined when it is not there. A merged item shows what it became. */
export async function card(db: InventoryDatabase, id: ItemId, moment: Moment): Promise<ItemCard | undefined> {
  const entry = await db.items.get(id);
  if (!entry) return undefined;
  if (entry.item.mergedInto) return card(db, entry.item.mergedInto, moment);
  const [events, blockedBy, mergedFrom] = await Promise.all([
    eventsOf(db, 'item', id),
    stoppers(db, entry),
    mergedInto(db, id),
  ]);
  const voided = voidedIds(events);
  const lines = events
    .filter((event) => !event.undoOf)
    .map(({ id: eventId, at, t, via, by, d }): HistoryLine => ({
      id: eventId,
      at,
      type: t,
      via,
      by,
      detail: { ...d },
      undone: voided.has(eventId),
    }))
    .toReversed();
  return {
    item: entry.item,
    row: rowOf(entry, moment.today, moment.zone),
    terms: entry.terms,
    sources: entry.item.sources,
    history: lines.slice(0, HISTORY_LINES),
    historyCount: lines.length,
    blockedBy,
    mergedFrom,
  };
}

async function stoppers(db: InventoryDatabase, { item }: ItemEntry): Promise<ItemCard['blockedBy']> {
  const blocks = openBlocks(item);
  const entries = await db.items.bulkGet(blocks.flatMap(({ by }) => (by ? [by] : [])));
  const titles = new Map(entries.flatMap((entry) => (entry ? [[entry.id, entry.item.title] as const] : [])));
  return blocks.map(({ id, by, reason }) => ({
    blockId: id,
    title: (by && titles.get(by)) ?? reason ?? '',
    ...(by && { itemId: by }),
  }));
}

async function mergedInto(db: InventoryDatabase, id: ItemId): Promise<ItemCard['mergedFrom']> {
  // Merged items are few; they share one place in their list.
  const merged = await db.items
    .where('[list+order+id]')
    .between(['merged', 0, ''], ['merged', 0, '\uffff'])
    .toArray();
  return merged
    .filter(({ item }) => item.mergedInto === id)
    .map(({ item }) => ({ id: item.id, title: item.title }));
}
