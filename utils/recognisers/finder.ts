import { call, isObject, listed, member, textMember } from './dom-reading';
import { isBelow, shadowRootsOf } from './shadow-roots';

/** Gives at most `limit` elements that match, below `within` or anywhere. */
export type Find = (selector: string, within: Element | undefined, limit: number) => Element[];

/** Above this many elements a page is read in part. */
const LARGE = 50_000;
/** Of such a page only the first ones are looked at: wrapping a node for a script costs about a microsecond. */
const FIRST = 20_000;
/** Of a large page, so many elements of each tag that recognisers ask for, and so many others that carry attributes. */
const PER_TAG = 300;
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

/** What a document says of itself alone; a frame's word is none about the page around it. */
const OWN_WORD = /^(?:meta|link|script)\b/;

/** Every link of a page. */
export const LINKS = 'a[href]';

/** Where a page's parts stand: its frames' documents, and its shadow trees where they are asked for. */
export type Places = { frames: () => readonly Document[]; isDeep: boolean };

/** Finds by selector in the whole page: its document first, then its frames, then its shadow trees. */
export function createFinder(document: Document | undefined, { frames, isDeep }: Places): Find {
  if (!document) return () => [];
  const inDocument = createDocumentFinder(document);
  let others: Map<Document, Find> | undefined;
  let roots: ShadowRoot[] | undefined;

  const inFrames = (): Map<Document, Find> =>
    (others ??= new Map(frames().map((each) => [each, createDocumentFinder(each)])));
  const inTrees: Find = (selector, within, limit) => {
    if (!isDeep || limit <= 0) return [];
    roots ??= [document, ...inFrames().keys()].flatMap(shadowRootsOf);
    const trees = within ? roots.filter((root) => isBelow(root, within)) : roots;
    const found: Element[] = [];
    for (const root of trees) {
      if (found.length >= limit) break;
      found.push(...listed<Element>(call(root, 'querySelectorAll', selector), limit - found.length));
    }
    return found;
  };

  return (selector, within, limit) => {
    const finders = within ? [finderOf(within, document, inDocument, inFrames)] : [inDocument];
    const found = finders.flatMap((find) => find(selector, within, limit));
    if (OWN_WORD.test(selector)) return found;
    if (!within && found.length < limit) {
      for (const find of inFrames().values()) found.push(...find(selector, undefined, limit - found.length));
    }
    return [...found, ...inTrees(selector, within, limit - found.length)];
  };
}

/** The finder of the document that an element stands in. */
function finderOf(
  within: Element,
  document: Document,
  inDocument: Find,
  inFrames: () => Map<Document, Find>,
): Find {
  const own = member(within, 'ownerDocument');
  if (own === document) return inDocument;
  // An element's document is one, and the map answers for any other with nothing.
  return inFrames().get(own as Document) ?? inDocument;
}

/**
 * Finds in one document: in all of it, or, where that is too large, among the telling ones of its first 20,000
 * elements, so that no page can make reading slow.
 */
function createDocumentFinder(document: Document): Find {
  let telling: Element[] | undefined;
  let everything: unknown;

  const isLarge = (): boolean => {
    everything ??= call(document, 'getElementsByTagName', '*');
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
    if (selector === LINKS && !within) return linksOf(document, limit);
    walks ??= isLarge();
    if (walks) return walk(selector, within, limit);
    if (limit === 1) {
      const first = call(within ?? document, 'querySelector', selector);
      // What the method gives is an element or null.
      return isObject(first) ? [first as Element] : [];
    }
    return listed<Element>(call(within ?? document, 'querySelectorAll', selector), limit);
  };
}

/** The first links: a live list, so that none is made of a hundred thousand. */
const linksOf = (document: Document, limit: number): Element[] =>
  listed<Element>(call(document, 'getElementsByTagName', 'a'), limit).filter(
    (link) => call(link, 'hasAttribute', 'href') === true,
  );

function tellingOf(elements: Element[]): Element[] {
  const left = new Map<string, number>();
  return elements.filter((element) => {
    const tag = textMember(element, 'localName');
    const isAsked = TAGS.has(tag);
    if (!isAsked && call(element, 'hasAttributes') !== true) return false;
    const name = isAsked ? tag : '';
    const count = left.get(name) ?? (isAsked ? PER_TAG : OTHERS);
    left.set(name, count - 1);
    return count > 0;
  });
}
