import type { LogEvent } from '@/utils/model/event';
import type { CommandId } from '@/utils/model/ids';
import type { Tables } from '../schema';
import { Refused, type EventDraft, type Verb } from './verb';

/** Takes back the last command that can be: a compensating event for each of its events. */
export const undo: Verb<'undo'> = async (_, scene) => {
  const last = scene.head.undo.at(-1);
  if (!last) throw new Refused('nothing-to-undo');
  return compensate(await commandEvents(scene.db, last.id));
};

/** Does again what was undone last: takes back the undo. */
export const redo: Verb<'redo'> = async (_, scene) => {
  const last = scene.head.redo.at(-1);
  if (!last) throw new Refused('nothing-to-undo');
  return compensate(await commandEvents(scene.db, last.undoneBy));
};

/** All events of one command: they share the first part of their ids. */
export const commandEvents = (db: Pick<Tables, 'events'>, id: CommandId): Promise<LogEvent[]> =>
  db.events.where('id').between(id, `${id}:\uffff`, true, true).toArray();

const compensate = (events: readonly LogEvent[]): EventDraft[] =>
  events.map(({ id, ent, eid, t, d }) => ({ ent, eid, t, d, via: 'undo', undoOf: id }) as EventDraft); // same type, same data
