/** The one inventory: every read and every write. Only the background opens it. */
import type { InventoryCommandName, Reply } from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';
import type { CommandId, ItemId, SourceKey } from '@/utils/model/ids';
import type { Counts, ItemRow } from '@/utils/model/row';
import type { Settings } from '@/utils/model/settings';
import type { ViewArgs, ViewValues } from '@/utils/messaging/views';
import { execute, headOf, type CommandContext } from './execute';
import { isConnectionLost, refusalOf } from './failure';
import { openDatabase } from './open';
import { refreshDay } from './refresh-day';
import { SCHEMA, type InventoryDatabase } from './schema';
import { card } from './views/card';
import { momentOf } from './views/moment';
import { countsOf, overview, quick } from './views/overview';
import { productsAt } from './views/products-at';
import { pageOf, rowOf } from './views/rows';
import { createSearch, type Search } from './views/search';
import { byAddress, bySource, type Known } from './views/sources';

export type InventoryView = 'overview' | 'quick' | 'list' | 'item' | 'search' | 'storage';

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
  /** What is known of a source. */
  bySource(key: SourceKey): Promise<Known | undefined>;
  /** Items that have a source at one of these addresses, without repetition. */
  byAddress(urls: readonly string[]): Promise<ItemRow[]>;
  rowFor(id: ItemId): Promise<ItemRow | undefined>;
  sourceOf(id: ItemId, key?: SourceKey): Promise<{ url: string; key: SourceKey } | undefined>;
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
          if (done.ok && done.value.itemId) await search.note([done.value.itemId]);
          return done;
        });
        if (reply.ok && reply.value.outcome !== 'nothing') changed();
        return reply;
      } catch (error) {
        return { ok: false, code: refusalOf(error) };
      }
    },
    view: (view, args, settings) =>
      read((db, search) => answer({ db, search, clock, settings }, view, args)).catch((error: unknown) => {
        throw error instanceof ViewError ? error : new ViewError(refusalOf(error));
      }),
    bySource: (key) => read((db) => bySource(db, key, momentOf(clock))),
    byAddress: (urls) => read((db) => byAddress(db, urls, momentOf(clock))),
    rowFor: (id) =>
      read(async (db) => {
        const [entry, { today, zone }] = [await db.items.get(id), momentOf(clock)];
        return entry && rowOf(entry, today, zone);
      }),
    sourceOf: (id, key) =>
      read(async (db) => {
        const sources = (await db.items.get(id))?.item.sources;
        return key ? sources?.find((source) => source.key === key) : sources?.[0];
      }),
    productsAt: (hosts) => read((db) => productsAt(db, hosts)),
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

type Asked = { db: InventoryDatabase; search: Search; clock: Clock; settings: Settings };

async function answer<N extends InventoryView>(
  { db, search, clock, settings }: Asked,
  name: N,
  args: ViewArgs<N>,
): Promise<ViewValues[N]> {
  const moment = momentOf(clock);
  const answers: { [V in InventoryView]: (given: ViewArgs<V>) => Promise<ViewValues[V]> } = {
    overview: () => overview(db, moment, settings),
    quick: () => quick(db, moment, settings),
    list: ({ list, ...part }) => pageOf(db, list, part, moment),
    item: ({ id }) => card(db, id, moment),
    search: ({ text }) => search.find(text, moment),
    storage: () => storageView(db),
  };
  return answers[name](args);
}

async function storageView(db: InventoryDatabase): Promise<ViewValues['storage']> {
  const head = await db.meta.get('head');
  const estimate = await navigator.storage?.estimate?.();
  const persisted = (await navigator.storage?.persisted?.()) ?? false;
  const free =
    estimate?.quota !== undefined && estimate.usage !== undefined
      ? estimate.quota - estimate.usage
      : undefined;
  return {
    items: head?.items ?? 0,
    events: head?.events ?? 0,
    usedBytes: estimate?.usage,
    freeBytes: free,
    persisted,
    schema: SCHEMA,
  };
}
