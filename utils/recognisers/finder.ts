import { call, isObject, listed, member, textMember } from './dom-reading';

/** Gives at most `limit` elements that match, below `within` or anywhere. */
export type Find = (selector: string, within: Element | undefined, limit: number) => Element[];

/** Above this many elements a page is read in part. */
const LARGE = 50_000;
/** Of such a page only the first ones are looked at: wrapping a node for a script costs about a microsecond. */
const FIRST = 20_000;
/** Of a large page, so many elements of each tag that recognisers ask for, and so many others that carry attributes. */
const PER_TAG = 300;
const LINKS = 2_000;
const OTHERS = 1_500;
const TAGS = new Set([
  'h1',
  'h2',
  'h3',
  'a',
  'meta',
  'link',
  'script',
  'input',
  'time',
  'tr',
  'li',
  'main',
  'article',
  'body',
]);

/**
 * Finds by selector: in the whole document, or, where that is too large, among the telling ones of its first
 * 20,000 elements, so that no page can make reading slow.
 */
export function createFinder(document: Document | undefined): Find {
  let telling: Element[] | undefined;
  let everything: unknown;

  const isLarge = (): boolean => {
    everything ??= document && call(document, 'getElementsByTagName', '*');
    return isObject(everything) && Number(member(everything, 'length') ?? 0) > LARGE;
  };
  const walk: Find = (selector, within, limit) => {
    telling ??= tellingOf(listed<Element>(everything, FIRST));
    const found: Element[] = [];
    for (const element of telling) {
      if (found.length >= limit) break;
      if (call(element, 'matches', selector) !== true) continue;
      if (!within || call(within, 'contains', element) === true) found.push(element);
    }
    return found;
  };

  let walks: boolean | undefined;
  return (selector, within, limit) => {
    if (!document) return [];
    walks ??= isLarge();
    if (walks) return walk(selector, within, limit);
    if (limit === 1) {
      const first = call(within ?? document, 'querySelector', selector);
      return isObject(first) ? [first as Element] : [];
    }
    return listed<Element>(call(within ?? document, 'querySelectorAll', selector), limit);
  };
}

function tellingOf(elements: Element[]): Element[] {
  const left = new Map<string, number>();
  return elements.filter((element) => {
    const tag = textMember(element, 'localName');
    const isAsked = TAGS.has(tag);
    if (!isAsked && call(element, 'hasAttributes') !== true) return false;
    const name = isAsked ? tag : '';
    const count = left.get(name) ?? (name === 'a' ? LINKS : isAsked ? PER_TAG : OTHERS);
    left.set(name, count - 1);
    return count > 0;
  });
}
