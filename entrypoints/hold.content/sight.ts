import { isOurs } from '@/utils/messaging/our-elements';
import { type HostElement, show } from './host-element';
import { holdTop } from './top-layer';

/** How long the host is seen before what comes out of its frame counts, in ms. */
const STEADY_MS = 600;
/**
 * How often it is looked at where the browser does not tell what lies over it, in ms: at no pace that a page could
 * keep in step with.
 */
const PACE_MS = { least: 60, most: 300 } as const;
/** The host may be smaller than it was made by what rounding takes, in parts of the whole. */
const LEAST = 0.95;
/** Px within the host's edges where it is tried; a border may be rounded to a neighbour's. */
const INSET = 4;

/** What the host's style is, whatever the page says. The rules of its root say so; here it is seen. */
const PLAIN = {
  display: 'block',
  visibility: 'visible',
  opacity: '1',
  filter: 'none',
  'mask-image': 'none',
  'clip-path': 'none',
  transform: 'none',
  translate: 'none',
  rotate: 'none',
  scale: 'none',
  'mix-blend-mode': 'normal',
  'pointer-events': 'auto',
};

export type Sight = {
  /** The person sees the host now, and did for STEADY_MS. */
  isSteady(): boolean;
  /** The host was out of sight for a moment. */
  broken(): void;
};

/** Looks whether the person sees the host as it was made, and puts right what can be; until `signal` aborts. */
export function createSight(document: Document, host: HostElement, signal: AbortSignal): Sight {
  const top = holdTop(document, host.element, isCoverTold(), signal);
  let hiddenAt = performance.now();
  const broken = () => {
    hiddenAt = performance.now();
  };
  const look = (): boolean => {
    const isPlain = isWhole(document, host) && isOnTop(document, host.element);
    const isClear = top.isClear();
    if (!isClear) top.raise();
    if (!isPlain || !isClear) broken();
    return isPlain && isClear;
  };
  const covered = () => {
    broken();
    if (host.fits()) top.raise();
  };
  if (isCoverTold()) watchCover(host.element, covered, signal);
  else atNoPace(() => document.visibilityState === 'visible' && look(), signal);
  return { isSteady: () => look() && performance.now() - hiddenAt >= STEADY_MS, broken };
}

function atNoPace(look: () => unknown, signal: AbortSignal): void {
  const next = () => {
    if (signal.aborted) return;
    look();
    setTimeout(next, PACE_MS.least + Math.random() * (PACE_MS.most - PACE_MS.least));
  };
  next();
}

/** Does the browser tell what lies over an element? Chromium does, by version 2 of its observer. */
const isCoverTold = (): boolean => 'isVisible' in IntersectionObserverEntry.prototype;

/**
 * Has the browser tell when something lies over the host, also out of a closed shadow tree. 100 ms between two
 * observations is the least that it allows.
 */
function watchCover(element: Element, covered: () => void, signal: AbortSignal): void {
  const options = { threshold: 1, trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries) => {
    // isCoverTold saw the field; the types lack it. A tab in the back is not seen, nor is it covered.
    const last = entries.at(-1) as (IntersectionObserverEntry & { isVisible: boolean }) | undefined;
    const isSeen = !last || (last.isVisible && last.intersectionRatio >= LEAST);
    if (!isSeen && document.visibilityState === 'visible') covered();
  }, options);
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}

/** In the top layer, with the style and the size that it was given. */
function isWhole(document: Document, host: HostElement): boolean {
  const { element } = host;
  if (!element.isConnected) return false;
  if (!element.matches(':popover-open')) {
    // Taken out of the top layer by the page: put back, and seen from now on.
    show(document, host);
    return false;
  }
  if (!host.fits()) return false;
  const style = getComputedStyle(element);
  for (const [name, value] of Object.entries(PLAIN)) if (style.getPropertyValue(name) !== value) return false;
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const isWithin = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
  return isWithin && width >= Math.min(host.width(), innerWidth) * LEAST && height >= innerHeight * 0.9;
}

/** What a pointer would press at nine points of the host is the host. */
function isOnTop(document: Document, element: Element): boolean {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  for (const x of [left + INSET, left + width / 2, right - INSET])
    for (const y of [top + INSET, top + height / 2, bottom - INSET]) {
      const hit = document.elementFromPoint(x, y);
      if (hit && hit !== element && !isOurs(hit)) return false;
    }
  return true;
}
