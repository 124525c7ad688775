import { browser } from '@/utils/browser';
import { sidePanel } from '@/utils/browser/chromium';
import { openPanel } from '@/utils/browser/panel';

/**
 * The browser's own panel, for tabs that cannot hold the frame. Which windows show it is heard from the browser;
 * after a restart of the background it is unknown, and a toggle then opens what may be open: no harm.
 */
export function createPanel() {
  const open = new Set<number>();
  sidePanel()?.onOpened?.addListener(({ windowId }) => open.add(windowId));
  sidePanel()?.onClosed?.addListener(({ windowId }) => open.delete(windowId));
  return {
    /**
     * Shows or hides the panel of a window. To be called in the gesture itself, before any `await`: both browsers
     * refuse it later (seen in Chromium 156 after one await in the key's listener).
     */
    toggle(windowId: number): Promise<void> {
      const panel = sidePanel();
      if (panel?.close && open.has(windowId)) return panel.close({ windowId });
      const { sidebarAction } = browser as { sidebarAction?: { toggle?: () => Promise<void> } };
      return sidebarAction?.toggle?.() ?? openPanel(windowId) ?? Promise.resolve();
    },
    /** From a surface, without a gesture: hides the panel where the browser lets us. */
    close: (windowId: number): Promise<void> => sidePanel()?.close?.({ windowId }) ?? Promise.resolve(),
  };
}

export type Panel = ReturnType<typeof createPanel>;
