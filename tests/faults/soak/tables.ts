/** The tables as they lie in the database: against what the log alone tells, and against their own size written anew. */
import type { Page } from '@playwright/test';
import { openDatabase } from '@/storage/inventory/open';
import { rebuild } from '@/storage/inventory/rebuild';
import type { Head, ItemEntry } from '@/storage/inventory/schema';
import type { LogEvent } from '@/utils/model/event';
import { RigBrowser } from '../rig-browser';
import { bytesIn } from './measures';

type Index = { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean };
type Store = { keyPath: string | string[]; indexes: Index[]; rows: Record<string, unknown>[] };
export type Dump = { version: number; stores: Record<string, Store> };

type World = {
  chrome: { storage: { local: { get(key: string): Promise<{ sentinel?: { name: string } }> } } };
};

/** Everything in the database that the sentinel names. */
export async function dumpOf(page: Page): Promise<Dump> {
  const text = await page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unreadable'));
      });
    const { sentinel } = await (globalThis as unknown as World).chrome.storage.local.get('sentinel');
    const db = await ask(indexedDB.open(sentinel?.name ?? 'throughline'));
    const names = [...db.objectStoreNames];
    const transaction = db.transaction(names);
    const stores = await Promise.all(
      names.map(async (name) => {
        const store = transaction.objectStore(name);
        const indexes = [...store.indexNames].map((each) => {
          const { keyPath, unique, multiEntry } = store.index(each);
          return { name: each, keyPath, unique, multiEntry };
        });
        return [name, { keyPath: store.keyPath, indexes, rows: await ask(store.getAll()) }];
      }),
    );
    db.close();
    return JSON.stringify({ version: db.version, stores: Object.fromEntries(stores) });
  });
  return JSON.parse(text) as Dump; // made by the lines above
}

/** Text with keys in order and nothing that is undefined: what two rows have in common is the same text. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, plain(each)]),
  );
}

/**
 * What of an item's row follows from the log alone: the score moves with what history makes us expect. What is not live
 * does not hear that what stopped it is done: it is computed again when it comes back.
 */
const factsOf = ({ id, item, list, blockedBy, isBlocked, openStarted }: ItemEntry): string => {
  const isLive = !['merged', 'trash', 'done'].includes(list);
  return JSON.stringify(plain({ id, item, list, blockedBy, openStarted, ...(isLive && { isBlocked }) }));
};

/** Words for the first difference between the tables and those that are built anew from the log. */
export async function rebuiltDiffers({ stores }: Dump): Promise<string | undefined> {
  const db = await openDatabase(`rebuilt-${performance.now()}`);
  try {
    const rowsOf = <T>(name: string) => (stores[name]?.rows ?? []) as T[]; // the product's own rows
    const [head] = rowsOf<Head>('meta');
    if (!head) return 'there is no head row';
    await db.events.bulkAdd(rowsOf<LogEvent>('events'));
    await db.meta.put(head);
    await rebuild(db, head.day);
    const again = new Map((await db.items.toArray()).map((entry) => [String(entry.id), factsOf(entry)]));
    const items = rowsOf<ItemEntry>('items');
    const wrong = items.find((entry) => again.get(entry.id) !== factsOf(entry));
    if (wrong) return `rebuilt otherwise: ${factsOf(wrong)} for ${again.get(wrong.id)}`;
    if (again.size !== items.length)
      return `${again.size} items rebuilt from the log, ${items.length} stored`;
    const built = await db.meta.get('head');
    for (const field of ['items', 'events', 'counts', 'started', 'undo', 'redo', 'hlc'] as const) {
      const [is, should] = [head[field], built?.[field]].map((value) => JSON.stringify(plain(value)));
      if (is !== should) return `the head's ${field}: ${is} for ${should}`;
    }
    const [sources, claims] = [await db.sources.count(), rowsOf('sources').length];
    return sources === claims ? undefined : `${claims} claims to sources, ${sources} rebuilt`;
  } finally {
    db.close();
  }
}

/** Bytes on disk of the same rows written once, into a profile that holds nothing else. */
export async function bytesAnew(build: string, dump: Dump): Promise<number> {
  const browser = await RigBrowser.open({ build });
  try {
    const page = await browser.silentPage();
    await page.evaluate(async ({ version, stores }) => {
      const opening = indexedDB.open('anew', version);
      opening.onupgradeneeded = () => {
        for (const [name, { keyPath, indexes }] of Object.entries(stores)) {
          const made = opening.result.createObjectStore(name, { keyPath });
          for (const index of indexes) made.createIndex(index.name, index.keyPath, index);
        }
      };
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
      });
      const transaction = db.transaction(Object.keys(stores), 'readwrite');
      for (const [name, { rows }] of Object.entries(stores))
        for (const row of rows) transaction.objectStore(name).put(row);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('not written'));
      });
      db.close();
    }, dump);
    await browser.stop();
    return bytesIn(browser.databaseFolder);
  } finally {
    await browser.close();
  }
}
