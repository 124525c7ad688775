import type { Page } from '@playwright/test';
import { newId } from '@/utils/model/ids';
import type { ChromiumWithExtension } from '../support/chromium';
import { commandPage, sendFrom } from '../support/commands';
import { expect, test } from '../support/extension';
import { ticket } from '../support/inventory';
import { openPage, openSidebar, PLACE, sidebarFrames, TOOL } from '../support/sidebar-page';

test.describe.configure({ timeout: 180_000 });

const HALF = 'A title half typ';

type Own = {
  chrome: { runtime: { reload(): void }; storage: { local: { get(keys: null): Promise<object> } } };
};

/** What was typed lies in its safe place (`faults:reload` tells how soon). */
const isSafe = (extension: ChromiumWithExtension, text: string) =>
  expect
    .poll(async () => {
      const worker = await extension.worker();
      const stored = await worker.evaluate(() =>
        (globalThis as unknown as Own).chrome.storage.local.get(null),
      );
      return Object.entries(stored).some(
        ([key, value]) => key.startsWith('d:') && JSON.stringify(value).includes(text),
      );
    })
    .toBe(true);

async function reload(extension: ChromiumWithExtension): Promise<void> {
  const worker = await extension.worker();
  await worker.evaluate(() => (globalThis as unknown as Own).chrome.runtime.reload()).catch(() => undefined); // the worker goes with it
}

/** A page of the extension as soon as it is there again; started by flags, it may come back with the browser only. */
async function openAgain(extension: ChromiumWithExtension, path: string): Promise<Page> {
  const page = await extension.context.newPage();
  const address = `chrome-extension://${extension.id}/${path}`;
  const isThere = () =>
    page.goto(address).then(
      () => true,
      () => false, // not yet
    );
  const isBack = await expect
    .poll(isThere, { timeout: 3_000, intervals: [100] })
    .toBe(true)
    .then(
      () => true,
      () => false, // only with the browser
    );
  if (isBack) return page;
  await extension.restart();
  const later = await extension.context.newPage();
  await later.goto(address);
  return later;
}

test('what is half typed is there after the extension was reloaded, and in the page the sidebar takes itself out', async ({
  extension,
}) => {
  const page = await openPage(extension, PLACE, { [PLACE]: TOOL });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
  const sidebar = await openSidebar(extension, page);
  await sidebar.locator('#line').pressSequentially(HALF);
  await isSafe(extension, HALF);
  await reload(extension);

  await expect.poll(() => sidebarFrames(page)).toHaveLength(0);
  await expect.poll(() => page.locator('html > [popover]').count(), { timeout: 10_000 }).toBe(0);
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).marginRight))
    .toBe('0px');
  // The page is the person's again: keys and clicks reach it.
  await page.locator('#field').fill('still a page');
  expect(await page.locator('#field').inputValue()).toBe('still a page');
  expect(errors).toEqual([]);

  const panel = await openAgain(extension, 'sidepanel.html');
  await expect(panel.locator('#line')).toHaveValue(HALF);
  await panel.locator('#line').press('Enter');
  await expect(panel.locator('#line')).toHaveValue('');
  await panel.reload();
  await expect(panel.getByText(HALF)).toBeVisible();
  await expect(panel.locator('#line')).toHaveValue('');
});

test('a note half typed survives a kill of the browser, and is saved or discarded by the person', async ({
  extension,
}) => {
  const desk = await commandPage(extension);
  await sendFrom(desk, 'item.capture', { draft: ticket(1, { title: 'Pay Ana' }) }, newId(1));
  const openCard = async () => {
    const panel = await extension.context.newPage();
    await panel.goto(`chrome-extension://${extension.id}/sidepanel.html`);
    await panel.getByText('Pay Ana').dblclick();
    return { panel, note: panel.getByLabel('Note') };
  };
  const { note } = await openCard();
  await note.pressSequentially('She asked for it on');
  await isSafe(extension, 'She asked for it on');
  await extension.crash();

  const again = await openCard();
  await expect(again.note).toHaveValue('She asked for it on');
  await expect(again.panel.getByText('Not saved yet.')).toBeVisible();
  await again.panel.getByRole('button', { name: 'Discard' }).click();
  await expect(again.note).toHaveValue('');
  await again.note.fill('She asked twice');
  await isSafe(extension, 'She asked twice');
  await extension.killWorker();
  await again.panel.close();

  const last = await openCard();
  await expect(last.note).toHaveValue('She asked twice');
  await last.panel.getByRole('button', { name: 'Save' }).click();
  await expect(last.panel.getByText('Not saved yet.')).toHaveCount(0);
  await last.panel.reload();
  await last.panel.getByText('Pay Ana').dblclick();
  await expect(last.panel.getByLabel('Note')).toHaveValue('She asked twice');
});
