import { seldom } from '@/utils/browser/seldom';
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
 *
 * No browser tells the order of the top layer. Where it tells what lies over the host (`isTold`), whatever was there
 * when the host was put on top counts as below it; elsewhere only what a press at its place shows to lie below: a page
 * could have taken it out and put it in again.
 */
export function holdTop(
  document: Document,
  host: HTMLElement,
  isTold: boolean,
  signal: AbortSignal,
): TopLayer {
  let below = new Set(inTopLayer(document));
  const mayRaise = seldom(RAISES.most, RAISES.withinMs);
  const raise = () => {
    if (signal.aborted || !host.matches(':popover-open') || !mayRaise(performance.now())) return;
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
      const isDoubtful = (one: Element) => (isTold ? isLater(one) : one !== host && !isOurs(one));
      return !layer.some((one) => isDoubtful(one) && liesOver(one, host, box));
    },
  };
}

/** What is in the top layer now, but for what lies in shadow trees. */
const inTopLayer = (document: Document): Element[] => [
  ...document.querySelectorAll(':popover-open, :modal, :fullscreen'),
];

/** Something of an element may lie over the host: it, where a press there is not the host's, or its backdrop. */
function liesOver(element: Element, host: Element, box: DOMRect): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const from = { x: Math.max(left, box.left), y: Math.max(top, box.top) };
  const to = { x: Math.min(right, box.right), y: Math.min(bottom, box.bottom) };
  if (from.x < to.x && from.y < to.y) {
    // Pointers go through it: then no point tells which of the two is above.
    if (getComputedStyle(element).pointerEvents === 'none') return true;
    if (host.ownerDocument.elementFromPoint((from.x + to.x) / 2, (from.y + to.y) / 2) !== host) return true;
  }
  // Behind it the whole window may be covered.
  const { backgroundColor, backgroundImage } = getComputedStyle(element, '::backdrop');
  return !/^(?:transparent|rgba\(.*,\s*0\))?$/.test(backgroundColor) || !/^(?:none)?$/.test(backgroundImage);
}
