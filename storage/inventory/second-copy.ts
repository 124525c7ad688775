import { browser } from '@/utils/browser';
import type { Clock } from '@/utils/model/clock';
import type { CommandId } from '@/utils/model/ids';
import type { Order } from './execute';
import { readJournal, removeEntries, stored, type Entry } from './journal';
import type { Head } from './schema';
import { readSentinel, writeSentinel, type Sentinel, type Shelf, type Told } from './sentinel';
import { isTorn, markTorn } from './torn';

/** The journal asks for a snapshot, after which it is short again, when it has so many entries or is so long (UTF-16 units). */
const MOST_ENTRIES = 2_000;
const MOST_LENGTH = 4_000_000;
/** Ids of commands that were written in this life of the worker: sent again, they are not written again. */
const REMEMBERED = 2_000;

/** After the last command of a row the sentinel is stored by itself: until then it tells of all but that one. In ms. */
const REST_MS = 2_000;

/** Journal and sentinel of one inventory: what is kept beside the database. */
export type SecondCopy = ReturnType<typeof createSecondCopy>;

/** What is known in this life of the worker. Each change of it happens at once; its storing follows. */
type Held = { sentinel?: Sentinel | undefined; isFailing: boolean; isTorn?: boolean };

export function createSecondCopy(shelf: Shelf, wantsSnapshot: () => void = () => {}) {
  const held: Held = { isFailing: false };
  return { shelf, ...createSentinel(shelf, held), ...createJournal(shelf, held, wantsSnapshot) };
}

const change = (held: Held, changes: Partial<Sentinel>): void => {
  if (held.sentinel) held.sentinel = { ...held.sentinel, ...changes };
};

function createSentinel(shelf: Shelf, held: Held) {
  let loading: Promise<void> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const load = async () => {
    const found = await readSentinel(shelf);
    held.sentinel ??= found;
  };
  return {
    /** Reads the sentinel, once. */
    async load(): Promise<Sentinel | undefined> {
      loading ??= load().catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
      await loading;
      return held.sentinel;
    },
    /** The sentinel as it would be stored now. */
    now: () => held.sentinel,
    /** The journal could not be written the last time. */
    isFailing: () => held.isFailing,
    /** Stores another sentinel: the moment at which a restore or a snapshot counts. Throws when that fails. */
    async set(next: Sentinel): Promise<void> {
      const before = held.sentinel;
      // At once: what is told while it is being stored comes on top of it.
      held.sentinel = next;
      try {
        await writeSentinel(shelf, next);
      } catch (error) {
        held.sentinel = before;
        throw error;
      }
    },
    /** The database holds this now. Stored with the next command, or by itself when none follows. */
    told({ items, events, hlc, generation }: Told, at: number): void {
      const isNews = held.sentinel !== undefined && held.sentinel.hlc !== hlc;
      change(held, { items, events, hlc, at, ...(generation !== undefined && { generation }) });
      if (!isNews) return;
      clearTimeout(rest);
      rest = setTimeout(() => void store(shelf, held, {}), REST_MS);
    },
  };
}

/** Stores values together with the sentinel as it is now, in one call; false when that failed. */
async function store(shelf: Shelf, held: Held, values: Record<string, unknown>): Promise<boolean> {
  try {
    await browser.storage.local.set({ ...values, [shelf.sentinelKey]: held.sentinel });
    held.isFailing = false;
  } catch {
    // No room, or a broken backend: not the command's fault. The storage view tells it.
    held.isFailing = true;
    held.isTorn = true;
    await markTorn();
  }
  return !held.isFailing;
}

function createJournal(shelf: Shelf, held: Held, wantsSnapshot: () => void) {
  const written = new Set<CommandId>();
  const kept = new Set<CommandId>();

  /**
   * Writes a command into the journal, with the sentinel as of the commands before it, in one call. False when that
   * failed: the command is carried out all the same, and the storage view says that the second copy is behind.
   */
  const write = async (order: Order, isKept = false): Promise<boolean> => {
    if (!held.sentinel) return false;
    const { n, lineage, journalled, journalLength } = held.sentinel;
    const place = { n: Math.max(n + 1, order.at), lineage };
    const entry: Entry = { ...order, ...place, ...(isKept && { kept: true }) };
    const values = stored(shelf, entry);
    const length = journalLength + (Object.values(values)[0]?.length ?? 0);
    change(held, { last: order.id, n: entry.n, journalled: journalled + 1, journalLength: length });
    written.add(order.id);
    const [oldest] = written;
    if (written.size > REMEMBERED && oldest) written.delete(oldest);
    const isStored = await store(shelf, held, values);
    if (!isStored) written.delete(order.id);
    if (journalled + 1 >= MOST_ENTRIES || length >= MOST_LENGTH) wantsSnapshot();
    return isStored;
  };

  return {
    write,
    has: (id: CommandId) => written.has(id),
    /** Counts a command as kept, in the journal alone; false when it could not be written there, or that proves nothing. */
    async keep(order: Order): Promise<boolean> {
      if (kept.has(order.id)) return true;
      if (held.isTorn || (await isTorn())) return false;
      if (!written.has(order.id) && !(await write(order, true))) return false;
      change(held, { kept: (held.sentinel?.kept ?? 0) + 1 });
      kept.add(order.id);
      return store(shelf, held, {});
    },
    /** A kept command was carried out. */
    settled(id: CommandId): void {
      if (kept.delete(id)) change(held, { kept: Math.max(0, (held.sentinel?.kept ?? 0) - 1) });
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

/** After an import: the sentinel says at once what is there. Where the log was replaced, the journal was of the old one, all but what waits. */
export async function noteChange(
  copy: SecondCopy,
  clock: Clock,
  head: Head | undefined,
  waiting: readonly CommandId[] = [],
): Promise<void> {
  const sentinel = copy.now();
  if (!sentinel || !head) return;
  const isReplaced = (head.generation ?? 0) > sentinel.generation;
  if (isReplaced)
    await copy.drop(
      (await readJournal(copy.shelf)).map(({ id }) => id).filter((id) => !waiting.includes(id)),
    );
  copy.told(head, clock.now());
  await copy.set({
    ...(copy.now() ?? sentinel),
    ...(isReplaced && { journalled: 0, journalLength: 0, last: undefined }),
  });
}
