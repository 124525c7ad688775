import { keyOf } from './addresses';
import { createPage, type Page } from './page';
import type { Identity, Recogniser } from './recogniser';
import { attempt } from './witnesses';

const found = import.meta.glob<Recogniser>(['./tools/*.ts', '!./tools/*.test.ts'], {
  eager: true,
  import: 'recogniser',
});

/** Every recogniser, in the order of their names. */
export const TOOLS: readonly Recogniser[] = Object.values(found);

/** The recogniser whose page this is; a recogniser that fails on a page does not claim it. */
export const toolFor = (page: Page): Recogniser | undefined =>
  TOOLS.find((tool) => attempt(() => tool.claims(page)));

/** The item that the page's address names to a tool, undefined where it names none. */
export function identityFor(tool: Recogniser, page: Page): Identity | undefined {
  const identity = attempt(() => tool.identify(page));
  return identity && identity.nativeId !== '' && URL.canParse(identity.url) ? identity : undefined;
}

/** The item's key. Items on one host but in two places of it differ in scope. */
export const keyFor = (tool: Recogniser, page: Pick<Page, 'url'>, identity: Identity): string =>
  keyOf(tool.product, identity.host ?? page.url.host, identity.scope, identity.nativeId);

/** The same page under another address: what a link on it leads to, read with this page's fingerprint. */
export const pageAt = (page: Page, url: URL): Page => ({ ...page, url });

/** A page of which only the address is known. */
export const unopened = (url: URL): Page => createPage(url);
