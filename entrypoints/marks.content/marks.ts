import type { SourceKey } from '@/utils/model/ids';
import type { createLinkKeys } from '@/utils/recognisers/link-keys';
import type { Mark, PageAnswer } from '@/utils/messaging/page-script';
import { createGlimpse } from './glimpse';
import { chooseLinks, createLinkScan, type Scan, type Wanted } from './links';
import { createShownMarks, type ShownMarks } from './shown';
import { isOrphan, tell } from '@/utils/messaging/tell-from-page';

/** Looks follow each other at least this far apart, in ms. */
const PACE_MS = 500;
/** A page that changes its view fills it within this time, in ms after what began it. */
const LATER_MS = [600, 2_000];

export type Marks = {
  /** The keys that the page's links to these hosts lead to, and its own. */
  links(wanted: Wanted): PageAnswer;
  /** Shows these marks from now on, in place of those before. */
  show(marks: readonly Mark[], nonce: string): void;
  /** The frame with this nonce said its first word. */
  greeted(nonce: string): void;
};

/**
 * Marks at the page's links to known items, on sites that the person granted:
 *
 *   links ──▶ background looks the keys up ──▶ show ──▶ signs stand ──(scrolled, clicked, went on)──▶ look again
 *                 ▲                                                            │
 *                 └──────────────── page.near: links never seen ◀──────────────┘
 *
 * No node of the page is watched or touched; between two acts of the person nothing runs.
 */
export function createMarks(
  document: Document,
  address: () => string,
  readKeys: typeof createLinkKeys,
): Marks {
  const scan = createLinkScan(document, address, readKeys);
  const glimpse = createGlimpse(document);
  let wanted: Wanted = { hosts: [], products: {} };
  let asked = new Set<string>();
  let marks = new Map<SourceKey, Mark>();
  let nonce = '';
  let shown: ShownMarks | undefined;
  let follow: AbortController | undefined;

  const letGo = () => {
    follow?.abort();
    follow = undefined;
    glimpse.close();
    shown?.stop();
    shown = undefined;
  };
  const stand = ({ own, links }: Scan) => {
    const signs = new Map<HTMLElement, Mark>();
    for (const [link, key] of chooseLinks(links)) {
      const mark = key === own ? undefined : marks.get(key);
      if (mark) signs.set(link, mark);
    }
    if (signs.size > 0)
      shown ??= createShownMarks(document, {
        over: (key, sign) => glimpse.over(key, sign, nonce),
        out: glimpse.out,
        pressed(key) {
          glimpse.close();
          tell('mark.open', { key });
        },
      });
    shown?.set(signs);
  };
  const look = () => {
    if (isOrphan()) return letGo();
    const seen = scan(wanted);
    stand(seen);
    const names = [...seen.links.keys(), ...seen.hosts];
    if (names.some((name) => !asked.has(name))) tell('page.near', { hosts: seen.hosts });
    // Told once: what the background does not know it need not be asked again.
    asked = new Set([...asked, ...names]);
  };
  return {
    links(now) {
      wanted = now;
      const seen = scan(wanted);
      asked = new Set([...seen.links.keys(), ...seen.hosts]);
      return { links: [...seen.links.keys()], own: seen.own };
    },
    show(now, given) {
      nonce = given;
      marks = new Map(now.map((mark) => [mark.key, mark]));
      stand(scan(wanted));
      if (follow) return;
      follow = new AbortController();
      lookWhenMoved(look, () => shown?.replace(), follow.signal);
    },
    greeted: (given) => {
      if (given === nonce) glimpse.greeted();
    },
  };
}

type NavigationEvents = Pick<EventTarget, 'addEventListener'>;

/** Looks again after what brings new rows: the end of scrolling, a click, another view, a page that grew. */
function lookWhenMoved(look: () => void, replace: () => void, signal: AbortSignal): void {
  const soon = createPace(() => {
    look();
    replace();
  }, signal);
  const later = () => {
    for (const ms of LATER_MS) setTimeout(soon, ms);
  };
  const listening = { capture: true, passive: true, signal };
  addEventListener('scrollend', soon, listening);
  addEventListener('click', later, listening);
  // The types know the Navigation API as always there; older browsers lack it.
  const { navigation } = globalThis as { navigation?: NavigationEvents };
  navigation?.addEventListener('navigatesuccess', later, { signal });
  const grown = new ResizeObserver(() => {
    replace();
    soon();
  });
  grown.observe(document.body ?? document.documentElement);
  signal.addEventListener('abort', () => grown.disconnect());
  later();
}

/** Runs when the page is idle, at most every PACE_MS; what comes meanwhile makes one more run. */
function createPace(run: () => void, signal: AbortSignal): () => void {
  let isResting = false;
  let isDue = false;
  const go = () => {
    isResting = true;
    isDue = false;
    requestIdleCallback(
      () => {
        if (signal.aborted) return;
        run();
        setTimeout(() => {
          isResting = false;
          if (isDue) go();
        }, PACE_MS);
      },
      { timeout: PACE_MS },
    );
  };
  return () => {
    if (signal.aborted) return;
    isDue = true;
    if (!isResting) go();
  };
}
