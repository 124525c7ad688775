import type { Page } from '@playwright/test';
import type { Clock } from '@/utils/model/clock';
import { openBrowser, type BenchBrowser } from './bench-browser';
import type { Floors } from './floors';
import { inventedWork } from './invented-work';
import { markPages } from './marks';
import type { PageServer } from './page-server';
import { pour } from './pour';
import type { Line } from './table';

/** What every measurement is given. */
export type Bench = {
  /** The built extension. */
  build: string;
  floors: Floors;
  server: PageServer;
  clock: Clock;
  rounds: number;
  /** Items in the large inventory; 100,000 unless a quick look was asked for. */
  large: number;
};

/** A measurement: takes its samples and gives its lines of the table. */
export type Measurement = (bench: Bench) => Promise<Line[]>;

/** A page of the extension in which none of its code runs: for its origin's storage. */
const QUIET_PAGE = 'icon/16.png';
/** Until a page that was opened has asked everything that it asks at its start. */
const REST_MS = 500;

export type Filled = { browser: BenchBrowser; address: string; quiet: Page };

/**
 * A browser with ours and the floor side by side and `items` items in our inventory, the worker started anew
 * after they were put there. `quiet` is a page of ours in which no code of ours runs.
 */
export async function openFilled({ build, floors, clock }: Bench, items: number): Promise<Filled> {
  const browser = await openBrowser([build, floors.sidebar]);
  await markPages(browser.context);
  const address = `chrome-extension://${browser.idOf(build)}/`;
  await browser.worker(build);
  const quiet = await silentPage(browser, address);
  // The first run opens a page of its own, which would wake the worker again and again.
  for (const page of browser.context.pages()) if (page !== quiet) await page.close();
  await pour(quiet, inventedWork(items, clock), clock);
  await browser.stopWorker(build);
  await quiet.goto(address + QUIET_PAGE);
  return { browser, address, quiet };
}

/**
 * A page of ours from which every command may be sent, which thinks that nobody looks at it: so it does not wake
 * a worker that was stopped.
 */
export async function silentPage({ context }: BenchBrowser, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    Object.defineProperty(document, 'hidden', { get: () => true });
  });
  await page.goto(`${address}desk.html`);
  await page.waitForTimeout(REST_MS);
  return page;
}

/** An ordinary page in a fresh tab, seen by the person. */
export async function freshTab(browser: BenchBrowser, server: PageServer): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${server.address}/page`);
  await page.bringToFront();
  return page;
}

/** ms since the epoch, with fractions: the same clock as `performance.timeOrigin` of a page. */
export const instant = (): number => performance.timeOrigin + performance.now();
