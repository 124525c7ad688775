import type { LogEvent } from './event';

/**
 * The events that count, in the order of their effect (creation, then by instant, then by clock): undone ones and the undoing ones are left
 * out. An undo names the event it takes back; a redo takes back the undo; so, walking from the newest, an event counts
 * unless a counting one takes it back. All events of one entity must be given.
 */
export function effectiveEvents(events: readonly LogEvent[]): LogEvent[] {
  const voided = voidedIds(events);
  return events
    .filter((event) => !event.undoOf && !voided.has(event.id))
    .toSorted(
      (a, b) =>
        Number(b.t === 'created') - Number(a.t === 'created') ||
        effectOf(a) - effectOf(b) ||
        compare(a.hlc, b.hlc),
    );
}

/**
 * When an event has its effect, UTC ms: at its instant. What was done while the machine's clock was behind takes effect
 * by the logical clock, which never goes back.
 */
const effectOf = ({ at, hlc, isBehind }: LogEvent): number => (isBehind ? Number(hlc.slice(0, 16)) : at);

/** Ids of the events that have been taken back, undos included. */
export function voidedIds(events: readonly LogEvent[]): Set<string> {
  const voided = new Set<string>();
  for (const event of events.toSorted((a, b) => compare(b.hlc, a.hlc))) {
    if (event.undoOf && !voided.has(event.id)) voided.add(event.undoOf);
  }
  return voided;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
