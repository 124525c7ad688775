import * as v from 'valibot';
import type { Placement } from '@/utils/messaging/page-script';
import type { Settings } from '@/utils/model/settings';
import type { SettingsStore } from '@/storage/settings';
import { askIfPresent, askPage, bringScript } from './page-link';
import { pushAside, pushBack } from './push';
import { createShelf } from './session';

/** A page that has not let us in after this long gets another surface instead. */
const OPEN_MS = 1_500;

const HeldSchema = v.object({
  /** Given to this tab's script for this opening; the frame shows it with everything it says. */
  nonce: v.string(),
  windowId: v.number(),
  /** The name of the host element. */
  host: v.optional(v.string()),
  /** The rule that pushes the page aside, to take it back. */
  css: v.optional(v.string()),
});

/** A tab and its window. */
export type Where = { id: number; windowId: number };

/** The frames that pages hold for us: which tab has which nonce, and what was done to make room for it. */
export function createHeldFrames(settings: SettingsStore) {
  const tabs = createShelf('sidebar', HeldSchema);

  async function arrangePush(tabId: number, now: Settings): Promise<void> {
    const held = await tabs.get(tabId);
    if (!held) return;
    await pushBack(tabId, held.css);
    const css = held.host === undefined ? undefined : await pushAside(tabId, held.host, now);
    // While that was done the frame may have gone, or another have come, whose nonce must stand.
    if ((await tabs.get(tabId))?.nonce === held.nonce) await tabs.set(tabId, { ...held, css });
  }

  return {
    get: tabs.get,
    /** Only forgets: the tab or its page is gone. */
    forget: tabs.drop,

    /** Has the page hold a frame. Throws where the page does not let us in. */
    async open(tab: Where, takesFocus: boolean): Promise<void> {
      const coming = bringScript(tab.id, 'hold').catch(() => undefined); // what follows tries again, and says why
      const [now, before] = await Promise.all([settings.get(), tabs.get(tab.id)]);
      const nonce = newNonce();
      // Remembered before the frame can speak: its first word must find its nonce.
      await tabs.set(tab.id, { nonce, windowId: tab.windowId, css: before?.css });
      await coming;
      const { host } = await askPage(
        tab.id,
        { ask: 'open', nonce, takesFocus, ...placementOf(now) },
        OPEN_MS,
      );
      const held = await tabs.get(tab.id);
      if (held?.nonce !== nonce) return;
      await tabs.set(tab.id, { ...held, host });
      await arrangePush(tab.id, now);
    },

    /** The page was loaded anew: its push went away with the page that it was put into. */
    async pageWasReplaced(tabId: number): Promise<void> {
      const held = await tabs.get(tabId);
      if (held) await tabs.set(tabId, { ...held, css: undefined });
    },

    /** Forgets the frame and gives the page its room back. */
    async release(tabId: number): Promise<void> {
      const held = await tabs.get(tabId);
      await tabs.drop(tabId);
      await pushBack(tabId, held?.css);
    },

    tabIds: async (): Promise<number[]> => [...(await tabs.all()).keys()],

    /** The tab's frame takes the place that the settings say now. */
    async arrange(tabId: number, now: Settings): Promise<void> {
      await askIfPresent(tabId, { ask: 'arrange', ...placementOf(now) });
      await arrangePush(tabId, now);
    },
  };
}

const placementOf = ({ side, width }: Settings): Placement => ({ side, width });

/** 128 random bits: no page can guess it. */
export const newNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
