import type { Browser, Page } from '@playwright/test';
import type { Bench, Measurement } from './bench';
import { grantSite } from '../support/granted-site';
import { openBrowser, type BenchBrowser } from './bench-browser';
import { column, interleaved } from './statistics';
import type { Line } from './table';

const OURS = 'chrome-extension://';

type TraceEvent = {
  pid: number;
  /** In µs: of the thread itself, which does not count waiting for the processor; and by the clock. */
  tdur?: number;
  dur?: number;
  args?: { data?: { url?: string; fileName?: string } };
};

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
    none: () => sample(browsers.none, bench, '/page'),
    ours: () => sample(browsers.ours, bench, '/page'),
    script: () => sample(browsers.script, bench, '/page'),
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

/**
 * T1 where the person granted the site: a page of 2,000 links, none of which leads to a known item, in a fresh tab
 * with and without ours.
 */
export const grantedPage: Measurement = async (bench) => {
  const browsers = {
    none: await openBrowser([]),
    ours: await openBrowser([bench.build]),
    script: await openBrowser([bench.floors.pageScript]),
  };
  const { hostname } = new URL(bench.server.address);
  const { context, idOf } = browsers.ours;
  await grantSite({ context, id: idOf(bench.build) }, `http://${hostname}/*`);
  const samples = await interleaved(bench.rounds, {
    none: () => sample(browsers.none, bench, '/links'),
    ours: () => sample(browsers.ours, bench, '/links'),
    script: () => sample(browsers.script, bench, '/links'),
  });
  for (const browser of Object.values(browsers)) await browser.close();
  const line = (what: string, name: string, unit: 'B' | 'ms' | 'MB', most: number): Line => {
    const none = column(samples.none, name).median;
    const over = (each: Record<string, number>) => ({ ...each, [name]: (each[name] ?? Number.NaN) - none });
    const ours = column(samples.ours.map(over), name);
    const control = column(samples.script.map(over), name).median;
    const note = `a content script of 2 bytes: ${control.toFixed(2)} ${unit}`;
    return { target: 'T1', what: `granted site: ${what}`, ours, unit, most: { amount: most }, note };
  };
  return [
    line('our script parsed in the page', 'bytes', 'B', 2_000),
    line('script + compile in the page', 'scriptMs', 'ms', 0.5),
    line('heap of the page, more than without', 'heapMb', 'MB', 0.2),
  ];
};

async function sample(browser: BenchBrowser, bench: Bench, path: string): Promise<Record<string, number>> {
  const address = `${bench.server.address}${path}`;
  return { ...(await parsed(browser, address)), ...(await traced(browser, address)) };
}

/** Bytes of extension script that the page parsed, and its heap after a collection. */
async function parsed({ context }: BenchBrowser, address: string): Promise<Record<string, number>> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let bytes = 0;
  session.on('Debugger.scriptParsed', ({ url, length }) => {
    if (url.startsWith(OURS)) bytes += length ?? 0;
  });
  await session.send('Debugger.enable');
  await page.goto(address, { waitUntil: 'load' });
  await restFor(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { bytes, heapMb: usedSize / 1e6 };
}

/** ms of script and compile that the page's own process spent on extension scripts, by the browser's trace. */
async function traced({ context }: BenchBrowser, address: string): Promise<Record<string, number>> {
  // A persistent context of Chromium has its browser.
  const browser = context.browser() as Browser;
  const page = await context.newPage();
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'],
  });
  await page.goto(address, { waitUntil: 'load' });
  await restFor(page);
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  await page.close();
  const urlOf = ({ args }: TraceEvent) => args?.data?.url ?? args?.data?.fileName ?? '';
  const process = traceEvents.find((event) => urlOf(event).startsWith(new URL(address).origin))?.pid;
  const own = traceEvents.filter((event) => event.pid === process && urlOf(event).startsWith(OURS));
  return { scriptMs: own.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0) / 1_000 };
}

/**
 * Content scripts run until the document is idle, and a script on a granted site in an idle moment after that: waits
 * for a few of them.
 */
const restFor = (page: Page) =>
  page.evaluate(async () => {
    for (let idle = 0; idle < 5; idle += 1)
      await new Promise<void>((done) => {
        requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));
      });
  });
