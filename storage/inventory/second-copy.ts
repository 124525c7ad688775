import { browser } from '@/utils/browser';
import type { Clock } from '@/utils/model/clock';
import type { CommandId } from '@/utils/model/ids';
import type { Order } from './execute';
import { readJournal, removeEntries, stored, type Entry } from './journal';
import type { Head } from './schema';
import { readSentinel, writeSentinel, type Sentinel, type Shelf, type Told } from './sentinel';

/** The journal asks for a snapshot, after which it is short again, when it has so many entries or is so long (UTF-16 units). */
const MOST_ENTRIES = 2_000;
const MOST_LENGTH = 4_000_000;
/** Ids of commands that were written in this life of the worker: sent again, they are not written again. */
const REMEMBERED = 2_000;

/** Journal and sentinel of one inventory: what is kept beside the database. */
export type SecondCopy = ReturnType<typeof createSecondCopy>;

export function createSecondCopy(shelf: Shelf, wantsSnapshot: () => void = () => {}) {
  let sentinel: Sentinel | undefined;
  let loading: Promise<void> | undefined;
  let isFailing = false;
  const written = new Set<CommandId>();
  const kept = new Set<CommandId>();

  /** Each change of what is known happens at once; its storing follows. */
  const change = (changes: Partial<Sentinel>) => {
    if (sentinel) sentinel = { ...sentinel, ...changes };
  };
  const remember = (id: CommandId) => {
    written.add(id);
    const [oldest] = written;
    if (written.size > REMEMBERED && oldest) written.delete(oldest);
  };
  const store = async (values: Record<string, unknown>): Promise<boolean> => {
    try {
      await browser.storage.local.set({ ...values, [shelf.sentinelKey]: sentinel });
      isFailing = false;
    } catch {
      // No room, or a broken backend: not the command's fault. The storage view tells it.
      isFailing = true;
    }
    return !isFailing;
  };

  /**
   * Writes a command into the journal, with the sentinel as of the commands before it, in one call. False when that
   * failed: the command is carried out all the same, and the storage view says that the second copy is behind.
   */
  const write = async (order: Order): Promise<boolean> => {
    if (!sentinel) return false;
    const { n, lineage, journalled, journalLength } = sentinel;
    const entry: Entry = { ...order, n: Math.max(n + 1, order.at), lineage };
    const length = JSON.stringify(entry).length;
    change({
      ...{ last: order.id, n: entry.n },
      ...{ journalled: journalled + 1, journalLength: journalLength + length },
    });
    remember(order.id);
    const isStored = await store(stored(shelf, entry));
    if (!isStored) written.delete(order.id);
    if (journalled + 1 >= MOST_ENTRIES || journalLength + length >= MOST_LENGTH) wantsSnapshot();
    return isStored;
  };

  return {
    shelf,
    write,
    /** Reads the sentinel, once. */
    async load(): Promise<Sentinel | undefined> {
      loading ??= readSentinel(shelf).then(
        (found) => {
          sentinel ??= found;
        },
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      );
      await loading;
      return sentinel;
    },
    /** The sentinel as it would be stored now. */
    now: () => sentinel,
    /** The journal could not be written the last time. */
    isFailing: () => isFailing,
    has: (id: CommandId) => written.has(id),
    /** Stores another sentinel: the moment at which a restore or a snapshot counts. Throws when that fails. */
    async set(next: Sentinel): Promise<void> {
      const before = sentinel;
      // At once: what is told while it is being stored comes on top of it.
      sentinel = next;
      try {
        await writeSentinel(shelf, next);
      } catch (error) {
        sentinel = before;
        throw error;
      }
    },
    /** The database holds this now. Stored with the next command. */
    told: ({ items, events, hlc, generation }: Told, at: number) =>
      change({ items, events, hlc, at, ...(generation !== undefined && { generation }) }),
    /** Counts a command as kept, in the journal alone; false when it could not be written there. */
    async keep(order: Order): Promise<boolean> {
      if (kept.has(order.id)) return true;
      if (!written.has(order.id) && !(await write(order))) return false;
      change({ kept: (sentinel?.kept ?? 0) + 1 });
      kept.add(order.id);
      return store({});
    },
    /** Takes commands out of the journal again: nothing came of them. Nobody waits for it. */
    async drop(ids: readonly CommandId[]): Promise<void> {
      for (const id of ids) written.delete(id);
      try {
        await removeEntries(shelf, ids);
      } catch {
        // It stays, and comes to nothing again when it is carried out again.
      }
    },
  };
}

/** After an import: the sentinel says at once what is there. Where the log was replaced, the journal was of the old one. */
export async function noteChange(copy: SecondCopy, clock: Clock, head: Head | undefined): Promise<void> {
  const sentinel = copy.now();
  if (!sentinel || !head) return;
  const isReplaced = (head.generation ?? 0) > sentinel.generation;
  if (isReplaced) await copy.drop((await readJournal(copy.shelf)).map(({ id }) => id));
  copy.told(head, clock.now());
  await copy.set({
    ...(copy.now() ?? sentinel),
    ...(isReplaced && { journalled: 0, journalLength: 0, last: undefined }),
  });
}
