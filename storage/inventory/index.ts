/** The one inventory: every read and every write. Only the background opens it. */
import type { InventoryCommandName, Reply } from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';
import type { CommandId, ItemId, SourceKey } from '@/utils/model/ids';
import type { Lesson } from '@/utils/model/lesson';
import type { Counts, ItemRow } from '@/utils/model/row';
import type { Settings } from '@/utils/model/settings';
import type { ViewArgs, ViewValues } from '@/utils/messaging/views';
import { execute, headOf, type CommandContext } from './execute';
import { isConnectionLost, refusalOf } from './failure';
import { openDatabase } from './open';
import { refreshDay } from './refresh-day';
import { allLessons, memoryOf, type ListMemory } from './memory';
import type { InventoryDatabase } from './schema';
import { answer, type InventoryView } from './views/answer';
import { momentOf } from './views/moment';
import { countsOf } from './views/overview';
import { productsAt } from './views/products-at';
import { rowOf } from './views/rows';
import { createSearch, type Search } from './views/search';
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

export type { InventoryView };

/** A view that cannot be given; `code` is a Refusal. */
export class ViewError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'ViewError';
    this.code = code;
  }
}

export type Inventory = {
  /** Carries out a command; the same id again gives the same reply. Never throws. */
  execute(
    id: CommandId,
    name: InventoryCommandName,
    payload: unknown,
    context: CommandContext,
  ): Promise<Reply>;
  /** Answers a view. Throws ViewError when it cannot. */
  view<N extends InventoryView>(name: N, args: ViewArgs<N>, settings: Settings): Promise<ViewValues[N]>;
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
  /** Computes standings for a new day; does nothing when that was done. */
  refreshDay(): Promise<void>;
  /** Calls after each change that was committed, until the returned function is called. */
  onChange(listener: () => void): () => void;
};

/** The inventory, opened when first used and opened again when the browser closed the connection. */
export function openInventory(clock: Clock, name?: string): Inventory {
  let opening: Promise<{ db: InventoryDatabase; search: Search }> | undefined;
  const listeners = new Set<() => void>();
  const open = () =>
    (opening ??= openDatabase(name).then(
      (db) => ({ db, search: createSearch(db) }),
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    ));
  const read = async <T>(question: (db: InventoryDatabase, search: Search) => Promise<T>): Promise<T> => {
    const { db, search } = await open();
    try {
      return await question(db, search);
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      opening = undefined;
      const again = await open();
      return question(again.db, again.search);
    }
  };
  const changed = () => listeners.forEach((listener) => listener());

  return {
    async execute(id, command, payload, context) {
      try {
        const reply = await read(async (db, search) => {
          const done = await execute(db, clock, { id, name: command, payload }, context);
          if (done.touched.length > 0) await search.note(done.touched);
          return done.reply;
        });
        if (reply.ok && reply.value.outcome !== 'nothing') changed();
        return reply;
      } catch (error) {
        return { ok: false, code: refusalOf(error) };
      }
    },
    view: (view, args, settings) =>
      read((db, search) => answer({ db, search, moment: momentOf(clock), settings }, view, args)).catch(
        (error: unknown) => {
          throw error instanceof ViewError ? error : new ViewError(refusalOf(error));
        },
      ),
    bySource: (key, aliases = []) => read((db) => bySource(db, key, aliases, momentOf(clock))),
    byKeys: (keys) => read((db) => byKeys(db, keys, momentOf(clock))),
    byNames: (names) => read((db) => byNames(db, names, momentOf(clock))),
    byAddress: (urls) => read((db) => byAddress(db, urls, momentOf(clock))),
    alike: (title, except) => read((db) => alike(db, title, except, momentOf(clock))),
    asksOf: (key) => read((db) => asksOf(db, key, momentOf(clock))),
    hosts: () => read(hosts),
    productsAt: (asked) => read((db) => productsAt(db, asked)),
    toolCounts: () => read(toolCounts),
    list: (key) => read(async (db) => memoryOf(await db.records.get(['source', key]))),
    lessons: () => read(allLessons),
    lessonsFor: (host) => read(async (db) => (await allLessons(db)).filter((lesson) => lesson.host === host)),
    rowFor: (id) =>
      read(async (db) => {
        const [entry, { today, zone }] = [await db.items.get(id), momentOf(clock)];
        return entry && rowOf(entry, today, zone);
      }),
    sourceOf: (id, key) => read((db) => sourceOf(db, id, key)),
    counts: () => read(async (db) => countsOf(db, await headOf(db, momentOf(clock).today), momentOf(clock))),
    refreshDay: async () => {
      await read((db) => refreshDay(db, momentOf(clock).today));
      changed();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
