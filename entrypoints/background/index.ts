/**
 * The background: the one owner of the inventory. It answers commands and views, keys, menus and the address bar,
 * and may die at any instruction: what must outlive it is in the database or in the session's storage.
 */
import { defineBackground } from 'wxt/utils/define-background';
import { type Inventory, openInventory } from '@/storage/inventory';
import { openSettings } from '@/storage/settings';
import { browser } from '@/utils/browser';
import { serve } from '@/utils/messaging/serve';
import type { ViewArgs, ViewName } from '@/utils/messaging/views';
import type { Asker } from '@/utils/messaging/sender-class';
import { systemClock } from '@/utils/model/clock';
import { createBadge } from './badge';
import { createCapture, openPopup } from './capture';
import { carryOut, type Parts } from './carry-out';
import { welcomeOnce } from './first-run';
import { createToggle, listenToKeys } from './gestures';
import { lightKnownPages } from './known-pages';
import { listenToMenus, makeMenus } from './menus';
import { onNewDay } from './new-day';
import { listenToOmnibox } from './omnibox';
import { createPages } from './pages';
import { createPanel } from './panel';
import { createSidebar } from './sidebar';
import { openSource } from './source-tab';
import { tabFor } from './tabs';
import { followTabs } from './follow-tabs';

export default defineBackground({
  type: 'module',
  main() {
    const inventory = openInventory(systemClock);
    const settings = openSettings();
    const pages = createPages(inventory, systemClock, () => {
      ports.refresh(['page']);
      badge.refresh();
    });
    const badge = createBadge(inventory, pages);
    const capture = createCapture({ inventory, settings, pages });
    const panel = createPanel();
    const sidebar = createSidebar(settings, async ({ id, windowId }, problem) => {
      await pages.refuse(id, problem);
      await openPopup(windowId);
    });
    const parts: Parts = { inventory, settings, pages, capture, sidebar, panel };
    const ports = serve({
      // The worker's own place; runtime.getURL gives a random origin for what is loaded by dynamic address.
      own: { id: browser.runtime.id, origin: location.origin },
      now: () => systemClock.now(),
      carryOut: (command, asker) => carryOut(parts, command, asker),
      view: (name, args, asker) => viewFor(parts, name, args, asker),
      knowsNonce: sidebar.knowsNonce,
    });

    inventory.onChange(() => {
      ports.refresh();
      badge.refresh();
    });
    settings.onChange((now) => {
      ports.refresh(['settings', 'overview', 'quick']);
      void sidebar.arrangeAll(now);
    });

    const toggleSidebar = createToggle(
      sidebar,
      panel,
      async ({ windowId }) => void (await openPopup(windowId)),
    );
    listenToKeys(capture, badge, toggleSidebar);
    listenToMenus(capture, badge, toggleSidebar);
    listenToOmnibox({
      inventory,
      settings,
      open: async (id) => (await openSource(inventory, pages, id)) || openPopup(undefined),
      added: async () => badge.refresh(),
    });
    followTabs(pages, sidebar, () => ports.refresh(['page']));
    welcomeOnce(settings);
    for (const event of [browser.runtime.onInstalled, browser.runtime.onStartup])
      event.addListener(() => void Promise.all([makeMenus(), lightKnownPages()]));
    onNewDay(systemClock, () => inventory.refreshDay());
    badge.refresh();
    keepStorage();
  },
});

async function viewFor(
  { inventory, settings, pages }: Parts,
  name: ViewName,
  args: unknown,
  asker: Asker,
): Promise<unknown> {
  const now = await settings.get();
  if (name === 'settings') return now;
  // Parsed by the schema of the view that `name` says.
  const parsed = args as Parameters<Inventory['view']>[1];
  if (
    name === 'teaching' ||
    name === 'tools' ||
    name === 'lessons' ||
    name === 'report' ||
    name === 'glimpse'
  )
    return undefined;
  if (name !== 'page') return inventory.view(name, parsed, now);
  const tabId = await tabFor(asker, args as ViewArgs<'page'>); // as above
  if (tabId === undefined) return { kind: 'closed', problem: 'no-access' };
  // The popup opens by a click on our icon, which lets us into that tab.
  return pages.view(tabId, asker.class === 'popup' ? 'gesture' : 'watching');
}

/** Firefox keeps our data from eviction when asked (it grants it silently, with unlimitedStorage); Chromium has no such call here. */
function keepStorage(): void {
  const { storage } = navigator as { storage?: { persist?: () => Promise<boolean> } };
  storage?.persist?.().catch(() => {
    // Refused: the data is then as safe as any site's.
  });
}
