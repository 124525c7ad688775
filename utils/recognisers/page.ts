import { tidy } from './title-text';

/**
 * A page, read safely: never written, never more than the caps below, and past what the page put in the way.
 * A form in the page can shadow the document's and its own members (`<img name=title>`,
 * `<input name=getAttribute>`), so every member is looked up on the prototypes.
 */
export type Page = {
  url: URL;
  /** `document.title` as the browser gives it, unclean, at most 4,000 characters. */
  title: string;
  /** The language the page says it is in, "" when it does not. */
  language: string;
  /** The first element that matches, in document order. */
  one(selector: string, within?: Element): Element | undefined;
  /** At most `limit` (50) elements that match. */
  all(selector: string, within?: Element, limit?: number): Element[];
  /** The tidy text of the first match that has one. */
  text(selector: string, within?: Element): string | undefined;
  /** The attribute of the first match that has it, not empty. */
  attribute(selector: string, name: string, within?: Element): string | undefined;
  /** `<meta name=… | property=…>`. */
  meta(name: string): string | undefined;
  /** The first group of the first match in the page's inline scripts; only text is read, nothing runs. */
  script(pattern: RegExp): string | undefined;
};

const TITLE_LENGTH = 4_000;
const TEXT_LENGTH = 2_000;
const CANDIDATES = 50;
/** Above this many elements a page is read in part: only the first ones, and a bounded number of looks at them. */
const ELEMENTS = 50_000;
const LOOKS = 400_000;
const SCRIPTS = 20;
const SCRIPT_LENGTH = 128_000;

/** A member as the prototypes define it, past own and named properties that a page may have put over it. */
function member(object: object, name: string): unknown {
  let prototype: unknown = Object.getPrototypeOf(object);
  while (typeof prototype === 'object' && prototype !== null) {
    const found = Object.getOwnPropertyDescriptor(prototype, name);
    if (found) return found.get ? (found.get.call(object) as unknown) : (found.value as unknown);
    prototype = Object.getPrototypeOf(prototype);
  }
  return undefined;
}

function call(object: object, name: string, ...given: unknown[]): unknown {
  const method = member(object, name);
  return typeof method === 'function' ? (Reflect.apply(method, object, given) as unknown) : undefined;
}

const textMember = (object: object, name: string): string => {
  const value = member(object, name);
  return typeof value === 'string' ? value : '';
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The first entries of a NodeList or HTMLCollection; anything else gives none. */
function listed<T>(list: unknown, limit: number): T[] {
  if (!isObject(list)) return [];
  const length = Number(member(list, 'length') ?? 0);
  const found: T[] = [];
  // A list that a DOM method gave holds nodes of the type that the method promises.
  for (let index = 0; index < Math.min(length, limit); index++) found.push((list as T[])[index] as T);
  return found;
}

/** The attribute's value, undefined when absent. */
export function attributeOf(element: Element, name: string): string | undefined {
  const value = call(element, 'getAttribute', name);
  return typeof value === 'string' ? value : undefined;
}

/** All text inside as it is, undefined when it is longer than `limit`. */
export function rawTextOf(element: Element, limit: number): string | undefined {
  const text = textMember(element, 'textContent');
  return text.length > limit ? undefined : text;
}

/** All text inside, tidy, at most 2,000 characters; undefined when there is none. */
export const textOf = (element: Element): string | undefined =>
  tidy(textMember(element, 'textContent').slice(0, TEXT_LENGTH * 4)).slice(0, TEXT_LENGTH) || undefined;

/** Only the text that stands directly in the element, without its child elements (hidden labels, buttons). */
export function ownTextOf(element: Element): string | undefined {
  const texts = listed<Node>(member(element, 'childNodes'), 200)
    .filter((node) => member(node, 'nodeType') === 3)
    .map((node) => textMember(node, 'textContent').slice(0, TEXT_LENGTH));
  return tidy(texts.join(' ')).slice(0, TEXT_LENGTH) || undefined;
}

/** A form control's present value, tidy. */
export const valueOf = (element: Element): string | undefined =>
  tidy(textMember(element, 'value').slice(0, TEXT_LENGTH)) || undefined;

/** The element's name in lower case: "a", "h1". */
export const tagOf = (element: Element): string => textMember(element, 'localName').toLowerCase();

/** The element around this one. */
export function parentOf(element: Element): Element | undefined {
  const parent = member(element, 'parentElement');
  return isObject(parent) ? (parent as Element) : undefined;
}

/** The nearest element, this one included, that matches. */
export function closestOf(element: Element, selector: string): Element | undefined {
  const found = call(element, 'closest', selector);
  return isObject(found) ? (found as Element) : undefined;
}

/** The link's full address, undefined when it has none or it is no http(s) address. */
export function linkOf(element: Element, page: Pick<Page, 'url'>): URL | undefined {
  const href = attributeOf(element, 'href')?.trim();
  if (!href || href.length > 4_096 || href.startsWith('#')) return undefined;
  const url = URL.parse(href, page.url);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** Gives the elements below `root` that match, at most `limit`; looks at a bounded part of a page that is too large. */
function createFinder(document: Document | undefined) {
  let first: Element[] | undefined;
  let looksLeft = LOOKS;
  let isLarge: boolean | undefined;

  const firstElements = (): Element[] =>
    (first ??= listed(call(document ?? {}, 'getElementsByTagName', '*'), ELEMENTS));
  const walk = (selector: string, within: Element | undefined, limit: number): Element[] => {
    const found: Element[] = [];
    for (const element of firstElements()) {
      if (found.length >= limit || looksLeft-- <= 0) break;
      if (call(element, 'matches', selector) !== true) continue;
      if (!within || call(within, 'contains', element) === true) found.push(element);
    }
    return found;
  };

  return (selector: string, within: Element | undefined, limit: number): Element[] => {
    if (!document) return [];
    const everything = isLarge === undefined ? call(document, 'getElementsByTagName', '*') : undefined;
    isLarge ??= isObject(everything) && Number(member(everything, 'length') ?? 0) > ELEMENTS;
    if (isLarge) return walk(selector, within, limit);
    return listed<Element>(call(within ?? document, 'querySelectorAll', selector), limit);
  };
}

function readScripts(find: (selector: string) => Element[], pattern: RegExp): string | undefined {
  for (const element of find('script:not([src])')) {
    const found = pattern.exec(textMember(element, 'textContent').slice(0, SCRIPT_LENGTH));
    if (found?.[1] !== undefined) return found[1];
  }
  return undefined;
}

/** The page behind a document; without a document (a link, unopened) only the address answers. */
export function createPage(url: URL, document?: Document): Page {
  const find = createFinder(document);
  const all = (selector: string, within?: Element, limit = CANDIDATES) => find(selector, within, limit);
  const metas = new Map<string, string | undefined>();
  const attribute = (selector: string, name: string, within?: Element) =>
    all(selector, within)
      .map((element) => tidy(attributeOf(element, name) ?? ''))
      .find((value) => value !== '');
  const readMeta = (name: string) => attribute(`meta[name="${name}"], meta[property="${name}"]`, 'content');
  const root = document && member(document, 'documentElement');
  return {
    url,
    title: document ? textMember(document, 'title').slice(0, TITLE_LENGTH) : '',
    language: isObject(root) ? (attributeOf(root as Element, 'lang') ?? '') : '',
    one: (selector, within) => all(selector, within, 1)[0],
    all,
    text: (selector, within) =>
      all(selector, within)
        .map(textOf)
        .find((text) => text !== undefined),
    attribute,
    meta(name) {
      if (!metas.has(name)) metas.set(name, readMeta(name));
      return metas.get(name);
    },
    script: (pattern) => readScripts((selector) => all(selector, undefined, SCRIPTS), pattern),
  };
}
