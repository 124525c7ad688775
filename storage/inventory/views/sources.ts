import type { SourceKey } from '@/utils/model/ids';
import type { ItemRow } from '@/utils/model/row';
import type { InventoryDatabase } from '../schema';
import type { Moment } from './moment';
import { rowOf } from './rows';

/** What is known of a source: its item, when it was last seen, and the status it showed then. */
export type Known = { row: ItemRow; seenAt: number; status?: string | undefined };

export async function bySource(
  db: InventoryDatabase,
  key: SourceKey,
  moment: Moment,
): Promise<Known | undefined> {
  const claim = await db.sources.where('[key+itemId]').between([key, ''], [key, '\uffff']).first();
  const entry = claim && (await db.items.get(claim.itemId));
  const source = entry?.item.sources.find((own) => own.key === key);
  if (!entry || !source) return undefined;
  return { row: rowOf(entry, moment.today, moment.zone), seenAt: source.lastSeenAt, status: source.status };
}

export async function byAddress(
  db: InventoryDatabase,
  urls: readonly string[],
  moment: Moment,
): Promise<ItemRow[]> {
  if (urls.length === 0) return [];
  const claims = await db.sources
    .where('url')
    .anyOf([...new Set(urls)])
    .toArray();
  const entries = await db.items.bulkGet([...new Set(claims.map(({ itemId }) => itemId))]);
  return entries.flatMap((entry) =>
    entry && entry.list !== 'trash' ? [rowOf(entry, moment.today, moment.zone)] : [],
  );
}
