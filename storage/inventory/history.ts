import type { Outcome } from '@/utils/messaging/commands';
import type { LogEvent } from '@/utils/model/event';
import type { CommandId, ItemId } from '@/utils/model/ids';
import { UNDO_DEPTH } from './head';
import type { Head, RedoEntry, UndoEntry } from './schema';

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
  if (first.act === undefined || first.t === 'observed' || first.ent !== 'item') return;
  const to = first.t === 'state' ? { to: first.d.to } : {};
  // Events about items carry an item's id.
  head.undo.push({ id, name: first.act, itemId: first.eid as ItemId, ...to });
  head.undo.splice(0, head.undo.length - UNDO_DEPTH);
  head.redo = [];
}

const withoutUndo = ({ undoneBy: _, ...entry }: RedoEntry): UndoEntry => entry;

/** What a command came to, read off its first event: so a repeated command gets the answer of its first time. */
export function outcomeOf(first: LogEvent, undone: string | undefined): Outcome {
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
