/**
 * From a page to a draft: which item its address names, what the page says about it, and how sure that is.
 *
 * Pure and synchronous: no browser API, no globals of a page, no network; the document is only read. It never
 * throws, whatever the page is. Anyone can run it over a saved page.
 */
import type { Draft } from '@/utils/model/draft';
import { askOf } from './ask';
import type { Options } from './assemble';
import { attempt } from './attempt';
import { knownPagesOf } from './known-address';
import { KNOWN_BY_HAND } from './known-by-hand';
import { applyLessons } from './lessons';
import type { KnownPage } from './recogniser';
import { recognisePage } from './recognise-page';
import { TOOLS } from './tools';

/** The draft of a page, or of the ask that is selected on it. `url` is the tab's address; the document's own is not trusted. */
export function recognise(document: Document, url: string | URL, options: Options = {}): Draft {
  const draft = recognisePage(document, url, { applyLessons, ...options });
  const { selection, today } = options;
  return (selection ? attempt(() => askOf(draft, selection, today)) : undefined) ?? draft;
}

/** Addresses of known tools in the form of Chromium's declarativeContent (`pageUrl` of PageStateMatcher; RE2). */
export const knownPages = (): KnownPage[] =>
  TOOLS.flatMap(
    ({ product, description }) =>
      KNOWN_BY_HAND[product] ?? knownPagesOf(description?.hosts ?? [], description?.items ?? []),
  );

export type { Options } from './assemble';
export { isStale } from './agreement';
export type { Previous } from './agreement';
export type { KnownPage } from './recogniser';
export { identityOf, recogniseLink } from './recognise-page';
