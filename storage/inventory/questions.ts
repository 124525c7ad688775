/** What the background asks the inventory besides views. */
import type { Clock } from '@/utils/model/clock';
import type { ItemId, SourceKey } from '@/utils/model/ids';
import type { Lesson } from '@/utils/model/lesson';
import type { Counts, ItemRow } from '@/utils/model/row';
import type { Read } from './connection';
import { headOf } from './execute';
import { allLessons, memoryOf, type ListMemory } from './memory';
import { momentOf } from './views/moment';
import { countsOf } from './views/overview';
import { productsAt } from './views/products-at';
import { rowOf } from './views/rows';
import {
  alike,
  asksOf,
  byAddress,
  byKeys,
  byNames,
  bySource,
  hosts,
  sourceOf,
  toolCounts,
  type Known,
  type Place,
} from './views/sources';

export type Questions = {
  /** What is known of a source, by its key or by further names that the page tells of the same item. */
  bySource(key: SourceKey, aliases?: readonly SourceKey[]): Promise<Known | undefined>;
  /** What of these keys is in the inventory, the trash left out; the first 500 are looked for. */
  byKeys(keys: readonly SourceKey[]): Promise<(Known & { key: SourceKey })[]>;
  /** Items that are called so in their tools ("ACME-142"), in any case of letters. */
  byNames(names: readonly string[]): Promise<ItemRow[]>;
  /** Items with the same words in their title, at most five: perhaps the same work. */
  alike(title: string, except?: ItemId): Promise<ItemRow[]>;
  /** Asks that were captured from the page with this key. */
  asksOf(key: SourceKey): Promise<ItemRow[]>;
  /** Every host that an item has a source on. */
  hosts(): Promise<string[]>;
  /** Every tool with its hosts and how many items; reads the keys of all sources. */
  toolCounts(): Promise<{ product: string; hosts: string[]; items: number }[]>;
  /** What is remembered of a list; undefined when it is not kept. */
  list(key: SourceKey): Promise<ListMemory | undefined>;
  lessons(): Promise<Lesson[]>;
  lessonsFor(host: string): Promise<Lesson[]>;
  /** Items that have a source at one of these addresses, without repetition. */
  byAddress(urls: readonly string[]): Promise<ItemRow[]>;
  rowFor(id: ItemId): Promise<ItemRow | undefined>;
  /** Where a source of an item is and how to get there: the one with this key, else the first. */
  sourceOf(id: ItemId, key?: SourceKey): Promise<Place | undefined>;
  /** The tool that items on each of these hosts come from, by host. */
  productsAt(hosts: readonly string[]): Promise<Record<string, string>>;
  counts(): Promise<Counts>;
};

export function questionsTo(read: Read, clock: Clock): Questions {
  const now = () => momentOf(clock);
  return {
    bySource: (key, aliases = []) => read((db) => bySource(db, key, aliases, now())),
    byKeys: (keys) => read((db) => byKeys(db, keys, now())),
    byNames: (names) => read((db) => byNames(db, names, now())),
    byAddress: (urls) => read((db) => byAddress(db, urls, now())),
    alike: (title, except) => read((db) => alike(db, title, except, now())),
    asksOf: (key) => read((db) => asksOf(db, key, now())),
    hosts: () => read(hosts),
    productsAt: (asked) => read((db) => productsAt(db, asked)),
    toolCounts: () => read(toolCounts),
    list: (key) => read(async (db) => memoryOf(await db.records.get(['source', key]))),
    lessons: () => read(allLessons),
    lessonsFor: (host) => read(async (db) => (await allLessons(db)).filter((lesson) => lesson.host === host)),
    rowFor: (id) =>
      read(async (db) => {
        const [entry, { today, zone }] = [await db.items.get(id), now()];
        return entry && rowOf(entry, today, zone);
      }),
    sourceOf: (id, key) => read((db) => sourceOf(db, id, key)),
    counts: () => read(async (db) => countsOf(db, await headOf(db, now().today), now())),
  };
}
