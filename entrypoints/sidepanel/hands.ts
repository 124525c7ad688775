/**
 * What a person does to the list: keys, menus, dragging. Fetched beside the first paint, not before it;
 * `later.tsx` is how the first paint reaches it.
 */
export { ask, listenForKeys } from './by-key';
export { grab } from './by-hand';
