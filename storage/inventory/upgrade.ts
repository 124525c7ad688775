import type { LogEvent } from '@/utils/model/event';
import { foldItem } from '@/utils/model/fold-item';
import { marksOf, sourceEntryOf } from './entry';
import type { ItemEntry, Tables } from './schema';

const CHUNK = 500;

/**
 * Fills what version 2 added to items and sources: instants of state and status, drift, likeness, and what a source is
 * found by. All of it is computed from the log, so that it is what it would be had it always been there. Runs inside
 * the one transaction that changes the version: cut off, nothing of it is there, and it begins again.
 */
export async function fillFromLog(db: Tables, progress: (items: number) => void = () => {}): Promise<void> {
  let last = '';
  let done = 0;
  for (;;) {
    const entries: ItemEntry[] = await db.items.where('id').above(last).limit(CHUNK).toArray();
    const end = entries.at(-1);
    if (!end) return;
    const events = await eventsBetween(db, entries[0]?.id ?? '', end.id);
    const filled = entries.map((entry) => fill(entry, events.get(entry.id) ?? []));
    const claims = filled.flatMap(({ id, item }) => item.sources.map((source) => sourceEntryOf(id, source)));
    await Promise.all([db.items.bulkPut(filled), db.sources.bulkPut(claims)]);
    last = end.id;
    done += entries.length;
    progress(done);
  }
}

function fill(entry: ItemEntry, events: readonly LogEvent[]): ItemEntry {
  const item = foldItem(events) ?? entry.item;
  return { ...entry, item, ...marksOf(item) };
}

/** Events of the items from one id to another, by item: items and the log's index lie in the same order. */
async function eventsBetween(db: Tables, first: string, last: string): Promise<Map<string, LogEvent[]>> {
  const all = await db.events
    .where('[ent+eid+hlc]')
    .between(['item', first, ''], ['item', last, '\uffff'])
    .toArray();
  return Map.groupBy(all, ({ eid }) => eid);
}
