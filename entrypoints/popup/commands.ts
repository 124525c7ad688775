import { send } from '@/utils/messaging/client';
import type { CommandName, Outcome, Payload } from '@/utils/messaging/commands';
import { systemClock } from '@/utils/model/clock';
import { newId, type CommandId, type ItemId, type SourceKey } from '@/utils/model/ids';
import type { PageView } from '@/utils/model/row';
import type { PopupState } from './popup-state';

type ListView = Extract<PageView, { kind: 'list' }>;

/**
 * Sends a command and keeps what came of it: the outcome, or undefined when it was refused; then `problem` says why
 * and can send the same command again. `whenDone` is called once it is carried out, at the first or at a later try.
 */
export async function perform<N extends CommandName>(
  popup: PopupState,
  name: N,
  payload: Payload<N>,
  whenDone?: () => void,
  id = newId<CommandId>(systemClock.now()),
): Promise<Outcome | undefined> {
  const reply = await send(name, payload, id);
  popup.problem.value = reply.ok
    ? undefined
    : { code: reply.code, again: () => void perform(popup, name, payload, whenDone, id) };
  if (!reply.ok) return undefined;
  // What this opening captured is news until the next change.
  popup.captured.value = undefined;
  popup.lastChange.value = reply.value;
  whenDone?.();
  return reply.value;
}

/** Captures the page, as a further source of `attachTo` where that is given. One at a time. */
export async function capture(popup: PopupState, attachTo?: ItemId): Promise<void> {
  const { isCapturing, captured, target } = popup;
  if (isCapturing.peek()) return;
  isCapturing.value = true;
  captured.value = await perform(popup, 'page.capture', { ...target, ...(attachTo && { attachTo }) });
  isCapturing.value = false;
}

/** Keys of the rows of a list that are not in the inventory. */
export const newKeys = ({ list }: ListView): SourceKey[] =>
  list.rows.filter(({ state }) => state === 'new').map(({ key }) => key);

/** Captures every row of a list that is new, in one step. One at a time. */
export async function captureNewRows(popup: PopupState, view: ListView): Promise<void> {
  const { isCapturing, target } = popup;
  const keys = newKeys(view);
  if (isCapturing.peek() || keys.length === 0) return;
  isCapturing.value = true;
  await perform(popup, 'page.captureRows', { ...target, keys });
  isCapturing.value = false;
}
