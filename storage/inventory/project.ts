import type { Day } from '@/utils/model/day';
import { applyToItem, foldItem } from '@/utils/model/fold-item';
import { applyToRecord, foldRecord, type EntityRecord } from '@/utils/model/fold-record';
import type { LogEvent } from '@/utils/model/event';
import type { ItemId } from '@/utils/model/ids';
import type { Item } from '@/utils/model/item';
import type { Surroundings } from '@/utils/priority/standing';
import { blockersOf, entryFrom, isLive, nameOf, sourceEntryOf } from './entry';
import { recount } from './head';
import { followOn, withStored } from './log';
import type { Rows } from './rows';
import type { Head, ItemEntry, SourceEntry } from './schema';

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
  db: Rows,
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

async function foldOn(db: Rows, id: ItemId, own: LogEvent[], dev: string): Promise<Change> {
  // An item that is created on this device has a fresh id: there is no entry to look for.
  const begins = own[0]?.t === 'created' && !own[0].undoOf && own[0].dev === dev;
  const before = begins ? undefined : await db.items.get(id);
  if (begins) return { id, before, begins, item: foldItem(own) };
  if (before && followOn(own, before.item.hlc))
    return { id, before, begins, item: own.reduce<Item | undefined>(applyToItem, before.item) };
  return { id, before, begins, item: foldItem(await withStored(db, 'item', id, own)) };
}

async function projectRecord(db: Rows, own: LogEvent[]): Promise<void> {
  const first = own[0];
  if (!first) return;
  const before = await db.records.get([first.ent, first.eid]);
  const record =
    before && followsOn(own, before) ? own.reduce(applyToRecord, before) : await foldAll(db, own);
  if (record) await db.records.put(record);
  else await db.records.delete([first.ent, first.eid]);
}

/** A creation counts before everything else, whenever it is heard of. */
const followsOn = (own: readonly LogEvent[], { hlc }: EntityRecord): boolean =>
  followOn(own, hlc) && own.every(({ t }) => t !== 'created');

async function foldAll(db: Rows, own: LogEvent[]): Promise<EntityRecord | undefined> {
  const [first] = own;
  return first && foldRecord(await withStored(db, first.ent, first.eid, own));
}

/** The entries of changed items, and of those that they stop or that stop them. Counts them in `head`. */
async function standings(db: Rows, changes: readonly Change[], head: Head, today: Day) {
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

/** Entries whose standing the changes can move: what the changed items stop (now or before), and what stops them. */
async function neighbours(db: Rows, changes: readonly Change[]): Promise<ItemEntry[]> {
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
async function addBlockers(db: Rows, known: Known): Promise<void> {
  const missing = [...known.values()].flatMap(({ item }) => blockersOf(item)).filter((id) => !known.has(id));
  if (missing.length === 0) return;
  for (const entry of await db.items.bulkGet([...new Set(missing)])) {
    if (entry) known.set(entry.id, { before: entry, item: entry.item });
  }
}

/** Open items that this one stops: those stored, with the changed ones as they are now. */
async function blocksCount(db: Rows, id: ItemId, known: Known): Promise<number> {
  // Nothing stored can be stopped by an item that begins here.
  const stored = known.get(id)?.begins ? [] : await db.items.where('blockedBy').equals(id).primaryKeys();
  const fromStore = stored.filter((other) => !known.has(other)).length;
  const fromKnown = [...known.values()].filter(
    ({ item }) => item && isLive(item) && blockersOf(item).includes(id),
  ).length;
  return fromStore + fromKnown;
}

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

async function storeSources(db: Rows, { id, before, item }: Change): Promise<void> {
  const claims = claimsOf(id, item);
  const had = new Map(claimsOf(id, before?.item).map((claim) => [claim.key, claim]));
  const fresh = claims.filter((claim) => !same(claim, had.get(claim.key)));
  for (const { key } of claims) had.delete(key);
  if (had.size > 0) await db.sources.bulkDelete([...had.keys()].map((key) => [key, id]));
  if (fresh.length > 0) await db.sources.bulkPut(fresh);
}

const claimsOf = (id: ItemId, item: Item | undefined): SourceEntry[] =>
  (item?.sources ?? []).map((source) => sourceEntryOf(id, source));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
