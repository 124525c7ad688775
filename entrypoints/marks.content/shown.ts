import { seldom } from '@/utils/browser/seldom';
import type { Mark } from '@/utils/messaging/page-script';
import type { SourceKey } from '@/utils/model/ids';
import { placeOf, settingOf, type Setting } from './place';
import { buildSignHost, draw, type SignHost } from './sign';

/** More signs than this are a carpet, not marks. */
const SIGNS = 200;
const XHTML = 'http://www.w3.org/1999/xhtml';

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

export type OnSign = {
  over(key: SourceKey, sign: HTMLElement): void;
  out(): void;
  pressed(key: SourceKey): void;
};

/**
 * The signs in the page. The browser tells which links are on the screen; only their signs stand and are placed
 * anew, at most once a frame, and none when nothing moves.
 */
export function createShownMarks(document: Document, on: OnSign): ShownMarks {
  const host = buildSignHost(document);
  const signs = new Map<HTMLElement, Sign>();
  const standing = new Set<Sign>();
  const stop = new AbortController();
  const { signal } = stop;
  const lay = (sign: Sign) => {
    standing.delete(sign);
    sign.element.remove();
  };
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        // Only links are observed.
        const sign = signs.get(entry.target as HTMLElement);
        if (sign && isSeen(entry)) standing.add(sign);
        else if (sign) lay(sign);
      }
      placer.place(standing);
    },
    { threshold: STEPS },
  );
  const drop = (link: HTMLElement) => {
    const sign = signs.get(link);
    if (sign) lay(sign);
    signs.delete(link);
    seen.unobserve(link);
  };
  const placer = createPlacer(host, standing, drop, signal);
  const add = (link: HTMLElement, mark: Mark) => {
    const element = document.createElementNS(XHTML, 'div');
    draw(element, mark);
    listen(element, mark.key, on, signal);
    signs.set(link, { link, mark, element });
    seen.observe(link);
  };
  followMoves(standing, placer.soon, signal);
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
      placer.forgetSettings();
      if (signs.size === 0) host.element.remove();
      placer.soon(standing);
    },
    replace: () => placer.soon(standing),
    stop() {
      stop.abort();
      seen.disconnect();
      host.element.remove();
    },
  };
}

/** A page that takes the signs out gets them back this often within this time (ms), and no more. */
const RETURNS = { most: 3, withinMs: 5_000 } as const;

/** Puts signs to their links: at once, or with the next frame. */
function createPlacer(
  host: SignHost,
  standing: ReadonlySet<Sign>,
  drop: (link: HTMLElement) => void,
  signal: AbortSignal,
) {
  const due = new Set<Sign>();
  const mayReturn = seldom(RETURNS.most, RETURNS.withinMs);
  let settings = new WeakMap<Element, Setting>();
  let frame = 0;
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));

  /** All is read before anything is written, so that the page is laid out once. */
  function place(which: Iterable<Sign>): void {
    const now = [...which];
    if (now.length === 0 || signal.aborted) return;
    if (!host.element.isConnected) {
      if (!mayReturn(performance.now())) return;
      document.documentElement.append(host.element);
    }
    const origin = host.element.getBoundingClientRect();
    const places = now.map((sign) => {
      sign.setting = settingOf(sign.link, settings);
      return { ...sign, setting: sign.setting, at: placeOf(sign.link) };
    });
    for (const { at, setting, link, element } of places) {
      if (!link.isConnected) drop(link);
      else if (!at) element.remove();
      else {
        const { left, top, size } = at;
        Object.assign(element.style, {
          ...{ left: `${left - origin.left}px`, top: `${top - origin.top}px` },
          ...{ width: `${size}px`, height: `${size}px` },
          ...{ zIndex: setting.level, colorScheme: setting.scheme },
        });
        if (!element.isConnected) host.add(element);
      }
    }
  }

  return {
    place,
    soon(which: Iterable<Sign>): void {
      for (const sign of which) due.add(sign);
      if (frame || due.size === 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        const now = [...due].filter((sign) => standing.has(sign));
        due.clear();
        place(now);
      });
    },
    /** The page may have another look now. */
    forgetSettings(): void {
      settings = new WeakMap();
    },
  };
}

/** What lies in the page moves with it; what the page holds in place, and what an inner part moves, does not. */
function followMoves(
  standing: ReadonlySet<Sign>,
  soon: (which: Iterable<Sign>) => void,
  signal: AbortSignal,
): void {
  const held = () => [...standing].filter(({ setting }) => setting?.isHeld);
  const within = (scroller: EventTarget | null) =>
    scroller instanceof Node ? [...standing].filter(({ link }) => scroller.contains(link)) : [];
  addEventListener('scroll', ({ target }) => soon(target === document ? held() : within(target)), {
    ...{ capture: true, passive: true, signal },
  });
  addEventListener('resize', () => soon(standing), { passive: true, signal });
  document.fonts.addEventListener('loadingdone', () => soon(standing), { signal });
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
