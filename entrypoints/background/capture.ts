import * as v from 'valibot';
import { browser } from '@/utils/browser';
import type { Inventory } from '@/storage/inventory';
import type { SettingsStore } from '@/storage/settings';
import type { Reply } from '@/utils/messaging/commands';
import { type Draft, DraftSchema } from '@/utils/model/draft';
import { type CommandId, type ItemId, newId } from '@/utils/model/ids';
import { systemClock } from '@/utils/model/clock';
import type { BadgeSign } from './badge';
import { askPage } from './page-link';
import type { Pages } from './pages';
import { draftOfTab } from './tab-draft';

type With = { inventory: Inventory; settings: SettingsStore; pages: Pages };

/** Every way to capture ends here: read first, then one command that saves it. Nothing is asked. */
export function createCapture({ inventory, settings, pages }: With) {
  async function save(id: CommandId, draft: Draft, attachTo?: ItemId): Promise<Reply> {
    const { me } = await settings.get();
    const payload = { draft, ...(attachTo && { attachTo }) };
    return inventory.execute(id, 'item.capture', payload, { via: 'capture', ...(me && { me }) });
  }

  return {
    /** Captures the page in a tab, by the surface's own command id: sent twice it is captured once. */
    async page(
      id: CommandId,
      tabId: number,
      options: {
        attachTo?: ItemId | undefined;
        selection?: string | undefined;
        /** What is selected in the page is what is meant: by key and menu, never where the popup captures by itself. */
        usesSelection?: boolean | undefined;
      } = {},
    ): Promise<Reply> {
      const { draft } = await pages.readNow(tabId, options);
      return draft ? save(id, draft, options.attachTo) : { ok: false, code: 'no-page' };
    },

    /** Captures a link from its address and words, without opening it; the page it stands on reads them. */
    async link(id: CommandId, tabId: number, url: string, words: string | undefined): Promise<Reply> {
      const read = await draftOfLink(tabId, url, words);
      if (read) return save(id, read);
      const draft = draftOfTab(url, words);
      if (!draft) return { ok: false, code: 'no-page' };
      // Read by no tool's recogniser: an item that is known by this very address is this item.
      // Where the inventory cannot be asked, the capture can still be kept.
      const [known] = await inventory.byAddress([draft.url]).catch(() => []);
      return save(id, draft, known?.id);
    },
  };
}

export type Capture = ReturnType<typeof createCapture>;

async function draftOfLink(
  tabId: number,
  url: string,
  words: string | undefined,
): Promise<Draft | undefined> {
  try {
    const { draft } = await askPage(tabId, { ask: 'link', url, words });
    const parsed = v.safeParse(DraftSchema, draft);
    return parsed.success ? parsed.output : undefined;
  } catch {
    // A page that cannot be read: the address and the words that the browser told stand for themselves.
    return undefined;
  }
}

/**
 * Captures without a surface (key, menu) and answers on the icon. Where nothing could be captured the popup opens
 * and says why: never a silent nothing.
 */
export async function captureQuietly(
  badge: BadgeSign,
  tab: { id: number; windowId?: number | undefined },
  run: (id: CommandId) => Promise<Reply>,
): Promise<void> {
  const reply = await run(newId<CommandId>(systemClock.now()));
  await badge.flash(tab.id, reply);
  if (!reply.ok) await openPopup(tab.windowId);
}

/** Opens the popup where the browser lets us without a click; elsewhere the icon's sign has to do. */
export async function openPopup(windowId: number | undefined): Promise<boolean> {
  try {
    await browser.action.openPopup(windowId === undefined ? undefined : { windowId });
    return true;
  } catch {
    // No window is in front, or a popup is open already.
    return false;
  }
}
