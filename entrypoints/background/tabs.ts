import { browser } from '@/utils/browser';
import type { Asker } from '@/utils/messaging/sender-class';

/**
 * The tab that a surface means: a frame its own, whatever it says; the others the one they name, else the active
 * tab of the window they name, else of the window used last.
 */
export async function tabFor(
  asker: Asker,
  asked: { tabId?: number | undefined; windowId?: number | undefined },
): Promise<number | undefined> {
  if (asker.class === 'frame' || asker.class === 'content') return asker.tabId;
  if (asked.tabId !== undefined) return asked.tabId;
  const where = asked.windowId === undefined ? { lastFocusedWindow: true } : { windowId: asked.windowId };
  const [tab] = await browser.tabs.query({ active: true, ...where });
  return tab?.id;
}

/** True for an address that a page script can be put into; unknown without access, then false. */
export const isWebPage = (url: string | undefined): boolean => url !== undefined && /^https?:\/\//i.test(url);
