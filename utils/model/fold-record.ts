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
  return effectiveEvents(events).reduce<EntityRecord | undefined>(apply, undefined);
}

function apply(before: EntityRecord | undefined, event: LogEvent): EntityRecord {
  const record: EntityRecord =
    before ?? { ent: event.ent, id: event.eid, fields: {}, baselines: [], spent: [], skips: [], grants: [], hlc: event.hlc };
  const hlc = event.hlc > record.hlc ? event.hlc : record.hlc;
  return { ...record, ...change(record, event), hlc };
}

function change(record: EntityRecord, event: LogEvent): Partial<EntityRecord> {
  const fields = (more: Record<string, unknown>): Partial<EntityRecord> => ({ fields: { ...record.fields, ...more } });
  switch (event.t) {
    case 'set':
      return fields({ [event.d.field]: event.d.to });
    case 'baseline':
      return { baselines: [...record.baselines, event.d] };
    case 'spend':
      return { spent: [...record.spent, { ...event.d, at: event.at }] };
    case 'series.skip':
      return { skips: [...record.skips, event.d.day] };
    case 'key.grant':
      return { grants: [...record.grants, event.d] };
    case 'link.rem':
    case 'deleted':
      return { removed: true };
    case 'restored':
      return { removed: undefined };
    case 'sess.start':
      return fields({ ...event.d, startedAt: event.at });
    case 'sess.end':
      return fields({ endedAt: event.at });
    case 'plan.lock':
      return fields({ ...event.d, lockedAt: event.at });
    case 'state':
    case 'phase':
      return fields({ [event.t]: event.d.to });
    default:
      // Every other event lays its own fields over the record.
      return fields(event.d);
  }
}
