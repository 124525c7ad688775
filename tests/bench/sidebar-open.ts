import type { Frame, Page } from '@playwright/test';
import { freshTab, type Bench, type Filled } from './bench';
import { countTasks, taskMs, type Marks } from './marks';
import { column, interleaved } from './statistics';
import type { Line } from './table';

/** Main-thread time of the page is counted for this long after the command. */
const AFTER_MS = 1_500;

/**
 * T3: from the command in the awake worker to the sidebar with its first rows, over a page in which nothing of
 * ours runs yet. The floor's worker puts an empty frame of its extension into the page.
 */
export async function sidebarOpen(bench: Bench, filled: Filled): Promise<Line[]> {
  const samples = await interleaved(bench.rounds, {
    floor: () => openOnce(bench, filled, { folder: bench.floors.sidebar }),
    first: () => openOnce(bench, filled, { folder: bench.build, forgets: true }),
    again: () => openOnce(bench, filled, { folder: bench.build }),
  });
  const line = (what: string, ours: 'first' | 'again', name: string, ratio: number, floor = name): Line => ({
    target: 'T3',
    what,
    unit: 'ms',
    ours: column(samples[ours], name),
    floor: column(samples.floor, floor),
    most: { ratio },
  });
  const items = bench.large.toLocaleString('en');
  return [
    line('sidebar: host visible', 'again', 'hostMs', 1.5),
    line("the frame's first paint", 'again', 'paintMs', 1.5),
    line(`first row painted, ${items} items, nothing remembered`, 'first', 'rowMs', 1.5, 'paintMs'),
    line(`first row painted, ${items} items, last list remembered`, 'again', 'rowMs', 1.5, 'paintMs'),
    line("CPU of the page's main thread", 'again', 'pageMs', 2),
  ];
}

type Way = { folder: string; forgets?: boolean };

async function openOnce(bench: Bench, { browser, quiet }: Filled, { folder, forgets }: Way) {
  if (forgets) await quiet.evaluate(() => localStorage.clear());
  const page = await freshTab(browser, bench.server);
  await browser.grant(folder, page);
  await seeHost(page);
  const session = await browser.context.newCDPSession(page);
  await countTasks(session);
  const before = await taskMs(session);
  const toggle = async () => (await browser.worker(folder)).evaluate(dispatchToggle);
  const at = await toggle();
  const frame = await frameOf(page, folder === bench.build);
  await marked(frame, folder === bench.build ? 'firstRow' : 'painted');
  await page.waitForTimeout(AFTER_MS);
  // Only now: the browser reports a first paint some time after it.
  const marks = await frame.evaluate(() => (globalThis as unknown as Marked).marks);
  const pageMs = (await taskMs(session)) - before;
  const hostAt = await page.evaluate(() => (globalThis as { hostAt?: number }).hostAt ?? Number.NaN);
  // The next tab of this window begins without a sidebar.
  if (folder === bench.build) await toggle();
  await page.close();
  const since = (mark: number | undefined) => (mark ?? Number.NaN) - at;
  return { hostMs: since(hostAt), paintMs: since(marks.painted), rowMs: since(marks.firstRow), pageMs };
}

/** Runs in the worker: what the browser does when the shortcut is pressed. Gives the instant. */
async function dispatchToggle(): Promise<number> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const at = performance.timeOrigin + performance.now();
  chrome.commands.onCommand.dispatch('toggle-sidebar', tab);
  return at;
}

/** Has the page write down when a new element of its root was painted. */
const seeHost = (page: Page) =>
  page.evaluate(() => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => Object.assign(globalThis, { hostAt: performance.timeOrigin + performance.now() })),
      );
    }).observe(document.documentElement, { childList: true });
  });

async function frameOf(page: Page, isOurs: boolean): Promise<Frame> {
  const name = isOurs ? '/sidepanel.html' : '/sidebar.html';
  const isIt = (frame: Frame) => frame.url().startsWith('chrome-extension:') && frame.url().includes(name);
  const limit = AbortSignal.timeout(8_000);
  for (;;) {
    const frame = page.frames().find(isIt);
    if (frame) return frame;
    if (limit.aborted) throw new Error(`no frame with ${name} came up`);
    await page.waitForTimeout(10);
  }
}

type Marked = { marks: Marks };

const marked = (frame: Frame, name: 'firstRow' | 'painted') =>
  frame.waitForFunction((mark) => (globalThis as unknown as Marked).marks[mark] !== undefined, name);
