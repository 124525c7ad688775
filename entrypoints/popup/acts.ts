import type { SetMark } from '@/components/item/state-buttons';
import type { State } from '@/utils/model/item';
import type { ItemRow } from '@/utils/model/row';
import type { PopupState } from './popup-state';

/** States that are set less often, behind "more". */
export const MORE_STATES = [
  { state: 'triage', keys: 't' },
  { state: 'backlog', keys: 'k' },
  { state: 'canceled', keys: 'n' },
] as const satisfies readonly { state: State; keys: string }[];

const STATE_OF_KEY: Record<string, State> = {
  r: 'ready',
  s: 'started',
  d: 'done',
  ...Object.fromEntries(MORE_STATES.map(({ state, keys }) => [keys, state])),
};

/** What a button of an item does. A wait or a block that is on is ended; one that is off asks first. */
export function setMark(popup: PopupState, row: ItemRow, mark: SetMark): void {
  const { id } = row;
  if (mark === 'waiting') {
    if (row.waiting) void popup.perform('item.endWait', { id });
    else popup.askFor({ kind: 'wait', row });
  } else if (mark === 'blocked') {
    if (row.isBlocked) void popup.perform('item.endBlock', { id });
    else popup.askFor({ kind: 'block', row });
  } else {
    void popup.perform('item.setState', { id, state: mark });
  }
}

/** Carries out what a key stands for. False when the key stands for nothing here. */
export function actByKey(popup: PopupState, key: string): boolean {
  if (key === 'u') return undo(popup);
  if (key === 'c') return capture(popup);
  if (key === 'a') return attach(popup);
  const row = popup.subject.peek();
  if (!row) return false;
  const state = STATE_OF_KEY[key];
  if (state) void popup.perform('item.setState', { id: row.id, state });
  else if (key === 'w') setMark(popup, row, 'waiting');
  else if (key === 'b') setMark(popup, row, 'blocked');
  else if (key === 'o') void popup.perform('source.open', { id: row.id });
  else return false;
  return true;
}

function undo(popup: PopupState): boolean {
  if (!popup.quick.peek()?.undo) return false;
  popup.captured.value = undefined;
  void popup.perform('undo', {});
  return true;
}

function capture(popup: PopupState): boolean {
  const kind = popup.page.peek()?.kind;
  if (kind === undefined || kind === 'item' || kind === 'reading') return false;
  void popup.capture();
  return true;
}

/** The page names an item that is in the inventory: they become one. */
function attach(popup: PopupState): boolean {
  const view = popup.page.peek();
  if (view?.kind === 'draft' && view.named[0]) {
    void popup.capture(view.named[0].id);
    return true;
  }
  if (view?.kind === 'item' && view.also[0] && popup.captured.peek()?.outcome === 'new') {
    void popup.perform('item.merge', { from: view.item.id, into: view.also[0].id });
    return true;
  }
  return false;
}
