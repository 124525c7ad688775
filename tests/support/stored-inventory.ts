/** A database as an older version of the product left it. The dumps beside this file are frozen: never made anew. */
import version1 from './inventory-v1.json';
import version2 from './inventory-v2.json';

type Index = { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean };
type Store = { keyPath: string | string[]; indexes: Index[]; rows: unknown[] };
/** `version` is the browser's own count; `at` and `zone` are the clock's after the last command. */
export type StoredInventory = { version: number; at: number; zone: string; stores: Record<string, Store> };

/** Every version that was ever released, by number. */
export const STORED: ReadonlyMap<number, StoredInventory> = new Map<number, StoredInventory>([
  [1, version1],
  [2, version2],
]);

/** Lays the database down under a name, without any of the product's code. */
export async function lay(name: string, { version, stores }: StoredInventory): Promise<void> {
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    for (const [store, { keyPath, indexes, rows }] of Object.entries(stores)) {
      const made = opening.result.createObjectStore(store, { keyPath });
      for (const index of indexes) made.createIndex(index.name, index.keyPath, index);
      for (const row of rows) made.put(row);
    }
  };
  await new Promise<void>((resolve, reject) => {
    opening.onerror = () => reject(opening.error ?? new Error('the dump cannot be laid down'));
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}
