import { isOurs } from '@/utils/messaging/our-elements';

/** A page that puts itself on top again and again has its way after this many times within this time. */
const RAISES = { most: 8, withinMs: 5_000 } as const;

export type TopLayer = {
  /** Nothing of the page came into the top layer after the host that lies over it. */
  isClear(): boolean;
  /** Puts the host on top, unless the page was answered too often already. */
  raise(): void;
};

/**
 * Keeps the host on top of what ordinary pages put into the top layer after it: menus, tips, notices. Each of them has
 * a backdrop as large as the window, by which the browser takes the host for covered though nothing is to be seen of
 * it. A modal dialog stays on top: under it the host can do nothing anyway. Until `signal` aborts.
 */
export function holdTop(document: Document, host: HTMLElement, signal: AbortSignal): TopLayer {
  let below = new Set(inTopLayer(document));
  let raisedAt: number[] = [];
  const raise = () => {
    const now = performance.now();
    raisedAt = raisedAt.filter((at) => now - at < RAISES.withinMs);
    if (signal.aborted || raisedAt.length >= RAISES.most || !host.matches(':popover-open')) return;
    raisedAt.push(now);
    // The host's rules keep it shown in between: its frame is not loaded anew.
    host.hidePopover();
    host.showPopover();
    below = new Set(inTopLayer(document));
  };
  const isLater = (one: Element) => one !== host && !isOurs(one) && !below.has(one);
  const answer = ({ target }: Event) => {
    if (target instanceof HTMLElement && target.matches(':popover-open') && isLater(target)) raise();
  };
  // Before it is painted, where a script of the page shows it; the microtask runs when that script is done.
  const soon = (event: Event) => queueMicrotask(() => answer(event));
  document.addEventListener('beforetoggle', soon, { capture: true, signal });
  document.addEventListener('toggle', answer, { capture: true, signal });
  return {
    raise,
    isClear() {
      const layer = inTopLayer(document);
      below = new Set([...below].filter((one) => layer.includes(one)));
      const box = host.getBoundingClientRect();
      return !layer.some((one) => isLater(one) && liesOver(one, box));
    },
  };
}

/** What is in the top layer now, but for what lies in shadow trees. */
const inTopLayer = (document: Document): Element[] => [
  ...document.querySelectorAll(':popover-open, :modal, :fullscreen'),
];

/** Pointers go through such an element if it says so: then no point tells that it is there. */
function liesOver(element: Element, box: DOMRect): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  if (left < box.right && right > box.left && top < box.bottom && bottom > box.top) return true;
  // Behind it the whole window may be covered.
  const { backgroundColor, backgroundImage } = getComputedStyle(element, '::backdrop');
  return !/^(?:transparent|rgba\(.*,\s*0\))?$/.test(backgroundColor) || !/^(?:none)?$/.test(backgroundImage);
}
