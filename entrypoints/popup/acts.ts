import type { SetMark } from '@/components/item/state-buttons';
import type { State } from '@/utils/model/item';
import type { ItemRow } from '@/utils/model/row';
import { capture as capturePage, captureNewRows, perform } from './commands';
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
    if (row.waiting) void perform(popup, 'item.endWait', { id });
    else popup.ask.value = { kind: 'wait', row };
  } else if (mark === 'blocked') {
    if (row.isBlocked) void perform(popup, 'item.endBlock', { id });
    else popup.ask.value = { kind: 'block', row };
  } else {
    void perform(popup, 'item.setState', { id, state: mark });
  }
}

/** Carries out what a key stands for. False when the key stands for nothing here. */
export function actByKey(popup: PopupState, key: string): boolean {
  if (key === 'u') return undo(popup);
  if (key === 'c') return capture(popup);
  if (key === 'a') return attach(popup);
  const row = subject(popup);
  if (!row) return false;
  const state = STATE_OF_KEY[key];
  if (state) void perform(popup, 'item.setState', { id: row.id, state });
  else if (key === 'w') setMark(popup, row, 'waiting');
  else if (key === 'b') setMark(popup, row, 'blocked');
  else if (key === 'o') void perform(popup, 'source.open', { id: row.id });
  else return false;
  return true;
}

/** Takes the last action back; false where there is none. */
export function undo(popup: PopupState): boolean {
  if (!popup.quick.peek()?.undo) return false;
  popup.captured.value = undefined;
  void perform(popup, 'undo', {});
  return true;
}

/** The chosen row of the started ones, else the page's item. */
function subject({ quick, chosen, pageItem }: PopupState): ItemRow | undefined {
  const id = chosen.peek();
  return quick.peek()?.started.find((row) => row.id === id) ?? pageItem.peek();
}

function capture(popup: PopupState): boolean {
  const view = popup.page.peek();
  if (view === undefined || view.kind === 'item' || view.kind === 'reading') return false;
  if (view.kind === 'list' && view.list.rows.length > 0) void captureNewRows(popup, view);
  else void capturePage(popup);
  return true;
}

/** The page names an item that is in the inventory: they become one. */
function attach(popup: PopupState): boolean {
  const view = popup.page.peek();
  if (view?.kind === 'draft' && view.named[0]) {
    void capturePage(popup, view.named[0].id);
    return true;
  }
  if (view?.kind === 'item' && view.also[0] && popup.captured.peek()?.outcome === 'new') {
    void perform(popup, 'item.merge', { from: view.item.id, into: view.also[0].id });
    return true;
  }
  return false;
}
