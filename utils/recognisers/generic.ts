import { decoded, isRoute } from './address-text';
import { withoutTracking } from './addresses';
import { linkOf } from './dom-reading';
import type { Page } from './page';
import type { Identity } from './recogniser';

/** The product of a page that no recogniser knows. */
export const WEB = 'web';

/**
 * The identity of any page: its address. A canonical link is followed only to the same host and to the same path
 * or a plainly shorter form of it, because single-page applications leave the first page's link standing.
 */
export function identifyAnyPage(page: Page, kind: string): Identity {
  const here = withoutTracking(page.url);
  const canonical = canonicalOf(page);
  const url = canonical && isFormOf(canonical, here) ? canonical : here;
  const path = trimmedPath(url);
  return { kind, scope: '', nativeId: `${path}${url.search}${url.hash}` || '/', url: url.href };
}

/** Where the page says it lives: its canonical link, else Open Graph's address; undefined when it says nothing. */
export function canonicalOf(page: Page): URL | undefined {
  const link = page.one('link[rel~="canonical" i]');
  const said = (link && linkOf(link, page)) ?? ogAddress(page);
  return said && withoutTracking(said);
}

/** Open Graph's address of the page. */
export function ogAddress(page: Page): URL | undefined {
  const said = page.meta('og:url');
  const url = said === undefined ? null : URL.parse(said, page.url);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

const trimmedPath = (url: URL): string => url.pathname.replace(/\/+$/, '') || '/';

/** Path without what does not change the page: trailing slash, index file, case. */
const plainPath = (url: URL): string =>
  decoded(url.pathname)
    .replace(/\/(?:index\.(?:html?|php)|default\.aspx)$/i, '')
    .replace(/\/+$/, '')
    .toLowerCase();

/** Do both addresses have the same host (but for "www.") and path? Queries and fragments may differ. */
export const sharePath = (one: URL, other: URL): boolean =>
  plainHost(one) === plainHost(other) && plainPath(one) === plainPath(other);

const plainHost = (url: URL): string => url.host.replace(/^www\./, '');

/** Is `canonical` the same page as `here`, perhaps with fewer parameters? Never where `here` is routed by its fragment. */
function isFormOf(canonical: URL, here: URL): boolean {
  if (canonical.host !== here.host || canonical.protocol !== here.protocol) return false;
  if (isRoute(here.hash) && canonical.hash !== here.hash) return false;
  if (plainPath(canonical) !== plainPath(here)) return false;
  return [...canonical.searchParams].every(([name, value]) => here.searchParams.get(name) === value);
}
