import type { Draft } from '@/utils/model/draft';
import type { SourceKey } from '@/utils/model/ids';
import { cut, LIMITS } from '@/utils/model/limits';
import { readable, sourceOf, withoutTracking } from './addresses';
import { assemble, type Options } from './assemble';
import { attempt } from './attempt';
import { readProject } from './fields';
import { identifyAnyPage, sharePath, WEB } from './generic';
import { createPage, type Page, type Reach } from './page';
import type { Identity, Recogniser } from './recogniser';
import { isBeside, isListPage, readList, type ListReading } from './list-rows';
import { readThings } from './structured-data';
import { isRealTitle, tidy, withoutMarks } from './title-text';
import { createToolLookup, identityFor, keyFor, pageAt, toolFor, unopened, type Lookup } from './tools';
import type { LeadsTo, Sight } from './witnesses';

/** The draft of a page, whatever the person has selected on it: see `recognise`. */
export function recognisePage(document: Document, url: string | URL, options: Options = {}): Draft {
  const address = URL.parse(String(url)) ?? new URL('about:blank');
  return attempt(() => draftOf(address, document, options)) ?? bareDraft(address);
}

function draftOf(address: URL, document: Document, options: Options): Draft {
  const lookup = createToolLookup(options.without);
  const on = { address, document, lookup };
  const page = reachedBy(toolFor(createPage(address, document), options.without), on);
  const { tool } = page;
  const list = (of: Page) => readList(of, tool, page.lookup);
  const identity = tool && identityFor(tool, page);
  if (tool && identity) {
    const read = list(page);
    const draft = itemDraft(page, tool, identity, options);
    return isBeside(read, tool.product, draft.source.key) ? withList(draft, read) : draft;
  }
  const framed = itemInFrame(page, options);
  if (!framed) return listOrOther(page, list(page), options);
  const around = list(createPage(address, document, { ...page.reach, without: framed.document }));
  return isListPage(around, false) ? withList(framed.draft, around) : framed.draft;
}

type Place = { address: URL; document: Document; lookup: Lookup };
type Reached = Page & { tool: Recogniser | undefined; reach: Reach; lookup: Lookup };

/** The page as far as its tool has to be looked into. */
function reachedBy(tool: Recogniser | undefined, { address, document, lookup }: Place): Reached {
  const reach = { isDeep: tool?.description?.deep };
  return { ...createPage(address, document, reach), tool, reach, lookup };
}

/** Where the page's own address names no item: the item that its largest frame's address names. */
function itemInFrame(page: Reached, options: Options): { draft: Draft; document: Document } | undefined {
  for (const { url, document } of page.frames()) {
    if (url === page.url) continue; // Written by a script: it has no address of its own.
    const tool = toolFor(createPage(url, document), options.without) ?? page.tool;
    const inner = reachedBy(tool, { address: url, document, lookup: page.lookup });
    const identity = tool && identityFor(tool, inner);
    if (tool && identity) return { draft: itemDraft(inner, tool, identity, options), document };
  }
  return undefined;
}

function itemDraft(page: Reached, tool: Recogniser, identity: Identity, options: Options): Draft {
  const here = keyFor(tool, page, identity);
  const leadsTo: LeadsTo = (to) => {
    const other = identityFor(tool, pageAt(page, to));
    if (!other) return 'nowhere';
    return keyFor(tool, { url: to }, other) === here ? 'here' : 'elsewhere';
  };
  const sight: Sight = { page, tool, identity, leadsTo, things: readThings(page), lookup: page.lookup };
  return assemble(sight, sourceOf(tool.product, page.url, identity), 'item', options);
}

function listOrOther(page: Reached, list: ListReading, options: Options): Draft {
  const { tool, lookup } = page;
  const listName =
    tool?.readTitle && attempt(() => tool.readTitle?.(withoutMarks(page.title), page, undefined));
  const isList = isListPage(list, listName !== undefined);
  const identity = identifyAnyPage(page, isList ? 'list' : 'page');
  const leadsTo: LeadsTo = (to) => (sharePath(to, page.url) ? 'here' : 'elsewhere');
  const sight: Sight = { page, identity, leadsTo, things: readThings(page), lookup };
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
