/** Bringing an inventory back, or really beginning with nothing. */
import type { Clock } from '@/utils/model/clock';
import { dayOf } from '@/utils/model/day';
import type { LogEvent } from '@/utils/model/event';
import { newId } from '@/utils/model/ids';
import { reach } from './failpoints';
import { sentinelFor } from './guarded-open';
import { emptyHead, newDevice } from './head';
import { readJournal } from './journal';
import { openDatabase } from './open';
import { databaseNames, deleteDatabase, look, readEvents } from './raw';
import { rebuild } from './rebuild';
import { refreshDay } from './refresh-day';
import { replay } from './replay';
import { SCHEMA, type Head, type InventoryDatabase } from './schema';
import type { SecondCopy } from './second-copy';
import type { Sentinel } from './sentinel';
import type { Snapshots } from './snapshot';

/** Where events come from: a snapshot by its name, nothing but the journal, or pages of events that were checked. */
export type Origin = { snapshot: string } | 'journal' | { pages: AsyncIterable<LogEvent[]> };

type Recovery = {
  copy: SecondCopy;
  clock: Clock;
  snapshots: Snapshots;
  /** Hears how many events were put in. */
  progress(events: number): void;
};

/**
 * Builds the inventory anew from everything that there is: the origin's events, those of the old database that can
 * still be read, and the journal. It is built beside the old one and counts from the moment when the sentinel names it,
 * which is one write: killed before that, all is as it was. The old database is set aside, not deleted.
 */
export async function restore(
  recovery: Recovery,
  origin: Origin,
): Promise<{ items: number; events: number }> {
  const { copy, clock } = recovery;
  const before = await copy.load();
  const old = before?.name ?? copy.shelf.base;
  await removeUnfinished(copy);
  const name = `${copy.shelf.base}~${newId<string>(clock.now())}`;
  const db = await openDatabase(name);
  try {
    const lineage = (await fill(recovery, db, origin, old)) ?? before?.lineage ?? newId<string>(clock.now());
    await identify(db, { lineage, before, clock });
    const { left } = await replay(db, await readJournal(copy.shelf));
    if (left.length > 0) throw new Error('the journal cannot be carried out again');
    await refreshDay(db, dayOf(clock.now(), clock.zone()), { always: true });
    const head = (await db.meta.get('head')) ?? emptyHead('d0', dayOf(clock.now(), clock.zone()));
    reach('restore-built');
    await take(recovery, name, head, { old, before });
    return { items: head.items, events: head.events };
  } catch (error) {
    db.close();
    await deleteDatabase(name);
    throw error;
  } finally {
    db.close();
  }
}

/** Puts events in, each once whatever has it. Gives the lineage that a snapshot names. */
async function fill(
  { snapshots, progress }: Recovery,
  db: InventoryDatabase,
  origin: Origin,
  old: string,
): Promise<string | undefined> {
  let done = 0;
  const put = async (events: LogEvent[]) => {
    await db.events.bulkPut(events);
    done += events.length;
    progress(done);
  };
  let lineage: string | undefined;
  if (origin === 'journal') lineage = undefined;
  else if ('snapshot' in origin)
    lineage = (await snapshots.read(origin.snapshot, put)).header.lineage || undefined;
  else for await (const page of origin.pages) await put(page);
  for await (const page of readEvents(old)) await put(page);
  return lineage;
}

/** Computes the tables, and gives the inventory back its name and its clock's device. */
async function identify(
  db: InventoryDatabase,
  { lineage, before, clock }: { lineage: string; before: Sentinel | undefined; clock: Clock },
): Promise<void> {
  const last = await db.events.orderBy('id').last();
  const today = last ? dayOf(last.at, last.tz) : dayOf(clock.now(), clock.zone());
  const dev = before?.dev ?? last?.dev ?? newDevice();
  const generation = before?.generation ?? 0;
  await db.meta.put({ ...emptyHead(dev, today), lineage, schema: SCHEMA, generation });
  // As they were on the day of the last event: what is carried out again begins from there.
  await rebuild(db, today);
}

type Old = { old: string; before: Sentinel | undefined };

/** The one write that makes the new database the inventory. */
async function take(
  { copy, clock }: Pick<Recovery, 'copy' | 'clock'>,
  name: string,
  head: Head,
  { old, before }: Old,
): Promise<void> {
  const isThere = (await look(old)).kind === 'there';
  const aside = [...(before?.aside ?? []), ...(isThere ? [{ name: old, at: clock.now() }] : [])];
  const { n = 0, journalled = 0, journalLength = 0 } = before ?? {};
  const carried = { n, journalled, journalLength };
  const isSame = before?.lineage === head.lineage;
  const snapshot = isSame && before?.snapshot ? { snapshot: before.snapshot } : {};
  await copy.set({ ...sentinelFor({ clock }, name, head), ...carried, ...snapshot, aside });
}

/**
 * Begins with nothing, though there was something: the caller has seen the asked word typed. Snapshots and the journal
 * stay, and what can still be read is set aside.
 */
export async function startEmpty(recovery: Pick<Recovery, 'copy' | 'clock'>): Promise<void> {
  const { copy, clock } = recovery;
  const before = await copy.load();
  const name = `${copy.shelf.base}~${newId<string>(clock.now())}`;
  const db = await openDatabase(name);
  const today = dayOf(clock.now(), clock.zone());
  const head: Head = {
    ...emptyHead(newDevice(), today),
    lineage: newId<string>(clock.now()),
    schema: SCHEMA,
  };
  await db.meta.put(head);
  db.close();
  await take(recovery, name, head, { old: before?.name ?? copy.shelf.base, before });
}

/** Removes databases that no sentinel names: of restores that were killed. */
async function removeUnfinished(copy: SecondCopy): Promise<void> {
  const { name, aside = [] } = copy.now() ?? {};
  const used = new Set([name, ...aside.map((each) => each.name)]);
  for (const found of await databaseNames())
    if (found.startsWith(`${copy.shelf.base}~`) && !used.has(found)) await deleteDatabase(found);
}
