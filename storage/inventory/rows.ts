/**
 * One write transaction without the library between: on the way of a command each layer is paid for with every capture
 * (reference: performance T5). It has what commands need of the tables, under the names that Dexie's tables have, so
 * that verbs and projection work on either.
 */
import type { LogEvent } from '@/utils/model/event';
import type { EntityRecord } from '@/utils/model/fold-record';
import type { ItemId, SourceKey } from '@/utils/model/ids';
import { ask } from './raw';
import { TABLES, type Head, type InventoryDatabase, type ItemEntry, type SourceEntry } from './schema';

type Key = string | number | (string | number)[];

/** What lies in one range of an index, in its order. */
type Range<T, K> = {
  toArray(): Promise<T[]>;
  first(): Promise<T | undefined>;
  last(): Promise<T | undefined>;
  primaryKeys(): Promise<K[]>;
};

type RowsOf<T, K> = {
  get(key: K): Promise<T | undefined>;
  bulkGet(keys: K[]): Promise<(T | undefined)[]>;
  put(row: T): Promise<unknown>;
  bulkPut(rows: T[]): Promise<unknown>;
  /** The transaction fails where a key is there already. */
  bulkAdd(rows: T[]): Promise<unknown>;
  delete(key: K): Promise<unknown>;
  bulkDelete(keys: K[]): Promise<unknown>;
  where(index: string): {
    equals(key: Key): Range<T, K>;
    /** With the lower end and without the upper one, unless said otherwise. */
    between(lower: Key, upper: Key, hasLower?: boolean, hasUpper?: boolean): Range<T, K>;
    anyOf(keys: string[]): Pick<Range<T, K>, 'toArray'>;
  };
};

/** The tables as commands see them. */
export type Rows = {
  events: RowsOf<LogEvent, string>;
  items: RowsOf<ItemEntry, ItemId>;
  sources: RowsOf<SourceEntry, [SourceKey, ItemId]>;
  records: RowsOf<EntityRecord, [string, string]>;
  meta: RowsOf<Head, 'head'>;
};

/** So often the transaction asks whether what it waits for has ended, before it makes room for those who read. */
const TURNS = 40;

/**
 * Does the work in one transaction over all tables, durability "strict"; it has ended on disk before this gives what
 * the work gave. Nothing is committed before `first` has ended; where that takes long, all of it is taken back and the
 * work is done again afterwards. What fails, there or in the work, takes everything back.
 */
export async function inTransaction<T>(
  db: InventoryDatabase,
  work: (rows: Rows) => Promise<T>,
  first?: Promise<unknown>,
): Promise<T> {
  // Without one the library gives null, whatever its type says.
  if (!db.isOpen()) throw new DOMException('The database is closed.', 'InvalidStateError');
  const transaction = db.backendDB().transaction(TABLES, 'readwrite', { durability: 'strict' });
  const committed = endOf(transaction);
  try {
    const value = await work(rowsIn(transaction));
    if (first && !(await hasEnded(first, transaction))) {
      transaction.abort();
      await first;
      return inTransaction(db, work);
    }
    transaction.commit();
    await committed;
    return value;
  } catch (error) {
    const cause = transaction.error ?? error;
    takeBack(transaction);
    throw cause;
  }
}

function endOf(transaction: IDBTransaction): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = () => reject(transaction.error ?? new DOMException('taken back', 'AbortError'));
  transaction.addEventListener('complete', () => resolve());
  transaction.addEventListener('abort', fail);
  // Whoever took it back has said why.
  promise.catch(() => undefined);
  return promise;
}

/** Keeps the transaction open by asking it something, until the promise has ended; false when that takes long. */
async function hasEnded(first: Promise<unknown>, transaction: IDBTransaction): Promise<boolean> {
  const seen = { end: false };
  const ended = first.finally(() => (seen.end = true));
  ended.catch(() => undefined); // heard below
  const meta = transaction.objectStore('meta');
  for (let turn = 0; turn < TURNS && !seen.end; turn += 1) await ask(meta.getKey('head'));
  return seen.end && ended.then(() => true);
}

function takeBack(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

const rowsIn = (transaction: IDBTransaction): Rows => ({
  events: rowsOf(transaction.objectStore('events')),
  items: rowsOf(transaction.objectStore('items')),
  sources: rowsOf(transaction.objectStore('sources')),
  records: rowsOf(transaction.objectStore('records')),
  meta: rowsOf(transaction.objectStore('meta')),
});

function rowsOf<T, K extends Key>(store: IDBObjectStore): RowsOf<T, K> {
  // What a table gives was put into it by the same interface.
  const get = (key: K) => ask<T | undefined>(store.get(key));
  const put = (row: T) => store.put(row);
  const remove = (key: K) => store.delete(key);
  return {
    get,
    bulkGet: (keys) => Promise.all(keys.map(get)),
    put: (row) => each([row], put),
    bulkPut: (rows) => each(rows, put),
    bulkAdd: (rows) => each(rows, (row) => store.add(row)),
    delete: (key) => each([key], remove),
    bulkDelete: (keys) => each(keys, remove),
    where(name) {
      const index = name === keyOf(store) ? store : store.index(name);
      return {
        equals: (key) => rangeOf(index, IDBKeyRange.only(key)),
        between: (lower, upper, hasLower = true, hasUpper = false) =>
          rangeOf(index, IDBKeyRange.bound(lower, upper, !hasLower, !hasUpper)),
        anyOf: (keys) => ({ toArray: () => anyOf<T>(index, keys) }),
      };
    },
  };
}

/** Nobody waits for a single write: what fails ends the whole transaction, and its end is waited for. */
async function each<A>(all: readonly A[], write: (one: A) => unknown): Promise<void> {
  for (const one of all) write(one);
}

/** In the order of the keys; a row that has several of them comes once for each. */
async function anyOf<T>(index: IDBIndex | IDBObjectStore, keys: readonly string[]): Promise<T[]> {
  const found = [...new Set(keys)].toSorted().map((key) => ask<T[]>(index.getAll(key)));
  return (await Promise.all(found)).flat();
}

/** The primary key as Dexie writes it. */
const keyOf = ({ keyPath }: IDBObjectStore): string =>
  Array.isArray(keyPath) ? `[${keyPath.join('+')}]` : String(keyPath);

const rangeOf = <T, K>(index: IDBIndex | IDBObjectStore, range: IDBKeyRange): Range<T, K> => ({
  toArray: () => ask<T[]>(index.getAll(range)),
  first: async () => (await ask<T[]>(index.getAll(range, 1)))[0],
  // The cursor stands on a row of this table.
  last: async () => (await ask(index.openCursor(range, 'prev')))?.value as T | undefined,
  // Its primary keys are of this kind.
  primaryKeys: () => ask(index.getAllKeys(range)) as Promise<unknown> as Promise<K[]>,
});
