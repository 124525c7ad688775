import { signal } from '@preact/signals';
import { send } from '@/utils/messaging/client';
import type { CommandName, Outcome, Payload, Refusal } from '@/utils/messaging/commands';
import { systemClock } from '@/utils/model/clock';
import { newId, type CommandId, type ItemId } from '@/utils/model/ids';

/** A command that was not carried out, and how to send the same one again. */
export type Problem = { code: Refusal; again: () => void };
/** The page that commands are about; empty for the active tab. */
export type Target = { tabId?: number };

export type Commands = ReturnType<typeof createCommands>;

/** Sends the popup's commands and keeps what came of the last one. */
export function createCommands(target: Target) {
  const problem = signal<Problem | undefined>(undefined);
  const lastChange = signal<Outcome | undefined>(undefined);
  const captured = signal<Outcome | undefined>(undefined);
  const isCapturing = signal(false);

  /**
   * The outcome, or undefined when it was refused: then `problem` says why and can send the same command again.
   * `whenDone` is called once it is carried out, at the first or at a later try.
   */
  async function perform<N extends CommandName>(
    name: N,
    payload: Payload<N>,
    whenDone?: () => void,
    id = newId<CommandId>(systemClock.now()),
  ): Promise<Outcome | undefined> {
    const reply = await send(name, payload, id);
    problem.value = reply.ok
      ? undefined
      : { code: reply.code, again: () => void perform(name, payload, whenDone, id) };
    if (!reply.ok) return undefined;
    // What this opening captured is news until the next change.
    captured.value = undefined;
    lastChange.value = reply.value;
    whenDone?.();
    return reply.value;
  }

  /** Captures the page, as a further source of `attachTo` where that is given. One at a time. */
  async function capture(attachTo?: ItemId): Promise<void> {
    if (isCapturing.peek()) return;
    isCapturing.value = true;
    captured.value = await perform('page.capture', { ...target, ...(attachTo && { attachTo }) });
    isCapturing.value = false;
  }

  return { problem, lastChange, captured, isCapturing, perform, capture };
}
