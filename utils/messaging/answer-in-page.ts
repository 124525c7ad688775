import { browser } from '@/utils/browser';
import { type Asks, isMessageTo, type PageAnswer, type ScriptName } from '@/utils/messaging/page-script';

type Listener = Parameters<typeof browser.runtime.onMessage.addListener>[0];

/** Answers what the background asks this script; what is for another script of ours is left to that one. */
export function listen<Name extends ScriptName>(
  to: Name,
  answer: (asked: Asks[Name]) => Promise<PageAnswer>,
): void {
  const hear = (message: unknown, _sender: unknown, sendResponse: (answer: PageAnswer) => void) => {
    if (!isMessageTo(to, message)) return undefined;
    answer(message).then(sendResponse, () => sendResponse({}));
    return true;
  };
  // The types know listeners that always answer and those that never do; both browsers take one that chooses.
  browser.runtime.onMessage.addListener(hear as Listener);
}
