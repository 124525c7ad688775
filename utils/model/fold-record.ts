import { effectiveEvents } from './effective';
import type { Entity, LogEvent } from './event';

/** Anything but an item, as its events tell it: fields, and lists of what happened to it more than once. */
export type EntityRecord = {
  ent: Entity;
  id: string;
  fields: Record<string, unknown>;
  baselines: Record<string, unknown>[];
  spent: Record<string, unknown>[];
  skips: string[];
  grants: Record<string, unknown>[];
  removed?: true | undefined;
  hlc: string;
};

/** The record that the events of one entity tell; undefined when none of them counts. */
export function foldRecord(events: readonly LogEvent[]): EntityRecord | undefined {
  return effectiveEvents(events).reduce<EntityRecord | undefined>(applyToRecord, undefined);
}

/** The record after one more event. Gives a new object; the old one stays as it was. */
export function applyToRecord(before: EntityRecord | undefined, event: LogEvent): EntityRecord {
  const record: EntityRecord = before ?? {
    ent: event.ent,
    id: event.eid,
    fields: {},
    baselines: [],
    spent: [],
    skips: [],
    grants: [],
    hlc: event.hlc,
  };
  const hlc = event.hlc > record.hlc ? event.hlc : record.hlc;
  return { ...record, ...change(record, event), hlc };
}

function change(record: EntityRecord, event: LogEvent): Partial<EntityRecord> {
  if (event.t === 'baseline') return { baselines: [...record.baselines, event.d] };
  if (event.t === 'spend') return { spent: [...record.spent, { ...event.d, at: event.at }] };
  if (event.t === 'series.skip') return { skips: [...record.skips, event.d.day] };
  if (event.t === 'key.grant') return { grants: [...record.grants, event.d] };
  if (event.t === 'link.rem' || event.t === 'deleted') return { removed: true };
  if (event.t === 'restored') return { removed: undefined };
  return { fields: { ...record.fields, ...beforeThis(record, event), ...fieldsOf(event) } };
}

/** A new visit to a kept list: the rows of the last one become what it is compared with. */
function beforeThis({ fields }: EntityRecord, event: LogEvent): Record<string, unknown> {
  const isNewVisit = event.t === 'policy' && event.d['visit'] === 'new';
  return isNewVisit ? { before: { at: fields['seenAt'], rows: fields['rows'] } } : {};
}

/** Fields that an event lays over the record: its own data, under another name where that says more. */
function fieldsOf(event: LogEvent): Record<string, unknown> {
  if (event.t === 'set') return { [event.d.field]: event.d.to };
  if (event.t === 'state' || event.t === 'phase') return { [event.t]: event.d.to };
  if (event.t === 'sess.start') return { ...event.d, startedAt: event.at };
  if (event.t === 'sess.end') return { endedAt: event.at };
  if (event.t === 'plan.lock') return { ...event.d, lockedAt: event.at };
  if (event.t !== 'policy') return { ...event.d };
  const { visit: _, ...said } = event.d;
  return said;
}
