import type { Settings } from '@/utils/model/settings';
import type { Counts, Overview, Quick, Undoable } from '@/utils/model/row';
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
  const [today, next, waiting, triage, snoozed, doneToday, chase, undo, redo] = await Promise.all([
    rows('today', FIRST_PAGE),
    pageOf(db, 'next', { limit: FIRST_PAGE }, moment),
    rows('waiting', SHORT_PAGE),
    rows('triage', SHORT_PAGE),
    rows('snoozed', SHORT_PAGE),
    doneOn(db, moment),
    chaseCount(db, moment),
    undoable(db, head.undo.at(-1)),
    undoable(db, head.redo.at(-1)),
  ]);
  const counts = { ...head.counts, started: head.started, doneToday: doneToday.length, chase, drift: 0 };
  return {
    day: moment.today,
    counts,
    todayLimit: settings.todayLimit,
    today,
    next,
    waiting,
    triage,
    snoozed,
    doneToday,
    drift: [],
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

export async function countsOf(db: InventoryDatabase, head: Head, moment: Moment): Promise<Counts> {
  const [chase, done] = await Promise.all([chaseCount(db, moment), doneOn(db, moment)]);
  return { ...head.counts, started: head.started, doneToday: done.length, chase, drift: 0 };
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
  const about = await db.items.get(entry.itemId);
  return { name: entry.name, to: entry.to, title: about?.item.title ?? '', itemId: about?.id };
}
