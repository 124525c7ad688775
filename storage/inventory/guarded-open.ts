import type { Clock } from '@/utils/model/clock';
import { dayOf } from '@/utils/model/day';
import { newId } from '@/utils/model/ids';
import type { RecoveryCause } from '@/utils/model/recovery';
import { emptyHead, newDevice } from './head';
import { readJournal, removeEntries, type Entry } from './journal';
import { ageOf, inventoryDatabase, openNewer, type UpgradeNews } from './open';
import { look, readHead } from './raw';
import { replay } from './replay';
import { SCHEMA, type Head, type InventoryDatabase } from './schema';
import type { SecondCopy } from './second-copy';
import { isFewer, type Sentinel } from './sentinel';

/** What came of opening the inventory. It is never an empty one where there was one. */
export type Opened =
  | { state: 'ready'; db: InventoryDatabase }
  /** Written by a newer version: to be looked at; absent where not even that is possible. */
  | { state: 'newer'; db?: InventoryDatabase | undefined }
  /** The disk is as good as full: opening it now may be what makes the browser throw it away. */
  | { state: 'kept' }
  | {
      state: 'recovery';
      cause: RecoveryCause;
      dataLoss?: string | undefined;
      found?: { items: number; events: number } | undefined;
    };

export type Opening = {
  copy: SecondCopy;
  clock: Clock;
  news: UpgradeNews;
  /** Is there room enough on the disk to open what is there? */
  mayOpen(): Promise<boolean>;
  /** A snapshot of a database that is about to be upgraded. */
  beforeUpgrade(name: string): Promise<void>;
};

/**
 * Opens the inventory and compares it with the sentinel. What the journal has and the log has not is carried out first;
 * if there is still less than there should be, or nothing at all, nothing is made and nothing is opened: recovery.
 */
export async function openGuarded(opening: Opening): Promise<Opened> {
  const { copy } = opening;
  const [sentinel, mayOpen] = await Promise.all([copy.load(), opening.mayOpen()]);
  const name = sentinel?.name ?? copy.shelf.base;
  const isExpected = sentinel !== undefined && sentinel.events > 0;
  if (isExpected && !mayOpen) return { state: 'kept' };
  const found = await look(name);
  if (found.kind === 'unreadable' && isExpected) return { state: 'recovery', cause: 'unreadable' };
  if (found.kind === 'none' && isExpected)
    return { state: 'recovery', cause: 'gone', dataLoss: found.dataLoss };
  if (found.kind === 'there' && ageOf(found.version) === 'newer') return newer(name);
  if (found.kind !== 'there' || ageOf(found.version) === 'ours') return compare(opening, name);
  return upgrade(opening, name);
}

async function newer(name: string): Promise<Opened> {
  try {
    return { state: 'newer', db: await openNewer(name) };
  } catch {
    // Its tables are no more like ours: it is left alone.
    return { state: 'newer' };
  }
}

async function upgrade(opening: Opening, name: string): Promise<Opened> {
  // The journal keeps captures while this takes long, and needs a sentinel for that.
  const head = await readHead(name);
  if (head && !opening.copy.now()) await opening.copy.set(sentinelFor(opening, name, head));
  await opening.beforeUpgrade(name);
  try {
    return await compare(opening, name);
  } catch (error) {
    const after = await look(name);
    // It broke half-way, and the browser took all of it back.
    if (after.kind === 'there' && ageOf(after.version) === 'older')
      return { state: 'recovery', cause: 'upgrade' };
    throw error;
  }
}

async function compare(opening: Opening, name: string): Promise<Opened> {
  const db = inventoryDatabase(name, opening.news);
  await db.open();
  const head = await db.meta.get('head');
  const sentinel = opening.copy.now();
  if (sentinel && isFewer(sentinel, head)) {
    const isWhole = mayBeCompleted(sentinel, head) && !isFewer(sentinel, await carryOutAgain(opening, db));
    if (!isWhole) return tooFew(db);
  } else if (sentinel && (await isPending(sentinel, db, head))) await carryOutAgain(opening, db);
  await agree(opening, db, name);
  return { state: 'ready', db };
}

async function tooFew(db: InventoryDatabase): Promise<Opened> {
  const head = await db.meta.get('head');
  db.close();
  return { state: 'recovery', cause: 'fewer', found: { items: head?.items ?? 0, events: head?.events ?? 0 } };
}

/** Lost is only what came after the last snapshot, all of which is in the journal: then nobody need be asked. */
const mayBeCompleted = ({ snapshot, lineage }: Sentinel, head: Head | undefined): boolean =>
  head?.lineage === lineage && (!snapshot || (head.events >= snapshot.events && head.hlc >= snapshot.hlc));

/** Is there something in the journal that the log does not have? The last entry tells of all: they are carried out in turn. */
async function isPending(
  sentinel: Sentinel,
  db: InventoryDatabase,
  head: Head | undefined,
): Promise<boolean> {
  if ((head?.generation ?? 0) > sentinel.generation) return false;
  return sentinel.kept > 0 || (sentinel.last !== undefined && !(await db.events.get(sentinel.last)));
}

/** Carries out what the journal has and the log has not. Gives the head row afterwards. */
async function carryOutAgain({ copy }: Opening, db: InventoryDatabase): Promise<Head | undefined> {
  const lineage = copy.now()?.lineage;
  // Of an inventory that was given up there may still be entries: they come back when that one does.
  const own = (await readJournal(copy.shelf)).filter((entry) => entry.lineage === lineage);
  const { refused, left } = await replay(db, own);
  const [head, sentinel] = [await db.meta.get('head'), copy.now()];
  // Where something is still missing, a command may have been refused for just that.
  if (!sentinel || isFewer(sentinel, head)) return head;
  await copy.drop(refused.map(({ id }) => id));
  // Unless something is left, the next start need not read the journal for this again.
  await copy.set({ ...sentinel, kept: left.length, last: undefined });
  return head;
}

/** Database and sentinel name the same inventory, and the sentinel says what is there. */
async function agree(opening: Opening, db: InventoryDatabase, name: string): Promise<void> {
  const { copy, clock } = opening;
  const [sentinel, stored] = [copy.now(), await db.meta.get('head')];
  const today = dayOf(clock.now(), clock.zone());
  const head = stored ?? emptyHead(sentinel?.dev ?? newDevice(), today);
  if (stored?.lineage === undefined) {
    head.lineage = sentinel?.lineage ?? newId(clock.now());
    await db.meta.put(head);
  }
  if (!sentinel) return copy.set(sentinelFor(opening, name, head));
  if ((head.generation ?? 0) > sentinel.generation) {
    // The log was replaced on purpose and the worker died before it could say so: the journal is of the old one.
    const entries = await readJournal(copy.shelf);
    await dropAll(
      copy,
      entries.filter(({ kept }) => !kept),
    );
    await copy.set({ ...sentinelFor(opening, name, head), n: sentinel.n, aside: sentinel.aside });
    // What was captured while it was replaced belongs to what is here now.
    await replay(
      db,
      entries.filter(({ kept }) => kept),
    );
    return copy.told((await db.meta.get('head')) ?? head, clock.now());
  }
  copy.told(head, clock.now());
}

const dropAll = (copy: SecondCopy, entries: readonly Entry[]): Promise<void> =>
  removeEntries(
    copy.shelf,
    entries.map(({ id }) => id),
  );

/** A sentinel for a database that has none yet. */
export const sentinelFor = ({ clock }: Pick<Opening, 'clock'>, name: string, head: Head): Sentinel => ({
  name,
  lineage: head.lineage ?? newId(clock.now()),
  dev: head.dev,
  schema: SCHEMA,
  generation: head.generation ?? 0,
  items: head.items,
  events: head.events,
  hlc: head.hlc,
  at: clock.now(),
  ...{ n: 0, journalled: 0, journalLength: 0, kept: 0, aside: [] },
});
