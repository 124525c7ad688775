import type { SourceKey } from '@/utils/model/ids';
import { hostsOf, LINKS } from '@/utils/recognisers/link-hosts';
import type { createLinkKeys, LinkKeys } from '@/utils/recognisers/link-keys';

/** How many keys are told: what the background looks up at once. */
const KEYS = 500;

export type Scan = {
  own: SourceKey | undefined;
  /** The links that lead to each item, in the order of the page. */
  links: Map<SourceKey, HTMLElement[]>;
  /** All hosts that links lead to, and the page's own. */
  hosts: string[];
};

/** What the links that are looked at may lead to. */
export type Wanted = { hosts: readonly string[]; products: Readonly<Record<string, string>> };

/** Reads the page's links, again and again: a link that was read before costs next to nothing. `readKeys` knows the tools. */
export function createLinkScan(document: Document, address: () => string, readKeys: typeof createLinkKeys) {
  let read = new WeakMap<Element, { href: string; key: SourceKey | undefined }>();
  let before = '';

  function keyOf(link: HTMLAnchorElement | HTMLAreaElement, keys: LinkKeys): SourceKey | undefined {
    const { href } = link;
    const known = read.get(link);
    if (known?.href === href) return known.key;
    const url = URL.parse(href);
    const key = url ? keys.keyOf(url) : undefined;
    read.set(link, { href, key });
    return key;
  }

  return (wanted: Wanted): Scan => {
    const here = `${address()} ${JSON.stringify(wanted)}`;
    // The same link may lead elsewhere on another page, or once its host's tool is known.
    if (here !== before) read = new WeakMap();
    before = here;
    const keys = readKeys(document, address(), wanted.products);
    const links: Scan['links'] = new Map();
    const all = document.links;
    for (let place = 0; place < LINKS; place += 1) {
      const link = all[place];
      if (!link) break;
      const key = wanted.hosts.includes(link.host) ? keyOf(link, keys) : undefined;
      const same = key && links.get(key);
      if (same) same.push(link);
      else if (key && links.size < KEYS) links.set(key, [link]);
    }
    return { own: keys.own, links, hosts: hostsOf(document, location.host) };
  };
}

/** What names a row, or a block of text, in itself. */
const ROW =
  'tr, li, article, p, dd, dt, blockquote, [role="row"], [role="listitem"], [role="option"], [role="treeitem"]';
/** How far around a link its row may reach where nothing names it. */
const CLIMB = 4;
/** A text this long is as good as any longer one. */
const ENOUGH = 200;

/**
 * The links that get a sign, with the item that each leads to: of the links to one item, in each row the one that says
 * most, not each "#12" beside it. A row without a name is what holds links to this item alone.
 */
export function chooseLinks(links: Scan['links']): Map<HTMLElement, SourceKey> {
  const keysIn = new Map<Element, Set<SourceKey>>();
  for (const [key, found] of links)
    for (const link of found)
      for (const around of climb(link)) keysIn.set(around, (keysIn.get(around) ?? new Set()).add(key));
  const chosen = new Map<HTMLElement, SourceKey>();
  for (const [key, found] of links) {
    const best = new Map<Element, { link: HTMLElement; worth: number }>();
    for (const link of found) {
      const row =
        link.closest(ROW) ?? climb(link).findLast((around) => keysIn.get(around)?.size === 1) ?? link;
      const worth = worthOf(link);
      if (worth > (best.get(row)?.worth ?? 0)) best.set(row, { link, worth });
    }
    for (const { link } of best.values()) chosen.set(link, key);
  }
  return chosen;
}

/** The nearest elements around a link, from the inside out. */
function climb(link: HTMLElement): Element[] {
  const way: Element[] = [];
  for (let around = link.parentElement; around && way.length < CLIMB; around = around.parentElement) {
    if (around === document.body) break;
    way.push(around);
  }
  return way;
}

/** How much a link says: words more than a number, a number more than nothing (a picture, an arrow). */
function worthOf(link: HTMLElement): number {
  const text = (link.textContent ?? '').slice(0, ENOUGH).trim();
  return /\p{L}{2}/u.test(text) ? 10 + text.length : /[\p{L}\p{N}]/u.test(text) ? 1 : 0;
}
