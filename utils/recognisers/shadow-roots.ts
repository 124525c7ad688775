import { call, isObject, listed, member } from './dom-reading';

/** Elements that are asked for their shadow tree, and trees that are read. */
const ELEMENTS = 20_000;
const ROOTS = 2_000;

/** The open shadow trees of a document, outer ones before those in them. Closed ones stay closed. */
export function shadowRootsOf(document: Document): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  let left = ELEMENTS;
  const visit = (elements: Element[]): void => {
    left -= elements.length;
    for (const element of elements) {
      if (roots.length >= ROOTS) return;
      const root = member(element, 'shadowRoot');
      if (!isObject(root)) continue;
      // What this member of an element gives is a shadow root or null.
      roots.push(root as ShadowRoot);
    }
  };
  visit(listed<Element>(call(document, 'getElementsByTagName', '*'), left));
  // The list grows while it is walked, and ends at ROOTS.
  for (const root of roots) {
    if (left <= 0) break;
    visit(listed<Element>(call(root, 'querySelectorAll', '*'), left));
  }
  return roots;
}

/** Does the tree stand below this element, through any number of trees? */
export function isBelow(root: ShadowRoot, within: Element): boolean {
  let host = member(root, 'host');
  while (isObject(host)) {
    if (call(within, 'contains', host) === true) return true;
    const around = call(host, 'getRootNode');
    host = isObject(around) ? member(around, 'host') : undefined;
  }
  return false;
}
