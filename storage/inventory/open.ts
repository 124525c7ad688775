import { Dexie } from 'dexie';
import { NewerDatabase } from './failure';
import { look } from './raw';
import { DATABASE, SCHEMA, tablesOf, TABLES, type InventoryDatabase } from './schema';
import { fillFromLog } from './upgrade';

/** Dexie multiplies its version numbers by ten in the browser's own count. */
const DEXIE_FACTOR = 10;

/** How a database of this version (the browser's own count) stands to this code. */
export const ageOf = (version: number): 'older' | 'ours' | 'newer' =>
  version >= (SCHEMA + 1) * DEXIE_FACTOR ? 'newer' : version < SCHEMA * DEXIE_FACTOR ? 'older' : 'ours';

/**
 * The open database, made where there is none: for tests and for a database that was just built. The inventory itself
 * is opened by `openGuarded`. Throws NewerDatabase when it was written by a newer version: Dexie would open it without a
 * word and write old shapes into it (reference: safety, finding 11).
 */
export async function openDatabase(name?: string): Promise<InventoryDatabase> {
  const db = inventoryDatabase(name);
  const found = await look(db.name);
  if (found.kind === 'there' && ageOf(found.version) === 'newer') throw new NewerDatabase();
  await db.open();
  return db;
}

/** A database of a newer version as it is, for reading alone; throws where it is not even like ours. */
export async function openNewer(name: string): Promise<InventoryDatabase> {
  // Without versions of its own Dexie takes what it finds.
  const db = new Dexie(name, { autoOpen: false });
  db.use({
    stack: 'dbcore',
    create: (core) => ({
      ...core,
      transaction(stores, mode, options) {
        if (mode === 'readwrite') throw new NewerDatabase();
        return core.transaction(stores, mode, options);
      },
    }),
  });
  await db.open();
  const tables = Object.fromEntries(TABLES.map((table) => [table, db.table(table)]));
  // The tables have these names in every version so far; another one fails in the line above.
  return Object.assign(db, tables) as unknown as InventoryDatabase;
}

export type UpgradeNews = {
  /** Another connection holds the old version open. */
  blocked?(): void;
  /** So many items have been brought to the new version. */
  upgraded?(items: number): void;
};

/**
 * The database, not yet open. Every write waits for the disk ("strict"): an acknowledged change survives a crash.
 * Indexes are few because each one is paid on every capture; further ones come with the view that needs them.
 */
export function inventoryDatabase(name: string = DATABASE, news: UpgradeNews = {}): InventoryDatabase {
  // Opened by hand alone: opening by itself, it would come back after an upgrade by newer code, and write into that.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', autoOpen: false });
  db.on('versionchange', () => {
    // Whoever asks wants to upgrade or delete it: make way, and say nothing on the console.
    db.close();
    return false;
  });
  db.on('blocked', () => {
    news.blocked?.();
    return false;
  });
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
    .upgrade((transaction) => fillFromLog(tablesOf(transaction), news.upgraded));
  // The tables are those declared above.
  return db as InventoryDatabase;
}
