/**
 * Keeps what a person does in a frame of ours from leaving it unless they can see that frame: a page may cover, fade
 * or clip it and lead a click to where one of our buttons is (safety T02).
 *
 *   not yet seen ──seen──▶ settling ──STEADY_MS without a break──▶ open
 *                             ▲  └──── hidden ────┐                 │
 *                             └──seen── hidden ◀──┴──── hidden ─────┘
 *
 * What is done while the frame settles for the first time waits until the gate opens: a sidebar opens by the person's
 * own key, and their next key may follow at once. After the page hid the frame nothing waits: shown, hidden and shown
 * again is how a click is stolen, so what is done before the gate is open again is refused.
 */

/** How long the frame is seen before anything leaves it, in ms. */
const STEADY_MS = 600;
/** How long one look may take; a tab that paints nothing gives none. */
const PATIENCE_MS = 1_000;
/** How soon a hidden frame looks again, in ms. */
const AGAIN_MS = 150;
/**
 * How long the frame is looked at in every one of its frames before an act counts, in ms. At rest the browser looks
 * once in 100 ms, and a page can keep in step with that: seen in Chromium 156, what is hidden two thirds of the time,
 * ten times a second, went unseen for 1.6 s; looked at closely, never for more than 0.3 s.
 */
const CLOSELY_MS = 300;
/** For so long after the person's last move in the frame it is looked at closely, in ms. */
const AFTER_MS = 2_000;
/** What a person does before, or when, they press something. */
const MOVES = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
/** A frame that is zoomed may lose a part of a pixel at its edges. */
const WHOLE = 0.99;

/**
 * Version 2 of the browser's observer, which Chromium has, also sees what lies over the frame and what fades or moves
 * it, in the page too. Firefox has version 1, which sees clipping; there the page's script looks (`seen` in
 * page-script.ts). 100 ms between two observations is the least that Chromium allows.
 */
const OPTIONS = { threshold: [WHOLE, 1], trackVisibility: true, delay: 100 };
type Observed = Pick<IntersectionObserverEntry, 'intersectionRatio' | 'time'> & { isVisible?: boolean };

export type Gate = {
  /** May what was done just now leave the frame? Known at once, or as soon as the browser has looked. */
  opens(): boolean | Promise<boolean>;
};

const isSeen = ({ intersectionRatio, isVisible = true }: Observed): boolean =>
  intersectionRatio >= WHOLE && isVisible;

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** What stands for the frame. Under a modal dialog of ours the document is out of reach, and the browser takes it for covered. */
const frontOf = (document: Document): Element =>
  [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;

/** Watches how the frame is seen from now on, until `signal` aborts. */
export function createGate(document: Document, signal?: AbortSignal): Gate {
  let front = frontOf(document);
  let since: number | undefined;
  let wasHidden = false;
  const note = (seen: Observed): boolean => {
    if (isSeen(seen)) since ??= seen.time;
    else {
      since = undefined;
      wasHidden = true;
    }
    return since !== undefined;
  };
  /** What is told of something that is no longer in front counts for nothing. */
  const take = (entries: readonly IntersectionObserverEntry[]) => {
    const now = frontOf(document);
    if (now !== front) {
      observer.unobserve(front);
      observer.observe(now);
      front = now;
    }
    for (const entry of entries) if (entry.target === front) note(entry);
  };
  const observer = new IntersectionObserver((entries) => {
    take(entries);
    if (since === undefined) void lookAgain();
  }, OPTIONS);
  observer.observe(front);
  signal?.addEventListener('abort', () => observer.disconnect());
  /** What was observed may be 100 ms old: each act is looked at anew. */
  const look = async (): Promise<boolean> => {
    take(observer.takeRecords());
    const looked = front;
    const now = await observeOnce(looked);
    if (frontOf(document) !== looked) return look();
    return now !== undefined && note(now);
  };
  /**
   * Seen in Chromium 156: a frame whose host was put back on top of the page is told so only when it begins to observe
   * anew, and takes itself for hidden until then.
   */
  let isLookingAgain = false;
  const lookAgain = async () => {
    if (isLookingAgain) return;
    isLookingAgain = true;
    // Both change while it waits.
    // oxlint-disable-next-line eslint/no-unmodified-loop-condition
    while (since === undefined && !signal?.aborted) {
      await pause(AGAIN_MS);
      await look();
    }
    isLookingAgain = false;
  };
  const closely = createCloseLook(look, signal);
  for (const move of MOVES)
    document.addEventListener(move, closely.begin, {
      capture: true,
      passive: true,
      ...(signal && { signal }),
    });
  return {
    async opens() {
      closely.begin();
      if (!(await look()) || since === undefined) return false;
      const from = since;
      const now = performance.now();
      const unsteady = from + STEADY_MS - now;
      if (unsteady > 0 && wasHidden) return false;
      const left = Math.max(unsteady, closely.since() + CLOSELY_MS - now);
      if (left <= 0) return true;
      await pause(left);
      return (await look()) && since === from;
    },
  };
}

/** Looks in every frame from `begin` on until AFTER_MS after the last one; `since` when it began. */
function createCloseLook(look: () => Promise<boolean>, signal: AbortSignal | undefined) {
  let from: number | undefined;
  let until = 0;
  const go = async () => {
    // It changes while it waits.
    // oxlint-disable-next-line eslint/no-unmodified-loop-condition
    while (performance.now() < until && !signal?.aborted) await look();
    from = undefined;
  };
  return {
    begin: () => {
      const now = performance.now();
      until = now + AFTER_MS;
      if (from !== undefined) return;
      from = now;
      void go();
    },
    since: () => from ?? performance.now(),
  };
}

function observeOnce(target: Element): Promise<Observed | undefined> {
  return new Promise((done) => {
    const end = (entry?: Observed) => {
      observer.disconnect();
      clearTimeout(timer);
      done(entry);
    };
    const observer = new IntersectionObserver((entries) => end(entries.at(-1)), OPTIONS);
    const timer = setTimeout(end, PATIENCE_MS);
    observer.observe(target);
  });
}
