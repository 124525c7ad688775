import type { Page } from '@playwright/test';
import { servePages } from '../support/routes';
import type { Stored } from './asking';
import { send, told } from './asking';
import type { RigBrowser } from './rig-browser';

const HOST = 'https://projects.larkfield.example';

/** A tracker's list of made-up issues, as the recogniser's sample has it. */
export function listHtml(from: number, count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const link = (words: string) => `<a href="/redmine/issues/${from + at}">${words}</a>`;
    return (
      `<tr id="issue-${from + at}" class="issue"><td class="id">${link(String(from + at))}</td>` +
      `<td class="tracker">Bug</td><td class="status">New</td><td class="priority">Normal</td>` +
      `<td class="subject">${link(`Row ${from + at} of the list`)}</td><td class="assigned_to"></td></tr>`
    );
  });
  return (
    '<!doctype html><html><head><title>Issues - Rollout - Redmine</title><meta name="description" content="Redmine">' +
    '</head><body class="project-rollout controller-issues action-index"><div id="header"><h1>' +
    '<span class="current-project">Rollout</span></h1></div><div id="content"><h2>Issues</h2>' +
    `<table class="list issues"><tbody>${rows.join('')}</tbody></table></div></body></html>`
  );
}

type Chrome = {
  chrome: {
    action: { getPopup(of: object): Promise<string>; setPopup(to: object): Promise<void> };
    tabs: { query(which: object): Promise<{ id: number; url?: string }[]> };
  };
};

/** As a person's press on the toolbar button, which lets us into the page, without the popup that it opens. */
export async function grant(browser: RigBrowser, page: Page): Promise<number> {
  const worker = await browser.worker();
  const popup = await worker.evaluate(async () => {
    const { action } = (globalThis as unknown as Chrome).chrome;
    const before = await action.getPopup({});
    await action.setPopup({ popup: '' });
    return before;
  });
  await page.bringToFront();
  const filter = [{ type: 'tab', exclude: false }];
  const { targetInfos } = await browser.devtools.send('Target.getTargets', { filter });
  const tab = targetInfos.find(({ url }) => url === page.url());
  // Playwright's types do not know this domain yet; the browser does (since Chromium 143).
  const press = browser.devtools.send.bind(browser.devtools) as (
    method: string,
    params: object,
  ) => Promise<unknown>;
  await press('Extensions.triggerAction', { id: browser.id, targetId: tab?.targetId });
  return worker.evaluate(async (address) => {
    const { action, tabs } = (globalThis as unknown as Chrome).chrome;
    await action.setPopup({ popup: address });
    const [found] = await tabs.query({ active: true, lastFocusedWindow: true });
    return found?.id ?? -1;
  }, popup);
}

type PageView = { list?: { rows: { key: string }[] } };

/** Opens a list of rows that was read, and gives what captures all of them. */
export async function openList(browser: RigBrowser, from: number, count: number) {
  const address = `${HOST}/redmine/projects/rollout/issues`;
  await servePages(browser.context, { [address]: listHtml(from, count) });
  const page = await browser.context.newPage();
  await page.goto(address);
  const tabId = await grant(browser, page);
  const desk = await browser.desk();
  const read = await send(desk, 'page.read', { tabId });
  if (!read.ok) throw new Error(`the list was not read: ${read.code}`);
  const view = await told<PageView>(desk, 'page', { tabId });
  if (typeof view === 'string' || !view.list) throw new Error(`no list: ${JSON.stringify(view)}`);
  await desk.close();
  return { page, payload: { tabId, keys: view.list.rows.map(({ key }) => key) } };
}

/** How many of the rows are items, each once. */
export const capturedRows = ({ items }: Stored, from: number): number =>
  items.filter(({ title }) => {
    const number = Number(/^Row (\d+) of the list$/.exec(title)?.[1] ?? -1);
    return number >= from && number < from + 1_000;
  }).length;
