import { emptyHead, recount } from '@/storage/inventory/head';
import { remember } from '@/storage/inventory/history';
import { tick } from '@/storage/inventory/hlc';
import { entryFrom } from '@/storage/inventory/project';
import type { Head, ItemEntry, SourceEntry } from '@/storage/inventory/schema';
import type { Clock } from '@/utils/model/clock';
import { dayOf } from '@/utils/model/day';
import type { LogEvent } from '@/utils/model/event';
import { foldItem } from '@/utils/model/fold-item';
import type { Happening, Work } from './invented-work';

/** What the database's tables hold for a number of items, as the product itself would have written it. */
export type Rows = { events: LogEvent[]; items: ItemEntry[]; sources: SourceEntry[] };

const DEVICE = 'd0000000000';

/**
 * An inventory of pieces of work in chunks, and at its end the head row. The entries are made by the product's own
 * fold and standing, so that reading them costs what reading real ones costs. What they say of each other (which
 * stops which) is left out.
 */
export function* inventoryOf(works: Iterable<Work>, clock: Clock, chunk = 1_000): Generator<Rows, Head> {
  // Asking a system for its zone takes 0.1 ms: once for all items.
  const zone = clock.zone();
  const today = dayOf(clock.now(), zone);
  const head = emptyHead(DEVICE, today);
  const around = { today, sle: head.sle, blocksCount: 0, blockers: new Map() };
  let rows: Rows = { events: [], items: [], sources: [] };
  for (const { id, happenings } of works) {
    const events = happenings.map((happening, place) => eventOf(id, happening, place, zone));
    const item = foldItem(events);
    if (!item) throw new Error('a piece of work was never created');
    const entry = entryFrom(item, around);
    take(head, events, entry);
    rows.events.push(...events);
    rows.items.push(entry);
    rows.sources.push(...item.sources.map(({ key, url }) => ({ key, itemId: item.id, url })));
    if (rows.items.length < chunk) continue;
    yield rows;
    rows = { events: [], items: [], sources: [] };
  }
  yield rows;
  return head;
}

function eventOf(id: string, { at, act, ...said }: Happening, place: number, zone: string): LogEvent {
  // One command each but the first, whose events follow its own: the form that LogEvent tells.
  const own = `${id.slice(0, 24)}${(place + 1).toString(16).padStart(2, '0')}${id.slice(26)}`;
  const envelope = { ws: 'me', dev: DEVICE, by: 'me', tz: zone, ent: 'item', eid: id, v: 1, q: 'exact' };
  const named = act === undefined ? {} : { act };
  const via = act === 'item.capture' ? 'capture' : 'ui';
  // What is said is a member of the union; the envelope is the same for all.
  return { ...envelope, ...said, ...named, id: own, at, via, hlc: tick('', at, DEVICE) } as LogEvent;
}

/** Brings the head up to one more item. */
function take(head: Head, events: readonly LogEvent[], entry: ItemEntry): void {
  head.events += events.length;
  for (const event of events) {
    remember(head, event);
    if (event.hlc > head.hlc) head.hlc = event.hlc;
  }
  recount(head, undefined, entry);
}
