import type { InventoryCommandName, Outcome } from '@/utils/messaging/commands';
import type { LogEvent } from '@/utils/model/event';
import type { CommandId, ItemId } from '@/utils/model/ids';
import { UNDO_DEPTH } from './head';
import type { Head, RedoEntry, UndoEntry } from './schema';

/**
 * Commands that tell what was seen, and are no act of the person: their events carry no `act`, so that undo neither
 * takes them back nor speaks of them, and what was undone can still be done again after them.
 */
export const OBSERVATIONS: ReadonlySet<InventoryCommandName> = new Set([
  'item.observe',
  'item.moved',
  'item.way',
  'list.seen',
  'lesson.heal',
]);

/** What the first event of a command carries as `act`. */
export const actOf = (name: InventoryCommandName): { act?: InventoryCommandName } =>
  OBSERVATIONS.has(name) ? {} : { act: name };

/** The command that an event belongs to: the first part of its id. */
export const commandOf = (eventId: string): CommandId =>
  // Event ids are made from command ids (see LogEvent).
  eventId.slice(0, 36) as CommandId;

/**
 * Brings the undo and redo stacks up to a command, given its first event. A new command makes what was undone final;
 * seeing a source again is nothing that a person could want undone. Changes `head`.
 */
export function remember(head: Head, first: LogEvent): void {
  const id = commandOf(first.id);
  if (first.act === 'undo') {
    const entry = head.undo.pop();
    if (entry) head.redo.push({ ...entry, undoneBy: id });
    return;
  }
  if (first.act === 'redo') {
    const entry = head.redo.pop();
    if (entry) head.undo.push(withoutUndo(entry));
    return;
  }
  if (first.act === undefined || first.t === 'observed') return;
  head.undo.push({
    id,
    name: first.act,
    ...subjectOf(first),
    ...(first.t === 'state' && { to: first.d.to }),
  });
  head.undo.splice(0, head.undo.length - UNDO_DEPTH);
  head.redo = [];
}

/** What a command was about: an item, or something with a title of its own. */
function subjectOf({ ent, eid, d }: LogEvent): Pick<UndoEntry, 'itemId' | 'title'> {
  // Events about items carry an item's id.
  if (ent === 'item') return { itemId: eid as ItemId };
  return 'title' in d && typeof d.title === 'string' ? { title: d.title } : {};
}

const withoutUndo = ({ undoneBy: _, ...entry }: RedoEntry): UndoEntry => entry;

/** What a command came to, read off its events: so a repeated command gets the answer of its first time. */
export function outcomeOf(first: LogEvent, undone: string | undefined, events: readonly LogEvent[]): Outcome {
  if (first.act === 'item.captureMany') return outcomeOfMany(events);
  // Events about items carry an item's id.
  const about = first.ent === 'item' ? { itemId: first.eid as ItemId } : {};
  if (first.act === 'undo') return { outcome: 'undone', name: undone, ...about };
  if (first.act === 'redo') return { outcome: 'redone', name: undone, ...about };
  if (first.t === 'created') return { outcome: 'new', ...about };
  if (first.t === 'restored') return { outcome: 'restored', ...about };
  if (first.t === 'source.add') return { outcome: 'changed', ...about };
  if (first.t === 'observed')
    return { outcome: Object.keys(first.d).length > 1 ? 'changed' : 'same', ...about };
  return { outcome: 'done', ...about };
}

/** How many rows of a list became items (or came back), and how many were only seen again. */
function outcomeOfMany(events: readonly LogEvent[]): Outcome {
  const isNew = new Set(events.filter(({ t }) => t === 'created' || t === 'restored').map(({ eid }) => eid));
  const same = new Set(events.filter(({ eid }) => !isNew.has(eid)).map(({ eid }) => eid)).size;
  return { outcome: isNew.size > 0 ? 'new' : 'same', counts: { new: isNew.size, same } };
}
