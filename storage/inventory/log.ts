/** Questions to the log of events. */
import type { LogEvent } from '@/utils/model/event';
import type { CommandId } from '@/utils/model/ids';
import type { Rows } from './rows';

/** All events about one thing, in the order of happening. */
export const eventsOf = (db: Pick<Rows, 'events'>, ent: string, eid: string): Promise<LogEvent[]> =>
  db.events.where('[ent+eid+hlc]').between([ent, eid, ''], [ent, eid, '\uffff']).toArray();

/** All events of one thing: those in the log and the new ones, whether or not these have reached the log yet. */
export async function withStored(
  db: Pick<Rows, 'events'>,
  ent: string,
  id: string,
  own: readonly LogEvent[],
): Promise<LogEvent[]> {
  const fresh = new Set(own.map((event) => event.id));
  return [...(await eventsOf(db, ent, id)).filter((event) => !fresh.has(event.id)), ...own];
}

/** All events of one command: they share the first part of their ids. */
export const commandEvents = (db: Pick<Rows, 'events'>, id: CommandId): Promise<LogEvent[]> =>
  db.events.where('id').between(id, `${id}:\uffff`, true, true).toArray();

/** True when new events follow on everything that is folded up to `hlc`: then they need not be sorted in among it. */
export const followOn = (events: readonly LogEvent[], hlc: string): boolean =>
  events.every(({ undoOf, at }) => !undoOf && at >= Number(hlc.slice(0, 16)));
