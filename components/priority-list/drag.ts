import { ROW_HEIGHT } from './window';

/** Where a dragged row would be put: before the row with this number, or at the end when it equals the count. */
export type Drop = { list: string; place: number };
export type Drag = {
  onMove: (drop: Drop | undefined) => void;
  /** `undefined` when the drag ended nowhere or was called off with Esc. */
  onEnd: (drop: Drop | undefined) => void;
};

/** Movement in px below which a press is a click. */
const SLACK = 5;
/** Px from the edge where the list begins to scroll, and how far per frame. */
const EDGE = 40;
const STEP = 10;

/**
 * Follows the pointer from a press on a row until it is let go. Nothing happens before it moved 5 px.
 * Drop places are found by `data-list` (the list's name) and `data-count` (its rows) around the pointer.
 */
export function followDrag(press: PointerEvent, drag: Drag): void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  let drop: Drop | undefined;
  let isDragging = false;
  const move = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    isDragging ||= Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > SLACK;
    if (!isDragging) return;
    event.preventDefault();
    drop = dropAt(event.clientX, event.clientY);
    drag.onMove(drop);
    scrollAtEdge(event);
  };
  const end = (target: Drop | undefined) => {
    stop.abort();
    if (!isDragging) return;
    swallowClick();
    drag.onEnd(target);
  };
  window.addEventListener('pointermove', move, options);
  window.addEventListener('pointerup', () => end(drop), options);
  window.addEventListener('pointercancel', () => end(undefined), options);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !isDragging) return;
      event.preventDefault();
      event.stopPropagation();
      end(undefined);
    },
    options,
  );
}

/** The place between rows (0 to `count`) that lies nearest to `offset` px from the list's start. */
export const placeAt = (offset: number, count: number): number =>
  Math.min(count, Math.max(0, Math.round(offset / ROW_HEIGHT)));

/** The drop place under a point of the viewport. */
export function dropAt(x: number, y: number): Drop | undefined {
  const area = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-list]');
  const list = area?.dataset['list'];
  if (!area || !list) return undefined;
  const rows = area.querySelector('[data-rows]');
  if (!rows) return { list, place: 0 };
  const { top, height } = rows.getBoundingClientRect();
  return { list, place: placeAt(y - top, Math.round(height / ROW_HEIGHT)) };
}

function scrollAtEdge(event: PointerEvent): void {
  const scroller = document.querySelector('[data-scroller]');
  if (!scroller) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (event.clientY < top + EDGE) scroller.scrollTop -= STEP;
  else if (event.clientY > bottom - EDGE) scroller.scrollTop += STEP;
}

/** Letting go over a row also clicks it: that click is not meant. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
