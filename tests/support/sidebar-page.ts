import type { Frame, Page } from '@playwright/test';
import type { ChromiumWithExtension } from './chromium';
import { type Pages, servePages } from './routes';

/** What is asked of the browser inside the worker and the frame. */
export type ExtensionWorld = {
  chrome: {
    commands: { onCommand: { dispatch(name: string, tab: unknown): void } };
    runtime: { getURL(path: string): string; sendMessage(message: unknown): Promise<unknown> };
    storage: {
      session: {
        get(keys: null): Promise<object>;
        onChanged: { addListener(hear: (changes: Record<string, { newValue?: unknown }>) => void): void };
      };
    };
    tabs: { query(which: object): Promise<unknown[]> };
  };
};
/** Where TOOL is served. */
export const PLACE = 'https://works.example/first';
/** A single-page tool: `go(path, title, lateMs)` moves the address at once and the title later. */
export const TOOL = `<!doctype html><title>First piece of work</title><h1>First piece of work</h1><input id="field">
<script>window.go = (path, title, lateMs) => { history.pushState({}, '', path); setTimeout(() => {
  document.title = title; document.querySelector('h1').textContent = title; }, lateMs); };</script>`;

/** A page that the person has let us into, in front. */
export async function openPage(extension: ChromiumWithExtension, url: string, pages: Pages): Promise<Page> {
  await servePages(extension.context, pages);
  const page = await extension.context.newPage();
  await page.goto(url);
  await extension.grant(page);
  await page.bringToFront();
  return page;
}

/** Opening the popup captures nothing: where a test lets us into an item's page and presses Capture itself. */
export async function captureOnlyWhenPressed(extension: ChromiumWithExtension): Promise<void> {
  const worker = await extension.worker();
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(values: object): Promise<void> } } };
    };
    await chrome.storage.local.set({ settings: { captureOnOpen: false } });
  });
}

/** As the key does it, without a screen: the worker's own listener hears the command with the tab in front. */
export async function toggleSidebar(extension: ChromiumWithExtension): Promise<void> {
  const worker = await extension.worker();
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as ExtensionWorld;
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch('toggle-sidebar', tab);
  });
}

/** Opens the sidebar over the page in front; gives its frame. */
export async function openSidebar(extension: ChromiumWithExtension, page: Page): Promise<Frame> {
  await toggleSidebar(extension);
  return extension.sidebarFrame(page);
}

/** Every frame in the page that shows our sidebar, whoever put it there. */
export const sidebarFrames = (page: Page) =>
  page.frames().filter((frame) => frame.url().includes('/sidepanel.html'));
