import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { ROW_HEIGHT, rowsSeen, scrollToSee, type Range } from './window';

/** What scrolls around a list: the nearest ancestor that says so. */
const scrollerOf = (list: Element | null) => list?.closest('[data-scroller]');

/**
 * The range of rows to render while the list's surroundings scroll, grow or shrink; `rowsAbove` is how many rows of
 * other lists stand above it. Nothing is measured before the first layout, which the observer waits for.
 * Only a change of the range renders again: between two rows, scrolling costs two reads.
 */
export function useRowsSeen(ref: RefObject<HTMLElement | null>, count: number, rowsAbove: number): Range {
  const [range, setRange] = useState<Range>(() =>
    // As many as would be seen of a list without end: this one may grow before anything is measured.
    rowsSeen(Infinity, -rowsAbove * ROW_HEIGHT, window.innerHeight),
  );
  useLayoutEffect(() => {
    const list = ref.current;
    const scroller = scrollerOf(list);
    if (!list || !scroller) return undefined;
    return whenMoved(scroller, () => {
      const seen = rowsSeen(count, hiddenAbove(list, scroller), scroller.clientHeight);
      setRange((old) => (old.from === seen.from && old.to === seen.to ? old : seen));
    });
  }, [ref, count]);
  return { from: Math.min(range.from, count), to: Math.min(range.to, count) };
}

/** Px of the list that are above the upper edge of what scrolls. */
const hiddenAbove = (list: Element, scroller: Element): number =>
  scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;

function whenMoved(scroller: Element, measure: () => void): () => void {
  scroller.addEventListener('scroll', measure, { passive: true });
  // What stands above the list may grow: the content is watched as well as the frame around it.
  const resized = new ResizeObserver(measure);
  for (const element of [scroller, ...scroller.children]) resized.observe(element);
  return () => {
    scroller.removeEventListener('scroll', measure);
    resized.disconnect();
  };
}

/** Scrolls just as far as needed for the row to be seen. */
export function bringIntoView(list: HTMLElement, row: number): void {
  const scroller = scrollerOf(list);
  if (!scroller || scroller.clientHeight === 0) return;
  scroller.scrollTop += scrollToSee(row, hiddenAbove(list, scroller), scroller.clientHeight);
}
