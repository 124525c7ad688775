import { browser } from '@/utils/browser';
import type { Pages } from './pages';
import type { Sidebar } from './sidebar';

/**
 * Follows what tabs do. Without the permission `tabs` events come without addresses, and our own frame's loading
 * shows as the tab loading (seen in Chromium 156): so whether a page went is asked of our script in it.
 */
export function followTabs(pages: Pages, sidebar: Sidebar, refreshPage: () => void): void {
  browser.tabs.onUpdated.addListener((tabId, { status, url, title }) => {
    if (status !== 'complete' && url === undefined && title === undefined) return;
    void pages.moved(tabId);
    if (status === 'complete') void sidebar.comeBack(tabId);
  });
  browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
    refreshPage();
    void sidebar.follow({ id: tabId, windowId });
  });
  browser.windows.onFocusChanged.addListener(refreshPage);
  browser.tabs.onRemoved.addListener((tabId) => {
    void pages.forget(tabId);
    void sidebar.forgetTab(tabId);
  });
  browser.windows.onRemoved.addListener((windowId) => void sidebar.forgetWindow(windowId));
}
