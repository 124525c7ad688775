import type { Dexie, Table, Transaction } from 'dexie';
import type { Day } from '@/utils/model/day';
import type { LogEvent } from '@/utils/model/event';
import type { EntityRecord } from '@/utils/model/fold-record';
import type { CommandId, ItemId, SourceKey } from '@/utils/model/ids';
import type { Item, List, Standing, State } from '@/utils/model/item';
import type { WorkKind } from '@/utils/priority/standing';

/** Raised with every change of the tables below; a stored database with a higher one is never opened for writing. */
export const SCHEMA = 2;
export const DATABASE = 'throughline';

/** An item with its standing. Those below `item` are there only while they hold, so that their indexes stay small. */
export type ItemEntry = Standing & {
  id: ItemId;
  item: Item;
  /** Items that stop this open one. */
  blockedBy?: ItemId[];
  /** Instant since which it is started. */
  openStarted?: number;
  /** Day on which to ask again. */
  chaseDay?: Day;
  /** Instant since which a source says otherwise than the item whether the work is over. */
  driftSince?: number;
  /** What titles of the same work have in common. */
  likeness?: string;
};

/** One item's claim to a source. `found`: further ways to find it, "a:<alias>", "n:<name>", "h:<host>" (see `foundBy`). */
export type SourceEntry = { key: SourceKey; itemId: ItemId; url: string; found: string[] };

/**
 * `to` is the state that the command set, if it did: undo is called by it. `title` is there where the command was
 * about something else than an item.
 */
export type UndoEntry = { id: CommandId; name: string; itemId?: ItemId; title?: string; to?: State };
export type RedoEntry = UndoEntry & { undoneBy: CommandId };

/** The one row that every change reads and writes: clock, counters, undo. All of it can be computed from the log. */
export type Head = {
  k: 'head';
  dev: string;
  hlc: string;
  items: number;
  events: number;
  counts: Record<List, number>;
  started: number;
  /** Day for which every standing was computed, and the expectations used. */
  day: Day;
  sle: Partial<Record<WorkKind, number>>;
  undo: UndoEntry[];
  redo: RedoEntry[];
  /** Which inventory this is, whatever becomes of the database: the sentinel names the same. Absent before version 0.2. */
  lineage?: string;
  /** The version of the code that wrote last: an older one refuses to write after it. */
  schema?: number;
  /** Raised whenever the log is replaced by another one on purpose: then it may hold less than before. */
  generation?: number;
};

/** The tables, of the database or of one transaction. */
export type Tables = {
  events: Table<LogEvent, string>;
  items: Table<ItemEntry, ItemId>;
  sources: Table<SourceEntry, [SourceKey, ItemId]>;
  records: Table<EntityRecord, [string, string]>;
  meta: Table<Head, 'head'>;
};

export const TABLES = ['events', 'items', 'sources', 'records', 'meta'] as const satisfies (keyof Tables)[];
export type InventoryDatabase = Dexie & Tables;

/**
 * The tables bound to a transaction. Dexie otherwise finds the transaction by following promises, and loses it where
 * several async functions run side by side; then a write goes beside the transaction.
 */
export const tablesOf = (transaction: Transaction): Tables => ({
  events: transaction.table('events'),
  items: transaction.table('items'),
  sources: transaction.table('sources'),
  records: transaction.table('records'),
  meta: transaction.table('meta'),
});
