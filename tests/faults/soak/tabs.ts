import type { Frame, Page } from '@playwright/test';
import { servePages } from '../../support/routes';
import { send, told } from '../asking';
import { grant, listHtml } from '../list-page';
import type { RigBrowser } from '../rig-browser';
import type { Source } from './model';

const HOST = 'https://projects.larkfield.example';
const ROWS = 12;

/** A tab with a list that was read and a sidebar over it. */
export type Tab = { page: Page; tabId: number; rows: Source[] };

type PageView = { list?: { rows: { key: string; title: string; label?: string }[] } };

/** Opens so many lists of made-up issues, each with the sidebar in its page. */
export async function openTabs(browser: RigBrowser, desk: Page, count: number): Promise<Tab[]> {
  const places = Array.from({ length: count }, (_, number) => ({
    address: `${HOST}/redmine/projects/part-${number}/issues`,
    html: listHtml(5_000 + number * 1_000, ROWS),
  }));
  await servePages(browser.context, Object.fromEntries(places.map(({ address, html }) => [address, html])));
  const tabs: Tab[] = [];
  for (const { address } of places) {
    const page = await browser.context.newPage();
    await page.goto(address);
    const tabId = await grant(browser, page);
    const opened = await send(desk, 'sidebar.open', { tabId });
    if (!opened.ok) throw new Error(`the sidebar did not open: ${opened.code}`);
    tabs.push({ page, tabId, rows: await rowsOf(desk, tabId) });
  }
  return tabs;
}

/** Rows of the list in a tab, read anew where that is needed. */
export async function rowsOf(desk: Page, tabId: number): Promise<Source[]> {
  const read = await send(desk, 'page.read', { tabId });
  if (!read.ok) throw new Error(`the list was not read: ${read.code}`);
  const view = await told<PageView>(desk, 'page', { tabId });
  if (typeof view === 'string' || !view.list) throw new Error(`no list: ${JSON.stringify(view)}`);
  return view.list.rows.map(({ key, title, label }) => ({ key, title, label }));
}

/** The sidebar in the page of a tab. */
export const sidebarOf = ({ page }: Tab): Frame | undefined =>
  page.frames().find((frame) => frame.url().includes('/sidepanel.html'));
