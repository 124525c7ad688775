/**
 * From a page to a draft: which item its address names, what the page says about it, and how sure that is.
 *
 * Pure and synchronous: no browser API, no globals of a page, no network; the document is only read. It never
 * throws, whatever the page is. Anyone can run it over a saved page.
 */
import type { Day } from '@/utils/model/day';
import type { Draft, Source } from '@/utils/model/draft';
import type { SourceKey } from '@/utils/model/ids';
import type { Lesson } from '@/utils/model/lesson';
import { cut, LIMITS } from '@/utils/model/limits';
import { readable, sourceOf, withoutTracking } from './addresses';
import { agree, isLeftOver, type Agreed, type Evidence, type Previous } from './agreement';
import { readFields, readProject, type FieldReading } from './fields';
import { identifyAnyPage, sharePath, WEB } from './generic';
import { createPage, type Page, type Reach } from './page';
import type { Identity, KnownPage, Recogniser, TitleWitness } from './recogniser';
import { knownPagesOf } from './known-address';
import { isBeside, isListPage, readList, type ListReading } from './list-rows';
import { readThings } from './structured-data';
import { isRealTitle, tidy, withoutMarks } from './title-text';
import { createToolLookup, identityFor, keyFor, pageAt, toolFor, TOOLS, unopened } from './tools';
import { attempt, hear, type LeadsTo, type Sight } from './witnesses';

export type Options = {
  /** What the person has selected in the page. */
  selection?: string | undefined;
  /** The page that this tab showed before, to notice a title that was left over from it. */
  previous?: Previous | undefined;
  /**
   * The page was seen to belong to its address: it was loaded there, or has stood still since it went there. Without
   * this, what two places say is not sure where nothing ties them to the item: a single-page application may still
   * show the item before.
   */
  isSettled?: boolean | undefined;
  /** Products whose tools the person switched off: their pages are read like any other. */
  without?: readonly string[] | undefined;
  /** What the person taught about where fields stand; those for other pages are passed over. */
  lessons?: readonly Lesson[] | undefined;
  /** The day it is for the person: what "tomorrow" in a selected sentence counts from. */
  today?: Day | undefined;
};

/** The draft of a page. `url` is the tab's address; the document's own is not trusted. */
export function recognise(document: Document, url: string | URL, options: Options = {}): Draft {
  const address = URL.parse(String(url)) ?? new URL('about:blank');
  return attempt(() => draftOf(address, document, options)) ?? bareDraft(address);
}

function draftOf(address: URL, document: Document, options: Options): Draft {
  const page = reachedBy(toolFor(createPage(address, document), options.without), address, document);
  const { tool } = page;
  const list = (of: Page) => readList(of, tool, createToolLookup(options.without));
  const identity = tool && identityFor(tool, page);
  if (tool && identity) {
    const read = list(page);
    const draft = itemDraft(page, tool, identity, options);
    return isBeside(read, tool.product, draft.source.key) ? withList(draft, read) : draft;
  }
  const framed = itemInFrame(page, options);
  if (!framed) return listOrOther(page, tool, list(page), options);
  const around = list(createPage(address, document, { ...page.reach, without: framed.document }));
  return isListPage(around, false) ? withList(framed.draft, around) : framed.draft;
}

type Reached = Page & { tool: Recogniser | undefined; reach: Reach };

/** The page as far as its tool has to be looked into. */
function reachedBy(tool: Recogniser | undefined, address: URL, document: Document): Reached {
  const reach = { isDeep: tool?.description?.deep };
  return { ...createPage(address, document, reach), tool, reach };
}

/** Where the page's own address names no item: the item that its largest frame's address names. */
function itemInFrame(page: Reached, options: Options): { draft: Draft; document: Document } | undefined {
  for (const { url, document } of page.frames()) {
    if (url === page.url) continue; // Written by a script: it has no address of its own.
    const tool = toolFor(createPage(url, document), options.without) ?? page.tool;
    const inner = reachedBy(tool, url, document);
    const identity = tool && identityFor(tool, inner);
    if (tool && identity) return { draft: itemDraft(inner, tool, identity, options), document };
  }
  return undefined;
}

function itemDraft(page: Page, tool: Recogniser, identity: Identity, options: Options): Draft {
  const here = keyFor(tool, page, identity);
  const leadsTo: LeadsTo = (to) => {
    const other = identityFor(tool, pageAt(page, to));
    if (!other) return 'nowhere';
    return keyFor(tool, { url: to }, other) === here ? 'here' : 'elsewhere';
  };
  const sight: Sight = { page, tool, identity, leadsTo, things: readThings(page) };
  return assemble(sight, sourceOf(tool.product, page.url, identity), 'item', options);
}

function listOrOther(page: Page, tool: Recogniser | undefined, list: ListReading, options: Options): Draft {
  const listName =
    tool?.readTitle && attempt(() => tool.readTitle?.(withoutMarks(page.title), page, undefined));
  const isList = isListPage(list, listName !== undefined);
  const identity = identifyAnyPage(page, isList ? 'list' : 'page');
  const leadsTo: LeadsTo = (to) => (sharePath(to, page.url) ? 'here' : 'elsewhere');
  const sight: Sight = { page, identity, leadsTo, things: readThings(page) };
  const named = listName ? { ...sight, page: { ...page, title: listName.title } } : sight;
  const draft = assemble(named, sourceOf(WEB, page.url, identity), isList ? 'list' : 'other', options);
  if (!isList) return draft;
  const project = tool && readProject(tool, page, identity);
  return withList({ ...draft, ...(project !== undefined && { project }) }, list);
}

const withList = (draft: Draft, { rows, isPartial }: ListReading): Draft => ({
  ...draft,
  rows,
  ...(isPartial && { isPartial }),
});

function assemble(sight: Sight, source: Source, kind: Draft['page'], options: Options): Draft {
  const heard = hear(sight);
  const { witnesses, evidence } = withoutLeftOver(
    heard.witnesses,
    heard.evidence,
    source.key,
    options.previous,
  );
  const selected = tidy((options.selection ?? '').slice(0, LIMITS.excerpt * 2));
  const isSettled = options.isSettled === true || sight.tool === undefined;
  const agreed = withSelection(agree(witnesses, evidence, isSettled), selected);
  const title = cut(
    agreed.title ?? sight.identity.label ?? readable(new URL(sight.identity.url)),
    LIMITS.title,
  );
  const read = isOthers(sight, evidence, agreed) ? NOTHING : readFields(sight, title);
  return {
    title,
    url: cut(sight.identity.url, LIMITS.url),
    source,
    page: kind,
    ...read.fields,
    ...(selected !== '' && { excerpt: cut(selected, LIMITS.excerpt) }),
    ...(agreed.check && { check: agreed.check }),
    witnesses: [...titleWitnesses(sight, witnesses), ...read.witnesses].slice(0, LIMITS.witnesses),
  };
}

const NOTHING: FieldReading = { fields: {}, witnesses: [] };

/** Is the page, for all it shows, another item's? Then its fields are not this item's either. */
function isOthers({ tool }: Sight, evidence: Evidence, { check }: Agreed): boolean {
  if (check === 'stale-page') return true;
  return tool !== undefined && (evidence === 'against' || (evidence === 'both' && check !== undefined));
}

/** Without the witnesses that repeat the title of the page before; when they were all, the page is that page's. */
function withoutLeftOver(
  witnesses: TitleWitness[],
  evidence: Evidence,
  key: string,
  previous: Previous | undefined,
): { witnesses: TitleWitness[]; evidence: Evidence } {
  const fresh = witnesses.filter(({ title, bound }) => bound === true || !isLeftOver(title, key, previous));
  if (fresh.length === witnesses.length) return { witnesses, evidence };
  return { witnesses: fresh, evidence: fresh.some(({ from }) => from !== 'url') ? 'both' : 'against' };
}

/** Where nothing else gives a title, the first words that the person selected do. */
function withSelection(agreed: Agreed, selected: string): Agreed {
  if (agreed.check !== 'no-title' || selected === '') return agreed;
  return { title: cut(selected, 120), check: 'one-witness' };
}

function titleWitnesses({ identity }: Sight, witnesses: TitleWitness[]): Draft['witnesses'] {
  const named = {
    field: 'identity',
    from: 'url',
    value: cut(identity.label ?? identity.nativeId, LIMITS.title),
  };
  const titles = witnesses.map(({ from, title }) => ({
    field: 'title',
    from,
    value: cut(title, LIMITS.title),
  }));
  return [named, ...titles.slice(0, LIMITS.witnesses - 10)];
}

/** What can be said of a page that could not be read at all. */
function bareDraft(url: URL): Draft {
  const identity: Identity = { kind: 'page', scope: '', nativeId: url.pathname || '/', url: url.href };
  const source = sourceOf(WEB, url, identity);
  return {
    title: readable(url),
    url: cut(url.href, LIMITS.url),
    source,
    page: 'other',
    check: 'no-title',
    witnesses: [],
  };
}

/**
 * The draft of a link, from its address and text alone. Undefined for what is no http(s) address. `on` is the
 * page that the link stands on: a self-hosted tool's page knows the tool's other addresses.
 */
export function recogniseLink(
  href: string,
  text: string,
  on?: { document: Document; url: string },
): Draft | undefined {
  const url = URL.parse(href, on?.url);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const from = on && URL.parse(on.url);
  const page = from?.host === url.host ? pageAt(createPage(from, on?.document), url) : unopened(url);
  const tool = toolFor(page);
  const known = tool && identityFor(tool, page);
  const identity = known ?? identifyAnyPage(unopened(url), 'page');
  const words = tidy(text.slice(0, LIMITS.title * 4));
  const isReal = isRealTitle(words);
  const title = isReal ? words : (identity.label ?? readable(withoutTracking(url)));
  const isSure = isReal && known !== undefined && /\S\s+\S+\s+\S/.test(words);
  return {
    title: cut(title, LIMITS.title),
    url: cut(identity.url, LIMITS.url),
    source: sourceOf(known && tool ? tool.product : WEB, url, identity),
    page: known ? 'item' : 'other',
    ...(!isSure && { check: 'one-witness' as const }),
    witnesses: isReal ? [{ field: 'title', from: 'link', value: cut(words, LIMITS.title) }] : [],
  };
}

/** The key of the item that an address names, by the address alone; undefined on self-hosted tools and where it is no item. */
export function identityOf(url: string | URL): SourceKey | undefined {
  const address = URL.parse(String(url));
  if (!address) return undefined;
  const page = unopened(address);
  const tool = toolFor(page);
  const identity = tool && identityFor(tool, page);
  return tool && identity && sourceOf(tool.product, address, identity).key;
}

/** Addresses of known tools in the form of Chromium's declarativeContent (`pageUrl` of PageStateMatcher; RE2). */
export const knownPages = (): KnownPage[] =>
  TOOLS.flatMap(
    ({ known, description }) => known ?? knownPagesOf(description?.hosts ?? [], description?.items ?? []),
  );

export { isStale } from './agreement';
export type { Previous } from './agreement';
export type { KnownPage } from './recogniser';
