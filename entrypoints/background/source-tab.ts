import { browser } from '@/utils/browser';
import type { Inventory } from '@/storage/inventory';
import type { ItemId, SourceKey } from '@/utils/model/ids';
import type { Pages } from './pages';

/** Addresses that may be opened; anything else that a page called its address stays text (safety T11). */
const OPENS = ['http:', 'https:', 'mailto:'];

/** Goes to an item's source: to the tab that shows it where there is one, else to a new one. False when it has none. */
export async function openSource(
  inventory: Inventory,
  pages: Pages,
  id: ItemId,
  key?: SourceKey,
): Promise<boolean> {
  const source = await inventory.sourceOf(id, key);
  if (!source || !OPENS.includes(URL.parse(source.url)?.protocol ?? '')) return false;
  for (const [tabId, shown] of await pages.keys())
    if (shown === source.key && (await comeForward(tabId))) return true;
  await browser.tabs.create({ url: source.url });
  return true;
}

async function comeForward(tabId: number): Promise<boolean> {
  try {
    const { windowId } = await browser.tabs.update(tabId, { active: true });
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
    return true;
  } catch {
    // The tab was closed since.
    return false;
  }
}
