import type { SourceKey } from '@/utils/model/ids';
import type { Mark } from '@/utils/messaging/page-script';
import { placeOf, settingOf, type Setting } from './marks-place';
import { buildSignHost, draw } from './marks-sign';

/** More signs than this are a carpet, not marks. */
const SIGNS = 200;

type Sign = { link: HTMLElement; mark: Mark; element: HTMLElement; setting?: Setting };

/** How much of a link must show, from top to bottom; a title that is cut at its end shows enough. */
const SEEN = 0.6;
const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];
const isSeen = ({
  isIntersecting,
  intersectionRect,
  boundingClientRect,
}: IntersectionObserverEntry): boolean =>
  isIntersecting && intersectionRect.height >= boundingClientRect.height * SEEN;

export type ShownMarks = {
  /** Stands signs at these links, takes away those of other links, and draws anew what changed. */
  set(links: ReadonlyMap<HTMLElement, Mark>): void;
  /** The page may have moved under the signs. */
  replace(): void;
  stop(): void;
};

type OnSign = { over(key: SourceKey, sign: HTMLElement): void; out(): void; pressed(key: SourceKey): void };

/**
 * The signs in the page. The browser tells which links are on the screen; only their signs stand and are placed
 * anew, at most once a frame, and none when nothing moves.
 */
export function createShownMarks(document: Document, on: OnSign): ShownMarks {
  const host = buildSignHost(document);
  const signs = new Map<HTMLElement, Sign>();
  const standing = new Set<Sign>();
  const due = new Set<Sign>();
  let settings = new WeakMap<Element, Setting>();
  let frame = 0;
  const stop = new AbortController();
  const { signal } = stop;

  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        // Only links are observed.
        const sign = signs.get(entry.target as HTMLElement);
        if (sign && isSeen(entry)) standing.add(sign);
        else if (sign) lay(sign);
      }
      place(standing);
    },
    { threshold: STEPS },
  );
  const lay = (sign: Sign) => {
    standing.delete(sign);
    sign.element.remove();
  };

  /** All is read before anything is written, so that the page is laid out once. */
  function place(which: Iterable<Sign>): void {
    stayIn();
    const origin = host.element.getBoundingClientRect();
    const places = [...which].map((sign) => {
      if (!sign.link.isConnected) return { sign };
      sign.setting = settingOf(sign.link, settings);
      return { sign, at: placeOf(sign.link) };
    });
    for (const { sign, at } of places) {
      const { element, setting, link } = sign;
      if (!at || !setting) {
        if (!link.isConnected) drop(link);
        else element.remove();
        continue;
      }
      element.style.left = `${at.left - origin.left}px`;
      element.style.top = `${at.top - origin.top}px`;
      element.style.width = `${at.size}px`;
      element.style.height = `${at.size}px`;
      element.style.zIndex = setting.level;
      element.style.colorScheme = setting.scheme;
      if (!element.isConnected) host.add(element);
    }
  }

  const placeSoon = (which: Iterable<Sign>) => {
    for (const sign of which) due.add(sign);
    if (frame || due.size === 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const now = [...due].filter((sign) => standing.has(sign));
      due.clear();
      place(now);
    });
  };
  const stayIn = () => {
    if (!host.element.isConnected && !signal.aborted) document.documentElement.append(host.element);
  };
  const drop = (link: HTMLElement) => {
    const sign = signs.get(link);
    if (!sign) return;
    lay(sign);
    signs.delete(link);
    seen.unobserve(link);
  };
  const add = (link: HTMLElement, mark: Mark) => {
    const element = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement; // one of XHTML
    draw(element, mark);
    listen(element, mark.key, on, signal);
    signs.set(link, { link, mark, element });
    seen.observe(link);
  };

  const held = () => [...standing].filter(({ setting }) => setting?.isHeld);
  const within = (scroller: Node) => [...standing].filter(({ link }) => scroller.contains(link));
  addEventListener(
    'scroll',
    ({ target }) => {
      // What lies in the page moves with it; what the page holds in place, and what an inner part moves, does not.
      // Only nodes scroll.
      placeSoon(target === document ? held() : within(target as Node));
    },
    { capture: true, passive: true, signal },
  );
  addEventListener('resize', () => placeSoon(standing), { passive: true, signal });
  document.fonts.addEventListener('loadingdone', () => placeSoon(standing), { signal });

  return {
    set(links) {
      for (const link of [...signs.keys()]) if (!links.has(link)) drop(link);
      for (const [link, mark] of [...links].slice(0, SIGNS)) {
        const sign = signs.get(link);
        if (!sign) add(link, mark);
        else if (JSON.stringify(sign.mark) !== JSON.stringify(mark)) {
          sign.mark = mark;
          draw(sign.element, mark);
        }
      }
      if (signs.size > 0) stayIn();
      else host.element.remove();
      settings = new WeakMap();
      placeSoon(standing);
    },
    replace: () => placeSoon(standing),
    stop() {
      stop.abort();
      cancelAnimationFrame(frame);
      seen.disconnect();
      host.element.remove();
    },
  };
}

/** Only a person's own pointer counts, and the page hears as little of it as can be. */
function listen(element: HTMLElement, key: SourceKey, on: OnSign, signal: AbortSignal): void {
  const hear = (name: string, act: () => void) =>
    element.addEventListener(
      name,
      (event) => {
        event.stopPropagation();
        event.preventDefault();
        if (event.isTrusted) act();
      },
      { signal },
    );
  hear('pointerenter', () => on.over(key, element));
  hear('pointerleave', () => on.out());
  hear('click', () => on.pressed(key));
  // Without these the page would take the press for its own, and its focus would go.
  for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'dblclick'])
    hear(name, () => undefined);
}
