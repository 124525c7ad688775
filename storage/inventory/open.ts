import { NewerDatabase } from './failure';
import { inventoryDatabase, SCHEMA, type InventoryDatabase } from './schema';

/** Dexie multiplies its version numbers by ten in the browser's own count. */
const DEXIE_FACTOR = 10;

/**
 * The open database. Throws NewerDatabase when it was written by a newer version: Dexie would open it without a word
 * and write old shapes into it (reference: safety, finding 11).
 */
export async function openDatabase(name?: string): Promise<InventoryDatabase> {
  const db = inventoryDatabase(name);
  const stored = (await indexedDB.databases()).find((found) => found.name === db.name)?.version ?? 0;
  if (stored >= (SCHEMA + 1) * DEXIE_FACTOR) throw new NewerDatabase();
  await db.open();
  return db;
}
