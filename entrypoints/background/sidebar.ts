import * as v from 'valibot';
import { browser } from '@/utils/browser';
import type { PageProblem } from '@/utils/model/row';
import { SIDEBAR_WIDTH, type Settings } from '@/utils/model/settings';
import type { SettingsStore } from '@/storage/settings';
import { createHeldFrames, type Where } from './held-frames';
import { askIfPresent } from './page-link';
import { problemOf } from './reading';
import { createShelf } from './session';
import { isWebPage } from './tabs';
import { createTurns } from './turns';

/** What happens when the sidebar cannot stand in a page: the person gets another surface and the reason. */
export type InItsPlace = (tab: Where, problem: PageProblem) => Promise<void>;

/**
 * The sidebar of each tab. It is remembered by tab over navigation, as long as the browser lets us into the new
 * page, and by window: a tab that we have standing access to shows it when its window had it open.
 */
export function createSidebar(settings: SettingsStore, inItsPlace: InItsPlace) {
  const frames = createHeldFrames(settings);
  const inTurn = createTurns();
  const windows = createShelf('window', v.literal(true));
  const standsIn = async (tabId: number) => (await askIfPresent(tabId, { ask: 'held' }))?.isOpen === true;
  /** Without a word where it cannot be: the person did not ask just now. */
  const openQuietly = (tab: Where) => frames.open(tab, false).catch(() => frames.forget(tab.id));

  return {
    /** Opens the sidebar in a tab, or another surface with the reason where it cannot stand. */
    open: (tab: Where): Promise<void> =>
      inTurn(tab.id, async () => {
        try {
          await frames.open(tab, true);
          await windows.set(tab.windowId, true);
        } catch (error) {
          await frames.release(tab.id);
          const url = await addressOf(tab.id);
          await inItsPlace(tab, isWebPage(url) ? 'no-frame' : problemOf(error, url, 'gesture'));
        }
      }),

    async close(tabId: number): Promise<void> {
      const held = await frames.get(tabId);
      await askIfPresent(tabId, { ask: 'close' });
      await frames.release(tabId);
      if (held) await windows.drop(held.windowId);
    },

    /** Does the tab's page hold the frame? Asked of the page itself: it may have gone. */
    isOpen: async (tabId: number): Promise<boolean> =>
      (await frames.get(tabId)) !== undefined && (await standsIn(tabId)),

    /** Does the person see the tab's frame? Asked of the page's script at that moment: what it said before may be over. */
    isSeen: async (tabId: number): Promise<boolean> =>
      (await askIfPresent(tabId, { ask: 'seen' }))?.isSeen === true,

    knowsNonce: async (tabId: number, nonce: string): Promise<boolean> =>
      (await frames.get(tabId))?.nonce === nonce,

    /** The frame said its first word. */
    async greet(tabId: number): Promise<void> {
      const held = await frames.get(tabId);
      if (held) await askIfPresent(tabId, { ask: 'greeted', nonce: held.nonce });
    },

    /** The page's script took the frame out: it never spoke (a page that forbids it), or the page threw it out. */
    async lost(tabId: number, why: 'failed' | 'gone'): Promise<void> {
      const held = await frames.get(tabId);
      await frames.release(tabId);
      if (held && why === 'failed') await inItsPlace({ id: tabId, windowId: held.windowId }, 'no-frame');
    },

    /** The page in the tab was loaded anew: the sidebar comes back where the browser lets us in. */
    comeBack: (tabId: number): Promise<void> =>
      // A loaded page is told more than once; two openings side by side would leave a frame with the other's nonce.
      inTurn(tabId, async () => {
        const held = await frames.get(tabId);
        if (!held || (await standsIn(tabId))) return;
        await frames.pageWasReplaced(tabId);
        await openQuietly({ id: tabId, windowId: held.windowId });
      }),

    /** A tab came to the front in a window that had the sidebar open. */
    async follow(tab: Where): Promise<void> {
      if (!(await windows.get(tab.windowId)) || (await frames.get(tab.id))) return;
      // Only where we may without a gesture: the address is told then.
      const url = await addressOf(tab.id);
      if (isWebPage(url)) await inTurn(tab.id, () => openQuietly(tab));
    },

    /** While dragging: only the host moves; the page is pushed when the width is settled. */
    async drag(tabId: number, width: number): Promise<void> {
      const { side } = await settings.get();
      await askIfPresent(tabId, { ask: 'arrange', side, width: allowedWidth(width) });
    },

    /** Settings changed: every open sidebar takes its place anew. */
    async arrangeAll(now: Settings): Promise<void> {
      const ids = await frames.tabIds();
      // A tab that was closed meanwhile has nothing to arrange; the others take their place.
      await Promise.allSettled(ids.map((tabId) => inTurn(tabId, () => frames.arrange(tabId, now))));
    },
    forgetTab: frames.forget,
    forgetWindow: windows.drop,
  };
}

export type Sidebar = ReturnType<typeof createSidebar>;

/** The tab's address; undefined where the browser does not tell it, or the tab was closed meanwhile. */
const addressOf = async (tabId: number): Promise<string | undefined> =>
  (await browser.tabs.get(tabId).catch(() => undefined))?.url;

/** A width the settings can hold, in whole CSS px. */
export const allowedWidth = (width: number): number =>
  Math.round(Math.min(SIDEBAR_WIDTH.most, Math.max(SIDEBAR_WIDTH.least, width)));
