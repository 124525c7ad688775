import { shared } from './isolated-world';

/** Remembers an element that a script of ours puts into the page: the others do not take it for the page's. */
export function own<E extends Element>(element: E): E {
  shared.elements ??= new WeakSet();
  shared.elements.add(element);
  return element;
}

export const isOurs = (element: Element): boolean => shared.elements?.has(element) ?? false;
