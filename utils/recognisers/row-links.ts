import { LIMITS } from '@/utils/model/limits';
import { attributeOf, closestOf, linkOf, ownTextOf, parentOf, textMember } from './dom-reading';
import type { Page } from './page';
import type { Identity, Recogniser } from './recogniser';
import { identityFor, keyFor, pageAt, unopened, type Lookup } from './tools';

/** Links that are looked at; a page may hold a hundred thousand. */
export const LINKS = 2_000;
/** Items after which no more links are followed: more than a list's rows, for some are no rows. */
const ENOUGH = LIMITS.rows * 2;
/** How far around a link its row may lie. */
const CLIMB = 8;
/** How many of an element's sisters are compared. */
const SISTERS = 50;

/** A link that leads to an item, with the element around it that repeats for each of them. */
export type RowLink = { key: string; tool: Recogniser; identity: Identity; link: Element; row: Element };

/** What names a row in itself. */
const ROW =
  'tr, li, article, [role="row"], [role="listitem"], [role="option"], [role="treeitem"], [role="article"]';
/** Menus, marginal columns and the page's own head and foot hold links to items, and are no list of them. */
const AROUND =
  'nav, footer, aside, header, [role="navigation"], [role="banner"], [role="contentinfo"], [role="menu"], [role="menubar"], [role="complementary"]';
const WITHIN_ROW = 'article, li, tr, [role="listitem"], [role="row"], [role="option"]';

/**
 * The links of a page that lead to items of its own tool, or of a tool that its host tells, and stand in something
 * that repeats. Menus and the like are passed over.
 */
export function findRowLinks(page: Page, tool: Recogniser | undefined, lookup: Lookup): RowLink[] {
  const keys = new Set<string>();
  const led = page.all('a[href]', undefined, LINKS).flatMap((link): Led[] => {
    if (keys.size > ENOUGH) return [];
    const url = linkOf(link, page);
    const known = url && identityAt(url, page, tool, lookup);
    if (!known || isAround(link)) return [];
    keys.add(known.key);
    return [{ ...known, link }];
  });
  const siblings = findSiblings(led.filter(({ link }) => !closestOf(link, ROW)));
  const links = led.flatMap((each) => {
    const row = rowAround(each, siblings);
    return row && !isProse(each.link, row) ? [{ ...each, row }] : [];
  });
  return ofOneItemEach(links, tool);
}

/** A row of a tool's own table is one item's: what its naming cell, else its first link leads to. Others are beside it. */
function ofOneItemEach(links: RowLink[], own: Recogniser | undefined): RowLink[] {
  const named = new Map<Element, string>();
  const first = new Map<Element, string>();
  for (const { row, key, tool, link } of links) {
    if (tool !== own || closestOf(row, 'tr, [role="row"]') !== row) continue;
    if (!first.has(row)) first.set(row, key);
    if (!named.has(row) && closestOf(link, 'th, [role="rowheader"]')) named.set(row, key);
  }
  return links.filter(({ row, key }) => (named.get(row) ?? first.get(row) ?? key) === key);
}

type Led = Omit<RowLink, 'row'>;

/** The item that an address on a page leads to: of the page's own tool, or of one that the host tells. */
export function identityAt(
  url: URL,
  page: Page,
  own: Recogniser | undefined,
  lookup: Lookup,
): Omit<Led, 'link'> | undefined {
  const byHost = lookup(url);
  // A self-hosted tool is known by its page alone; its links are read with that page's fingerprint.
  const tool = byHost ?? (own && url.host === page.url.host ? own : undefined);
  const identity = tool && identityFor(tool, byHost ? unopened(url) : pageAt(page, url));
  return tool && identity && { tool, identity, key: keyFor(tool, { url }, identity) };
}

/** Does the link stand in a menu or the like? */
export function isAround(link: Element): boolean {
  const around = closestOf(link, AROUND);
  if (!around) return false;
  // The head of a card is no head of the page.
  const isHead = closestOf(around, 'header') === around && attributeOf(around, 'role') === undefined;
  return !isHead || closestOf(around, WITHIN_ROW) === undefined;
}

const rowAround = ({ tool, link }: Led, siblings: Map<Element, Element>): Element | undefined => {
  const told = tool.description?.row;
  return (
    (told === undefined ? undefined : closestOf(link, told)) ?? closestOf(link, ROW) ?? siblings.get(link)
  );
};

/** A link among a sentence's words. In a list's or table's own row anything may stand beside the link. */
function isProse(link: Element, row: Element): boolean {
  if (closestOf(row, 'li, tr, [role]') === row && attributeOf(row, 'role') !== 'article') return false;
  const parent = parentOf(link);
  return (
    closestOf(link, 'p') !== undefined || (parent !== undefined && /\p{L}{2}/u.test(ownTextOf(parent) ?? ''))
  );
}

/** Of links that stand in no row by name: the nearest element around each that has a sister with another item. */
function findSiblings(led: Led[]): Map<Element, Element> {
  const below = new Map<Element, Map<Element, string>>();
  const ways = led.map(({ link }) => ({ link, way: climb(link) }));
  ways.forEach(({ way }, place) => {
    for (const [child, parent] of way) {
      const children = below.get(parent) ?? new Map<Element, string>();
      below.set(parent, children.set(child, led[place]?.key ?? ''));
    }
  });
  return new Map(
    ways.flatMap(({ link, way }): [Element, Element][] => {
      const step = way.find(([child, parent]) => hasSister(child, below.get(parent)));
      return step ? [[link, step[0]]] : [];
    }),
  );
}

function climb(link: Element): [Element, Element][] {
  const way: [Element, Element][] = [];
  let child = link;
  for (let step = 0; step < CLIMB; step += 1) {
    const parent = parentOf(child);
    if (!parent) break;
    way.push([child, parent]);
    child = parent;
  }
  return way;
}

function hasSister(child: Element, children: Map<Element, string> | undefined): boolean {
  const own = children?.get(child);
  let looks = 0;
  for (const [other, key] of children ?? []) {
    looks += 1;
    if (looks > SISTERS) return false;
    if (other !== child && key !== own && tagOf(other) === tagOf(child)) return true;
  }
  return false;
}

const tagOf = (element: Element): string => textMember(element, 'localName');
