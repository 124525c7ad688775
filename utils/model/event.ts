/** What an event can be about. */
export const ENTITIES = ['item', 'cont', 'series', 'person', 'link', 'source', 'policy', 'sess', 'plan'] as const;
export type Entity = (typeof ENTITIES)[number];

/** The closed list of what can happen (reference: data model, B.2). */
export const EVENT_TYPES = [
  'created', 'set', 'state', 'wait.start', 'wait.end', 'block.start', 'block.end', 'est', 'commit',
  'tag.add', 'tag.rem', 'link.add', 'link.rem', 'source.add', 'source.rem', 'observed', 'merge',
  'deleted', 'restored', 'note', 'sess.start', 'sess.end', 'rank', 'pin', 'plan.set', 'plan.lock',
  'series.set', 'series.skip', 'baseline', 'phase', 'spend', 'policy', 'key.grant',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export type Via = 'ui' | 'capture' | 'import' | 'recur' | 'undo' | 'rule';
export type Quality = 'exact' | 'imported' | 'inferred';

/** One fact in the append-only log. Never updated, never deleted; every table is computed from these. */
export type LogEvent = {
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
  /** IANA zone in force: fixes the calendar day for ever. */
  tz: string;
  ent: Entity;
  eid: string;
  t: EventType;
  /** What happened, by type; parsed where it is folded. */
  d: Record<string, unknown>;
  v: 1;
  via: Via;
  q: Quality;
  /** The command's name, on its first event only: what undo calls it. */
  act?: string;
  /** The event that this one takes back (or, for a redo, the undo that it takes back). */
  undoOf?: string;
};
