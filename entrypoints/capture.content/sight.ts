import { isOurs } from '@/utils/messaging/our-elements';
import { type HostElement, show } from './host-element';

/** How long the host is seen before what comes out of its frame counts, in ms. */
const STEADY_MS = 600;
/** How often it is looked at where the frame cannot see for itself what lies over it, in ms. */
const PACE_MS = 250;
/** The page's own zoom (CSS) may make the host smaller than it was made, down to this part. */
const LEAST = 0.4;
/** Px within the host's edges where it is tried; a border may be rounded to a neighbour's. */
const INSET = 4;

/** What the host's style is, whatever the page says. The rules of its root say so; here it is seen. */
const PLAIN = {
  display: 'block',
  visibility: 'visible',
  opacity: '1',
  filter: 'none',
  maskImage: 'none',
  clipPath: 'none',
  transform: 'none',
  translate: 'none',
  rotate: 'none',
  scale: 'none',
  mixBlendMode: 'normal',
  pointerEvents: 'auto',
} as const satisfies Partial<Record<keyof CSSStyleDeclaration, string>>;

export type Sight = {
  /** The person sees the host now, and did for STEADY_MS. */
  isSteady(): boolean;
  /** The host was out of sight for a moment. */
  broken(): void;
};

/** Looks whether the person sees the host as it was made; until `signal` aborts. */
export function createSight(document: Document, host: HostElement, signal: AbortSignal): Sight {
  // What was in the top layer before the host lies below it.
  const below = new Set(topLayer(document));
  let hiddenAt = performance.now();
  const look = (): boolean => {
    const isSeen = isWhole(document, host) && !isCovered(document, host.element, below);
    if (!isSeen) hiddenAt = performance.now();
    return isSeen;
  };
  if (!framesSeeForThemselves()) {
    const timer = setInterval(() => document.visibilityState === 'visible' && look(), PACE_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
  return {
    isSteady: () => look() && performance.now() - hiddenAt >= STEADY_MS,
    broken() {
      hiddenAt = performance.now();
    },
  };
}

/** Chromium's second version of the observer tells a frame what lies over it: then nothing need tick out here. */
const framesSeeForThemselves = (): boolean => 'isVisible' in IntersectionObserverEntry.prototype;

/** In the top layer, with the style and about the size that it was given. */
function isWhole(document: Document, host: HostElement): boolean {
  const { element } = host;
  if (!element.isConnected) return false;
  if (!element.matches(':popover-open')) {
    // Taken out of the top layer by the page: put back, and seen from now on.
    show(document, host);
    return false;
  }
  const style = getComputedStyle(element);
  for (const [name, value] of Object.entries(PLAIN))
    if (style.getPropertyValue(dashed(name)) !== value) return false;
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const isWithin = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
  return isWithin && width >= Math.min(host.width(), innerWidth) * LEAST && height >= innerHeight * LEAST;
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Something of the page lies over the host: what would be pressed at nine points, and what came into the top layer later. */
function isCovered(document: Document, element: Element, below: Set<Element>): boolean {
  const box = element.getBoundingClientRect();
  for (const x of [box.left + INSET, box.left + box.width / 2, box.right - INSET])
    for (const y of [box.top + INSET, box.top + box.height / 2, box.bottom - INSET]) {
      const hit = document.elementFromPoint(x, y);
      if (hit && hit !== element && !isOurs(hit)) return true;
    }
  const layer = topLayer(document);
  for (const one of below) if (!layer.includes(one)) below.delete(one);
  return layer.some((one) => one !== element && !isOurs(one) && !below.has(one) && liesOver(one, box));
}

/** What the page has in its top layer now; what lies there in closed shadow trees is not told. */
const topLayer = (document: Document): Element[] => [
  ...document.querySelectorAll(':popover-open, :modal, :fullscreen'),
];

/** Pointers go through such an element if it says so: then no point tells that it is there. */
function liesOver(element: Element, box: DOMRect): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const overlaps = left < box.right && right > box.left && top < box.bottom && bottom > box.top;
  if (overlaps) return true;
  // Behind it the whole window may be covered.
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element, '::backdrop');
  const isClear =
    /^(?:transparent|rgba\(.*,\s*0\)|)$/.test(backgroundColor) && /^(?:none|)$/.test(backgroundImage);
  return !isClear && opacity !== '0';
}
