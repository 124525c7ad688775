import type { Settings } from '@/utils/model/settings';
import type { Counts, ItemRow, Overview, Quick, Undoable } from '@/utils/model/row';
import { headOf } from '../execute';
import type { Head, InventoryDatabase, UndoEntry } from '../schema';
import { entriesOf, pageOf, rowOf } from './rows';
import type { Moment } from './moment';

const FIRST_PAGE = 50;
const SHORT_PAGE = 20;

/** What the sidebar shows first. Reads the head row and the first rows of each list, whatever the inventory's size. */
export async function overview(db: InventoryDatabase, moment: Moment, settings: Settings): Promise<Overview> {
  const head = await headOf(db, moment.today);
  const rows = async (list: 'today' | 'waiting' | 'triage' | 'snoozed', limit: number) =>
    (await pageOf(db, list, { limit }, moment)).rows;
  const [today, next, waiting, triage, snoozed, drift, counts, undo, redo] = await Promise.all([
    rows('today', FIRST_PAGE),
    pageOf(db, 'next', { limit: FIRST_PAGE }, moment),
    rows('waiting', SHORT_PAGE),
    rows('triage', SHORT_PAGE),
    rows('snoozed', SHORT_PAGE),
    driftRows(db, moment),
    countsWith(db, head, moment),
    undoable(db, head.undo.at(-1)),
    undoable(db, head.redo.at(-1)),
  ]);
  return {
    day: moment.today,
    counts: counts.counts,
    todayLimit: settings.todayLimit,
    today,
    next,
    waiting,
    triage,
    snoozed,
    doneToday: counts.doneToday,
    drift,
    undo,
    redo,
  };
}

/** What the popup shows beside the page. */
export async function quick(db: InventoryDatabase, moment: Moment, settings: Settings): Promise<Quick> {
  const head = await headOf(db, moment.today);
  const [started, counts, undo] = await Promise.all([
    db.items.orderBy('openStarted').reverse().limit(SHORT_PAGE).toArray(),
    countsOf(db, head, moment),
    undoable(db, head.undo.at(-1)),
  ]);
  const rows = started.map((entry) => rowOf(entry, moment.today, moment.zone));
  return { day: moment.today, started: rows, counts, todayLimit: settings.todayLimit, undo };
}

export const countsOf = async (db: InventoryDatabase, head: Head, moment: Moment): Promise<Counts> =>
  (await countsWith(db, head, moment)).counts;

/** The counters, and the items finished today, which have to be read for theirs. */
async function countsWith(db: InventoryDatabase, head: Head, moment: Moment) {
  const [chase, drift, doneToday] = await Promise.all([
    chaseCount(db, moment),
    db.items.orderBy('driftSince').count(),
    doneOn(db, moment),
  ]);
  const counts = { ...head.counts, started: head.started, doneToday: doneToday.length, chase, drift };
  return { counts, doneToday };
}

/** Items whose source says otherwise, the latest first. */
async function driftRows(db: InventoryDatabase, { today, zone }: Moment): Promise<ItemRow[]> {
  const entries = await db.items.orderBy('driftSince').reverse().limit(FIRST_PAGE).toArray();
  return entries.map((entry) => rowOf(entry, today, zone));
}

/** Waits whose day to ask again has come. */
const chaseCount = (db: InventoryDatabase, { today }: Moment) =>
  db.items.where('chaseDay').belowOrEqual(today).count();

/** Items finished today, latest first; a day holds few, and the list is ordered by when they were finished. */
async function doneOn(db: InventoryDatabase, moment: Moment) {
  const { entries } = await entriesOf(db, 'done', { limit: FIRST_PAGE });
  return entries
    .filter(({ item }) => item.finishedDay === moment.today)
    .map((entry) => rowOf(entry, moment.today, moment.zone));
}

async function undoable(db: InventoryDatabase, entry: UndoEntry | undefined): Promise<Undoable | undefined> {
  if (!entry) return undefined;
  const about = entry.itemId && (await db.items.get(entry.itemId));
  const title = about ? about.item.title : (entry.title ?? '');
  return { name: entry.name, to: entry.to, title, itemId: about?.id };
}
