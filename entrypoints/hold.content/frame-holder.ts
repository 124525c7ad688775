import { seldom } from '@/utils/browser/seldom';
import { shared } from '@/utils/messaging/isolated-world';
import type { HoldAsk, Placement } from '@/utils/messaging/page-script';
import { buildHost, removeLeftHosts, show, type HostElement } from './host-element';
import { createSight, type Sight } from './sight';
import { isOrphan, tell } from '@/utils/messaging/tell-from-page';

/**
 * The frame must say its first word within this time of its opening, and this soon after it loaded (a page with
 * COEP loads an error page in its place), or the person gets another surface: within 1.5 s all in all.
 */
const GREETING_MS = 1_200;
const AFTER_LOAD_MS = 600;
/** A page that takes our host out gets it back this often within this time; then we give up. */
const RETURNS = { most: 3, withinMs: 5_000 } as const;
/** While open: how often to see whether the extension is still there and the host still in the page. */
const PULSE_MS = 2_000;

type Open = Extract<HoldAsk, { ask: 'open' }>;

export type FrameHolder = {
  /** Shows the frame; gives the name of its host element. Whether it lives is known with `greeted`. */
  open(asked: Open): string;
  greeted(nonce: string): void;
  arrange(placement: Placement): void;
  /** Takes the frame out and gives the focus back to where it was. */
  close(): void;
  isOpen(): boolean;
  /** The person sees the frame, and did for a while. */
  isSeen(): boolean;
};

type Held = {
  host: HostElement;
  nonce: string;
  sight: Sight;
  stop: AbortController;
  /** What had the focus before, to give it back. */
  before: Element | null;
  takesFocus: boolean;
  mayReturn: (now: number) => boolean;
  isAlive: boolean;
};

/**
 * Holds one frame at a time:
 *
 *   closed ──open──▶ waiting ──greeted──▶ alive ──close / page refuses / extension gone──▶ closed
 *                       └──1.5 s without a word: ui.hello {frame:'failed'}──▶ closed
 *
 * Everything that listens or ticks ends with `stop`: closed means not one observer, timer or listener.
 */
export function createFrameHolder(): FrameHolder {
  let held: Held | undefined;
  const close = (focusBack = true) => {
    const was = held;
    held = undefined;
    if (!was) return;
    was.stop.abort();
    const hadFocus = document.activeElement === was.host.element;
    was.host.element.remove();
    if (focusBack && hadFocus) giveBack(was.before);
  };
  const end = (why: 'failed' | 'gone') => {
    close();
    tell('ui.hello', { frame: why });
  };
  return {
    open(asked) {
      if (held?.nonce === asked.nonce) return held.host.element.localName;
      close(false);
      removeLeftHosts(document);
      held = start(asked);
      watch(
        held,
        () => end('failed'),
        () => end('gone'),
        () => close(false),
      );
      // Where the script that reads is not there yet, it begins to follow when it comes.
      shared.held = held.stop.signal;
      shared.follow?.(held.stop.signal);
      return held.host.element.localName;
    },
    greeted(nonce) {
      if (held?.nonce !== nonce || held.isAlive) return;
      held.isAlive = true;
      // Not before: a frame that is focused while it loads loses the focus to its element, and keys go to the page.
      if (held.takesFocus && document.activeElement === held.before) held.host.focus();
    },
    arrange: (placement) => held?.host.place(placement),
    close: () => close(),
    isOpen: () => held !== undefined,
    isSeen: () => held?.sight.isSteady() ?? false,
  };
}

function start(asked: Open): Held {
  const before = document.activeElement;
  const host = buildHost(document, asked.nonce, asked);
  const stop = new AbortController();
  const sight = createSight(document, host, stop.signal);
  show(document, host);
  const { nonce, takesFocus } = asked;
  const mayReturn = seldom(RETURNS.most, RETURNS.withinMs);
  return { host, nonce, sight, takesFocus, stop, before, mayReturn, isAlive: false };
}

function watch(held: Held, fail: () => void, giveUp: () => void, letGo: () => void): void {
  const { signal } = held.stop;
  const expectGreeting = (withinMs: number) =>
    setTimeout(() => signal.aborted || held.isAlive || fail(), withinMs);
  const greeting = expectGreeting(GREETING_MS);
  held.host.frame.addEventListener('load', () => expectGreeting(AFTER_LOAD_MS), { once: true, signal });
  const stayIn = () => {
    if (held.host.element.isConnected) return;
    held.sight.broken();
    if (held.mayReturn(performance.now())) show(document, held.host);
    else giveUp();
  };
  const pulse = setInterval(() => {
    if (isOrphan()) return letGo();
    stayIn();
    held.host.fits();
  }, PULSE_MS);
  // Only the root's own children: nothing that the page does inside itself wakes us.
  const observer = new MutationObserver(stayIn);
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => {
    clearTimeout(greeting);
    clearInterval(pulse);
    observer.disconnect();
  });
}

function giveBack(element: Element | null): void {
  // Only HTML and SVG elements take focus; others lack the method.
  if (element?.isConnected && 'focus' in element) (element as HTMLElement).focus({ preventScroll: true });
}
