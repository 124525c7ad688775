import { browser } from '@/utils/browser';
import { systemClock } from '@/utils/model/clock';
import { newId, type CommandId } from '@/utils/model/ids';
import type { CommandMessage, Payload } from '@/utils/messaging/commands';

/** What a page's script may say; `senders.ts` lets nothing else through. */
type Telling = 'capture.propose' | 'ui.hello' | 'page.pointed' | 'page.near' | 'mark.open';

/** Tells the background. What cannot be told is dropped: the background asks again when it needs it. */
export function tell<N extends Telling>(name: N, payload: Payload<N>): void {
  const message: CommandMessage = { kind: 'command', id: newId<CommandId>(systemClock.now()), name, payload };
  try {
    browser.runtime.sendMessage(message).catch(() => {
      // The background was stopped while it answered.
    });
  } catch {
    // "Extension context invalidated": the extension was updated or removed; isOrphan() makes the holder let go.
  }
}

/** True once the extension that this script belongs to was reloaded, updated or removed. */
export function isOrphan(): boolean {
  // The types promise an id; in an orphaned script the browser takes it away.
  const runtime = browser.runtime as { id?: string } | undefined;
  return runtime?.id === undefined;
}
