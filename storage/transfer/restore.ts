/** From a checked file into the inventory: what it would change, and the one write that changes it. */
import type { Transaction } from 'dexie';
import type { FoundBackup, ImportLine, RestoredBackup } from '@/utils/model/backup';
import type { Clock } from '@/utils/model/clock';
import { dayOf } from '@/utils/model/day';
import type { LogEvent } from '@/utils/model/event';
import type { CommandId } from '@/utils/model/ids';
import { headOf } from '../inventory/execute';
import { tick } from '../inventory/hlc';
import { commandEvents } from '../inventory/log';
import { rebuildIn } from '../inventory/rebuild';
import { refreshDay } from '../inventory/refresh-day';
import { type InventoryDatabase, SCHEMA, tablesOf, TABLES, type Tables } from '../inventory/schema';
import { readBackup, type ReadOptions } from './read-backup';
import { lineageOf } from './write-backup';

type Options = Pick<ReadOptions, 'progress' | 'signal'>;

/** What a file holds beside what is here; beside nothing where there is no database. Throws WrongFile; changes nothing. */
export async function examine(
  db: InventoryDatabase | undefined,
  file: Blob,
  options: Options,
): Promise<Omit<FoundBackup, 'file'>> {
  const here = new Set((await db?.events.toCollection().primaryKeys()) ?? []);
  const items = new Set<string>();
  let newEvents = 0;
  const read = await readBackup(file, {
    ...options,
    schema: SCHEMA,
    take({ id, t, ent, eid }) {
      if (!here.has(id)) newEvents += 1;
      if (ent === 'item' && t === 'created') items.add(eid);
    },
  });
  const known = new Set<string>((await db?.items.toCollection().primaryKeys()) ?? []);
  const { header, events, dropped, from, to } = read;
  return {
    ...{ madeAt: header.madeAt, items: items.size, events, from, to, newEvents, dropped },
    newItems: [...items].filter((id) => !known.has(id)).length,
    onlyHere: here.size - (events - newEvents),
    isSameLineage: header.lineage === lineageOf(await db?.meta.get('head')),
  };
}

type Restoring = {
  clock: Clock;
  importId: CommandId;
  /** Around the one write, which holds the database for long (see `within`). */
  hold?: (<T>(act: () => Promise<T>) => Promise<T>) | undefined;
};

export type Put = RestoredBackup & { settings?: Record<string, unknown> | undefined };

/**
 * Puts a file in: all of it or nothing, in one transaction together with every table that follows from it. The file is
 * checked to its end before. `add` keeps what is here and adds the events whose ids are missing; of two with the same id
 * the one that is here stays. `replace` leaves exactly what the file holds. The file's settings come back with `replace`,
 * and into an inventory that is empty.
 */
export async function restore(
  db: InventoryDatabase,
  file: Blob,
  how: 'add' | 'replace',
  { clock, importId, hold = (act) => act(), ...options }: Options & Restoring,
): Promise<Put> {
  const events: LogEvent[] = [];
  const { header } = await readBackup(file, {
    ...options,
    schema: SCHEMA,
    take: (event) => events.push(event),
  });
  const today = dayOf(clock.now(), clock.zone());
  const all = async (transaction: Transaction) => {
    const tables = tablesOf(transaction);
    const here = new Set(await tables.events.toCollection().primaryKeys());
    const isAdded = how === 'add' && here.size > 0;
    if (!isAdded) await tables.events.clear();
    const fresh = isAdded ? events.filter(({ id }) => !here.has(id)) : events;
    const items = new Set(fresh.flatMap(({ ent, t, eid }) => (ent === 'item' && t === 'created' ? eid : [])));
    if (isAdded && fresh.length === 0) return { events: 0, items: 0, isAdded };
    const marks = isAdded ? await marksOf(tables, fresh, { importId, clock, items: items.size }) : [];
    await tables.events.bulkAdd([...fresh, ...marks]);
    await rebuildIn(tables, today, { isReplaced: !isAdded });
    if (!isAdded && here.size > 0) await nextGeneration(tables);
    return { events: fresh.length, items: items.size, isAdded };
  };
  const put = await hold(() => db.transaction('rw', TABLES, all));
  await refreshDay(db, today, { always: true });
  const { events: added, items, isAdded } = put;
  const canTakeBack = isAdded && added > 0;
  return {
    ...{ how, events: added, items },
    ...(canTakeBack && { importId }),
    ...(!isAdded && header.settings && { settings: header.settings }),
  };
}

/** Says that another log has taken the place of the one that was here: fewer events than before are no loss then. */
async function nextGeneration({ meta }: Pick<Tables, 'meta'>): Promise<void> {
  const head = await meta.get('head');
  if (head) await meta.put({ ...head, generation: (head.generation ?? 0) + 1 });
}

/** How many ids one event of an import's marks holds. */
const IDS = 500;
const MARK = 'import:';

/** Events that name what an import added: the log itself says what there is to take back. */
async function marksOf(
  tables: Tables,
  added: readonly LogEvent[],
  { importId, clock, items }: { importId: CommandId; clock: Clock; items: number },
): Promise<LogEvent[]> {
  const at = clock.now();
  const head = await headOf(tables, dayOf(at, clock.zone()));
  // After everything that is here and everything that comes in.
  let hlc = added.reduce((last, event) => (event.hlc > last ? event.hlc : last), head.hlc);
  const marks: LogEvent[] = [];
  for (let start = 0; start < added.length; start += IDS) {
    hlc = tick(hlc, at, head.dev);
    const ids = added.slice(start, start + IDS).map(({ id }) => id);
    marks.push({
      ...{ id: idOf(importId, marks.length), ws: 'me', dev: head.dev, by: 'me', hlc, at, tz: clock.zone() },
      ...{ ent: 'policy', eid: `${MARK}${importId}`, v: 1, via: 'import', q: 'exact', t: 'policy' },
      d: { ids, at, events: added.length, items },
    });
  }
  return marks;
}

const idOf = (command: CommandId, place: number): string =>
  place === 0 ? command : `${command}:${String(place).padStart(3, '0')}`;

/** Imports that were not taken back, the newest first, at most five. */
export async function importsOf(db: Pick<Tables, 'records'>): Promise<ImportLine[]> {
  const records = await db.records
    .where('[ent+id]')
    .between(['policy', MARK], ['policy', `${MARK}\uffff`])
    .reverse()
    .limit(5)
    .toArray();
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  return records.map(({ id, fields }) => ({
    importId: id.slice(MARK.length),
    at: number(fields['at']),
    events: number(fields['events']),
    items: number(fields['items']),
  }));
}

/**
 * Takes back what an import added: one compensating event for each of its events, so that none of them counts any more.
 * What was done since to items that came with it stays in the log and counts no more than they do. False when there is no
 * such import, or it was taken back before.
 */
export async function takeBack(
  db: InventoryDatabase,
  importId: CommandId,
  { clock, id }: { clock: Clock; id: CommandId },
): Promise<boolean> {
  const at = clock.now();
  const today = dayOf(at, clock.zone());
  const isDone = await db.transaction('rw', TABLES, async (transaction) => {
    const tables = tablesOf(transaction);
    if (!(await tables.records.get(['policy', `${MARK}${importId}`]))) return false;
    const marks = await commandEvents(tables, importId);
    const ids = marks.flatMap(({ d }) => ('ids' in d && Array.isArray(d.ids) ? d.ids.map(String) : []));
    const added = (await tables.events.bulkGet(ids)).filter((event) => event !== undefined);
    const head = await headOf(tables, today);
    let { hlc } = head;
    const undone = [...added, ...marks].map((event, place): LogEvent => {
      hlc = tick(hlc, at, head.dev);
      const { act: _, ...same } = event;
      const envelope = { id: idOf(id, place), dev: head.dev, hlc, at, tz: clock.zone() };
      return { ...same, ...envelope, via: 'undo', undoOf: event.id };
    });
    await tables.events.bulkAdd(undone);
    await rebuildIn(tables, today);
    return true;
  });
  if (isDone) await refreshDay(db, today, { always: true });
  return isDone;
}
