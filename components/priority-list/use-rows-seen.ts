import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { rowsSeen, scrollToSee, type Range } from './window';

/** Rendered before anything is measured: enough to fill what is seen first. */
const FIRST_ROWS = 20;

/** What scrolls around a list: the nearest ancestor that says so, else the page. */
const scrollerOf = (list: Element): Element => list.closest('[data-scroller]') ?? document.documentElement;

/**
 * The range of rows to render while the list's surroundings scroll, grow or shrink.
 * Only a change of the range renders again: between two rows, scrolling costs two reads.
 */
export function useRowsSeen(ref: RefObject<HTMLElement | null>, count: number): Range {
  const [range, setRange] = useState<Range>({ from: 0, to: FIRST_ROWS });
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return undefined;
    const scroller = scrollerOf(list);
    const measure = () => {
      const seen = rowsSeen(count, hiddenAbove(list, scroller), scroller.clientHeight);
      setRange((old) => (old.from === seen.from && old.to === seen.to ? old : seen));
    };
    measure();
    return whenMoved(scroller, measure);
  }, [ref, count]);
  return { from: Math.min(range.from, count), to: Math.min(range.to, count) };
}

/** Px of the list that are above the upper edge of what scrolls. */
function hiddenAbove(list: Element, scroller: Element): number {
  const edge = scroller === document.documentElement ? 0 : scroller.getBoundingClientRect().top;
  return edge - list.getBoundingClientRect().top;
}

function whenMoved(scroller: Element, measure: () => void): () => void {
  const stop = new AbortController();
  const target = scroller === document.documentElement ? document : scroller;
  target.addEventListener('scroll', measure, { passive: true, signal: stop.signal });
  // What stands above the list may grow: the content is watched as well as the frame around it.
  const resized = new ResizeObserver(measure);
  resized.observe(scroller);
  if (scroller.firstElementChild) resized.observe(scroller.firstElementChild);
  return () => {
    stop.abort();
    resized.disconnect();
  };
}

/** Scrolls just as far as needed for the row to be seen. */
export function bringIntoView(list: HTMLElement, row: number): void {
  const scroller = scrollerOf(list);
  const far = scrollToSee(row, hiddenAbove(list, scroller), scroller.clientHeight);
  if (far !== 0 && scroller.clientHeight > 0) scroller.scrollTop += far;
}
