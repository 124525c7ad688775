/**
 * The database without the library: Dexie makes an empty one where there is none, and hides what the browser says of it
 * (reference: safety, finding 2).
 */
import type { LogEvent } from '@/utils/model/event';
import type { Head } from './schema';

const PAGE = 1_000;

/** `version` is the browser's own count. `dataLoss` is what Chromium alone says of a database that it had to begin anew. */
export type Found =
  | { kind: 'none'; dataLoss?: string | undefined }
  | { kind: 'unreadable' }
  | { kind: 'there'; version: number };

/** Is there a database of this name? Whatever it finds, it makes none and leaves none open. */
export async function look(name: string): Promise<Found> {
  const opened = await open(name);
  if (!(opened instanceof IDBDatabase)) return opened;
  const { version } = opened;
  opened.close();
  return { kind: 'there', version };
}

/** Opens what is there, at the version that it has; what would be new is taken back before it is. */
function open(name: string): Promise<IDBDatabase | Exclude<Found, { kind: 'there' }>> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    let none: (Found & { kind: 'none' }) | undefined;
    request.onupgradeneeded = (event) => {
      // Chromium's own field.
      none = { kind: 'none', dataLoss: (event as { dataLoss?: string }).dataLoss };
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // Taken back on purpose: no error of anybody's.
      event.preventDefault();
      resolve(none ?? { kind: 'unreadable' });
    };
  });
}

/** What the head row says, whatever version the database has; undefined where it cannot be read. */
export async function readHead(name: string): Promise<Head | undefined> {
  const db = await open(name);
  if (!(db instanceof IDBDatabase)) return undefined;
  try {
    // The one row of this table, in every version.
    return (await ask(db.transaction('meta').objectStore('meta').get('head'))) as Head | undefined;
  } catch {
    // Damaged, or no database of ours: the caller says what that means.
    return undefined;
  } finally {
    db.close();
  }
}

/** What a database holds, by its own word: counts, and the instants of its first and last change (UTC ms). */
export type Inside = { items: number; events: number; from: number; to: number };

/** Looks into a database of any version; undefined where it cannot be read, or holds nothing. */
export async function lookInside(name: string): Promise<Inside | undefined> {
  const db = await open(name);
  if (!(db instanceof IDBDatabase)) return undefined;
  try {
    const transaction = db.transaction(['meta', 'events']);
    // The rows of these tables, in every version.
    const [head, [first]] = (await Promise.all([
      ask(transaction.objectStore('meta').get('head')),
      ask(transaction.objectStore('events').getAll(null, 1)),
    ])) as [Head | undefined, LogEvent[]];
    if (!head || !first) return undefined;
    return { items: head.items, events: head.events, from: first.at, to: Number(head.hlc.slice(0, 16)) };
  } catch {
    // Damaged: what of it can be read, a restore finds out.
    return undefined;
  } finally {
    db.close();
  }
}

/** Every event that can still be read, in the order of ids: of a damaged database what lies before the damage. */
export async function* readEvents(name: string): AsyncGenerator<LogEvent[]> {
  const db = await open(name);
  if (!(db instanceof IDBDatabase)) return;
  try {
    let last: string | undefined;
    for (;;) {
      const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
      // The rows of this table, in every version.
      const page = (await ask(
        db.transaction('events').objectStore('events').getAll(range, PAGE),
      )) as LogEvent[];
      if (page.length > 0) yield page;
      const end = page.at(-1);
      if (!end || page.length < PAGE) return;
      last = end.id;
    }
  } catch {
    // What was read before is what there is.
  } finally {
    db.close();
  }
}

/** The result of one request; throws what it failed with. */
export const ask = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('unreadable'));
  });

/** Names of all databases; none where the browser cannot tell. */
export const databaseNames = async (): Promise<string[]> =>
  (await indexedDB.databases()).flatMap(({ name }) => name ?? []);

/** Deletes a database, or gives up where something holds it open. */
export const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    request.onblocked = () => resolve();
  });
