import { browser } from '@/utils/browser';
import type { PageAnswer, PageAsk, TeachAsk } from '@/utils/messaging/page-script';

/** Where WXT puts the scripts of entrypoints/capture.content and entrypoints/teach.content. */
const SCRIPTS = { page: '/content-scripts/capture.js', teach: '/content-scripts/teach.js' } as const;
const TEACHING: readonly string[] = ['point', 'stopPointing', 'sketch'] satisfies TeachAsk['ask'][];
const scriptFor = ({ ask }: PageAsk | TeachAsk) => (TEACHING.includes(ask) ? 'teach' : 'page');
/** A page that is stuck (a debugger, an endless loop) never answers. */
const ANSWER_MS = 3_000;

/** The page did not answer in time: its script is stuck. */
export class StuckPage extends Error {}

/**
 * Asks the script in a tab's page; puts it there first where it is not. Throws the browser's error where it may
 * not be put there, StuckPage when nobody answers within `withinMs`.
 */
export async function askPage(
  tabId: number,
  asked: PageAsk | TeachAsk,
  withinMs = ANSWER_MS,
): Promise<PageAnswer> {
  return inTime(
    askPresent(tabId, asked).catch(async () => {
      // At once, not when the page has loaded: a slow page can be captured too. Only the top frame, ever.
      await browser.scripting.executeScript({
        target: { tabId },
        files: [SCRIPTS[scriptFor(asked)]],
        injectImmediately: true,
      });
      return askPresent(tabId, asked);
    }),
    withinMs,
  );
}

/** Asks a script that is already there; undefined when none is. Never puts one there. */
export async function askIfPresent(
  tabId: number,
  asked: PageAsk | TeachAsk,
): Promise<PageAnswer | undefined> {
  try {
    return await inTime(askPresent(tabId, asked), ANSWER_MS);
  } catch {
    // No script, or a page on its way out: either way nobody to talk to.
    return undefined;
  }
}

async function askPresent(tabId: number, asked: PageAsk | TeachAsk): Promise<PageAnswer> {
  const message = { ...asked, to: scriptFor(asked) };
  const answer: unknown = await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  if (typeof answer !== 'object' || answer === null) throw new StuckPage();
  // Our own script's answer, every part of it optional; the draft in it is parsed by whoever uses it.
  return answer;
}

async function inTime<T>(answer: Promise<T>, withinMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StuckPage()), withinMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
