import type { Locator } from '@/utils/model/lesson';
import { LOCATOR_ATTRIBUTES } from '@/utils/model/lesson-names';
import { LIMITS } from '@/utils/model/limits';
import { attributeOf, call, closestOf, ownTextOf, parentOf, textMember, textOf } from './dom-reading';
import { fieldValueOf, isReadable } from './field-value';
import {
  before,
  createLocate,
  HEADINGS,
  labelText,
  nameOf,
  selectorOfRole,
  textsBehind,
  type Found,
} from './locate';
import type { Page } from './page';
import { comparable } from './title-text';

/** Values that a program made up anew for each page or item: long numbers, digests, counters of frameworks. */
const MADE_UP = /\d{3,}|[\da-f]{8,}|^(?::r|react|ember|radix|headlessui|mui-|ext-gen)/i;
/** How far around the element an attribute may stand, if it still holds nothing else. */
const CLIMB = 3;

/**
 * Locators for the field that an element is: each finds it again on this page. None for what must not be read, and
 * for what says nothing or too much to be a field.
 */
export function buildLocators(page: Page, element: Element): { locators: Locator[]; value: string } {
  const value = isReadable(element) ? fieldValueOf(page, element) : undefined;
  if (value === undefined) return { locators: [], value: '' };
  const locate = createLocate(page);
  const isIt = (found: Found | undefined) =>
    found !== undefined && comparable(found.value) === comparable(value);
  const fits = (locator: Locator) => isIt(locate(locator));
  const around = sameAround(page, element, value);
  const locators = [
    ...labels(page, element).filter(fits).slice(0, 2),
    ...around
      .flatMap((each) => attributes(each, value))
      .filter(fits)
      .slice(0, 4),
    ...roles(page, element, value).filter(fits).slice(0, 1),
    ...headings(page, element).filter(fits).slice(0, 1),
  ];
  return { locators: locators.slice(0, LIMITS.locators), value };
}

/** The element, and those around it that say nothing but what it says. */
function sameAround(page: Page, element: Element, value: string): Element[] {
  const around = [element];
  let at = parentOf(element);
  for (let step = 0; at && step < CLIMB && fieldValueOf(page, at) === value; step += 1) {
    around.push(at);
    at = parentOf(at);
  }
  return around;
}

const isStable = (text: string, value: string): boolean =>
  text !== '' && text.length <= 120 && !MADE_UP.test(text) && !comparable(text).includes(comparable(value));

function attributes(element: Element, value: string): Locator[] {
  const tag = textMember(element, 'localName');
  // Hooks for tests live longest, then ids; the order of the model is by kind.
  const order = [...LOCATOR_ATTRIBUTES].toSorted(
    (a, b) => Number(b.startsWith('data-')) - Number(a.startsWith('data-')),
  );
  return order.flatMap((name): Locator[] => {
    const said = attributeOf(element, name)?.trim() ?? '';
    if (!isStable(said, value)) return [];
    return [{ by: 'attribute', name, value: said, ...(/^[a-z][a-z0-9-]{0,60}$/.test(tag) && { tag }) }];
  });
}

/** Short texts before the element that may be its label, the nearest first. */
function labels(page: Page, element: Element): Locator[] {
  const texts: (string | undefined)[] = [];
  const name = nameOf(page, element);
  const id = attributeOf(element, 'id');
  const own = id
    ? page.all('label', undefined, 200).find((each) => attributeOf(each, 'for') === id)
    : undefined;
  const wrapping = closestOf(element, 'label');
  texts.push(own && textOf(own), wrapping && ownTextOf(wrapping), name);
  let at: Element | undefined = element;
  for (let step = 0; at && step <= CLIMB; step += 1) {
    texts.push(...before(at).slice(0, 1).map(textOf));
    at = parentOf(at);
  }
  const words = texts
    .map((text) => labelText(text ?? ''))
    .filter((text) => /\p{L}/u.test(text) && text.length <= 60);
  return [...new Set(words)].map((text) => ({ by: 'label', text }));
}

function roles(page: Page, element: Element, value: string): Locator[] {
  const tag = textMember(element, 'localName');
  const implied = /^h[1-6]$/.test(tag) ? 'heading' : { a: 'link', time: 'time', select: 'combobox' }[tag];
  const role = attributeOf(element, 'role')?.trim().toLowerCase() ?? implied;
  if (role === undefined || !/^[a-z][a-z0-9-]{0,60}$/.test(role)) return [];
  const said = nameOf(page, element);
  const name = said !== undefined && isStable(said, value) ? said : undefined;
  const same = page
    .all(selectorOfRole(role), undefined, 400)
    .filter((each) => name === undefined || comparable(nameOf(page, each) ?? '') === comparable(name));
  const place = same.indexOf(element);
  return place < 0 || place > 20 ? [] : [{ by: 'role', role, ...(name !== undefined && { name }), place }];
}

/** The last heading before the element, and how many texts stand between. */
function headings(page: Page, element: Element): Locator[] {
  const FOLLOWS = 4;
  const heading = page.all(HEADINGS, undefined, 200).findLast(
    (each) =>
      // The method gives a mask of bits.
      (Number(call(each, 'compareDocumentPosition', element)) & FOLLOWS) !== 0 &&
      call(each, 'contains', element) !== true,
  );
  const text = heading && textOf(heading);
  if (!heading || text === undefined || text.length > 120) return [];
  const place = textsBehind(heading).findIndex(
    (each) => each === element || call(element, 'contains', each) === true,
  );
  return place < 0 || place > 20 ? [] : [{ by: 'heading', text, place }];
}
