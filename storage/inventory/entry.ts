/** What lies in the tables for an item and for each of its sources. */
import type { ItemId } from '@/utils/model/ids';
import { isOpen, type Item, type ItemSource } from '@/utils/model/item';
import { likenessOf } from '@/utils/model/likeness';
import { driftOf } from '@/utils/priority/drift';
import { nextWait, openBlocks, standingOf, type Surroundings } from '@/utils/priority/standing';
import type { ItemEntry, SourceEntry } from './schema';

/** Open, not in the trash, not merged away. */
export const isLive = (item: Item): boolean => isOpen(item.state) && isThere(item);

const isThere = (item: Item): boolean => item.trashedAt === undefined && item.mergedInto === undefined;

/** Items that stop this one. */
export const blockersOf = (item: Item | undefined): ItemId[] =>
  item ? openBlocks(item).flatMap(({ by }) => (by ? [by] : [])) : [];

/** How a sentence names an item: by its name in its tool, else by its title. */
export const nameOf = (item: Item): string => item.sources.find(({ label }) => label)?.label ?? item.title;

/** The stored form of an item in its surroundings. */
export const entryFrom = (item: Item, around: Surroundings): ItemEntry => ({
  id: item.id,
  item,
  ...standingOf(item, around),
  ...marksOf(item),
});

/** What follows from the item alone and is there only while it holds, so that its index stays small. */
export function marksOf(
  item: Item,
): Pick<ItemEntry, 'blockedBy' | 'openStarted' | 'chaseDay' | 'driftSince' | 'likeness'> {
  const live = isLive(item);
  const blockedBy = live ? [...new Set(blockersOf(item))] : [];
  const chaseDay = live ? nextWait(item)?.followUpDay : undefined;
  const driftSince = driftOf(item)?.since;
  const likeness = isThere(item) ? likenessOf(item.title) : undefined;
  return {
    ...(blockedBy.length > 0 && { blockedBy }),
    ...(live && item.state === 'started' && { openStarted: item.startedAt ?? item.createdAt }),
    ...(chaseDay !== undefined && { chaseDay }),
    ...(driftSince !== undefined && { driftSince }),
    ...(likeness !== undefined && { likeness }),
  };
}

/** The claim of an item to a source, with all that it is found by. */
export const sourceEntryOf = (itemId: ItemId, source: ItemSource): SourceEntry => ({
  key: source.key,
  itemId,
  url: source.url,
  found: [
    ...(source.aliases ?? []).map(foundBy.alias),
    ...(source.label ? [foundBy.name(source.label)] : []),
    foundBy.host(source.host),
  ],
});

/** Forms of the texts in the index `found`. */
export const foundBy = {
  alias: (key: string): string => `a:${key}`,
  name: (label: string): string => `n:${label.trim().toLowerCase()}`,
  host: (host: string): string => `h:${host}`,
};
