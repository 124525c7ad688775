import { isConnectionLost } from './failure';
import { openDatabase } from './open';
import type { InventoryDatabase } from './schema';
import { createSearch, type Search } from './views/search';

/** Puts a question to the open database. */
export type Read = <T>(question: (db: InventoryDatabase, search: Search) => Promise<T>) => Promise<T>;

/** The database, opened when it is first asked and opened again when the browser closed the connection. */
export function openConnection(name: string | undefined): Read {
  let opening: Promise<{ db: InventoryDatabase; search: Search }> | undefined;
  const open = () =>
    (opening ??= openDatabase(name).then(
      (db) => ({ db, search: createSearch(db) }),
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    ));
  return async (question) => {
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
}
