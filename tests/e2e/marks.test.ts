import type { Page } from '@playwright/test';
import { systemClock } from '@/utils/model/clock';
import type { Draft } from '@/utils/model/draft';
import { newId, type SourceKey } from '@/utils/model/ids';
import type { ChromiumWithExtension } from '../support/chromium';
import { commandPage, sendFrom } from '../support/commands';
import { expect, test } from '../support/extension';
import { grantSite, signsIn, takeSiteBack } from '../support/granted-site';
import { servePages } from '../support/routes';

const SITE = 'https://github.com/*';
const ISSUES = 'https://github.com/acme/app/issues';
const row = (number: number, title: string) =>
  `<tr><td><a href="/acme/app/issues/${number}">#${number}</a></td>
   <td style="width:300px"><a id="i${number}" href="/acme/app/issues/${number}">${title}</a></td></tr>`;
const LIST = `<!doctype html><html lang="en"><title>Issues · acme/app</title><body style="height:3000px">
<h1>Issues</h1><table>${row(12, 'Login redirects')}${row(13, 'Dark theme flickers')}${row(14, 'Export misses rows')}</table>
<p><a href="/acme/app/wiki">The wiki</a></p></body></html>`;
const ELSEWHERE = 'https://notes.example/today';
const NOTES = `<!doctype html><title>Notes</title><p><a href="${ISSUES}/12">Login redirects</a></p>`;

const draftOf = (number: number, more: Partial<Draft> = {}): Draft => ({
  title: `Inventory name ${number}`,
  url: `${ISSUES}/${number}`,
  source: {
    ...{ product: 'github', host: 'github.com', scope: 'acme/app', nativeId: String(number), kind: 'issue' },
    // In the form that the recogniser gives.
    ...{ key: `github|github.com|acme/app|${number}` as SourceKey, label: `acme/app#${number}` },
  },
  page: 'item',
  witnesses: [],
  ...more,
});

/** Puts items into the inventory; gives the page that may send further commands, and their ids. */
async function knowing(extension: ChromiumWithExtension, ...drafts: Draft[]) {
  const desk = await commandPage(extension);
  const send = async (name: 'item.capture' | 'item.setState' | 'item.delete', payload: unknown) => {
    const { reply } = await sendFrom(desk, name, payload, newId(systemClock.now()));
    expect(reply.ok).toBe(true);
    return (reply.value as { itemId?: string } | undefined)?.itemId;
  };
  const ids: (string | undefined)[] = [];
  for (const draft of drafts) ids.push(await send('item.capture', { draft }));
  return { send, ids };
}

async function open(extension: ChromiumWithExtension, url: string): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(url);
  return page;
}

type Scripting = {
  chrome: {
    scripting: { executeScript(how: { target: { tabId: number } }): Promise<unknown> };
    tabs: { query(which: { url: string }): Promise<{ id: number }[]> };
  };
};

const whatIn = async (page: Page) => (await signsIn(page)).map(({ what }) => what);
const htmlOf = (page: Page) => page.evaluate(() => document.body.outerHTML);
/** Elements that are no part of an HTML page as its author wrote it. */
const strangers = (page: Page) =>
  page.evaluate(
    () => [...document.documentElement.children].filter(({ localName }) => localName.includes('-')).length,
  );
/** Waits until what an idle page tells us has been told and answered. */
const rested = (page: Page) =>
  page.evaluate(() => new Promise((done) => setTimeout(() => requestIdleCallback(done), 2_600)));

test('links to known items carry their state, once in each row, and the page is left as it was', async ({
  extension,
}) => {
  await servePages(extension.context, { [ISSUES]: LIST });
  await grantSite(extension, SITE);
  const { send, ids } = await knowing(extension, draftOf(12), draftOf(14));
  await send('item.setState', { id: ids[1], state: 'started' });
  const page = await open(extension, ISSUES);
  const before = await htmlOf(page);
  await expect.poll(() => whatIn(page)).toEqual(['triage', 'started']);
  const [first, second] = await signsIn(page);
  for (const [sign, id] of [
    [first, '#i12'],
    [second, '#i14'],
  ] as const) {
    const link = await page.locator(id).boundingBox();
    if (!link || !sign) throw new Error('no link, no sign');
    expect(sign.left).toBeGreaterThan(link.x + link.width);
    expect(sign.left).toBeLessThan(link.x + link.width + 8);
    expect(Math.abs(sign.y - (link.y + link.height / 2))).toBeLessThan(2);
  }
  expect(await htmlOf(page)).toBe(before);
  expect(await page.evaluate(() => document.documentElement.textContent)).not.toContain('Inventory name');
  expect(await strangers(page)).toBe(1);
  expect(
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      return { root: host.shadowRoot, text: host.textContent, tabs: host.tabIndex, size: host.offsetWidth };
    }),
  ).toEqual({ root: null, text: '', tabs: -1, size: 0 });
});

test('a change in the inventory is on the page at once, and so is what was captured since', async ({
  extension,
}) => {
  await servePages(extension.context, { [ISSUES]: LIST });
  await grantSite(extension, SITE);
  const { send, ids } = await knowing(extension, draftOf(12));
  const page = await open(extension, ISSUES);
  await expect.poll(() => whatIn(page)).toEqual(['triage']);
  await send('item.setState', { id: ids[0], state: 'done' });
  await expect.poll(() => whatIn(page)).toEqual(['done']);
  await send('item.capture', { draft: draftOf(13) });
  await expect.poll(() => whatIn(page)).toEqual(['done', 'triage']);
  await send('item.delete', { id: ids[0] });
  await expect.poll(() => whatIn(page)).toEqual(['triage']);
});

test('rows that come while a person works with the page are marked, those that go lose their mark', async ({
  extension,
}) => {
  await servePages(extension.context, { [ISSUES]: LIST });
  await grantSite(extension, SITE);
  await knowing(extension, draftOf(12), draftOf(15));
  const page = await open(extension, ISSUES);
  await expect.poll(() => whatIn(page)).toEqual(['triage']);
  await page.evaluate(() => {
    document.querySelector('h1')?.addEventListener('click', () => {
      const link = Object.assign(document.createElement('a'), {
        href: '/acme/app/issues/15',
        textContent: 'Came late',
      });
      const cell = Object.assign(document.createElement('div'), { style: 'padding: 20px' });
      cell.append(link);
      document.querySelector('table')?.after(cell);
    });
  });
  await page.click('h1');
  await expect.poll(() => whatIn(page)).toEqual(['triage', 'triage']);
  await page.evaluate(() => document.querySelector('tr')?.remove());
  await expect.poll(async () => (await signsIn(page)).length).toBe(1);
  const [sign] = await signsIn(page);
  await expect
    .poll(async () => {
      const link = await page.getByText('Came late').boundingBox();
      return Math.abs((sign?.y ?? 0) - (link?.y ?? 0));
    })
    .toBeLessThan(20);
});

test('resting on a mark tells title, state and reason; pressing it opens the sidebar at the item', async ({
  extension,
}) => {
  await servePages(extension.context, { [ISSUES]: LIST });
  await grantSite(extension, SITE);
  const { send, ids } = await knowing(extension, draftOf(12), draftOf(14));
  await send('item.setState', { id: ids[1], state: 'started' });
  const page = await open(extension, ISSUES);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const type of ['click', 'pointerdown', 'mousedown'])
      document.body.addEventListener(type, () => heard.push(type), true);
  });
  await expect.poll(() => whatIn(page)).toEqual(['triage', 'started']);
  const [, sign] = await signsIn(page);
  if (!sign) throw new Error('no sign');
  await page.mouse.move(sign.x, sign.y);
  const glimpse = () => page.frames().find((frame) => frame.url().includes('/glimpse.html'));
  await expect.poll(glimpse, { message: 'the glimpse opens' }).toBeDefined();
  const told = glimpse()?.getByRole('main');
  if (!told) throw new Error('the glimpse went away again');
  await expect(told).toHaveText('Inventory name 14Started · age 1 dHacme/app#14Open');
  expect(await page.evaluate(() => document.documentElement.textContent)).not.toContain('Inventory name');
  await page.mouse.move(700, 500);
  await expect.poll(glimpse).toBeUndefined();

  await page.evaluate(() => {
    const host = document.documentElement.lastElementChild;
    host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  });
  await page.mouse.click(sign.x, sign.y);
  const sidebar = await extension.sidebarFrame(page);
  await expect(sidebar.getByRole('dialog', { name: 'Inventory name 14' })).toBeVisible();
  expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
  expect(page.url()).toBe(ISSUES);
});

test('a site that was not granted has nothing of ours, and one that is taken back loses its marks', async ({
  extension,
}) => {
  await servePages(extension.context, { [ISSUES]: LIST, [ELSEWHERE]: NOTES });
  await grantSite(extension, SITE);
  await knowing(extension, draftOf(12));
  const elsewhere = await open(extension, ELSEWHERE);
  await rested(elsewhere);
  expect(await strangers(elsewhere)).toBe(0);
  expect(await whatIn(elsewhere)).toEqual([]);

  await grantSite(extension, 'https://notes.example/*');
  await expect.poll(() => whatIn(elsewhere)).toEqual(['triage']);

  const page = await open(extension, ISSUES);
  await expect.poll(() => whatIn(page)).toEqual(['triage']);
  await takeSiteBack(extension, SITE);
  await expect.poll(() => whatIn(page)).toEqual([]);
  await page.reload();
  await rested(page);
  expect(await whatIn(page)).toEqual([]);
  expect(await strangers(page)).toBe(0);
});

test('nothing goes into a page on a granted site that leads to no known item', async ({ extension }) => {
  await servePages(extension.context, { [ELSEWHERE]: NOTES });
  await grantSite(extension, 'https://notes.example/*');
  const worker = await extension.worker();
  await worker.evaluate(() => {
    const { scripting } = (globalThis as unknown as Scripting).chrome;
    const entered: number[] = [];
    const enter = scripting.executeScript;
    Object.assign(globalThis, { entered });
    scripting.executeScript = (how) => {
      entered.push(how.target.tabId);
      return enter.call(scripting, how);
    };
  });
  const page = await open(extension, ELSEWHERE);
  await rested(page);
  const enteredHere = () =>
    worker.evaluate(async () => {
      const { chrome, entered } = globalThis as unknown as Scripting & { entered: number[] };
      const [tab] = await chrome.tabs.query({ url: 'https://notes.example/*' });
      return entered.filter((id) => id === tab?.id).length;
    });
  expect(await enteredHere()).toBe(0);
  await knowing(extension, draftOf(12));
  await page.bringToFront();
  await expect.poll(enteredHere).toBe(1);
});

test('a known ticket that is walked past on a granted site is read again, without opening anything', async ({
  extension,
}) => {
  const ticket = (state: string, title: string) => `<!doctype html><html lang="en"><head>
    <title>${title} · Issue #12 · acme/app · GitHub</title></head><body><h1>${title} <span>#12</span></h1>
    <span data-testid="header-state">${state}</span></body></html>`;
  await servePages(extension.context, { [`${ISSUES}/12`]: ticket('Closed', 'Login redirects') });
  await grantSite(extension, SITE);
  const { ids } = await knowing(extension, draftOf(12, { title: 'Login redirects', status: 'Open' }));
  const page = await open(extension, `${ISSUES}/12`);
  const desk = await commandPage(extension);
  const observed = () =>
    desk.evaluate(async (id) => {
      const ask = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => {
          request.onsuccess = () => resolve(request.result);
        });
      const db = await ask(indexedDB.open('throughline'));
      const events = (await ask(db.transaction('events').objectStore('events').getAll())) as {
        eid: string;
        t: string;
        via: string;
        act?: string;
        d: { status?: string };
      }[];
      db.close();
      return events
        .filter(({ eid, t }) => eid === id && t === 'observed')
        .map(({ via, act, d }) => [via, act, d.status]);
    }, ids[0]);
  await expect.poll(observed).toEqual([['rule', undefined, 'Closed']]);
  expect(await strangers(page)).toBe(0);
});
