import { addDays, daysBetween, type Day } from '@/utils/model/day';
import type { ItemId } from '@/utils/model/ids';
import type { Item } from '@/utils/model/item';
import { serviceLevel } from '@/utils/flow/service-level';
import { kindOf, openBlocks, type WorkKind } from '@/utils/priority/standing';
import { entryFrom, nameOf } from './entry';
import { headOf } from './execute';
import { recount } from './head';
import { tablesOf, TABLES, type Head, type InventoryDatabase, type ItemEntry, type Tables } from './schema';

const CHUNK = 500;
/** The history an expectation is drawn from (reference: B.4): the last 50 finished of the kind within 180 days. */
const SLE_SAMPLE = 50;
const SLE_DAYS = 180;
const SLE_PROBABILITY = 0.85;

/**
 * Computes every open item's standing for a day: a due day has come nearer, a snooze is over, expectations have moved.
 * In short transactions, so that a capture in between never waits for all of it; the day is noted last, so that
 * a refresh that was cut off begins again. Does nothing when the day was already refreshed, unless `always`.
 */
export async function refreshDay(db: InventoryDatabase, today: Day, { always = false } = {}): Promise<void> {
  const head = await db.meta.get('head');
  if (!head || (head.day === today && !always)) return;
  const sle = await expectations(db, today);
  const ids = await db.items.toCollection().primaryKeys();
  for (let start = 0; start < ids.length; start += CHUNK) {
    await refreshSome(db, ids.slice(start, start + CHUNK), { today, sle });
  }
  await db.transaction('rw', TABLES, async (transaction) => {
    const { meta } = tablesOf(transaction);
    await meta.put({ ...(await headOf({ meta }, today)), day: today, sle });
  });
}

type OfDay = Pick<Head, 'sle'> & { today: Day };

async function refreshSome(database: InventoryDatabase, ids: readonly ItemId[], day: OfDay): Promise<void> {
  await database.transaction('rw', TABLES, async (transaction) => {
    const db = tablesOf(transaction);
    const [found, head, stopped] = await Promise.all([
      db.items.bulkGet([...ids]),
      headOf(db, day.today),
      stoppedCounts(db),
    ]);
    const entries = found.filter((entry) => entry !== undefined);
    const blockers = await blockersOf(db, entries);
    const moved = entries.flatMap((before) => {
      const after = standAgain(before, { blockers, blocksCount: stopped.get(before.id) ?? 0 }, day);
      if (JSON.stringify(after) === JSON.stringify(before)) return [];
      recount(head, before, after);
      return [after];
    });
    if (moved.length === 0) return;
    await db.items.bulkPut(moved);
    await db.meta.put(head);
  });
}

type Links = { blockers: ReadonlyMap<ItemId, ItemEntry>; blocksCount: number };

function standAgain(before: ItemEntry, { blockers, blocksCount }: Links, day: OfDay): ItemEntry {
  const own = openBlocks(before.item).flatMap(({ by }) => {
    const blocker = by && blockers.get(by);
    return blocker ? [[by, { isOpen: isLive(blocker), title: nameOf(blocker.item) }] as const] : [];
  });
  return entryFrom(before.item, { ...day, blocksCount, blockers: new Map(own) });
}

/** How many open items each item stops. The index holds stopped items only, so that reading all of it is cheap. */
async function stoppedCounts(db: Pick<Tables, 'items'>): Promise<Map<ItemId, number>> {
  const counts = new Map<ItemId, number>();
  // The index holds item ids.
  for (const id of (await db.items.orderBy('blockedBy').keys()) as ItemId[])
    counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

const isLive = ({ list }: ItemEntry): boolean => list !== 'done' && list !== 'trash' && list !== 'merged';

async function blockersOf(
  db: Pick<Tables, 'items'>,
  entries: readonly ItemEntry[],
): Promise<Map<ItemId, ItemEntry>> {
  const ids = [...new Set(entries.flatMap(({ blockedBy }) => blockedBy ?? []))];
  if (ids.length === 0) return new Map();
  const found = await db.items.bulkGet(ids);
  return new Map(found.flatMap((entry) => (entry ? [[entry.id, entry] as const] : [])));
}

/** The 85 % expectation of each kind of work that has enough history. */
async function expectations(db: InventoryDatabase, today: Day): Promise<Head['sle']> {
  const since = addDays(today, -SLE_DAYS);
  const times: Record<WorkKind, number[]> = { request: [], operations: [] };
  await db.items
    .where('[list+order+id]')
    .between(['done', -Infinity, ''], ['done', Infinity, '\uffff'])
    .until(
      ({ item }) =>
        (item.finishedDay ?? '') < since || Object.values(times).every(({ length }) => length >= SLE_SAMPLE),
    )
    .each(({ item }) => {
      const days = cycleDays(item);
      if (days !== undefined && times[kindOf(item)].length < SLE_SAMPLE) times[kindOf(item)].push(days);
    });
  const levels = Object.entries(times).map(([kind, days]) => [
    kind,
    serviceLevel(days, SLE_PROBABILITY)?.days,
  ]);
  return Object.fromEntries(levels.filter(([, days]) => days !== undefined));
}

/** Cycle time in days, both ends included; undefined for work that was not both started and done. */
const cycleDays = ({ state, startedDay, finishedDay }: Item): number | undefined =>
  state === 'done' && startedDay && finishedDay ? daysBetween(startedDay, finishedDay) + 1 : undefined;
