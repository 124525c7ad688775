import { browser } from '@/utils/browser';
import type { Inventory } from '@/storage/inventory';
import { refusalOf } from '@/storage/inventory/failure';
import type { SettingsStore } from '@/storage/settings';
import type { Clock } from '@/utils/model/clock';
import type { Draft } from '@/utils/model/draft';
import type { SourceKey } from '@/utils/model/ids';
import type { PageProblem, PageView } from '@/utils/model/row';
import { askIfPresent } from './page-link';
import { createPageShelf, recordOf, type PageRecord } from './page-record';
import { viewOf, viewWithout } from './page-view';
import type { Observer } from './observe';
import { readTab, type Occasion, type Reading, type WaysToRead } from './reading';

/** A first reading that takes longer than this shows as "reading" meanwhile. */
const PATIENCE_MS = 150;

/** For how long a surface that is opened in place of the sidebar says why, in ms. */
const REFUSAL_MS = 10_000;

type With = {
  inventory: Inventory;
  settings: Pick<SettingsStore, 'get'>;
  clock: Clock;
  observer: Pick<Observer, 'seen'>;
  /** While it is locked nothing that was read is remembered. */
  isLocked(): Promise<boolean>;
  changed(tabId: number): void;
};

type Shelf = ReturnType<typeof createPageShelf>;

/** Reading the pages of tabs, and what was read. */
function createReadings(
  shelf: Shelf,
  { inventory, settings, observer, isLocked, changed }: Omit<With, 'clock'>,
) {
  /** Readings under way; lost with the background, and then simply read again. */
  const underWay = new Map<number, Promise<PageRecord>>();

  const addressOf = async (tabId: number) => (await browser.tabs.get(tabId).catch(() => undefined))?.url; // closed: no address

  /** How a page is to be read: what was taught for its host, and without the tools that are switched off. */
  async function waysToRead(tabId: number): Promise<WaysToRead> {
    const [{ toolsOff }, address] = await Promise.all([settings.get(), addressOf(tabId)]);
    const host = URL.parse(address ?? '')?.host;
    const lessons = host === undefined ? [] : await inventory.lessonsFor(host).catch(() => []); // a lost database: the page is read without
    return { lessons, without: toolsOff };
  }

  async function keep(tabId: number, reading: Reading): Promise<PageRecord> {
    const record = recordOf(reading, await addressOf(tabId));
    if (await isLocked()) return record;
    await shelf.set(tabId, record);
    // It may have closed meanwhile.
    if (await isLocked()) await shelf.drop(tabId);
    changed(tabId);
    return record;
  }

  /** What was read stays read where the inventory cannot be asked what it means for it. */
  const take = async (tabId: number, draft: Draft) => {
    if (await isLocked()) return;
    await observer.seen(tabId, draft).catch((error: unknown) => {
      if (!['recovery', 'locked'].includes(refusalOf(error))) throw error;
    });
  };

  /** One reading at a time for each tab, whoever asks. */
  function readOnce(tabId: number, occasion: Occasion): Promise<PageRecord> {
    const before = underWay.get(tabId);
    if (before) return before;
    const reading = waysToRead(tabId)
      .then((ways) => readTab(tabId, occasion, ways))
      .then(async (read) => {
        const record = await keep(tabId, read);
        if (read.draft && !read.problem) await take(tabId, read.draft);
        return record;
      })
      .finally(() => underWay.delete(tabId));
    underWay.set(tabId, reading);
    return reading;
  }

  /** What was read before, unless the tab has another address now. */
  async function stillThere(tabId: number): Promise<PageRecord | undefined> {
    const [record, address] = await Promise.all([shelf.get(tabId), addressOf(tabId)]);
    return record?.address === address ? record : undefined;
  }

  /** Afresh, whatever is under way. */
  function readAgain(tabId: number): Promise<PageRecord> {
    underWay.delete(tabId);
    return readOnce(tabId, 'gesture');
  }

  return { waysToRead, keep, take, readOnce, readAgain, stillThere };
}

/** What each tab's page is. `changed` is called with a tab whose page is now another. */
export function createPages({ inventory, settings, clock, observer, isLocked, changed }: With) {
  const shelf = createPageShelf();
  const { waysToRead, keep, take, readOnce, readAgain, stillThere } = createReadings(shelf, {
    ...{ inventory, settings, observer, isLocked, changed },
  });

  return {
    /** Reads the page now, for a capture: always afresh. What is news in it, the capture itself says. */
    async readNow(
      tabId: number,
      { selection, usesSelection }: Pick<WaysToRead, 'selection' | 'usesSelection'> = {},
    ): Promise<Reading> {
      const ways = { ...(await waysToRead(tabId)), selection, usesSelection };
      const reading = await readTab(tabId, 'gesture', ways);
      // Of a selection the draft is an ask; the page itself stays what it was.
      if (reading.draft?.source.kind !== 'ask') await keep(tabId, reading);
      return reading;
    },

    /** Reads the page again, as when it is walked past. */
    readAgain,

    /** What was read last, unless the tab has another address now. */
    last: stillThere,

    /** The view of the tab's page as last read; reads it first when it was not, or when the tab has moved on. */
    async view(tabId: number, occasion: Occasion): Promise<PageView> {
      const before = await stillThere(tabId);
      const pause = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
      const record = before ?? (await Promise.race([readOnce(tabId, occasion), pause]));
      if (!record) return { kind: 'reading' };
      return viewOf(record, inventory, clock).catch((error: unknown) => viewWithout(record, error));
    },

    /** The page's script says what the page is now. */
    async propose(tabId: number, draft: Draft): Promise<void> {
      await keep(tabId, { draft });
      await take(tabId, draft);
    },

    /** Says for a while why the sidebar could not stand there, beside what the page is. */
    async refuse(tabId: number, problem: PageProblem): Promise<void> {
      if (await isLocked()) return;
      const record = (await stillThere(tabId)) ?? (await readOnce(tabId, 'gesture'));
      await shelf.set(tabId, { ...record, refusal: { problem, until: clock.now() + REFUSAL_MS } });
      changed(tabId);
    },

    /**
     * Something moved in a tab that was read: where our script still is, the page is read again; where it is
     * gone with its page, so is what we knew.
     */
    async moved(tabId: number): Promise<void> {
      if (!(await shelf.get(tabId))) return;
      if (await askIfPresent(tabId, { ask: 'present' })) {
        await readOnce(tabId, 'watching');
        return;
      }
      await shelf.drop(tabId);
      changed(tabId);
    },

    forget: (tabId: number) => shelf.drop(tabId),

    /** Each tab that was read, with the tool of what it shows or lists. */
    async products(): Promise<Map<number, string>> {
      const entries = [...(await shelf.all())].flatMap(([tabId, { draft }]) => {
        const product = draft?.rows?.[0]?.source.product ?? draft?.source.product;
        return product === undefined ? [] : [[tabId, product] as const];
      });
      return new Map(entries);
    },

    /** Each tab that was read, with the key of what it shows. */
    async keys(): Promise<Map<number, SourceKey>> {
      const entries = [...(await shelf.all())].flatMap(([tabId, { draft }]) =>
        draft ? [[tabId, draft.source.key] as const] : [],
      );
      return new Map(entries);
    },
  };
}

export type Pages = ReturnType<typeof createPages>;
