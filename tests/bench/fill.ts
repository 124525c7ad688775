import { entryFrom, sourceEntryOf } from '@/storage/inventory/entry';
import { emptyHead, recount, UNDO_DEPTH } from '@/storage/inventory/head';
import { remember } from '@/storage/inventory/history';
import { tick } from '@/storage/inventory/hlc';
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
 * stops which) and what history would make us expect is left out.
 */
export function* inventoryOf(works: Iterable<Work>, clock: Clock, chunk = 1_000): Generator<Rows, Head> {
  // Asking a system for its zone takes 0.1 ms: once for all items.
  const zone = clock.zone();
  const today = dayOf(clock.now(), zone);
  const head = emptyHead(DEVICE, today);
  const around = { today, sle: head.sle, blocksCount: 0, blockers: new Map() };
  let latest: LogEvent[] = [];
  let rows: Rows = { events: [], items: [], sources: [] };
  for (const { id, happenings } of works) {
    const events = happenings.map((happening, place) =>
      eventOf(id, happening, place, { zone, count: head.events }),
    );
    for (const { hlc } of events) if (hlc > head.hlc) head.hlc = hlc;
    const item = foldItem(events);
    if (!item) throw new Error('a piece of work was never created');
    const entry = entryFrom(item, around);
    head.events += events.length;
    recount(head, undefined, entry);
    latest = latestOf([...latest, ...events.filter(({ act }) => act !== undefined)]);
    rows.events.push(...events);
    rows.items.push(entry);
    rows.sources.push(...item.sources.map((source) => sourceEntryOf(item.id, source)));
    if (rows.items.length < chunk) continue;
    yield rows;
    rows = { events: [], items: [], sources: [] };
  }
  yield rows;
  // The undo stack is in the order of happening, whatever the order of the items.
  for (const event of latest) remember(head, event);
  return head;
}

/** The events that the undo stack can hold, in the order of happening. */
const latestOf = (events: LogEvent[]): LogEvent[] =>
  events.toSorted((a, b) => (a.hlc < b.hlc ? -1 : 1)).slice(-UNDO_DEPTH);

type Stamp = { zone: string; count: number };

function eventOf(
  id: string,
  { at, act, ...said }: Happening,
  place: number,
  { zone, count }: Stamp,
): LogEvent {
  // One command each but the first, whose events follow its own: the form that LogEvent tells.
  const own = `${id.slice(0, 24)}${(place + 1).toString(16).padStart(2, '0')}${id.slice(26)}`;
  const envelope = { ws: 'me', dev: DEVICE, by: 'me', tz: zone, ent: 'item', eid: id, v: 1, q: 'exact' };
  const named = act === undefined ? {} : { act };
  const via = act === 'item.capture' ? 'capture' : 'ui';
  // What is said is a member of the union; the envelope is the same for all.
  return { ...envelope, ...said, ...named, id: own, at, via, hlc: hlcOf(at, count + place) } as LogEvent;
}

/** A clock reading as the product writes it; the counter parts what happened in the same millisecond. */
const hlcOf = (at: number, count: number): string =>
  tick(`${String(at).padStart(16, '0')}-${(count % 0xffff).toString(16).padStart(4, '0')}-`, at, DEVICE);
