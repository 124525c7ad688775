import type { ItemId } from '@/utils/model/ids';

/** A point of the viewport, in CSS px. */
export type Point = { x: number; y: number };

/** What a pointer can do with a row. */
export type RowGestures = {
  onChoose?: (id: ItemId) => void;
  onOpen: (id: ItemId) => void;
  /** A press on the state mark, or a right click. */
  onMenu?: (id: ItemId, what: 'state' | 'row', at: Point) => void;
  onGrab?: (id: ItemId, press: PointerEvent) => void;
};

/** One set of listeners for a whole list: the row is found by its `data-id`, the state mark by its `data-part`. */
export function rowPointer({ onChoose, onOpen, onMenu, onGrab }: RowGestures) {
  const on = (event: MouseEvent, act: (id: ItemId, target: Element) => void) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const id = target?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    // The attribute was written from a row's id.
    if (target && id) act(id as ItemId, target);
  };
  return {
    onPointerDown: (event: PointerEvent) =>
      on(event, (id) => {
        onChoose?.(id);
        if (event.button === 0 && event.pointerType !== 'touch') onGrab?.(id, event);
      }),
    onClick: (event: MouseEvent) =>
      on(event, (id, target) => {
        const at = { x: event.clientX, y: event.clientY };
        if (onMenu && target.closest('[data-part=mark]')) onMenu(id, 'state', at);
        else onOpen(id);
      }),
    onContextMenu: (event: MouseEvent) =>
      on(event, (id) => {
        event.preventDefault();
        onMenu?.(id, 'row', { x: event.clientX, y: event.clientY });
      }),
  };
}
