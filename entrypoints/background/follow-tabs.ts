import { browser } from '@/utils/browser';
import { createPace } from './pace';
import type { Pages } from './pages';
import type { Sidebar } from './sidebar';

/** A page that moves its address or title without a rest is looked at twice a second (threat T07). */
const LEAST_MS = 500;

/**
 * Follows what tabs do. Without the permission `tabs` events come without addresses, and our own frame's loading
 * shows as the tab loading (seen in Chromium 156): so whether a page went is asked of our script in it.
 */
export function followTabs(pages: Pages, sidebar: Sidebar, refreshPage: () => void): void {
  const looks = createPace(LEAST_MS);
  const loads = createPace(LEAST_MS);
  browser.tabs.onUpdated.addListener((tabId, { status, url, title }) => {
    if (status !== 'complete' && url === undefined && title === undefined) return;
    looks(tabId, () => void pages.moved(tabId));
    if (status === 'complete') loads(tabId, () => void sidebar.comeBack(tabId));
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
