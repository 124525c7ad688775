import * as v from 'valibot';
import { browser } from '@/utils/browser';
import type { Inventory } from '@/storage/inventory';
import type { SettingsStore } from '@/storage/settings';
import type { Mark } from '@/utils/messaging/page-script';
import type { SourceKey } from '@/utils/model/ids';
import type { ItemRow } from '@/utils/model/row';
import { LIMITS } from '@/utils/model/limits';
import { newNonce } from './held-frames';
import { askIfPresent, askPage } from './page-link';
import { createShelf, type Remembered } from './session';
import { createTurns } from './turns';

/** Marks follow the inventory at most this often, in ms. */
const PACE_MS = 250;
/** A known page that says it is there again within this time is not read again. */
const READ_MS = 3_000;
/** Links that a page tells at most. */
const KEYS = 500;

/** A page on a granted site: the hosts that its links lead to, and what was last said to it. */
const NearSchema = v.object({
  hosts: v.array(v.string()),
  nonce: v.optional(v.string()),
  read: v.optional(v.object({ key: v.string(), at: v.number() })),
});
type Near = v.InferOutput<typeof NearSchema>;

const key = v.custom<SourceKey>((value) => typeof value === 'string' && value.length <= LIMITS.url + 100);
const LinksSchema = v.object({
  links: v.pipe(v.array(key), v.maxLength(KEYS)),
  own: v.optional(key),
});

/** What is asked of the inventory. */
export type KnownWork = {
  /** All hosts that items have sources on. */
  hosts(): Promise<string[]>;
  byKeys(keys: SourceKey[]): Promise<{ key: SourceKey; row: ItemRow }[]>;
} & Pick<Inventory, 'productsAt'>;

type With = {
  inventory: KnownWork;
  settings: Pick<SettingsStore, 'get'>;
  /** Reads the page of a known item, for what is news there. */
  read(tabId: number): Promise<unknown>;
  now(): number;
};

/**
 * Marks at links, and refresh by walking past, on sites that the person granted. A page there says which hosts its
 * links lead to; only where one of them is in the inventory our script goes in, and only keys come out of it.
 */
export function createMarks(given: With) {
  const tabs = createShelf('near', NearSchema);
  const inTurn = createTurns();
  const looker = createLooker(given, tabs);
  let isPaced = false;

  const lookInTurn = (tabId: number, before?: () => Promise<void>) =>
    inTurn(tabId, async () => {
      await before?.();
      await looker.look(tabId).catch(() => {
        // The page cannot be entered just now: it has no marks, which nobody asked for.
      });
    });
  async function refreshNow(): Promise<void> {
    for (const { id } of await browser.tabs.query({ active: true }))
      if (id !== undefined) void lookInTurn(id);
  }
  browser.tabs.onActivated.addListener(({ tabId }) => void lookInTurn(tabId));
  browser.tabs.onRemoved.addListener((tabId) => void tabs.drop(tabId));

  return {
    /** A page on a granted site is there. */
    near: (tabId: number, hosts: string[]): Promise<void> =>
      lookInTurn(tabId, async () => tabs.set(tabId, { ...(await tabs.get(tabId)), hosts })),

    /** The inventory or the settings changed: tabs in front follow soon, the others when they come to the front. */
    refresh(): void {
      looker.forgetHosts();
      if (isPaced) return;
      isPaced = true;
      setTimeout(() => {
        isPaced = false;
        void refreshNow();
      }, PACE_MS);
    },

    /** A site was taken back: its pages lose their marks. */
    async settle(): Promise<void> {
      for (const [tabId] of await tabs.all()) if (!(await isGranted(tabId))) await looker.letGo(tabId);
    },

    /** The lock closed: pages lose their marks. Which hosts they link to is remembered, nothing of an item. */
    async conceal(): Promise<void> {
      looker.forgetHosts();
      const all = [...(await tabs.all()).keys()];
      await Promise.all(all.map((tabId) => inTurn(tabId, () => looker.conceal(tabId))));
    },

    /** The glimpse said its first word. */
    async greet(tabId: number): Promise<void> {
      const nonce = (await tabs.get(tabId))?.nonce;
      if (nonce !== undefined) await askIfPresent(tabId, { ask: 'glimpsed', nonce });
    },

    knowsNonce: async (tabId: number, nonce: string): Promise<boolean> =>
      (await tabs.get(tabId))?.nonce === nonce,
  };
}

/** Looks at one page: finds what it leads to and shows the marks. */
function createLooker({ inventory, settings, read, now }: With, tabs: Remembered<Near>) {
  /** Of the inventory as it is now; read again after each change. */
  let known: Promise<ReadonlySet<string>> | undefined;

  async function look(tabId: number): Promise<void> {
    const near = await tabs.get(tabId);
    if (!near) return;
    if (!(await isGranted(tabId))) return letGo(tabId);
    known ??= inventory.hosts().then((all) => new Set(all));
    const all = await known;
    const hosts = near.hosts.filter((host) => all.has(host));
    if (hosts.length > 0) await mark(tabId, near, hosts);
    else if (near.nonce !== undefined) await show(tabId, [], near.nonce);
  }

  async function mark(tabId: number, near: Near, hosts: string[]): Promise<void> {
    const products = await inventory.productsAt(hosts);
    const answer = v.safeParse(LinksSchema, await askPage(tabId, { ask: 'links', hosts, products }));
    if (!answer.success) return;
    const { links, own } = answer.output;
    const found = await inventory.byKeys(own === undefined ? links : [own, ...links.slice(0, KEYS - 1)]);
    const alive = found.filter(({ row }) => row.list !== 'trash' && row.list !== 'merged');
    const isKnown = own !== undefined && alive.some(({ key }) => key === own);
    const isDue = isKnown && (near.read?.key !== own || now() - near.read.at > READ_MS);
    const nonce = near.nonce ?? newNonce();
    await tabs.set(tabId, { ...near, nonce, ...(isDue && { read: { key: own, at: now() } }) });
    const { marks: areWanted } = await settings.get();
    await show(tabId, areWanted ? alive.filter(({ key }) => key !== own).map(markOf) : [], nonce);
    if (isDue) await read(tabId);
  }

  async function letGo(tabId: number): Promise<void> {
    const nonce = (await tabs.get(tabId))?.nonce;
    await tabs.drop(tabId);
    if (nonce !== undefined) await show(tabId, [], nonce);
  }

  async function conceal(tabId: number): Promise<void> {
    const near = await tabs.get(tabId);
    if (!near) return;
    await tabs.set(tabId, { hosts: near.hosts, nonce: near.nonce });
    if (near.nonce !== undefined) await show(tabId, [], near.nonce);
  }

  return {
    ...{ look, letGo, conceal },
    forgetHosts(): void {
      known = undefined;
    },
  };
}

const show = (tabId: number, marks: Mark[], nonce: string) =>
  askIfPresent(tabId, { ask: 'mark', marks, nonce });

/** Is the tab's site granted? What a person lets us into for once, by a click, is not. */
async function isGranted(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined); // closed meanwhile
  const url = URL.parse(tab?.url ?? '');
  return url !== null && browser.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] });
}

export type Marks = ReturnType<typeof createMarks>;

function markOf({ key: of, row }: { key: SourceKey; row: ItemRow }): Mark {
  const { state, waiting, isBlocked, drift } = row;
  return {
    ...{ key: of, state },
    ...(waiting && { isWaiting: true as const }),
    ...(isBlocked && { isBlocked: true as const }),
    ...(drift && { isDrifting: true as const }),
  };
}
