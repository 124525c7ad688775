import { browser } from '@/utils/browser';
import type { BadgeSign } from './badge';
import { captureQuietly, type Capture } from './capture';
import type { Panel } from './panel';
import type { Sidebar } from './sidebar';
import { isWebPage } from './tabs';

/** A tab as the browser tells it with a gesture: its address is there when it is a web page. */
export type GestureTab = { id: number; windowId?: number | undefined; url?: string | undefined };

/**
 * Shows or hides the sidebar on a gesture. The browser's panel opens only in the gesture itself, so the choice is
 * made before any await, by the tab's address: what is no web page gets the panel at once.
 */
export function createToggle(sidebar: Sidebar, panel: Panel, fail: (tab: GestureTab) => Promise<void>) {
  return ({ id, windowId = -1, url }: GestureTab): void => {
    if (!isWebPage(url)) {
      panel.toggle(windowId).catch(() => fail({ id, windowId, url }));
      return;
    }
    void sidebar.isOpen(id).then((isOpen) => (isOpen ? sidebar.close(id) : sidebar.open({ id, windowId })));
  };
}

/** Answers the keys that the person gave us. */
export function listenToKeys(
  capture: Capture,
  badge: BadgeSign,
  toggleSidebar: (tab: GestureTab) => void,
): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    const { id, windowId, url } = tab;
    if (command === 'toggle-sidebar') toggleSidebar({ id, windowId, url });
    if (command === 'capture')
      void captureQuietly(badge, { id, windowId }, (commandId) =>
        capture.page(commandId, id, { usesSelection: true }),
      );
  });
}
