import { Dexie } from 'dexie';
import { NewerDatabase } from './failure';
import { DATABASE, SCHEMA, tablesOf, type InventoryDatabase } from './schema';
import { fillFromLog } from './upgrade';

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

/**
 * The database, not yet open. Every write waits for the disk ("strict"): an acknowledged change survives a crash.
 * Indexes are few because each one is paid on every capture; further ones come with the view that needs them.
 */
export function inventoryDatabase(name: string = DATABASE): InventoryDatabase {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  db.version(1).stores({
    events: 'id, [ent+eid+hlc]',
    items: 'id, [list+order+id], *blockedBy, openStarted, chaseDay',
    sources: '[key+itemId], url',
    records: '[ent+id]',
    meta: 'k',
  });
  db.version(2)
    .stores({
      items: 'id, [list+order+id], *blockedBy, openStarted, chaseDay, driftSince, likeness',
      sources: '[key+itemId], url, *found',
    })
    .upgrade((transaction) => fillFromLog(tablesOf(transaction)));
  // The tables are those declared above.
  return db as InventoryDatabase;
}
