import { attributeOf, closestOf, member, parentOf } from './dom-reading';
import type { Page } from './page';
import type { RowLink } from './row-links';

const HOLDS = '[role="grid"], [role="listbox"], [role="treegrid"], [role="tree"], [role="list"]';
/** How far around a list its scroller may lie. */
const CLIMB = 6;
/** A list whose scroller is this many times as high as its rows shows only some of them. */
const TIMES = 2;

/**
 * Does the list hold more than the rows in the page? By its own count, by a link to its next page, or because its
 * scroller is much higher than the rows that stand in it: then it shows only what is on the screen.
 */
export function isLongerThan(page: Page, links: readonly RowLink[]): boolean {
  const rows = [...new Set(links.map(({ row }) => row))];
  const [first] = rows;
  if (!first) return false;
  return (
    isCountedHigher(first, rows.length) ||
    page.one('link[rel~="next"], a[rel~="next"]') !== undefined ||
    isScrolled(first, rows.length)
  );
}

function isCountedHigher(row: Element, found: number): boolean {
  const around = closestOf(row, '[aria-rowcount]');
  const rowCount = around ? Number(attributeOf(around, 'aria-rowcount')) : 0;
  const sized = closestOf(row, '[aria-setsize]');
  const setSize = sized ? Number(attributeOf(sized, 'aria-setsize')) : 0;
  // −1 says that the tool does not know its length. A head may be counted as a row.
  return rowCount === -1 || setSize === -1 || rowCount > found + 1 || setSize > found;
}

const lengthOf = (element: Element, name: 'offsetHeight' | 'scrollHeight'): number =>
  Number(member(element, name) ?? 0);

function isScrolled(row: Element, found: number): boolean {
  const height = lengthOf(row, 'offsetHeight');
  let around = height > 0 ? closestOf(row, HOLDS) : undefined;
  for (let step = 0; around && step < CLIMB; step += 1) {
    if (isPage(around)) return false;
    if (lengthOf(around, 'scrollHeight') > TIMES * height * (found + 1)) return true;
    around = parentOf(around);
  }
  return false;
}

/** The page itself is mostly higher than a list on it. */
const isPage = (element: Element): boolean => closestOf(element, 'body, main') === element;
