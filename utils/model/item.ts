import type { CheckReason, Source, Way } from './draft';
import type { Day } from './day';
import type { ItemId, SourceKey } from './ids';
import type { Term } from './term';

/** The six state categories. Labels can be changed, categories not. */
export const STATES = ['triage', 'backlog', 'ready', 'started', 'done', 'canceled'] as const;
export type State = (typeof STATES)[number];

/** True for work that is neither done nor canceled. */
export const isOpen = (state: State): boolean => state !== 'done' && state !== 'canceled';

/** 0 not judged, 1 useful, 2 important, 3 vital. */
export type Importance = 0 | 1 | 2 | 3;

/** An open or ended interval in which the item waits on a person or an event. */
export type Wait = {
  id: string;
  /** A person's name or an event in words. */
  on: string;
  reason?: string | undefined;
  since: number;
  promisedDay?: Day | undefined;
  followUpDay?: Day | undefined;
  endedAt?: number | undefined;
};

/** An open or ended interval in which something stops the item: another item, or a reason in words. */
export type Block = {
  id: string;
  by?: ItemId | undefined;
  reason?: string | undefined;
  since: number;
  endedAt?: number | undefined;
};

/** A place made by hand in Next: directly above another item, until the day ends. */
export type Pin = { above: ItemId; until: Day; order: number; score: number };

/** An item's identity in one tool, with what was last seen there. */
export type ItemSource = Source & {
  url: string;
  status?: string | undefined;
  /** Since when the source shows this status: when it was first seen so, UTC ms. */
  statusAt?: number | undefined;
  aliases?: SourceKey[] | undefined;
  ways?: Way[] | undefined;
  way?: Way['by'] | undefined;
  /** Of an ask: the title of the page it stands on, and the sentence itself. */
  title?: string | undefined;
  quote?: string | undefined;
  firstSeenAt: number;
  lastSeenAt: number;
};

/**
 * An item as its events tell it. Everything here is a fold of the item's own events;
 * what also depends on other items or on the day is in `Standing`.
 */
export type Item = {
  id: ItemId;
  title: string;
  note: string;
  state: State;
  importance: Importance;
  expedite?: 1 | undefined;
  dueDay?: Day | undefined;
  promisedDay?: Day | undefined;
  /** Snoozed until the morning of this day. */
  startAfterDay?: Day | undefined;
  sizeMinutes?: number | undefined;
  /** The one who is accountable, by name; absent means me. */
  owner?: string | undefined;
  /** The one who wants it, by name. */
  requester?: string | undefined;
  project?: string | undefined;
  tags: string[];
  sources: ItemSource[];
  waits: Wait[];
  blocks: Block[];
  /** Planned for this day; it stays in Today until it is finished or taken out. */
  planDay?: Day | undefined;
  /** Fractional index of the order by hand in Today. */
  rank?: string | undefined;
  pin?: Pin | undefined;
  check?: CheckReason | undefined;
  /** Fields that the person set by hand: an observation never overwrites them. */
  edited: string[];
  /** When its state was last said, UTC ms: what a source shows since then may be drift. */
  stateAt?: number | undefined;
  createdAt: number;
  createdDay: Day;
  startedAt?: number | undefined;
  startedDay?: Day | undefined;
  finishedAt?: number | undefined;
  finishedDay?: Day | undefined;
  trashedAt?: number | undefined;
  trashedFrom?: TrashedFrom | undefined;
  mergedInto?: ItemId | undefined;
  /** HLC of the latest event folded in. */
  hlc: string;
};

/** Where an item can be deleted from: the browser's own places. */
export const TRASHED_FROM = ['popup', 'panel', 'desk'] as const;
export type TrashedFrom = (typeof TRASHED_FROM)[number];

/** Every item is in exactly one list. */
export const LISTS = ['today', 'next', 'waiting', 'triage', 'snoozed', 'done', 'trash', 'merged'] as const;
export type List = (typeof LISTS)[number];

/** Where an item stands today among the others; computed again when facts or the day change. */
export type Standing = {
  list: List;
  /** Place within the list, ascending: a number (the list's score or instant, negated where newest is first) or a rank. */
  order: number | string;
  score: number;
  terms: Term[];
  /** Open items that this one stops. */
  blocksCount: number;
  isBlocked: boolean;
};
