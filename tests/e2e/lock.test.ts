import type { Page } from '@playwright/test';
import { newId, type SourceKey } from '@/utils/model/ids';
import { COMMAND_SENDERS, VIEW_SENDERS, VIEWS_WHILE_LOCKED, WHILE_LOCKED } from '@/utils/messaging/senders';
import type { CommandName } from '@/utils/messaging/commands';
import type { LockView } from '@/utils/model/lock';
import type { ViewName } from '@/utils/messaging/views';
import { commandPage, sendFrom, storedIn } from '../support/commands';
import { ARGS, PAYLOADS } from '../support/doors';
import { expect, test } from '../support/extension';
import { grantSite, signsIn } from '../support/granted-site';
import { ticket } from '../support/inventory';
import { servePages } from '../support/routes';
import { captureOnlyWhenPressed, openPage } from '../support/sidebar-page';

// A real key captures while it is locked.
test.use({ headed: true });
test.describe.configure({ timeout: 120_000 });

const PASSPHRASE = 'four quiet words here';
const CODE = 'ABCD-EFGH-JKLM-NPQR-STUV-WXYZ';
const PLACE = 'https://works.example/sealed';
const OTHER = 'https://works.example/open';
const pageOf = (title: string) => `<!doctype html><title>${title}</title><h1>${title}</h1>`;
/** In the form that the recogniser gives. */
const KEY = 'github|github.com|acme/app|12' as SourceKey;
/** In every title that may not be read while it is locked. */
const MARK = 'Heron';

/** Asks the page; once more where it loaded itself anew meanwhile, as our pages do when the lock closes. */
async function steadily<T>(from: Page, ask: (page: Page) => Promise<T>): Promise<T> {
  try {
    return await ask(from);
  } catch (error) {
    if (!String(error).includes('context was destroyed')) throw error;
    await from.waitForLoadState();
    return steadily(from, ask);
  }
}

const send = async (from: Page, name: CommandName, payload: unknown) => {
  const id = newId<string>(Date.now());
  // Every command is sent in the same way as those of the inventory.
  return (await steadily(from, (page) => sendFrom(page, name as 'undo', payload, id))).reply;
};

/** What a surface is told when it watches a view: its value, or the code of the refusal. */
const told = (from: Page, name: ViewName, args: unknown = {}) =>
  steadily(from, (page) =>
    page.evaluate(
      ([view, given]) =>
        new Promise<unknown>((resolve) => {
          const { runtime } = (globalThis as unknown as Own).chrome;
          const port = runtime.connect({ name: 'views' });
          port.onMessage.addListener(({ value, problem }) => {
            port.disconnect();
            resolve(problem ?? value);
          });
          port.postMessage({ watch: 1, name: view, args: given });
        }),
      [name, args] as const,
    ),
  );
/** What the extension's own pages have of the browser. */
type Own = {
  chrome: {
    runtime: {
      connect(options: object): {
        postMessage(message: object): void;
        disconnect(): void;
        onMessage: { addListener(take: (message: { value: unknown; problem?: string }) => void): void };
      };
    };
    storage: Record<'local' | 'session', { get(keys: null): Promise<Record<string, unknown>> }>;
    action: { getBadgeText(of: { tabId?: number }): Promise<string> };
    tabs: { query(which: object): Promise<{ id: number }[]> };
    /** Only with its permission. */
    idle?: { onStateChanged: { dispatch(state: string): void; hasListeners(): boolean } };
  };
};

const lockOf = async (from: Page) => (await told(from, 'lock')) as LockView;

/** All that is stored outside the database, its verified copies, and the journal that is their twin (`j:`). */
const stored = (from: Page) =>
  steadily(from, (page) =>
    page.evaluate(async () => {
      const { storage } = (globalThis as unknown as Own).chrome;
      const local = Object.entries(await storage.local.get(null));
      return JSON.stringify([
        ...local.filter(([key]) => !key.startsWith('j:')),
        await storage.session.get(null),
        Object.entries(localStorage),
        Object.entries(sessionStorage),
      ]);
    }),
  );

const badges = (from: Page) =>
  steadily(from, (page) =>
    page.evaluate(async () => {
      const { action, tabs } = (globalThis as unknown as Own).chrome;
      const all = (await tabs.query({})).map(({ id }) => action.getBadgeText({ tabId: id }));
      return [await action.getBadgeText({}), ...(await Promise.all(all))].join('');
    }),
  );

test('locked: no view, command, storage or icon tells of an item; a capture is sealed, and is there once when it opens', async ({
  extension,
}) => {
  await captureOnlyWhenPressed(extension);
  const work = await openPage(extension, OTHER, {
    [OTHER]: pageOf(`${MARK} in the open`),
    [PLACE]: pageOf(`${MARK} behind the seal`),
  });
  const desk = await commandPage(extension);
  const first = await send(desk, 'item.capture', { draft: ticket(1, { title: `${MARK} one` }) });
  expect(first).toMatchObject({ ok: true });
  await extension.pressShortcut(work, 'alt+shift+k');
  await expect.poll(async () => (await steadily(desk, storedIn)).titles).toHaveLength(2);
  expect(await send(desk, 'item.setState', { id: await idOf(desk), state: 'started' })).toMatchObject({
    ok: true,
  });
  await expect.poll(() => badges(desk)).toContain('1');
  expect(await stored(desk)).toContain(MARK);

  expect(await send(desk, 'lock.set', { passphrase: PASSPHRASE, code: CODE })).toMatchObject({ ok: true });
  expect(await lockOf(desk)).toEqual({ isSet: true, isLocked: false, waiting: 0 });
  expect(await send(desk, 'lock.now', {})).toMatchObject({ ok: true });

  const views = (Object.keys(ARGS) as ViewName[]).filter((name) => VIEW_SENDERS[name].includes('desk'));
  expect(views.length).toBeGreaterThan(10);
  for (const name of views)
    if (!VIEWS_WHILE_LOCKED.includes(name)) expect(await told(desk, name, ARGS[name]), name).toBe('locked');
  const commands = (Object.keys(PAYLOADS) as CommandName[]).filter((name) =>
    COMMAND_SENDERS[name].includes('desk'),
  );
  for (const name of commands)
    if (!WHILE_LOCKED.includes(name))
      expect(await send(desk, name, PAYLOADS[name]), name).toEqual({ ok: false, code: 'locked' });
  expect(await told(desk, 'settings')).toMatchObject({ me: '', toolsOff: [] });
  expect(await stored(desk)).not.toContain(MARK);
  // An answer to a capture stands for two seconds.
  await expect.poll(() => badges(desk)).toBe('');

  await work.goto(PLACE);
  const before = Date.now();
  await extension.pressShortcut(work, 'alt+shift+k');
  await expect.poll(async () => (await lockOf(desk)).waiting).toBe(1);
  const after = Date.now();
  expect(await stored(desk)).not.toContain(MARK);

  await extension.killWorker();
  expect(await lockOf(desk)).toEqual({ isSet: true, isLocked: true, waiting: 1 });
  expect(await told(desk, 'overview')).toBe('locked');
  expect((await steadily(desk, storedIn)).titles.toSorted()).toEqual([`${MARK} in the open`, `${MARK} one`]);

  expect(await send(desk, 'lock.open', { secret: 'four quiet words' })).toEqual({
    ok: false,
    code: 'wrong-secret',
  });
  expect(await lockOf(desk)).toMatchObject({ isLocked: true, waiting: 1 });
  expect(await send(desk, 'lock.open', { secret: PASSPHRASE })).toMatchObject({ ok: true });
  expect(await lockOf(desk)).toEqual({ isSet: true, isLocked: false, waiting: 0 });
  const { titles } = await steadily(desk, storedIn);
  expect(titles.filter((title) => title === `${MARK} behind the seal`)).toHaveLength(1);
  expect(titles).toHaveLength(3);
  const at = await createdAt(desk, `${MARK} behind the seal`);
  expect(at).toBeGreaterThanOrEqual(before);
  expect(at).toBeLessThanOrEqual(after);
  await expect.poll(() => badges(desk)).toContain('1');

  await extension.restart();
  const again = await commandPage(extension);
  expect(await lockOf(again)).toMatchObject({ isSet: true, isLocked: true });
  expect(await told(again, 'overview')).toBe('locked');
  expect(await send(again, 'lock.open', { secret: CODE.toLowerCase() })).toMatchObject({ ok: true });
  expect(await told(again, 'overview')).toMatchObject({ counts: { started: 1 } });
  expect(await send(again, 'lock.remove', { secret: PASSPHRASE })).toMatchObject({ ok: true });
  expect(await lockOf(again)).toEqual({ isSet: false, isLocked: false, waiting: 0 });
});

test('marks leave the pages with the lock, also of pages that come meanwhile, and are back when it opens', async ({
  extension,
}) => {
  const [list, later] = ['https://github.com/acme/app/issues', 'https://github.com/acme/app/pulls'];
  const linking = `<!doctype html><title>Issues</title><p><a href="/acme/app/issues/12">#12</a> <a href="/acme/app/issues/12">Login</a></p>`;
  await servePages(extension.context, { [list]: linking, [later]: linking });
  await grantSite(extension, 'https://github.com/*');
  const desk = await commandPage(extension);
  const source = { product: 'github', host: 'github.com', scope: 'acme/app', nativeId: '12', kind: 'issue' };
  const known = ticket(12, { url: `${list}/12`, source: { ...source, key: KEY, label: '#12' } });
  expect(await send(desk, 'item.capture', { draft: known })).toMatchObject({ ok: true });
  const open = async (url: string) => {
    const opened = await extension.context.newPage();
    await opened.goto(url);
    return opened;
  };
  const marked = await open(list);
  await expect.poll(async () => (await signsIn(marked)).length).toBe(1);
  await send(desk, 'lock.set', { passphrase: PASSPHRASE, code: CODE });
  await send(desk, 'lock.now', {});
  await expect.poll(async () => (await signsIn(marked)).length).toBe(0);
  const meanwhile = await open(later);
  // What an idle page tells has been told and answered.
  await meanwhile.evaluate(() => new Promise((done) => setTimeout(() => requestIdleCallback(done), 2_600)));
  expect(await signsIn(meanwhile)).toEqual([]);
  expect(await send(desk, 'lock.open', { secret: PASSPHRASE })).toMatchObject({ ok: true });
  await expect.poll(async () => (await signsIn(meanwhile)).length).toBe(1);
  await marked.bringToFront();
  await expect.poll(async () => (await signsIn(marked)).length).toBe(1);
});

test('it closes with the computer’s own lock from the moment the permission is given, also in the next life of the worker', async ({
  extension,
}) => {
  const desk = await commandPage(extension);
  await send(desk, 'lock.set', { passphrase: PASSPHRASE, code: CODE });
  const session = await extension.context.newCDPSession(desk);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `chrome.permissions.request({ permissions: ['idle'] })`,
    ...{ awaitPromise: true, returnByValue: true, userGesture: true },
  });
  expect(result.value).toBe(true);
  /** As the browser tells it; gives whether anybody listened. */
  const tell = async (state: string) =>
    (await extension.worker()).evaluate((now) => {
      const changes = (globalThis as unknown as Own).chrome.idle?.onStateChanged;
      changes?.dispatch(now);
      return changes?.hasListeners() === true;
    }, state);
  await expect.poll(() => tell('locked')).toBe(true);
  await expect.poll(async () => (await lockOf(desk)).isLocked).toBe(true);
  await send(desk, 'lock.open', { secret: PASSPHRASE });
  await extension.killWorker();
  expect(await lockOf(desk)).toMatchObject({ isLocked: false });
  expect(await tell('locked')).toBe(true);
  await expect.poll(async () => (await lockOf(desk)).isLocked).toBe(true);
});

/** The id of any item, and when an item was created: from the database itself. */
const inDatabase = <T>(from: Page, table: string) =>
  steadily(from, (page) =>
    page.evaluate(
      (name) =>
        new Promise<T[]>((resolve, reject) => {
          const opening = indexedDB.open('throughline');
          opening.onsuccess = () => {
            const asked = opening.result.transaction(name).objectStore(name).getAll() as IDBRequest<T[]>;
            asked.onsuccess = () => {
              opening.result.close();
              resolve(asked.result);
            };
          };
          opening.onerror = () => reject(opening.error ?? new Error('unreadable'));
        }),
      table,
    ),
  );
const idOf = async (from: Page) => (await inDatabase<{ id: string }>(from, 'items'))[0]?.id;
const createdAt = async (from: Page, title: string) => {
  const items = await inDatabase<{ item: { title: string; createdAt: number } }>(from, 'items');
  return items.find(({ item }) => item.title === title)?.item.createdAt;
};
