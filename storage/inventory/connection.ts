import type { RecoveryView, StorageState } from '@/utils/model/recovery';
import { isConnectionLost, NewerDatabase, NotOpen } from './failure';
import { openGuarded, type Opened, type Opening } from './guarded-open';
import type { InventoryDatabase } from './schema';
import { createSearch, type Search } from './views/search';

/** Puts a question to the open database. Throws NotOpen where there is none that may be asked. */
export type Read = <T>(question: (db: InventoryDatabase, search: Search) => Promise<T>) => Promise<T>;

export type Connection = {
  read: Read;
  /** The same for a write: never into a database of a newer version. */
  write: Read;
  /** What came of opening, or `upgrading` and `blocked` while it takes long. Opens where nothing is open. */
  state(): Promise<Standing>;
  /** Closes, and opens again when it is asked next: another database has taken its place. */
  reset(): Promise<void>;
  /** Does something to the closed databases; whoever asks meanwhile is told that nothing is open. */
  whileClosed<T>(act: () => Promise<T>): Promise<T>;
  /** The log turned out to be less than it says: closed, and from now on in recovery. */
  distrust(): Promise<void>;
};

export type Standing =
  | Exclude<Opened, { state: 'ready' }>
  | { state: 'ready' }
  | { state: 'upgrading' | 'blocked'; work?: RecoveryView['work'] };

/** An upgrade that takes longer is told; another window that stops it is told after three seconds. In ms. */
export const PATIENCE = { upgrading: 1_000, blocked: 3_000 };

type Life = {
  opened: Promise<Opened & { search?: Search }>;
  /** Ends when opening does, or when it takes long. */
  early: Promise<unknown>;
  slow?: Extract<StorageState, 'upgrading' | 'blocked'> | undefined;
  done: number;
};

/** The database, opened when it is first asked and opened again when the browser closed the connection. */
export function openConnection(opening: Omit<Opening, 'news'>, changed: () => void): Connection {
  let life: Life | undefined;
  let isHeld = false;
  let isDistrusted = false;
  const live = () =>
    (life ??= begin(opening, changed, (ended) => {
      if (life === ended) life = undefined;
    }));

  const state = async (): Promise<Standing> => {
    if (isHeld || isDistrusted) return { state: 'recovery', cause: 'fewer' };
    const now = live();
    await now.early;
    if (now.slow) return { state: now.slow, work: { kind: 'upgrade', done: now.done } };
    const opened = await now.opened;
    return opened.state === 'ready' ? { state: 'ready' } : opened;
  };
  const openFor = async (now: Life, mayBeNewer: boolean) => {
    if (isHeld || isDistrusted) throw new NotOpen();
    await now.early;
    if (now.slow) throw new NotOpen();
    const opened = await now.opened;
    if (opened.state === 'recovery' || opened.state === 'kept') throw new NotOpen();
    if (opened.state === 'newer' && !(mayBeNewer && opened.db)) throw new NewerDatabase();
    // A newer one without tables was refused in the line above.
    const db = opened.db!;
    return { db, search: (opened.search ??= createSearch(db)) };
  };
  const asking =
    (mayBeNewer: boolean): Read =>
    async (question) => {
      const mine = isHeld || isDistrusted ? undefined : live();
      if (!mine) throw new NotOpen();
      const { db, search } = await openFor(mine, mayBeNewer);
      try {
        return await question(db, search);
      } catch (error) {
        if (!isConnectionLost(error)) throw error;
        db.close();
        // Others may have met the same and opened it again.
        if (life === mine) life = undefined;
        const again = await openFor(live(), mayBeNewer);
        return question(again.db, again.search);
      }
    };
  return {
    read: asking(true),
    write: asking(false),
    state,
    async reset() {
      // What could not be opened need not be closed.
      const opened = await life?.opened.catch(() => undefined);
      life = undefined;
      if (opened && 'db' in opened) opened.db?.close();
    },
    async whileClosed(act) {
      isHeld = true;
      try {
        const done = await act();
        // What was built has taken its place.
        isDistrusted = false;
        return done;
      } finally {
        isHeld = false;
        life = undefined;
      }
    },
    async distrust() {
      isDistrusted = true;
      changed();
    },
  };
}

function begin(opening: Omit<Opening, 'news'>, changed: () => void, forget: (ended: Life) => void): Life {
  const told = Promise.withResolvers<void>();
  const late = (slow: NonNullable<Life['slow']>, ms: number) =>
    setTimeout(() => {
      life.slow = slow;
      told.resolve();
      changed();
    }, ms);
  const timers: ReturnType<typeof setTimeout>[] = [];
  const news = {
    blocked: () => void timers.push(late('blocked', PATIENCE.blocked)),
    upgraded: (items: number) => {
      life.done = items;
      changed();
    },
  };
  const before = async (name: string) => {
    timers.push(late('upgrading', PATIENCE.upgrading));
    await opening.beforeUpgrade(name);
  };
  const opened = openGuarded({ ...opening, beforeUpgrade: before, news });
  const life: Life = { opened, early: Promise.race([opened, told.promise]), done: 0 };
  const ended = () => {
    for (const timer of timers) clearTimeout(timer);
    const wasSlow = life.slow !== undefined;
    life.slow = undefined;
    if (wasSlow) changed();
  };
  const seen = ({ state }: Opened) => {
    ended();
    // There may be room the next time.
    if (state === 'kept') forget(life);
  };
  opened.then(seen, () => {
    ended();
    // The next question tries again.
    forget(life);
  });
  return life;
}
