import type { SenderClass } from './senders';

/** What the browser tells of a sender. Everything in it but `url` is set by the browser, not by the sender. */
export type SenderFacts = {
  id?: string | undefined;
  origin?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; windowId?: number | undefined } | undefined;
};

/** The extension's own id and origin ("chrome-extension://…"), as the background knows them of itself. */
export type Own = { id: string; origin: string };

/** Who asks. A `frame` or `glimpse` is only one once its nonce was checked. */
export type Asker = {
  class: SenderClass;
  tabId?: number | undefined;
  windowId?: number | undefined;
  frameId?: number | undefined;
};

const PLACES: Record<string, SenderClass> = {
  '/popup.html': 'popup',
  '/sidepanel.html': 'panel',
  '/desk.html': 'desk',
  '/glimpse.html': 'glimpse',
};

/**
 * Tells who a sender is, or undefined for one that may say nothing. Decided on `sender.origin` alone:
 * `sender.url` can be our page's while the origin is another's (safety MS-03), and a page with
 * `CSP: sandbox` turns our own frame into origin "null", which then counts as nobody.
 *
 * Seen in Chromium 156: a frame loaded through `use_dynamic_url` reports the static
 * `chrome-extension://<id>` as origin and url, not the random one that its address was made with;
 * our script in a web page reports the page's origin ("null" under CSP sandbox) and frameId 0.
 */
export function classify(sender: SenderFacts, own: Own): Asker | undefined {
  if (sender.id !== own.id) return undefined;
  const origin = originOf(sender);
  const place = { tabId: sender.tab?.id, windowId: sender.tab?.windowId, frameId: sender.frameId };
  if (origin === own.origin) return ownPage(sender, place);
  const isScript = sender.tab?.id !== undefined && sender.frameId === 0;
  return isScript ? { class: 'content', ...place } : undefined;
}

/** Firefox told no origin before version 126; there the address, which the browser sets too, stands in. */
function originOf(sender: SenderFacts): string {
  if (sender.origin !== undefined) return sender.origin;
  // URL.origin is "null" for moz-extension: addresses in some engines: build it from its parts.
  const url = parseUrl(sender.url);
  return url ? `${url.protocol}//${url.host}` : 'null';
}

function ownPage(sender: SenderFacts, place: Omit<Asker, 'class'>): Asker | undefined {
  const path = parseUrl(sender.url)?.pathname ?? '';
  const known = Object.hasOwn(PLACES, path) ? PLACES[path] : undefined;
  if (!known) return undefined;
  // Also outside of any tab, as within another extension's panel: then there is no nonce that it could have.
  const isFramed = (sender.frameId ?? 0) > 0;
  // The glimpse lives in a page or not at all; of the others only the sidebar lives in pages.
  if (known === 'glimpse') return isFramed ? { class: known, ...place } : undefined;
  if (!isFramed) return { class: known, ...place };
  return known === 'panel' ? { class: 'frame', ...place } : undefined;
}

/** "undefined" is no address either. */
const parseUrl = (text: string | undefined): URL | null => URL.parse(String(text));
