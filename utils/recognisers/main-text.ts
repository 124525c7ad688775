import { call, closestOf, isObject, member, parentOf, textMember } from './dom-reading';
import type { Page } from './page';

/** What is read of a page's text: characters, pieces, and frames beside the page itself. */
const CHARACTERS = 20_000;
const PIECES = 5_000;
const FRAMES = 3;
/** Where a page's own text stands, the most telling first: a mail's body, the main part, an article. */
const PLACES = [
  '#messagebody, [data-message-id] [dir], [role="document"]',
  'main, [role="main"]',
  'article, [role="article"]',
];
const SHOW_TEXT = 4;
/** Their text is none to read. */
const UNREAD = /^(?:script|style|template|noscript|textarea)$/;

/** A dialog with a heading is what is in front: the card that is open on a board. */
const FRONT = '[role="dialog"] :is(h1, h2, [role="heading"])';

/**
 * The elements that hold a page's own text, without menus and margins where the page tells them apart. `pane` is
 * what the tool has in front.
 */
export function mainParts(page: Page, pane?: string): Element[] {
  const open = pane === undefined ? undefined : page.one(pane);
  const heading = open ? undefined : page.one(FRONT);
  const front = open ?? (heading && closestOf(heading, '[role="dialog"]'));
  if (front) return [front];
  const place = PLACES.find((selector) => page.one(selector) !== undefined);
  if (place !== undefined) return page.all(place, undefined, 20);
  const body = page.one('body');
  const framed = page.frames().map(({ document }) => member(document, 'body'));
  // What this member of a document gives is an element or null.
  const bodies = framed.filter((each): each is Element => isObject(each)).slice(0, FRAMES);
  return body ? [body, ...bodies] : bodies;
}

/** The text in the elements, their pieces parted by a space, at most 20,000 characters. */
export function textWithin(elements: readonly Element[]): string {
  const texts: string[] = [];
  let left = CHARACTERS;
  let looks = PIECES;
  const seen: Element[] = [];
  for (const element of elements) {
    if (seen.some((other) => call(other, 'contains', element) === true)) continue;
    seen.push(element);
    const owner = member(element, 'ownerDocument');
    const walker = isObject(owner) ? call(owner, 'createTreeWalker', element, SHOW_TEXT) : undefined;
    while (isObject(walker) && left > 0 && looks > 0) {
      looks -= 1;
      const node = call(walker, 'nextNode');
      if (!isObject(node)) break;
      const text = isRead(node) ? textMember(node, 'nodeValue').slice(0, left) : '';
      left -= text.length;
      texts.push(text);
    }
  }
  return texts.join(' ');
}

function isRead(node: object): boolean {
  const parent = parentOf(node);
  return parent !== undefined && !UNREAD.test(textMember(parent, 'localName'));
}
