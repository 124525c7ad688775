import type { ItemId } from '@/utils/model/ids';

/** A point of the viewport, in CSS px. */
export type Point = { x: number; y: number };

/** What a pointer can do with a row of a list, which is told by its name. */
export type RowGestures = {
  onChoose?: (list: string, id: ItemId) => void;
  onOpen: (id: ItemId) => void;
  /** A press on the state mark, or a right click. */
  onMenu?: (list: string, id: ItemId, what: 'state' | 'row', at: Point) => void;
  onGrab?: (list: string, id: ItemId, press: PointerEvent) => void;
};

/**
 * Listens to every list of the document until `signal` aborts. A row is found by its `data-id` and the `data-rows`
 * around it, the state mark by its `data-part`: so lists paint before anyone listens.
 */
export function listenToRows(gestures: RowGestures, signal: AbortSignal): void {
  const { onChoose, onOpen, onMenu, onGrab } = gestures;
  const on = <E extends 'pointerdown' | 'click' | 'contextmenu'>(
    name: E,
    act: (event: HTMLElementEventMap[E], list: string, id: ItemId) => void,
  ) => document.addEventListener(name, (event) => withRow(event, act), { signal });
  on('pointerdown', (event, list, id) => {
    onChoose?.(list, id);
    if (event.button === 0 && event.pointerType !== 'touch') onGrab?.(list, id, event);
  });
  on('click', (event, list, id) => {
    if (onMenu && isOnMark(event)) onMenu(list, id, 'state', pointOf(event));
    else onOpen(id);
  });
  on('contextmenu', (event, list, id) => {
    event.preventDefault();
    onMenu?.(list, id, 'row', pointOf(event));
  });
}

function withRow<E extends Event>(event: E, act: (event: E, list: string, id: ItemId) => void): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : undefined;
  const list = row?.closest<HTMLElement>('[data-rows]')?.dataset['rows'];
  const id = row?.dataset['id'];
  // The attribute was written from a row's id.
  if (list && id) act(event, list, id as ItemId);
}

const isOnMark = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('[data-part=mark]') !== null;

const pointOf = ({ clientX, clientY }: MouseEvent): Point => ({ x: clientX, y: clientY });
