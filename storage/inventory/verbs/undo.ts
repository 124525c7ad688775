import type { LogEvent } from '@/utils/model/event';
import { commandEvents } from '../log';
import { Refused, type EventDraft, type Verb } from './verb';

/** Takes back the last command that can be: a compensating event for each of its events. */
export const undo: Verb<'undo'> = async (_, scene) => {
  const last = (await scene.head).undo.at(-1);
  if (!last) throw new Refused('nothing-to-undo');
  return compensate(await commandEvents(scene.db, last.id));
};

/** Does again what was undone last: takes back the undo. */
export const redo: Verb<'redo'> = async (_, scene) => {
  const last = (await scene.head).redo.at(-1);
  if (!last) throw new Refused('nothing-to-undo');
  return compensate(await commandEvents(scene.db, last.undoneBy));
};

const compensate = (events: readonly LogEvent[]): EventDraft[] =>
  events.map(({ id, ent, eid, t, d }) => ({ ent, eid, t, d, via: 'undo', undoOf: id }) as EventDraft); // same type, same data
