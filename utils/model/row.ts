import type { Day } from './day';
import type { CheckReason, Draft } from './draft';
import type { EventType, Via } from './event';
import type { ItemId, SourceKey } from './ids';
import type { Lesson, LessonField } from './lesson';
import type { Importance, Item, ItemSource, List, State, TrashedFrom } from './item';
import type { DiskHealth, StorageState } from './recovery';
import type { Term } from './term';

/** What a list shows of an item: small, and all that a row needs. */
export type ItemRow = {
  id: ItemId;
  title: string;
  state: State;
  list: List;
  importance: Importance;
  score: number;
  /** The largest term: the reason for its place. */
  reason?: Term | undefined;
  /** Product, name and address of the first source. */
  source?: { product: string; host: string; label?: string | undefined; url: string } | undefined;
  sourceCount: number;
  waiting?: { on: string; sinceDay: Day; followUpDay?: Day | undefined } | undefined;
  isBlocked: boolean;
  owner?: string | undefined;
  requester?: string | undefined;
  dueDay?: Day | undefined;
  /** Whole days since it was started, today included; absent when not started. */
  ageDays?: number | undefined;
  startAfterDay?: Day | undefined;
  /** When it was done or canceled: the day in its own zone, and the instant in UTC ms; absent while it is open. */
  finished?: { day: Day; at: number } | undefined;
  /** When it was deleted, UTC ms, and in which of the browser's own places; absent while it is there. */
  trashed?: { at: number; from?: TrashedFrom | undefined } | undefined;
  isPinned: boolean;
  /** Its score has moved by 15 points or more since it was pinned: the facts speak against the place given by hand. */
  pinMoved?: boolean | undefined;
  check?: CheckReason | undefined;
  /** A source says otherwise than the item whether the work is over: "closed there, still open here". */
  drift?: Drift | undefined;
  /** Place in its list; with `id` the cursor for the page that follows. */
  order: number | string;
};

/** What a source says; `over` is true when it is closed there, false when it goes on there. */
export type Drift = { product: string; host: string; status: string; over: boolean; sinceDay: Day };

export type Cursor = { order: number | string; id: ItemId };

/** A part of a list: rows after `after`, at most `limit` (100), or up to and including `until`. `next` is absent at the end. */
export type ListPage = { rows: ItemRow[]; next?: Cursor | undefined };

export type Counts = Record<List, number> & {
  started: number;
  doneToday: number;
  chase: number;
  drift: number;
};

/** The last thing that can be undone or redone: the command, the state it set if it did, and the item's title. */
export type Undoable = { name: string; to?: State | undefined; title: string; itemId?: ItemId | undefined };

/** What the sidebar shows first, in one message. Lists hold at most their first 50 rows. */
export type Overview = {
  day: Day;
  counts: Counts;
  todayLimit: number;
  today: ItemRow[];
  next: ListPage;
  waiting: ItemRow[];
  triage: ItemRow[];
  snoozed: ItemRow[];
  doneToday: ItemRow[];
  /** Items whose source says otherwise, at most 50. */
  drift: ItemRow[];
  undo?: Undoable | undefined;
  redo?: Undoable | undefined;
};

/** What the popup shows beside the page. */
export type Quick = {
  day: Day;
  started: ItemRow[];
  counts: Counts;
  todayLimit: number;
  undo?: Undoable | undefined;
};

/** Why a page cannot be read or cannot hold the sidebar. */
export const PAGE_PROBLEMS = [
  'no-access',
  'browser-page',
  'store-page',
  'file-page',
  'no-frame',
  'reload-page',
] as const;
export type PageProblem = (typeof PAGE_PROBLEMS)[number];

/** The page in the tab and what the inventory knows of it. */
export type PageView =
  | { kind: 'reading' }
  /** Not readable: what is known is the tab's title and address, where the browser tells them. */
  | {
      kind: 'closed';
      problem: PageProblem;
      title?: string | undefined;
      url?: string | undefined;
      item?: ItemRow | undefined;
    }
  | {
      kind: 'item';
      item: ItemRow;
      draft: DraftGist;
      seenAt: number;
      also: ItemRow[];
      /** Items with the same words in their title: perhaps the same work. */
      alike?: ItemRow[] | undefined;
      /** Asks that were captured from this page. */
      asks?: ItemRow[] | undefined;
      drift?: { product: string; status: string } | undefined;
      /** Items that the same page lists: an inbox beside its open mail. */
      list?: ListPart | undefined;
    }
  | {
      kind: 'draft';
      draft: DraftGist;
      trashed?: ItemRow | undefined;
      /** Items that the page names by link, key or name: it may belong to one of them. The first is the likeliest. */
      named: ItemRow[];
      alike?: ItemRow[] | undefined;
      asks?: ItemRow[] | undefined;
      list?: ListPart | undefined;
    }
  | { kind: 'list'; draft: DraftGist; list: ListPart };

/** A list of work on a page, compared with the inventory and, where it is kept, with the visit before. */
export type ListPart = {
  rows: ListRow[];
  /** Rows that the visit before had and this one has not. Always empty for a list that is not kept, or only in part there. */
  gone: { key: SourceKey; title: string; item?: ItemRow | undefined }[];
  /** The day of the visit before, of a kept list. */
  sinceDay?: Day | undefined;
  isKept: boolean;
  /** Only what is on the screen, or the first 200. */
  isPartial: boolean;
};

/** `new`: not in the inventory; `changed`: its row says otherwise than its item knows. `fresh`: not there at the visit before. */
export type ListRow = {
  key: SourceKey;
  title: string;
  label?: string | undefined;
  status?: string | undefined;
  assignees?: string[] | undefined;
  dueDay?: Day | undefined;
  state: 'new' | 'known' | 'changed';
  isFresh: boolean;
  item?: ItemRow | undefined;
};

/** The part of a draft that a surface shows. */
export type DraftGist = Pick<
  Draft,
  | 'title'
  | 'url'
  | 'page'
  | 'status'
  | 'assignees'
  | 'requester'
  | 'dueDay'
  | 'labels'
  | 'priority'
  | 'project'
  | 'check'
  | 'sourceTitle'
  | 'quote'
> & { product: string; host: string; kind: string; key: SourceKey; label?: string | undefined };

/** One line of an item's history. `undone` lines are shown struck through. */
export type HistoryLine = {
  id: string;
  at: number;
  type: EventType;
  via: Via;
  by: string;
  detail: Record<string, unknown>;
  undone: boolean;
};

/** An item with everything that the card shows. History is newest first, at most 200 lines. */
export type ItemCard = {
  item: Item;
  row: ItemRow;
  terms: Term[];
  sources: ItemSource[];
  history: HistoryLine[];
  historyCount: number;
  blockedBy: { blockId: string; title: string; itemId?: ItemId | undefined }[];
  mergedFrom: { id: ItemId; title: string }[];
};

/** What is stored and how much. Bytes come from the browser's own estimate; absent where it gives none. */
export type StorageView = {
  items: number;
  events: number;
  usedBytes?: number | undefined;
  freeBytes?: number | undefined;
  persisted: boolean;
  schema: number;
  state: StorageState;
  health: DiskHealth;
  /** Changes that lie in the journal since the last snapshot. */
  journalled: number;
  /** The journal could not be written: what was changed since then has no second copy before the next snapshot. */
  journalFails?: boolean | undefined;
  snapshots: number;
  lastSnapshotAt?: number | undefined;
};

/** One tool on the page "Tools": what is there of it, and how well it is read. */
export type ToolHealth = {
  product: string;
  /** Hosts that it was seen on. */
  hosts: string[];
  items: number;
  /** When a page of it was last read as a sure item, UTC ms. */
  lastSuccess?: number | undefined;
  lastRead?: number | undefined;
  /** Places that told a field within the last 30 days and did not at the last reading, since a week or less. */
  failing: { field: string; from: string; since: Day }[];
  /** Is it read without being asked, where the person granted its site? By host. */
  granted: string[];
  isOn: boolean;
  /** A tab that shows it now and can be read: for a report. */
  tabId?: number | undefined;
};

/** Pointing at a field in a page: under way, or what was found. */
export type Teaching = {
  field: LessonField;
  phase: 'pointing' | 'found' | 'nothing';
  lesson?: Lesson | undefined;
};
