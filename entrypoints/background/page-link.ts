import { browser } from '@/utils/browser';
import type { Asks, PageAnswer, PageAsk, ScriptName } from '@/utils/messaging/page-script';

const CAPTURE = '/content-scripts/capture.js';
/** Where WXT puts our scripts, by who answers; the one for marks needs the one that reads. */
const SCRIPTS: Record<ScriptName, string[]> = {
  page: [CAPTURE],
  hold: ['/content-scripts/hold.js'],
  teach: ['/content-scripts/teach.js'],
  marks: [CAPTURE, '/content-scripts/marks.js'],
  ask: ['/content-scripts/ask.js'],
};
type AnyAsk = Asks[ScriptName];
const ANSWERED_BY: { [Ask in Exclude<AnyAsk['ask'], PageAsk['ask']>]: ScriptName } = {
  ...{ open: 'hold', greeted: 'hold', arrange: 'hold', close: 'hold', seen: 'hold', held: 'hold' },
  ...{ point: 'teach', stopPointing: 'teach', sketch: 'teach' },
  ...{ links: 'marks', mark: 'marks', glimpsed: 'marks', phrase: 'ask' },
};
const scriptFor = ({ ask }: AnyAsk): ScriptName =>
  // Every ask that is not named is the reading script's.
  (ANSWERED_BY as Partial<Record<string, ScriptName>>)[ask] ?? 'page';
/** A page that is stuck (a debugger, an endless loop) never answers. */
const ANSWER_MS = 3_000;

/** The page did not answer in time: its script is stuck. */
export class StuckPage extends Error {}

/**
 * Asks the script in a tab's page; puts it there first where it is not. Throws the browser's error where it may
 * not be put there, StuckPage when nobody answers within `withinMs`.
 */
export async function askPage(tabId: number, asked: AnyAsk, withinMs = ANSWER_MS): Promise<PageAnswer> {
  return inTime(
    askPresent(tabId, asked).catch(async () => {
      // At once, not when the page has loaded: a slow page can be captured too. Only the top frame, ever.
      await browser.scripting.executeScript({
        target: { tabId },
        files: SCRIPTS[scriptFor(asked)],
        injectImmediately: true,
      });
      return askPresent(tabId, asked);
    }),
    withinMs,
  );
}

/** Puts a script into a page before it is needed. It knows by itself whether it is there already. */
export async function bringScript(tabId: number, name: ScriptName): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: SCRIPTS[name], injectImmediately: true });
}

/** Asks a script that is already there; undefined when none is. Never puts one there. */
export async function askIfPresent(tabId: number, asked: AnyAsk): Promise<PageAnswer | undefined> {
  try {
    return await inTime(askPresent(tabId, asked), ANSWER_MS);
  } catch {
    // No script, or a page on its way out: either way nobody to talk to.
    return undefined;
  }
}

async function askPresent(tabId: number, asked: AnyAsk): Promise<PageAnswer> {
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
