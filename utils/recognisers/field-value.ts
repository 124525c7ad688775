import { attributeOf, closestOf, textMember, textOf, valueOf } from './dom-reading';
import type { Page } from './page';
import { tidy } from './title-text';

/** A field is short, in characters; what is longer is a part of the page. */
const LENGTH = 200;
/** Inputs whose value a person can see and would call a field. A password or a hidden one is never read. */
const SHOWN = /^(?:|text|search|date|datetime-local|month|week|time|number|email|url|tel)$/;
/** Cards, codes and passwords, whatever their input's type. */
const SECRET = /\bcc-|one-time-code|password/i;
const CONTROL = 'input, select, textarea';

/** May this element be read as a field? Passwords, hidden inputs, cards and codes never are. */
export function isReadable(element: Element): boolean {
  if (SECRET.test(attributeOf(element, 'autocomplete') ?? '')) return false;
  if (!is(element, 'input')) return true;
  return SHOWN.test((attributeOf(element, 'type') ?? '').toLowerCase());
}

/** What a field says: a control's value, a time's day, else the text in it; undefined where it is empty, long or secret. */
export function fieldValueOf(page: Page, element: Element): string | undefined {
  const control = is(element, CONTROL) ? element : undefined;
  const value = control ? controlValue(page, control) : (textIn(element) ?? innerValue(page, element));
  return value === undefined || value.length > LENGTH ? undefined : value;
}

/** The day that a field's own element states beside its words. */
export const statedDay = (page: Page, element: Element): string | undefined =>
  attributeOf(element, 'datetime') ?? page.attribute('time', 'datetime', element);

const is = (element: Element, selector: string): boolean => closestOf(element, selector) === element;

function controlValue(page: Page, control: Element): string | undefined {
  if (!isReadable(control)) return undefined;
  if (!is(control, 'select')) return valueOf(control);
  const chosen = page
    .all('option', control)
    .find((option) => textMember(option, 'value') === textMember(control, 'value'));
  return chosen && textOf(chosen);
}

/** Text in an element; of a select's options and the like there is none to read. */
function textIn(element: Element): string | undefined {
  const raw = textMember(element, 'textContent');
  return raw.length > LENGTH * 20 ? undefined : tidy(raw) || undefined;
}

function innerValue(page: Page, element: Element): string | undefined {
  const control = page.all(CONTROL, element, 1)[0];
  if (control) return controlValue(page, control);
  return page.attribute('img[alt]', 'alt', element);
}
