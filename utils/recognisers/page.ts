import { attributeOf, member, textMember, textOf } from './dom-reading';
import { createFinder } from './finder';
import { framesOf, type Frame } from './frames';
import { tidy } from './title-text';

/**
 * A page, read safely: never written, never more than the caps below, and past what the page put in the way.
 */
export type Page = {
  url: URL;
  /** Documents of its same-origin frames, the largest first: they are read with it. */
  frames(): Frame[];
  /** The address of the frame that an element stands in; undefined in the page itself. */
  frameAround(element: Element): URL | undefined;
  /** `document.title` as the browser gives it, unclean, at most 4,000 characters. */
  title: string;
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
const CANDIDATES = 50;
const SCRIPTS = 20;
const SCRIPT_LENGTH = 128_000;
/** Answers that are remembered: a list's page is asked the same for each of its links. */
const REMEMBERED = 500;

/** A page is read within one moment, in which its answers do not change. */
function remembered<T>(known: Map<string, T>, key: string, ask: () => T): T {
  // The map holds only what `ask` gave for this key.
  if (known.has(key)) return known.get(key) as T;
  const answer = ask();
  if (known.size < REMEMBERED) known.set(key, answer);
  return answer;
}

function readScripts(find: (selector: string) => Element[], pattern: RegExp): string | undefined {
  for (const element of find('script:not([src])')) {
    const found = pattern.exec(textMember(element, 'textContent').slice(0, SCRIPT_LENGTH));
    if (found?.[1] !== undefined) return found[1];
  }
  return undefined;
}

/** How far a page is looked into. */
export type Reach = {
  /** Are open shadow trees read too? */
  isDeep?: boolean | undefined;
  /** A frame's document that is passed over: it is read as a page of its own. */
  without?: Document | undefined;
};

/** The page behind a document; without a document (a link, unopened) only the address answers. */
export function createPage(url: URL, document?: Document, { isDeep = false, without }: Reach = {}): Page {
  let framed: Frame[] | undefined;
  const frames = (): Frame[] =>
    (framed ??= document
      ? framesOf(document, url, isDeep).filter((frame) => frame.document !== without)
      : []);
  const find = createFinder(document, { frames: () => frames().map((frame) => frame.document), isDeep });
  const found = new Map<string, Element[]>();
  const all = (selector: string, within?: Element, limit = CANDIDATES) =>
    within
      ? find(selector, within, limit)
      : remembered(found, `${limit} ${selector}`, () => find(selector, undefined, limit));
  const scripts = new Map<string, string | undefined>();
  const metas = new Map<string, string | undefined>();
  const attribute = (selector: string, name: string, within?: Element) =>
    all(selector, within)
      .map((element) => tidy(attributeOf(element, name) ?? ''))
      .find((value) => value !== '');
  const readMeta = (name: string) => attribute(`meta[name="${name}"], meta[property="${name}"]`, 'content');
  return {
    url,
    frames,
    frameAround: (element) =>
      frames().find((frame) => frame.document === member(element, 'ownerDocument'))?.url,
    title: document ? textMember(document, 'title').slice(0, TITLE_LENGTH) : '',
    one: (selector, within) => all(selector, within, 1)[0],
    all,
    text: (selector, within) =>
      all(selector, within)
        .map(textOf)
        .find((text) => text !== undefined),
    attribute,
    meta: (name) => remembered(metas, name, () => readMeta(name)),
    script: (pattern) =>
      remembered(scripts, String(pattern), () =>
        readScripts((selector) => all(selector, undefined, SCRIPTS), pattern),
      ),
  };
}
