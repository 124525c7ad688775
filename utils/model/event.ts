import type { Day } from './day';
import type { CheckReason, Source, Way } from './draft';
import type { ItemId, SourceKey } from './ids';
import type { Importance, State } from './item';

/** What an event can be about. */
export const ENTITIES = [
  'item',
  'cont',
  'series',
  'person',
  'link',
  'source',
  'policy',
  'sess',
  'plan',
] as const;
export type Entity = (typeof ENTITIES)[number];

/** First facts of an item; of another entity, any fields. */
export type CreatedData = {
  title: string;
  state?: State | undefined;
  note?: string | undefined;
  importance?: Importance | undefined;
  dueDay?: Day | undefined;
  owner?: string | undefined;
  requester?: string | undefined;
  project?: string | undefined;
  tags?: string[] | undefined;
  sizeMinutes?: number | undefined;
  check?: CheckReason | undefined;
};

/** What a source showed when it was seen again. Fields are there only when they differ from what was known. */
export type ObservedData = {
  key: SourceKey;
  aliases?: SourceKey[] | undefined;
  ways?: Way[] | undefined;
  /** The way back that worked last. */
  way?: Way['by'] | undefined;
  url?: string | undefined;
  status?: string | undefined;
  title?: string | undefined;
  dueDay?: Day | undefined;
  owner?: string | undefined;
  requester?: string | undefined;
  project?: string | undefined;
  /** The title has become sure. */
  sure?: true | undefined;
};

type AnyFields = Record<string, unknown>;

/** The closed list of what can happen (reference: data model, B.2), with what each event says. */
export type EventData = {
  created: CreatedData;
  set: { field: string; to: unknown };
  state: { to: State };
  'wait.start': {
    waitId: string;
    on: string;
    reason?: string | undefined;
    followUpDay?: Day | undefined;
    promisedDay?: Day | undefined;
  };
  'wait.end': { waitId: string };
  'block.start': { blockId: string; by?: ItemId | undefined; reason?: string | undefined };
  'block.end': { blockId: string };
  est: { minutes: number | null };
  commit: { due?: Day | null | undefined; promised?: Day | null | undefined };
  'tag.add': { tag: string };
  'tag.rem': { tag: string };
  'link.add': { from: string; to: string; type: string };
  'link.rem': AnyFields;
  'source.add': {
    source: Source;
    url: string;
    status?: string | undefined;
    aliases?: SourceKey[] | undefined;
    ways?: Way[] | undefined;
    /** Of an ask: the title of the page, and the sentence that was selected. */
    title?: string | undefined;
    quote?: string | undefined;
    /** Of a source that comes from another item: what was known of it there. */
    way?: Way['by'] | undefined;
    statusAt?: number | undefined;
    seenAt?: number | undefined;
  };
  'source.rem': { key: SourceKey };
  observed: ObservedData;
  merge: { into: ItemId };
  deleted: AnyFields;
  restored: AnyFields;
  note: { text: string };
  'sess.start': { itemId: ItemId };
  'sess.end': AnyFields;
  rank: { rank: string };
  /** `order` is the place it was given; `score` what it scored then, to notice when facts move. */
  pin: {
    above: ItemId | null;
    until?: Day | undefined;
    order?: number | undefined;
    score?: number | undefined;
  };
  'plan.set': { day: Day | null; rank?: string | undefined };
  'plan.lock': AnyFields;
  'series.set': AnyFields;
  'series.skip': { day: Day };
  baseline: AnyFields;
  phase: { to: string };
  spend: { amount: number; currency?: string | undefined };
  policy: AnyFields;
  'key.grant': AnyFields;
};
export type EventType = keyof EventData;

export type Via = 'ui' | 'capture' | 'import' | 'recur' | 'undo' | 'rule';
/** Provenance, shown on every number. */
export type Quality = 'exact' | 'imported' | 'inferred';

type Envelope = {
  /**
   * The command's id for its first event, the command's id with ":001", ":002" … for the rest:
   * the primary key is thereby the proof that a command was carried out, and a range of it is the whole command.
   */
  id: string;
  ws: string;
  dev: string;
  by: string;
  /** Hybrid logical clock, "0001795407370579-0003-device": sorts as text in the order of happening. */
  hlc: string;
  /** Effective instant, UTC ms. */
  at: number;
  /** The machine's clock was behind what the log had seen already: it had been put back. */
  isBehind?: true | undefined;
  /** IANA zone in force: fixes the calendar day for ever. */
  tz: string;
  ent: Entity;
  eid: string;
  v: 1;
  via: Via;
  q: Quality;
  /** The command's name, on its first event only: what undo calls it. */
  act?: string | undefined;
  /** The event that this one takes back (or, for a redo, the undo that it takes back). */
  undoOf?: string | undefined;
};

/** One fact in the append-only log. Never updated, never deleted; every table is computed from these. */
export type LogEvent = { [T in EventType]: Envelope & { t: T; d: EventData[T] } }[EventType];
