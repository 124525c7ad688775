import type { SourceKey } from '@/utils/model/ids';
import { sourceOf } from './addresses';
import { identifyAnyPage, WEB } from './generic';
import { createPage } from './page';
import type { Recogniser } from './recogniser';
import { createToolLookup, identityFor, pageAt, TOOLS, toolFor, unopened } from './tools';

export type LinkKeys = {
  /** The key of the item that the page itself shows; undefined where it shows none. */
  own: SourceKey | undefined;
  /** The key of the item that an address leads to; that of an ordinary page where no tool knows it. */
  keyOf(url: URL): SourceKey | undefined;
};

/**
 * Tells the keys of the items that a page's links lead to. Links to the page's own host are read with the page's
 * fingerprint; on other hosts the tool is told by the host's name or, of self-hosted tools, by `products` ("redmine"
 * for "tickets.example").
 */
export function createLinkKeys(
  document: Document,
  address: string,
  products: Readonly<Record<string, string>> = {},
): LinkKeys {
  const page = createPage(URL.parse(address) ?? new URL('about:blank'), document);
  const own = toolFor(page);
  const byHost = createToolLookup();
  const keyBy = (tool: Recogniser | undefined, url: URL, isHere: boolean): SourceKey | undefined => {
    const identity = tool && identityFor(tool, isHere ? pageAt(page, url) : unopened(url));
    return tool && identity && sourceOf(tool.product, url, identity).key;
  };
  const keyOf = (url: URL): SourceKey | undefined => {
    if (!/^https?:$/.test(url.protocol)) return undefined;
    const known = byHost(url);
    const isHere = known === undefined && url.host === page.url.host;
    const tool = known ?? (isHere ? own : productAt(url.host, products));
    return keyBy(tool, url, isHere) ?? sourceOf(WEB, url, identifyAnyPage(unopened(url), 'page')).key;
  };
  // A page of no tool may say where it lives; one without a document cannot.
  const here = () => sourceOf(WEB, page.url, identifyAnyPage(page, 'page')).key;
  return { own: own ? keyBy(own, page.url, true) : here(), keyOf };
}

function productAt(host: string, products: Readonly<Record<string, string>>): Recogniser | undefined {
  const product = Object.hasOwn(products, host) ? products[host] : undefined;
  return product === undefined ? undefined : TOOLS.find((tool) => tool.product === product);
}
