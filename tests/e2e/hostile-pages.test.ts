import type { Page } from '@playwright/test';
import { commandPage, storedIn } from '../support/commands';
import { expect, test } from '../support/extension';
import {
  countTasks,
  hostileUrl,
  longestTask,
  openHostile,
  pressCapture,
  strangersIn,
} from '../support/hostile-pages';
import {
  captureOnlyWhenPressed,
  type ExtensionWorld,
  openSidebar,
  sidebarFrames,
} from '../support/sidebar-page';

/** A page counts as frozen from here on, in ms. How fast reading is, the bench says: a journey cannot on a busy machine. */
const TASK_MS = 2_000;

type Case = {
  file: string;
  headers?: Record<string, string>;
  /** What the captured item is called. */
  title: string;
  /** What else holds when it was captured and the sidebar is open. */
  holds?: (page: Page) => Promise<unknown>;
};

const unfrozen = async (page: Page) => expect(await longestTask(page)).toBeLessThan(TASK_MS);

const CASES: Record<string, Case> = {
  'HP-06, with ten megabytes selected': { file: 'selection.html', title: 'word after word', holds: unfrozen },
  'HP-07, of a million elements': { file: 'nodes.html', title: 'A million elements', holds: unfrozen },
  'HP-08, of a hundred thousand links and more with every moment': {
    file: 'links.html',
    title: 'A hundred thousand links',
    holds: unfrozen,
  },
  'HP-11, whose root never rests': { file: 'restless.html', title: 'A restless root', holds: unfrozen },
  'HP-13, which forbids everything': {
    file: 'strict.html',
    headers: {
      'content-security-policy':
        "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /breach",
    },
    title: 'Everything is forbidden',
  },
  'HP-16, of two hundred frames': {
    file: 'frames.html',
    title: 'Frames within frames',
    holds: async (page) => {
      const marked = await Promise.all(
        page.frames().map(
          (frame) => frame.evaluate(() => document.querySelectorAll('[popover]').length).catch(() => 0), // a frame without scripts
        ),
      );
      expect(marked.reduce((sum, count) => sum + count, 0)).toBe(1);
    },
  },
  'HP-17a, in XHTML': { file: 'page.xhtml', title: 'Strict in its form' },
  'HP-17c, that is XML': { file: 'feed.xml', title: 'feed.xml' },
  'HP-17c, that is a drawing': { file: 'drawing.svg', title: 'A drawing' },
  'HP-17c, that is a record': { file: 'record.json', title: 'record.json' },
  'HP-17c, of plain words': { file: 'notes.txt', title: 'notes.txt' },
};

for (const [name, { file, headers, title, holds }] of Object.entries(CASES))
  test(`a page, ${name}, is captured, and carries the sidebar`, async ({ extension }) => {
    await captureOnlyWhenPressed(extension);
    const desk = await commandPage(extension);
    const page = await openHostile(extension, file, headers);
    const breaches: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/breach')) breaches.push(request.postData() ?? '');
    });
    await countTasks(page);
    await pressCapture(extension);
    await expect
      .poll(async () => (await storedIn(desk).catch(() => ({ titles: [] }))).titles)
      .toHaveLength(1);
    const { titles } = await storedIn(desk);
    expect(titles[0]).toContain(title);
    expect(titles[0]?.length).toBeLessThanOrEqual(500);
    const sidebar = await openSidebar(extension, page);
    await expect(sidebar.getByRole('option').first()).toBeVisible();
    expect(await strangersIn(page)).toBe(1);
    await holds?.(page);
    expect(breaches).toEqual([]);
  });

test('HP-09: a page whose address and title never rest is told of at most twice a second', async ({
  extension,
}) => {
  await captureOnlyWhenPressed(extension);
  const page = await openHostile(extension, 'moving.html');
  const sidebar = await openSidebar(extension, page);
  await expect(sidebar.locator('[data-page]')).toContainText('Never at one place');
  const worker = await extension.worker();
  await worker.evaluate(() => {
    const told: number[] = [];
    Object.assign(globalThis, { told });
    (globalThis as unknown as ExtensionWorld).chrome.storage.session.onChanged.addListener((changes) => {
      if (Object.keys(changes).some((key) => key.startsWith('page:'))) told.push(performance.now());
    });
  });
  const moved = await page.evaluate(() =>
    (globalThis as unknown as { storm(ms: number): Promise<number> }).storm(4_000),
  );
  expect(moved).toBeGreaterThan(1_000);
  const told = await worker.evaluate(() => (globalThis as unknown as { told: number[] }).told);
  expect(told.length).toBeGreaterThan(0);
  // By the time that it took: a busy machine lets the storm last longer than was asked for.
  const seconds = ((told.at(-1) ?? 0) - (told[0] ?? 0)) / 1_000;
  expect(told.length).toBeLessThanOrEqual(2 * seconds + 3);
});

test('HP-22, HP-23: a page that plays the person changes nothing', async ({ extension }) => {
  await captureOnlyWhenPressed(extension);
  const desk = await commandPage(extension);
  const page = await openHostile(extension, 'puppet.html');
  const sidebar = await openSidebar(extension, page);
  await expect(sidebar.locator('[data-page]')).toContainText('A hand that is none');
  await page.evaluate(() => (globalThis as unknown as { play(): void }).play());
  // Whatever it set off would be done before this, which the person does.
  await sidebar.locator('#line').fill('By hand');
  await sidebar.locator('#line').press('Enter');
  await expect
    .poll(async () => (await storedIn(desk).catch(() => ({ titles: [] }))).titles)
    .toEqual(['By hand']);
  expect(await strangersIn(page)).toBe(1);
});

test('T01, HP-18: a page that listens to everything hears nothing of what is typed in the sidebar', async ({
  extension,
}) => {
  const page = await openHostile(extension, 'listener.html');
  const sidebar = await openSidebar(extension, page);
  await expect(sidebar.locator('[data-page]')).toContainText('A page that listens');
  await sidebar.locator('#line').click();
  await page.keyboard.type('qzsecret');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+C');
  await page.keyboard.press('ControlOrMeta+V');
  await page.keyboard.press('Enter');
  await expect(sidebar.locator('#line')).toHaveValue('');
  const report = (secret: string) =>
    (globalThis as unknown as { report(secret: string): object }).report(secret);
  expect(await page.evaluate(report, 'qzsecret')).toEqual({
    ...{ heard: [], frames: 0, found: false, selected: '', entries: 0, text: false, globals: 0 },
  });
});

test.describe('a page that looks for us', () => {
  // What it is denied the browser writes to that page's console, with our address.
  test.use({ forgiven: [/Denying load of/] });

  test('HP-20, HP-25, MS-06: a page that looks for us finds one element without a name, and reaches no frame', async ({
    extension,
  }) => {
    const page = await openHostile(extension, 'searcher.html');
    type Found = { tag: string[] };
    const look = () =>
      page.evaluate(
        (root) => (globalThis as unknown as { look(root: string): Promise<Found> }).look(root),
        `chrome-extension://${extension.id}`,
      );
    const nothing = {
      ...{ fetched: [], named: [], frames: 0, heard: [], chrome: 'undefined', browser: 'undefined' },
      ...{ globals: 0, styles: 0, scripts: 0, entries: 0 },
    };
    expect(await look()).toEqual({ ...nothing, tag: [] });
    const sidebar = await openSidebar(extension, page);
    await expect(sidebar.locator('[data-page]')).toContainText('Someone is looking');
    const first = await look();
    expect(first).toEqual({ ...nothing, tag: [expect.stringMatching(/^[a-z]{5}-[a-z]{5}$/)] });
    expect(sidebarFrames(page)).toHaveLength(1);
    // The next time it has another name: nobody is known again by it.
    await page.reload();
    const again = await extension.sidebarFrame(page);
    await expect(again.locator('[data-page]')).toContainText('Someone is looking');
    expect((await look()).tag).not.toEqual(first.tag);
  });
});

test('HP-27: a page that comes back from the browser’s memory has one sidebar, which is alive', async ({
  extension,
}) => {
  const page = await openHostile(extension, 'strict.html');
  const sidebar = await openSidebar(extension, page);
  await expect(sidebar.locator('[data-page]')).toContainText('Everything is forbidden');
  await page.goto(hostileUrl('nowhere'));
  await page.goBack();
  const back = await extension.sidebarFrame(page);
  await expect(back.locator('[data-page]')).toContainText('Everything is forbidden');
  await expect.poll(() => strangersIn(page)).toBe(1);
  expect(sidebarFrames(page)).toHaveLength(1);
  await back.locator('#line').fill('Still there');
  await back.locator('#line').press('Enter');
  await expect(back.locator('#line')).toHaveValue('');
});
