import { browser } from '@/utils/browser';
import { type MessageKey, t } from '@/utils/i18n';
import type { BadgeSign } from './badge';
import { captureQuietly, type Capture } from './capture';
import type { GestureTab } from './gestures';

type Context = 'page' | 'selection' | 'link';
const ENTRIES: { id: string; contexts: Context[]; title: MessageKey }[] = [
  { id: 'capture-page', contexts: ['page'], title: 'menu_capture_page' },
  { id: 'capture-selection', contexts: ['selection'], title: 'menu_capture_selection' },
  { id: 'capture-link', contexts: ['link'], title: 'menu_capture_link' },
  { id: 'toggle-sidebar', contexts: ['page'], title: 'menu_toggle_sidebar' },
];

/** Makes the entries of the context menu; on install, update and start, so that their words follow the browser. */
export async function makeMenus(areWanted: boolean): Promise<void> {
  await browser.contextMenus.removeAll();
  if (!areWanted) return;
  for (const { id, contexts, title } of ENTRIES)
    browser.contextMenus.create({ id, contexts, title: t(title) });
}

/** Answers the context menu. */
export function listenToMenus(
  capture: Capture,
  badge: BadgeSign,
  toggleSidebar: (tab: GestureTab) => void,
): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined || tab.id < 0) return;
    const { id, windowId, url } = tab;
    // In the gesture itself, before any await: the browser's panel opens only here.
    if (info.menuItemId === 'toggle-sidebar') return toggleSidebar({ id, windowId, url });
    void captureQuietly(badge, { id, windowId }, (command) => {
      if (info.menuItemId === 'capture-link' && info.linkUrl !== undefined)
        return capture.link(command, id, info.linkUrl, info.linkText);
      const selection = info.menuItemId === 'capture-selection' ? info.selectionText : undefined;
      return capture.page(command, id, { selection });
    });
  });
}
