import type { Draft } from '@/utils/model/draft';
import { isRoute } from '@/utils/recognisers/address-text';

/** What of the page's Navigation API is asked. Firefox and Chromium show it to the isolated world. */
export type History = {
  activation?: { entry?: Entry | null } | null;
  currentEntry?: Entry | null;
  entries?(): Entry[];
};
type Entry = { id: string; url: string | null; sameDocument: boolean };

/** A page that showed the same title for so long, in ms, has done what it does after its address changed. */
const STILL_MS = 600;

/**
 * Was the document loaded at the address it has now, and did it never leave it? Then it is that address's page: a
 * single-page application that moved on has more entries in its history, or another one than it was loaded with.
 */
export function wasLoadedHere(history: History | undefined, address: string): boolean {
  const { activation, currentEntry } = history ?? {};
  const first = activation?.entry;
  if (!first || !currentEntry) return false;
  const here = placeOf(address);
  const own = history?.entries?.().filter(({ sameDocument }) => sameDocument) ?? [];
  if (own.some(({ url }) => placeOf(url) !== here)) return false;
  return first.id === currentEntry.id || placeOf(first.url) === here;
}

/** The address without a fragment that is only a place on the page. */
function placeOf(address: string | null): string | undefined {
  const url = address === null ? null : URL.parse(address);
  if (!url) return undefined;
  if (!isRoute(url.hash)) url.hash = '';
  return url.href;
}

export type Watch = {
  /** Takes note of what the page shows at `now` (ms); true once it has settled on it. */
  sees(draft: Draft, now: number): boolean;
};

/**
 * Watches a page that may not have followed its address yet. It has settled when its title changed while we watched,
 * when it stood still for STILL_MS, or when it shows what it was `known` to have settled on.
 */
export function createWatch(known: Pick<Draft, 'source' | 'title'> | undefined): Watch {
  let first: string | undefined;
  let since: { title: string; at: number } | undefined;
  return {
    sees({ title, source }, now) {
      if (known?.source.key === source.key && known.title === title) return true;
      first ??= title;
      if (since?.title !== title) since = { title, at: now };
      return title !== first || now - since.at >= STILL_MS;
    },
  };
}
