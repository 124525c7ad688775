import { isRoute } from './address-text';
import { tidy } from './title-text';

/**
 * Reading elements past what the page put in the way: a form can shadow the document's and its own members
 * (`<img name=title>`, `<input name=getAttribute>`), so every member is looked up on the prototypes.
 */

const TEXT_LENGTH = 2_000;

/** A member as the prototypes define it, past own and named properties that a page may have put over it. */
export function member(object: object, name: string): unknown {
  const found = describe(Object.getPrototypeOf(object), name);
  if (!found) return undefined;
  return found.get ? (found.get.call(object) as unknown) : (found.value as unknown);
}

const known = new WeakMap<object, Map<string, PropertyDescriptor | undefined>>();

/** Where a chain of prototypes defines the member. Remembered: a large page asks a hundred thousand times. */
function describe(prototype: unknown, name: string): PropertyDescriptor | undefined {
  if (!isObject(prototype)) return undefined;
  const members = known.get(prototype) ?? new Map<string, PropertyDescriptor | undefined>();
  if (members.has(name)) return members.get(name);
  const found =
    Object.getOwnPropertyDescriptor(prototype, name) ?? describe(Object.getPrototypeOf(prototype), name);
  known.set(prototype, members.set(name, found));
  return found;
}

/** Calls the method that the prototypes define; undefined where there is none. */
export function call(object: object, name: string, ...given: unknown[]): unknown {
  const method = member(object, name);
  return typeof method === 'function' ? (Reflect.apply(method, object, given) as unknown) : undefined;
}

/** A member that is text, else "". */
export const textMember = (object: object, name: string): string => {
  const value = member(object, name);
  return typeof value === 'string' ? value : '';
};

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The first entries of a NodeList or HTMLCollection; anything else gives none. */
export function listed<T>(list: unknown, limit: number): T[] {
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

/** The element around this element or text. */
export function parentOf(element: object): Element | undefined {
  const parent = member(element, 'parentElement');
  return isObject(parent) ? (parent as Element) : undefined;
}

/** The nearest element, this one included, that matches. */
export function closestOf(element: Element, selector: string): Element | undefined {
  const found = call(element, 'closest', selector);
  return isObject(found) ? (found as Element) : undefined;
}

type Place = { url: URL; frameAround?: (element: Element) => URL | undefined };

/** The link's full address, undefined when it has none or it is no http(s) address. */
export function linkOf(element: Element, page: Place): URL | undefined {
  const href = attributeOf(element, 'href')?.trim();
  if (!href || href.length > 4_096 || (href.startsWith('#') && !isRoute(href))) return undefined;
  const url = URL.parse(href, page.frameAround?.(element) ?? page.url);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}
