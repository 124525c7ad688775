import type { Locator } from '@/utils/model/lesson';
import { LOCATOR_ATTRIBUTES } from '@/utils/model/lesson-names';
import {
  attributeOf,
  call,
  isObject,
  listed,
  member,
  ownTextOf,
  parentOf,
  textMember,
  textOf,
} from './dom-reading';
import { fieldValueOf } from './field-value';
import type { Page } from './page';
import { comparable } from './title-text';

/** Where a locator found a field, and what the field says. */
export type Found = { element: Element; value: string };

/** A locator that fits more elements than this fits anything. */
const MOST = 20;
/** Texts of a page that are looked at in search of a label or behind a heading. */
const TEXTS = 20_000;
const LABEL_LENGTH = 80;
const LABELS = 'dt, th, label, legend, [role="rowheader"], [role="term"]';
export const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
const SHOW_TEXT = 4;

/** Elements that have a role without saying so. */
const IMPLIED: Record<string, string> = {
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  button: 'button',
  textbox: 'input:not([type]), input[type="text"], textarea',
  combobox: 'select',
  listitem: 'li',
  list: 'ul, ol',
  cell: 'td',
  time: 'time',
};

/** The form in which labels are compared: without a colon or a star behind them. */
export const labelText = (text: string): string => comparable(text).replace(/[\s:：*]+$/u, '');

/** Finds fields in one page by what was taught; the page's labels are gathered once. */
export function createLocate(page: Page): (locator: Locator) => Found | undefined {
  let labels: Map<string, Element[]> | undefined;
  const found = (elements: readonly Element[]): Found | undefined => {
    if (elements.length > MOST) return undefined;
    for (const element of elements) {
      const value = fieldValueOf(page, element);
      if (value !== undefined) return { element, value };
    }
    return undefined;
  };
  return (locator) => {
    switch (locator.by) {
      case 'attribute':
        return found(byAttribute(page, locator));
      case 'role':
        return found(byRole(page, locator));
      case 'heading':
        return found(behindHeading(page, locator));
      case 'label': {
        labels ??= labelsOf(page);
        const named = labels.get(labelText(locator.text)) ?? [];
        if (named.length > MOST) return undefined;
        return named.map((label) => beside(page, label)).find((each) => each !== undefined);
      }
    }
  };
}

/** Safe inside a double-quoted attribute selector. */
const quoted = (text: string): string => text.replace(/["\\]/g, '\\$&').replace(/[\n\r\f]/g, ' ');

function byAttribute(page: Page, { name, value, tag }: Locator & { by: 'attribute' }): Element[] {
  // Lessons may come from a file: nothing but these names gets into a selector.
  if (!LOCATOR_ATTRIBUTES.includes(name) || (tag !== undefined && !/^[a-z][a-z0-9-]*$/i.test(tag))) return [];
  return page.all(`${tag ?? ''}[${name}="${quoted(value)}"]`, undefined, MOST + 1);
}

export const selectorOfRole = (role: string): string =>
  [IMPLIED[role], `[role="${quoted(role)}"]`].filter((each) => each !== undefined).join(', ');

/** What an element is called: by its own label, or by the element that labels it. */
export function nameOf(page: Page, element: Element): string | undefined {
  const by = attributeOf(element, 'aria-labelledby')?.split(/\s+/)[0];
  const label = by ? page.all(`[id="${quoted(by)}"]`, undefined, 1)[0] : undefined;
  return attributeOf(element, 'aria-label') ?? (label && textOf(label)) ?? attributeOf(element, 'title');
}

function byRole(page: Page, { role, name, place }: Locator & { by: 'role' }): Element[] {
  const all = page.all(selectorOfRole(role), undefined, name === undefined ? MOST + 1 : MOST * 20);
  const named =
    name === undefined
      ? all
      : all.filter((each) => comparable(nameOf(page, each) ?? '') === comparable(name));
  if (named.length > MOST) return [];
  return named.slice(place, place + 1);
}

function behindHeading(page: Page, { text, place }: Locator & { by: 'heading' }): Element[] {
  const named = page
    .all(HEADINGS, undefined, MOST * 10)
    .filter((heading) => comparable(textOf(heading) ?? '') === comparable(text));
  const [heading] = named;
  if (!heading || named.length > MOST) return [];
  return textsBehind(heading).slice(place, place + 1);
}

/** The elements that hold the first texts behind a heading, in order. */
export function textsBehind(heading: Element): Element[] {
  const document = member(heading, 'ownerDocument');
  const root = isObject(document) ? member(document, 'body') : undefined;
  const behind: Element[] = [];
  if (!isObject(document) || !isObject(root)) return behind;
  const walker = call(document, 'createTreeWalker', root, SHOW_TEXT);
  if (!isObject(walker)) return behind;
  // The walker starts at the heading: plain assignment is how it is told so.
  (walker as TreeWalker).currentNode = heading;
  for (let looks = 0; looks < TEXTS / 100 && behind.length <= MOST; looks += 1) {
    const node = call(walker, 'nextNode');
    if (!isObject(node)) break;
    const parent = parentOf(node);
    if (!parent || call(heading, 'contains', parent) === true || !/\S/.test(textMember(node, 'nodeValue')))
      continue;
    if (!behind.includes(parent)) behind.push(parent);
  }
  return behind;
}

/** Every short text of the page, and where it stands. */
function labelsOf(page: Page): Map<string, Element[]> {
  const labels = new Map<string, Element[]>();
  const add = (text: string, element: Element) => {
    const words = text.length > LABEL_LENGTH * 2 ? '' : labelText(text);
    const known = labels.get(words) ?? [];
    if (words !== '' && words.length <= LABEL_LENGTH && known.length <= MOST && !known.includes(element))
      labels.set(words, [...known, element]);
  };
  for (const label of page.all(LABELS, undefined, 500)) add(textOf(label) ?? '', label);
  const body = page.one('body');
  const document = body && member(body, 'ownerDocument');
  const walker = isObject(document) ? call(document, 'createTreeWalker', body, SHOW_TEXT) : undefined;
  for (let looks = 0; looks < TEXTS && isObject(walker); looks += 1) {
    const node = call(walker, 'nextNode');
    if (!isObject(node)) break;
    const parent = parentOf(node);
    if (parent) add(textMember(node, 'nodeValue'), parent);
  }
  return labels;
}

/** The field that a label names: by its own word, in its cell's neighbour, or what stands next to it. */
function beside(page: Page, label: Element): Found | undefined {
  const words = labelText(textOf(label) ?? '');
  const taken = (element: Element | undefined): Found | undefined => {
    const value = element && fieldValueOf(page, element);
    return element && value !== undefined && labelText(value) !== words ? { element, value } : undefined;
  };
  const byName = namedBy(page, label)
    .map(taken)
    .find((each) => each !== undefined);
  if (byName) return byName;
  let at: Element = label;
  for (let step = 0; step < 4; step += 1) {
    const next = member(at, 'nextElementSibling');
    const parent = parentOf(at);
    const own = parent && step === 0 ? ownTextOf(parent) : undefined;
    // "<p><b>Due:</b> 12 March</p>": the words stand beside the label, in no element of their own.
    if (parent && own !== undefined && labelText(own) !== words && own.length <= LABEL_LENGTH)
      return { element: parent, value: own };
    if (isObject(next)) {
      // What this member of an element gives is an element or null.
      return taken(next as Element);
    }
    if (!parent || labelText(textOf(parent) ?? '') !== words) return undefined;
    at = parent;
  }
  return undefined;
}

function namedBy(page: Page, label: Element): Element[] {
  const target = attributeOf(label, 'for');
  const id = attributeOf(label, 'id');
  return [
    ...(target ? page.all(`[id="${quoted(target)}"]`, undefined, 1) : []),
    ...page.all('input, select, textarea', label, 1),
    ...(id ? page.all(`[aria-labelledby~="${quoted(id)}"]`, undefined, 1) : []),
  ];
}

/** Elements before one, among its sisters, the nearest first. */
export function before(element: Element): Element[] {
  const parent = parentOf(element);
  const sisters = parent ? listed<Element>(member(parent, 'children'), 50) : [];
  return sisters.slice(0, Math.max(0, sisters.indexOf(element))).toReversed();
}
