import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { newId } from '@/utils/model/ids';
import { ChromiumWithExtension } from '../support/chromium';
import { commandPage, sendFrom, storedIn } from '../support/commands';
import { expect, test as base } from '../support/extension';
import { ticket } from '../support/inventory';
import { openPage, openSidebar, PLACE, sidebarFrames, TOOL } from '../support/sidebar-page';

const OTHER = resolve(import.meta.dirname, '../pages/hostile-extension');
/** The browser names an unpacked extension after its folder. */
const otherId = createHash('sha256')
  .update(OTHER)
  .digest('hex')
  .slice(0, 32)
  .replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

type Result = { result?: unknown; frameId: number }[];
/** The part of the browser that the other extension uses. */
type Chrome = {
  dom: { openOrClosedShadowRoot(element: Element): ShadowRoot };
  runtime: {
    lastError?: { message: string };
    getContexts(which: object): Promise<{ frameId: number }[]>;
    sendMessage(id: string, message: unknown): Promise<unknown>;
    connect(id: string, how: object): { onDisconnect: { addListener(hear: () => void): void } };
  };
  tabs: {
    query(which: object): Promise<{ id: number }[]>;
    sendMessage(id: number, message: unknown): Promise<unknown>;
  };
  webNavigation: { getAllFrames(of: object): Promise<{ frameId: number; url: string }[]> };
  scripting: { executeScript(what: object): Promise<Result> };
  browsingData: { remove(since: object, what: object): Promise<void> };
};
type World = { chrome: Chrome };

const test = base.extend<{ both: { ours: ChromiumWithExtension; other: Page } }>({
  both: async ({ build }, use) => {
    const both = `${build},${OTHER}`;
    const ours = await ChromiumWithExtension.launch({
      build,
      args: [`--disable-extensions-except=${both}`, `--load-extension=${both}`],
    });
    const other = await ours.context.newPage();
    await other.goto(`chrome-extension://${otherId}/open.html`);
    await use({ ours, other });
    expect(await ours.close()).toEqual([]);
  },
});

test('MS-04: another extension that speaks to us, or to our script in a page, finds nobody', async ({
  both,
}) => {
  const { ours, other } = both;
  const page = await openPage(ours, PLACE, { [PLACE]: TOOL });
  await openSidebar(ours, page);
  const said = await other.evaluate(async (id) => {
    const { runtime, tabs } = (globalThis as unknown as World).chrome;
    const [tab] = await tabs.query({ url: 'https://works.example/*' });
    const refusal = (asked: Promise<unknown>) =>
      asked.then(
        (answer) => `answered ${JSON.stringify(answer)}`,
        (error: Error) => error.message,
      );
    const message = {
      kind: 'command',
      id: '01930000-0000-7000-8000-000000000001',
      name: 'undo',
      payload: {},
    };
    const port = runtime.connect(id, { name: 'view' });
    const cut = new Promise((done) => port.onDisconnect.addListener(() => done(runtime.lastError?.message)));
    return [
      await cut,
      await refusal(runtime.sendMessage(id, message)),
      await refusal(tabs.sendMessage(tab?.id ?? 0, { to: 'page', ask: 'read' })),
    ];
  }, ours.id);
  const nobody = 'Could not establish connection. Receiving end does not exist.';
  expect(said).toEqual([nobody, nobody, nobody]);
});

test('MS-05: another extension that opens our closed root and puts scripts everywhere reads nothing of ours', async ({
  both,
}) => {
  const { ours, other } = both;
  const page = await openPage(ours, PLACE, { [PLACE]: TOOL });
  const sidebar = await openSidebar(ours, page);
  await expect(sidebar.locator('[data-page]')).toContainText('First piece of work');
  // The browser tells the other one nothing of our frame: here it is given its number.
  const worker = await ours.worker();
  const frameId = await worker.evaluate(async () => {
    const contexts = await (globalThis as unknown as World).chrome.runtime.getContexts({});
    return contexts.find(({ frameId: id }) => id > 0)?.frameId ?? 0;
  });
  expect(frameId).toBeGreaterThan(0);
  const found = await other.evaluate(async (ourFrame) => {
    const { tabs, scripting, webNavigation } = (globalThis as unknown as World).chrome;
    const [tab] = await tabs.query({ url: 'https://works.example/*' });
    const tabId = tab?.id ?? 0;
    const look = () => {
      const { dom } = (globalThis as unknown as World).chrome;
      const host = [...document.documentElement.children].findLast((each) => each.localName.includes('-'));
      const root = host && dom.openOrClosedShadowRoot(host);
      const frame = root?.querySelector('iframe');
      return {
        inside: root && [...root.children].map(({ localName }) => localName),
        text: root?.textContent,
        document: frame?.contentDocument ?? null,
        shared: Object.keys((globalThis as { throughline?: object }).throughline ?? {}),
      };
    };
    const everywhere = await scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => location.protocol,
    });
    const listed = (await webNavigation.getAllFrames({ tabId })).map(({ url }) => url);
    const refused = await scripting
      .executeScript({ target: { tabId, frameIds: [ourFrame] }, func: () => document.body.innerText })
      .then(
        (all) => `read ${JSON.stringify(all)}`,
        (error: Error) => error.message,
      );
    const [looked] = await scripting.executeScript({ target: { tabId }, func: look });
    return { looked: looked?.result, everywhere: everywhere.map(({ result }) => result), listed, refused };
  }, frameId);
  expect(found.looked).toEqual({ inside: ['iframe'], text: '', document: null, shared: [] });
  expect(found.everywhere).toEqual(['https:']);
  expect(found.listed).toEqual([PLACE]);
  expect(found.refused).toMatch(/Cannot access|No frame with id/);
});

test('T17: a sidebar that another extension fades or moves out of sight takes nothing, and says so', async ({
  both,
}) => {
  const { ours, other } = both;
  const page = await openPage(ours, PLACE, { [PLACE]: TOOL });
  const desk = await commandPage(ours);
  await page.bringToFront();
  let sidebar = await openSidebar(ours, page);
  for (const style of [
    'opacity: 0.01',
    'transform: translateX(5000px)',
    'mask-image: linear-gradient(#0000, #0000); opacity: 0.5',
  ]) {
    await expect(sidebar.locator('[data-page]')).toContainText('First piece of work');
    await other.evaluate(async (css) => {
      const { tabs, scripting } = (globalThis as unknown as World).chrome;
      const [tab] = await tabs.query({ url: 'https://works.example/*' });
      await scripting.executeScript({
        target: { tabId: tab?.id ?? 0 },
        func: (text: string) => {
          const { dom } = (globalThis as unknown as World).chrome;
          const host = [...document.documentElement.children].findLast((each) =>
            each.localName.includes('-'),
          );
          const frame = host && dom.openOrClosedShadowRoot(host).querySelector('iframe');
          if (frame) frame.style.cssText = text;
        },
        args: [css],
      });
    }, style);
    await sidebar.locator('#line').fill('Stolen');
    await sidebar.locator('#line').press('Enter');
    await expect(
      sidebar.getByText('This page covers the sidebar; nothing was changed.'),
      style,
    ).toBeVisible();
    await expect(sidebar.locator('#line')).toHaveValue('Stolen');
    // Half-typed it would come back.
    await sidebar.locator('#line').fill('');
    await page.reload();
    sidebar = await ours.sidebarFrame(page);
  }
  expect((await storedIn(desk)).titles).toEqual([]);
  expect(sidebarFrames(page)).toHaveLength(1);
});

test('DU-20: everything that another extension may clear leaves the inventory whole', async ({ both }) => {
  const { ours, other } = both;
  const desk = await commandPage(ours);
  for (const at of [1, 2, 3]) await sendFrom(desk, 'item.capture', { draft: ticket(at) }, newId(at));
  const before = await storedIn(desk);
  expect(before.titles).toHaveLength(3);
  await other.evaluate(() =>
    (globalThis as unknown as World).chrome.browsingData.remove(
      { since: 0 },
      {
        ...{
          cache: true,
          cacheStorage: true,
          cookies: true,
          fileSystems: true,
          formData: true,
          history: true,
        },
        ...{ indexedDB: true, localStorage: true, serviceWorkers: true, webSQL: true, downloads: true },
      },
    ),
  );
  expect(await storedIn(desk)).toEqual(before);
  await ours.restart();
  expect(await storedIn(await commandPage(ours))).toEqual(before);
});
