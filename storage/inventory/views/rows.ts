import { dayOf, type Day } from '@/utils/model/day';
import { isOpen, type Item, type List } from '@/utils/model/item';
import type { ItemId } from '@/utils/model/ids';
import type { Cursor, ItemRow, ListPage } from '@/utils/model/row';
import { driftOf } from '@/utils/priority/drift';
import { ageDays, nextWait } from '@/utils/priority/standing';
import type { InventoryDatabase, ItemEntry } from '../schema';

/** Points by which a pinned item's score must move before its row says so (reference: B.5, manual order). */
const PIN_MOVED = 15;

/** What a list shows of an entry on a day. */
export function rowOf(entry: ItemEntry, today: Day, zone: string): ItemRow {
  const { item } = entry;
  const source = item.sources[0];
  const wait = isOpen(item.state) ? nextWait(item) : undefined;
  const age = ageDays(item, today);
  const pin = entry.list === 'next' && item.pin && item.pin.until >= today ? item.pin : undefined;
  return {
    id: entry.id,
    title: item.title,
    state: item.state,
    list: entry.list,
    importance: item.importance,
    score: entry.score,
    reason: entry.terms[0],
    source: source && { product: source.product, host: source.host, label: source.label, url: source.url },
    sourceCount: item.sources.length,
    waiting: wait && { on: wait.on, sinceDay: dayOf(wait.since, zone), followUpDay: wait.followUpDay },
    isBlocked: entry.isBlocked && isOpen(item.state),
    owner: item.owner,
    requester: item.requester,
    dueDay: item.dueDay,
    ageDays: age === 0 ? undefined : age,
    startAfterDay: entry.list === 'snoozed' ? item.startAfterDay : undefined,
    finished: finishedOf(item),
    ...(item.trashedAt !== undefined && { trashed: { at: item.trashedAt, from: item.trashedFrom } }),
    isPinned: pin !== undefined,
    pinMoved: pin !== undefined && Math.abs(entry.score - pin.score) >= PIN_MOVED,
    check: item.check,
    drift: driftIn(entry, zone),
    order: entry.order,
  };
}

/** Rows of these items, each once, in the order of the ids; without those in the trash or merged into others. */
export async function rowsOf(
  db: InventoryDatabase,
  ids: readonly ItemId[],
  { today, zone }: { today: Day; zone: string },
): Promise<ItemRow[]> {
  const entries = await db.items.bulkGet([...new Set(ids)]);
  return entries.flatMap((entry) => (entry && isShown(entry) ? [rowOf(entry, today, zone)] : []));
}

const isShown = ({ list }: ItemEntry): boolean => list !== 'trash' && list !== 'merged';

// The fold sets both together when an item is closed and takes both away when it is opened again.
const finishedOf = ({ finishedDay, finishedAt }: Item): ItemRow['finished'] =>
  finishedDay && finishedAt !== undefined ? { day: finishedDay, at: finishedAt } : undefined;

function driftIn({ item, driftSince }: ItemEntry, zone: string): ItemRow['drift'] {
  const fact = driftSince === undefined ? undefined : driftOf(item);
  if (!fact) return undefined;
  const { source, status, over, since } = fact;
  return { product: source.product, host: source.host, status, over, sinceDay: dayOf(since, zone) };
}

/** Bounds of a list in the [list+order+id] index: every number sorts before every text. */
const FIRST = [-Infinity, ''] as const;
const LAST = ['\uffff', '\uffff'] as const;

/**
 * A part of a list in its order: after a cursor, up to and including `until` or else at most `limit` entries.
 * Reads these entries and no others.
 */
export async function entriesOf(
  db: InventoryDatabase,
  list: List,
  { after, until, limit }: { after?: Cursor | undefined; until?: Cursor | undefined; limit: number },
): Promise<{ entries: ItemEntry[]; more: boolean }> {
  const lower = after ? [list, after.order, after.id] : [list, ...FIRST];
  const upper = until ? [list, until.order, until.id] : [list, ...LAST];
  const range = db.items.where('[list+order+id]').between(lower, upper, !after, true);
  if (until) return { entries: await range.toArray(), more: true };
  const entries = await range.limit(limit + 1).toArray();
  return { entries: entries.slice(0, limit), more: entries.length > limit };
}

export async function pageOf(
  db: InventoryDatabase,
  list: List,
  part: Parameters<typeof entriesOf>[2],
  { today, zone }: { today: Day; zone: string },
): Promise<ListPage> {
  const { entries, more } = await entriesOf(db, list, part);
  const rows = entries.map((entry) => rowOf(entry, today, zone));
  const last = part.until ?? rows.at(-1);
  return { rows, ...(more && last && { next: { order: last.order, id: last.id } }) };
}
