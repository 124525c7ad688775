import { browser } from './index';

type SidePanel = { open(options: { windowId: number }): Promise<void> };

/**
 * Opens the browser's own panel (Chromium's side panel, Firefox's sidebar) in a window. Call it in the click or key
 * itself, before any `await`: both browsers refuse it later. Undefined where the browser has no panel.
 */
export function openPanel(windowId: number): Promise<void> | undefined {
  const panel = sidePanel();
  if (panel) return panel.open({ windowId });
  // Chromium's object has no sidebarAction, though the polyfill's types say so.
  const sidebar = browser.sidebarAction as typeof browser.sidebarAction | undefined;
  return sidebar?.open();
}

/** The polyfill does not know Chromium's side panel: it is asked for where Chromium puts it. */
function sidePanel(): SidePanel | undefined {
  const { chrome } = globalThis as { chrome?: { sidePanel?: SidePanel } };
  return chrome?.sidePanel;
}
