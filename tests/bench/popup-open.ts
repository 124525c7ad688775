import type { Page } from '@playwright/test';
import { freshTab, instant, type Bench, type Filled } from './bench';
import { countTasks, taskMs, type Marks } from './marks';
import { column, interleaved } from './statistics';
import type { Line } from './table';

/** One frame at 60 Hz, ms. */
const FRAME_MS = 17;
const REST_MS = 1_000;

/**
 * T4: the popup with 10,000 items and the worker awake, against an empty popup: in a tab, where everything can be
 * measured, and the real one from the toolbar button, whose first paint can be read afterwards.
 */
export async function popupOpen(bench: Bench, filled: Filled): Promise<Line[]> {
  const { browser, address } = filled;
  const page = await freshTab(browser, bench.server);
  await browser.grant(bench.build, page);
  const worker = await browser.worker(bench.build);
  const tabId = await worker.evaluate(
    async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
  );
  const floor = `chrome-extension://${browser.idOf(bench.floors.sidebar)}/`;
  const samples = await interleaved(bench.rounds, {
    floor: () => inTab(filled, `${floor}popup.html`, `${floor}sidebar.html`),
    ours: () => inTab(filled, `${address}popup.html#tab=${tabId}`, `${address}icon/16.png`),
    realFloor: () => fromToolbar(filled, bench.floors.sidebar, page),
    realOurs: () => fromToolbar(filled, bench.build, page),
  });
  await page.close();
  return linesOf(samples);
}

type Kind = 'floor' | 'ours' | 'realFloor' | 'realOurs';

function linesOf(samples: Record<Kind, Record<string, number>[]>): Line[] {
  const line = (what: string, ours: Kind, floor: Kind, name: string, ratio?: number): Line => ({
    target: 'T4',
    what,
    unit: 'ms',
    ours: column(samples[ours], name),
    floor: column(samples[floor], name),
    most: ratio === undefined ? undefined : { ratio },
  });
  return [
    line('popup from the toolbar button: first paint', 'realOurs', 'realFloor', 'pressToPaintMs', 1.2),
    line('  from its navigation: first paint', 'realOurs', 'realFloor', 'paintMs', 1.2),
    line('  last larger content painted', 'realOurs', 'realFloor', 'largestMs'),
    line('popup in a tab: first paint', 'ours', 'floor', 'paintMs', 1.2),
    {
      ...line('popup in a tab: last change − first paint', 'ours', 'floor', 'restMs'),
      floor: undefined,
      most: { amount: FRAME_MS },
    },
    line('popup in a tab: main-thread task', 'ours', 'floor', 'taskMs', 1.5),
    {
      ...line('popup in a tab: long tasks', 'ours', 'floor', 'longMs'),
      floor: undefined,
      most: { amount: 0 },
    },
  ];
}

async function inTab({ browser }: Filled, popup: string, quiet: string): Promise<Record<string, number>> {
  const page = await browser.context.newPage();
  // First a page without code in the same process: the counters of a tab do not survive a change of process.
  await page.goto(quiet);
  const session = await browser.context.newCDPSession(page);
  await countTasks(session);
  const before = await taskMs(session);
  await page.goto(popup);
  await page.waitForTimeout(REST_MS);
  const { marks, start } = await page.evaluate(() => ({
    marks: (globalThis as unknown as { marks: Marks }).marks,
    start: performance.timeOrigin,
  }));
  const task = (await taskMs(session)) - before;
  await page.close();
  const painted = marks.painted ?? Number.NaN;
  return {
    paintMs: painted - start,
    restMs: Math.max(0, (marks.settled ?? painted) - painted),
    taskMs: task,
    longMs: marks.longMs,
  };
}

type Paints = { start: number; painted: number; largest: number };

async function fromToolbar({ browser }: Filled, folder: string, page: Page): Promise<Record<string, number>> {
  const at = instant();
  await browser.pressToolbarButton(folder, page);
  const popup = await browser.attachTo(`chrome-extension://${browser.idOf(folder)}/popup.html`);
  await page.waitForTimeout(REST_MS);
  const { start, painted, largest } = await popup.evaluate<Paints>(`new Promise((done) => {
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
    new PerformanceObserver((list) => done({ start: performance.timeOrigin, painted, largest: list.getEntries().at(-1).startTime }))
      .observe({ type: 'largest-contentful-paint', buffered: true });
  })`);
  await popup.close();
  await page.waitForTimeout(100);
  return { pressToPaintMs: start + painted - at, paintMs: painted, largestMs: largest };
}
