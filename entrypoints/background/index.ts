/**
 * The background: the one owner of the inventory. It answers commands and views, keys, menus and the address bar,
 * and may die at any instruction: what must outlive it is in the database or in the session's storage.
 */
import { defineBackground } from 'wxt/utils/define-background';
import { type Inventory, openInventory } from '@/storage/inventory';
import { createLock } from '@/storage/lock';
import { openSettings, type SettingsStore } from '@/storage/settings';
import { createBackups } from '@/storage/transfer';
import { keepSiteDates } from '@/storage/settings/site-dates';
import { openToolHealth } from '@/storage/settings/tool-health';
import { browser } from '@/utils/browser';
import { serve } from '@/utils/messaging/serve';
import { systemClock } from '@/utils/model/clock';
import { createAskedItem } from './asked-item';
import { stayAwake } from './backup-commands';
import { type BadgeSign, createBadge } from './badge';
import { createCapture, openPopup } from './capture';
import { createDailyCopy } from './daily-copy';
import { carryOut, type Parts } from './carry-out';
import { welcomeOnce } from './first-run';
import { createToggle, listenToKeys } from './gestures';
import { listenToMenus } from './menus';
import { onNewDay } from './new-day';
import { remindOfFollowUps } from './notify';
import { offerOutside } from './offered';
import { listenToOmnibox } from './omnibox';
import { createLists } from './lists';
import { followLock } from './follow-lock';
import { closeWhenIdle } from './idle';
import { createLocking } from './lock-commands';
import { lockedInventory } from './locked-inventory';
import { createMarks } from './marks';
import { createObserver } from './observe';
import { createPages } from './pages';
import { createPanel } from './panel';
import { closeToPages, keepSecondCopy } from './second-copy';
import { createSidebar } from './sidebar';
import { followSites } from './sites';
import { openSource } from './source-tab';
import { createTeaching } from './teaching';
import { viewFor } from './view-for';
import { followTabs } from './follow-tabs';

export default defineBackground({
  type: 'module',
  main() {
    const clock = systemClock;
    const lock = createLock(clock, () => lockChanged());
    const inside = openInventory(clock);
    const inventory = lockedInventory(inside, lock, clock);
    const settings = openSettings();
    const health = openToolHealth();
    const observer = createObserver(inventory, health, clock);
    const pages = createPages({
      ...{ inventory, settings, clock, observer },
      isLocked: lock.isLocked,
      changed() {
        ports.refresh(['page']);
        badge.refresh();
      },
    });
    const lists = createLists({ inventory, settings, pages });
    const teaching = createTeaching({ inventory, pages, changed: () => ports.refresh(['teaching']) });
    const badge = createBadge(inventory, pages);
    const capture = createCapture({ inventory, settings, pages });
    const panel = createPanel();
    const sidebar = createSidebar(settings, async ({ id, windowId }, problem) => {
      await pages.refuse(id, problem);
      await openPopup(windowId);
    });
    const marks = createMarks({ inventory, settings, read: pages.readAgain, now: () => clock.now() });
    const sites = followSites(() => void marks.settle());
    const asked = createAskedItem(clock, () => ports.refresh(['asked']));
    const backups = copiesOf(inventory, settings, () => ports.refresh(['backup', 'reminder']));
    const daily = createDailyCopy(backups, clock);
    const parts: Parts = {
      ...{ inventory, settings, pages, capture, sidebar, panel, clock },
      ...{ observer, lists, teaching, marks, asked, backups, daily },
      ...{ lock, locking: createLocking({ lock, inside }) },
    };
    const ports = serve({
      // The worker's own place; runtime.getURL gives a random origin for what is loaded by dynamic address.
      own: { id: browser.runtime.id, origin: location.origin },
      now: () => systemClock.now(),
      carryOut: (command, asker) => carryOut(parts, command, asker),
      view: (name, args, asker) => viewFor({ ...parts, health, sites }, name, args, asker),
      isSeen: sidebar.isSeen,
      isLocked: lock.isLocked,
      knowsNonce: (tabId, nonce, framed) =>
        framed === 'frame' ? sidebar.knowsNonce(tabId, nonce) : marks.knowsNonce(tabId, nonce),
    });

    inventory.onChange(() => {
      ports.refresh();
      badge.refresh();
      marks.refresh();
    });
    settings.onChange((now) => {
      ports.refresh(['settings', 'overview', 'quick']);
      void sidebar.arrangeAll(now);
      marks.refresh();
    });

    const lockChanged = followLock({
      ...{ lock, inside, badge, marks },
      tell: () => ports.refresh(),
      goOn: () => goOn(parts, badge),
    });
    closeWhenIdle({ settings, close: lock.close });
    listenToPerson(parts, badge);
    followTabs(pages, sidebar, () => ports.refresh(['page']));
    welcomeOnce(settings);
    closeToPages();
    keepTime(parts);
    badge.refresh();
  },
});

/** What rested while it was locked: the day that may have begun, the day's copy, the icon and the marks. */
function goOn({ inventory, daily, marks }: Parts, badge: BadgeSign): void {
  badge.refresh();
  marks.refresh();
  void daily.look();
  inventory.refreshDay().catch(() => {
    // As at the start of a day: the next view tries again.
  });
}

/** What begins by itself: with an installation and with time. */
function keepTime({ inventory, settings, clock }: Parts): void {
  offerOutside(settings);
  keepSiteDates(() => clock.now());
  keepSecondCopy(inventory);
  onNewDay(clock, () => inventory.refreshDay());
  remindOfFollowUps({ inventory, settings, clock });
  keepStorage();
}

/** What a person does outside our surfaces: keys, menus, the address bar. */
function listenToPerson(parts: Parts, badge: BadgeSign): void {
  const { inventory, settings, capture, sidebar, panel } = parts;
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
    // The popup also says why, where the inventory cannot be asked.
    open: async (id) => (await openSource(parts, { id }).catch(() => false)) || openPopup(undefined),
    added: async () => badge.refresh(),
  });
}

const copiesOf = (inventory: Inventory, settings: SettingsStore, changed: () => void) =>
  createBackups({
    ...{ inventory, settings, clock: systemClock, stayAwake, changed },
    before: async () => void (await inventory.snapshot()),
    async isFull() {
      const { health } = await inventory.view('storage', {}, await settings.get());
      return health === 'very-low' || health === 'full';
    },
  });

/** Firefox keeps our data from eviction when asked (it grants it silently, with unlimitedStorage); Chromium has no such call here. */
function keepStorage(): void {
  const { storage } = navigator as { storage?: { persist?: () => Promise<boolean> } };
  storage?.persist?.().catch(() => {
    // Refused: the data is then as safe as any site's.
  });
}
