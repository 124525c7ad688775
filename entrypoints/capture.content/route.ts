import type { Reader } from './read';
import { tell } from '@/utils/messaging/tell-from-page';

/** At most two updates a second, however fast a page moves its address or title. */
const LEAST_MS = 500;

type NavigationEvents = Pick<EventTarget, 'addEventListener'>;

/**
 * Follows in-page navigation while the sidebar is open: after each change of address or title the page is read
 * again and proposed to the background. Ends with `signal`; nothing is watched before or after.
 *
 * Seen in Chromium 156 and Firefox 153: `currententrychange` of the page's Navigation API reaches the isolated
 * world for pushState, replaceState and fragments; the title is the old one then.
 */
export function followRoute(reader: Reader, signal: AbortSignal): void {
  const propose = createPace(() => proposeNow(reader, signal), signal);
  const { navigation } = globalThis as { navigation?: NavigationEvents };
  if (navigation) navigation.addEventListener('currententrychange', propose, { signal });
  else for (const event of ['popstate', 'hashchange']) addEventListener(event, propose, { signal });
  watchTitle(propose, signal);
}

/** Only the head is observed: that is where the title lives; the page's body may change as it likes. */
function watchTitle(changed: () => void, signal: AbortSignal): void {
  // TypeScript takes every document for HTML; XML and SVG have no head.
  const { head } = document as { head: HTMLHeadElement | null };
  if (!head) return;
  let before = document.title;
  const observer = new MutationObserver(() => {
    if (document.title === before) return;
    before = document.title;
    changed();
  });
  observer.observe(head, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

async function proposeNow(reader: Reader, signal: AbortSignal): Promise<void> {
  const draft = await reader.read({ signal });
  if (!signal.aborted) tell('capture.propose', { draft });
}

/** Runs at once, then at most every LEAST_MS, one at a time; what happened meanwhile makes one more run. */
function createPace(run: () => Promise<void>, signal: AbortSignal): () => void {
  let isResting = false;
  let isDue = false;
  const go = async () => {
    isResting = true;
    isDue = false;
    const rest = new Promise<void>((resolve) => setTimeout(resolve, LEAST_MS));
    await run().catch(() => {
      // A page that breaks while it is read is read again at its next change.
    });
    await rest;
    isResting = false;
    if (isDue && !signal.aborted) void go();
  };
  return () => {
    isDue = true;
    if (!isResting && !signal.aborted) void go();
  };
}
