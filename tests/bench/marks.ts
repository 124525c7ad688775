import type { BrowserContext, CDPSession } from '@playwright/test';

/** What the page of an extension tells of its own start; instants are ms since the epoch. */
export type Marks = {
  /** First contentful paint. */
  painted?: number;
  /** The frame with the first row of a list was painted. */
  firstRow?: number;
  /** The last change of the document was painted. */
  settled?: number;
  /** Sum of main-thread tasks above 50 ms. */
  longMs: number;
};

/** Makes every page of an extension in this browser write its marks down. To be called before it is opened. */
export async function markPages(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if (location.protocol !== 'chrome-extension:') return;
    const marks: Marks = { longMs: 0 };
    Object.assign(globalThis, { marks });
    const since = (ms: number) => performance.timeOrigin + ms;
    const afterPaint = (then: () => void) => requestAnimationFrame(() => setTimeout(then));
    new PerformanceObserver((list) => {
      for (const entry of list.getEntriesByName('first-contentful-paint'))
        marks.painted = since(entry.startTime);
    }).observe({ type: 'paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) marks.longMs += duration;
    }).observe({ type: 'longtask', buffered: true });
    new MutationObserver(() => {
      const hasRow = marks.firstRow === undefined && document.querySelector('[role="option"]') !== null;
      afterPaint(() => {
        marks.settled = since(performance.now());
        if (hasRow) marks.firstRow ??= marks.settled;
      });
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** ms of CPU that the page's main thread has spent in tasks since it began, waiting not counted. */
export async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

/** Begins to count main-thread time for `taskMs`. */
export const countTasks = (session: CDPSession) =>
  session.send('Performance.enable', { timeDomain: 'threadTicks' });
