import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { ChromiumWithExtension } from './chromium';
import { servePages } from './routes';
import type { ExtensionWorld } from './sidebar-page';

export const HOSTILE_FOLDER = resolve(import.meta.dirname, '../pages/hostile');
export const HOSTILE_TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

/** Where a page of tests/pages/hostile is served. */
export const hostileUrl = (file: string): string => `https://hostile.example/${file}`;

/** Opens a page of tests/pages/hostile, with further headers; the person has let us into it. */
export async function openHostile(
  extension: ChromiumWithExtension,
  file: string,
  headers: Record<string, string> = {},
): Promise<Page> {
  const type = `${HOSTILE_TYPES[extname(file)] ?? 'text/html'}; charset=utf-8`;
  const html = readFileSync(resolve(HOSTILE_FOLDER, file), 'utf8');
  await servePages(extension.context, {
    [hostileUrl(file)]: { html, headers: { 'content-type': type, ...headers } },
  });
  const page = await extension.context.newPage();
  await page.goto(hostileUrl(file));
  await extension.grant(page);
  await page.bringToFront();
  return page;
}

/** As the key does it, without a screen: the worker's own listener hears the command with the tab in front. */
export async function pressCapture(extension: ChromiumWithExtension): Promise<void> {
  const worker = await extension.worker();
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as ExtensionWorld;
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch('capture', tab);
  });
}

/** Elements at the root of a page that its author did not write: our host is one. */
export const strangersIn = (page: Page): Promise<number> =>
  page.evaluate(
    () => [...document.documentElement.children].filter(({ localName }) => localName.includes('-')).length,
  );

/** Has the page write down its own long tasks from now on, in ms; scripts of extensions count as the page's. */
export const countTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });

export const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks));
