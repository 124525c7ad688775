import type { Day } from '@/utils/model/day';
import { applyToItem, foldItem } from '@/utils/model/fold-item';
import { foldRecord } from '@/utils/model/fold-record';
import type { LogEvent } from '@/utils/model/event';
import type { ItemId } from '@/utils/model/ids';
import { isOpen, type Item } from '@/utils/model/item';
import { nextWait, openBlocks, standingOf, type Surroundings } from '@/utils/priority/standing';
import { recount } from './head';
import type { Head, Tables, ItemEntry } from './schema';

/** What new events mean for the tables: computed first, so that all of it can be written at once. */
export type Projection = {
  /** The items that the events are about, as they are afterwards; undefined where one is no more. */
  items: ReadonlyMap<ItemId, Item | undefined>;
  /** Writes every table, inside the caller's transaction. */
  store(): Promise<unknown>;
};

/**
 * Computes every table's part in the new events, inside the caller's transaction. Changes `head`, which the caller
 * stores. Items are folded on from their stored self; where something is taken back, again from all their events.
 */
export async function project(
  db: Tables,
  events: readonly LogEvent[],
  head: Head,
  today: Day,
): Promise<Projection> {
  const items = groupBy(events.filter(({ ent }) => ent === 'item'));
  const records = groupBy(events.filter(({ ent }) => ent !== 'item'));
  // These are grouped by the id of an item.
  const changes = await Promise.all([...items].map(([id, own]) => foldOn(db, id as ItemId, own, head.dev)));
  const { puts, gone } = await standings(db, changes, head, today);
  return {
    items: new Map(changes.map(({ id, item }) => [id, item])),
    store: () =>
      Promise.all([
        puts.length > 0 && db.items.bulkPut(puts),
        gone.length > 0 && db.items.bulkDelete(gone),
        ...changes.map((change) => storeSources(db, change)),
        ...[...records.values()].map((own) => projectRecord(db, own)),
      ]),
  };
}

/** An item's entry before and its own facts after. */
export type Change = { id: ItemId; before: ItemEntry | undefined; item: Item | undefined; begins: boolean };

function groupBy(events: readonly LogEvent[]): Map<string, LogEvent[]> {
  const groups = new Map<string, LogEvent[]>();
  for (const event of events) {
    const key = `${event.ent} ${event.eid}`;
    const id = event.ent === 'item' ? event.eid : key;
    groups.set(id, [...(groups.get(id) ?? []), event]);
  }
  return groups;
}

async function foldOn(db: Tables, id: ItemId, own: LogEvent[], dev: string): Promise<Change> {
  // An item that is created on this device has a fresh id: there is no entry to look for.
  const begins = own[0]?.t === 'created' && !own[0].undoOf && own[0].dev === dev;
  const before = begins ? undefined : await db.items.get(id);
  if (begins) return { id, before, begins, item: foldItem(own) };
  const isLater =
    before !== undefined && own.every(({ undoOf, at }) => !undoOf && at >= instantOf(before.item.hlc));
  if (isLater) return { id, before, begins, item: own.reduce<Item | undefined>(applyToItem, before.item) };
  return { id, before, begins, item: foldItem(await withStored(db, 'item', id, own)) };
}

/** All events of one thing: those in the log and the new ones, whether or not these have reached the log yet. */
async function withStored(
  db: Tables,
  ent: string,
  id: string,
  own: readonly LogEvent[],
): Promise<LogEvent[]> {
  const fresh = new Set(own.map((event) => event.id));
  return [...(await eventsOf(db, ent, id)).filter((event) => !fresh.has(event.id)), ...own];
}

const instantOf = (hlc: string): number => Number(hlc.slice(0, 16));

/** All events about one thing, in the order of happening. */
export const eventsOf = (db: Tables, ent: string, eid: string): Promise<LogEvent[]> =>
  db.events.where('[ent+eid+hlc]').between([ent, eid, ''], [ent, eid, '\uffff']).toArray();

async function projectRecord(db: Tables, own: LogEvent[]): Promise<void> {
  const first = own[0];
  if (!first) return;
  const record = foldRecord(await withStored(db, first.ent, first.eid, own));
  if (record) await db.records.put(record);
  else await db.records.delete([first.ent, first.eid]);
}

/** The entries of changed items, and of those that they stop or that stop them. Counts them in `head`. */
async function standings(db: Tables, changes: readonly Change[], head: Head, today: Day) {
  const known: Known = new Map();
  for (const change of changes) known.set(change.id, change);
  for (const entry of await neighbours(db, changes)) {
    if (!known.has(entry.id)) known.set(entry.id, { before: entry, item: entry.item });
  }
  await addBlockers(db, known);
  const changed = new Set(changes.map(({ id }) => id));
  const puts: ItemEntry[] = [];
  const gone: ItemId[] = [];
  for (const [id, { before, item }] of known) {
    const after = item && entryOf(item, await blocksCount(db, id, known), known, { today, sle: head.sle });
    if (!changed.has(id) && same(before, after)) continue;
    recount(head, before, after);
    if (after) puts.push(after);
    else if (before) gone.push(id);
  }
  return { puts, gone };
}

type Known = Map<ItemId, Pick<Change, 'before' | 'item'> & { begins?: boolean }>;

const blockersOf = (item: Item | undefined): ItemId[] =>
  item ? openBlocks(item).flatMap(({ by }) => (by ? [by] : [])) : [];

/** Entries whose standing the changes can move: what the changed items stop (now or before), and what stops them. */
async function neighbours(db: Tables, changes: readonly Change[]): Promise<ItemEntry[]> {
  const touched = changes.filter(({ before }) => before).map(({ id }) => id);
  const ids = new Set(
    changes.flatMap(({ before, item }) => [...blockersOf(before?.item), ...blockersOf(item)]),
  );
  const [stopped, stopping] = await Promise.all([
    touched.length > 0 ? db.items.where('blockedBy').anyOf(touched).toArray() : [],
    ids.size > 0 ? db.items.bulkGet([...ids]) : [],
  ]);
  return [...stopped, ...stopping].filter((entry) => entry !== undefined);
}

/** A stopped neighbour may be stopped by further items, whose titles its sentence needs. */
async function addBlockers(db: Tables, known: Known): Promise<void> {
  const missing = [...known.values()].flatMap(({ item }) => blockersOf(item)).filter((id) => !known.has(id));
  if (missing.length === 0) return;
  for (const entry of await db.items.bulkGet([...new Set(missing)])) {
    if (entry) known.set(entry.id, { before: entry, item: entry.item });
  }
}

/** Open items that this one stops: those stored, with the changed ones as they are now. */
async function blocksCount(db: Tables, id: ItemId, known: Known): Promise<number> {
  // Nothing stored can be stopped by an item that begins here.
  const stored = known.get(id)?.begins ? [] : await db.items.where('blockedBy').equals(id).primaryKeys();
  const fromStore = stored.filter((other) => !known.has(other)).length;
  const fromKnown = [...known.values()].filter(
    ({ item }) => item && isLive(item) && blockersOf(item).includes(id),
  ).length;
  return fromStore + fromKnown;
}

/** Open, not in the trash, not merged away. */
const isLive = (item: Item): boolean =>
  isOpen(item.state) && item.trashedAt === undefined && item.mergedInto === undefined;

function entryOf(
  item: Item,
  count: number,
  known: Known,
  day: Pick<Surroundings, 'today' | 'sle'>,
): ItemEntry {
  const blockers = new Map(
    blockersOf(item).flatMap((id) => {
      const blocker = known.get(id)?.item;
      return blocker ? [[id, { isOpen: isLive(blocker), title: nameOf(blocker) }] as const] : [];
    }),
  );
  return entryFrom(item, { ...day, blocksCount: count, blockers });
}

/** How a sentence names an item: by its name in its tool, else by its title. */
export const nameOf = (item: Item): string => item.sources.find(({ label }) => label)?.label ?? item.title;

/** The stored form of an item in its surroundings. */
export function entryFrom(item: Item, around: Surroundings): ItemEntry {
  const live = isLive(item);
  const blockedBy = live ? [...new Set(blockersOf(item))] : [];
  const chaseDay = live ? nextWait(item)?.followUpDay : undefined;
  return {
    id: item.id,
    item,
    ...standingOf(item, around),
    ...(blockedBy.length > 0 && { blockedBy }),
    ...(live && item.state === 'started' && { openStarted: item.startedAt ?? item.createdAt }),
    ...(chaseDay !== undefined && { chaseDay }),
  };
}

async function storeSources(db: Tables, { id, before, item }: Change): Promise<void> {
  const claims = new Map((item?.sources ?? []).map(({ key, url }) => [key, url]));
  const gone = (before?.item.sources ?? []).filter(({ key }) => !claims.has(key));
  const had = new Map((before?.item.sources ?? []).map(({ key, url }) => [key, url]));
  const fresh = [...claims].filter(([key, url]) => had.get(key) !== url);
  if (gone.length > 0) await db.sources.bulkDelete(gone.map(({ key }) => [key, id]));
  if (fresh.length > 0) await db.sources.bulkPut(fresh.map(([key, url]) => ({ key, itemId: id, url })));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
