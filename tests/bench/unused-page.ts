import type { Browser, Page } from '@playwright/test';
import type { Bench, Measurement } from './bench';
import { openBrowser, type BenchBrowser } from './bench-browser';
import { column, interleaved } from './statistics';

const OURS = 'chrome-extension://';

type TraceEvent = { pid: number; dur?: number; args?: { data?: { url?: string; fileName?: string } } };

/**
 * T1: what a page pays on which the extension was not used. The same page in a fresh tab with no extension, with
 * ours, and with the smallest content script there is, which shows that the instruments see one.
 */
export const unusedPage: Measurement = async (bench) => {
  const browsers = {
    none: await openBrowser([]),
    ours: await openBrowser([bench.build]),
    script: await openBrowser([bench.floors.pageScript]),
  };
  const samples = await interleaved(bench.rounds, {
    none: () => sample(browsers.none, bench),
    ours: () => sample(browsers.ours, bench),
    script: () => sample(browsers.script, bench),
  });
  for (const browser of Object.values(browsers)) await browser.close();
  const line = (what: string, name: string, unit: 'B' | 'ms' | 'MB') => {
    const none = column(samples.none, name).median;
    const over = (each: Record<string, number>) => ({ ...each, [name]: (each[name] ?? Number.NaN) - none });
    const [ours, control] = [samples.ours, samples.script].map((taken) => column(taken.map(over), name));
    return {
      ours: ours!,
      note: `a content script of 2 bytes: ${control!.median.toFixed(2)} ${unit}`,
      what,
      unit,
    }; // two in, two out
  };
  return [
    { ...line('our script parsed in the page', 'bytes', 'B'), target: 'T1', most: { amount: 0 } },
    { ...line('script + compile in the page', 'scriptMs', 'ms'), target: 'T1', most: { amount: 0 } },
    { ...line('heap of the page, more than without', 'heapMb', 'MB'), target: 'T1', most: { amount: 0.02 } },
  ];
};

async function sample(browser: BenchBrowser, bench: Bench): Promise<Record<string, number>> {
  return { ...(await parsed(browser, bench)), ...(await traced(browser, bench)) };
}

/** Bytes of extension script that the page parsed, and its heap after a collection. */
async function parsed({ context }: BenchBrowser, { server }: Bench): Promise<Record<string, number>> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let bytes = 0;
  session.on('Debugger.scriptParsed', ({ url, length }) => {
    if (url.startsWith(OURS)) bytes += length ?? 0;
  });
  await session.send('Debugger.enable');
  await page.goto(`${server.address}/page`, { waitUntil: 'load' });
  await restFor(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { bytes, heapMb: usedSize / 1e6 };
}

/** ms of script and compile that the page's own process spent on extension scripts, by the browser's trace. */
async function traced({ context }: BenchBrowser, { server }: Bench): Promise<Record<string, number>> {
  // A persistent context of Chromium has its browser.
  const browser = context.browser() as Browser;
  const page = await context.newPage();
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'],
  });
  await page.goto(`${server.address}/page`, { waitUntil: 'load' });
  await restFor(page);
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  await page.close();
  const urlOf = ({ args }: TraceEvent) => args?.data?.url ?? args?.data?.fileName ?? '';
  const process = traceEvents.find((event) => urlOf(event).startsWith(server.address))?.pid;
  const own = traceEvents.filter((event) => event.pid === process && urlOf(event).startsWith(OURS));
  return { scriptMs: own.reduce((sum, { dur }) => sum + (dur ?? 0), 0) / 1_000 };
}

/** Content scripts run until the document is idle: waits for that and two frames. */
const restFor = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));
      }),
  );
