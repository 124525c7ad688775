import { keyOf } from './addresses';
import { attempt } from './attempt';
import { createPage, type Page } from './page';
import type { Identity, Recogniser } from './recogniser';
import { indexHosts } from './tool-hosts';

const found = import.meta.glob<Recogniser>(['./tools/*.ts', '!./tools/*.test.ts'], {
  eager: true,
  import: 'recogniser',
});

/** Every recogniser, in the order of their names. */
export const TOOLS: readonly Recogniser[] = Object.values(found);

const hostedTools = indexHosts(TOOLS);
/** Tools that have to be asked: they tell no hosts and no signs. */
const ASKED = TOOLS.filter(({ description }) => !description?.hosts?.length && !description?.signs?.length);
/** Tools that live on any host, and one selector for all their signs: most pages have none of them. */
const SIGNED = TOOLS.filter(({ description }) => description?.signs?.length);
const SIGNS = SIGNED.flatMap(({ description }) => description?.signs ?? []).join(', ');

/**
 * The recogniser whose page this is, without those that the person switched off. A recogniser that fails on a page
 * does not claim it.
 */
export function toolFor(page: Page, without: readonly string[] = []): Recogniser | undefined {
  const isOn = ({ product }: Recogniser) => !without.includes(product);
  const claims = (tool: Recogniser) => isOn(tool) && attempt(() => tool.claims(page)) === true;
  return toolAt(page, claims) ?? (hasSign(page) ? SIGNED.find(claims) : undefined);
}

const toolAt = (page: Page, claims: (tool: Recogniser) => boolean): Recogniser | undefined =>
  hostedTools(page.url.hostname).find(claims) ?? ASKED.find(claims);

/** Without a sign of any tool none needs to be asked; where their selectors cannot be put together, all are. */
function hasSign(page: Page): boolean {
  if (SIGNS === '') return false;
  return attempt(() => page.one(SIGNS) !== undefined) ?? true;
}

/** Which tool an address belongs to, by the address alone. */
export type Lookup = (url: URL) => Recogniser | undefined;

/**
 * The tools that addresses name by themselves. Tools tell their pages by host and by the first part of the path, so
 * each such place is asked about once.
 */
export function createToolLookup(without: readonly string[] = []): Lookup {
  const known = new Map<string, Recogniser | undefined>();
  return (url) => {
    const place = `${url.host}/${url.pathname.split('/', 2)[1] ?? ''}`;
    if (!known.has(place)) known.set(place, toolFor(unopened(url), without));
    return known.get(place);
  };
}

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

/** A page of which only the address is known. What it answers is always nothing, so that one serves for all. */
export const unopened = (url: URL): Page => ({ ...NOWHERE, url });
const NOWHERE = createPage(new URL('about:blank'));
