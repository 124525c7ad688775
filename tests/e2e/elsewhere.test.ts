import { newId } from '@/utils/model/ids';
import { commandPage, sendFrom } from '../support/commands';
import { expect, test } from '../support/extension';
import { ticket } from '../support/inventory';
import { openPage, PLACE, TOOL } from '../support/sidebar-page';

type Badged = {
  chrome: {
    action: { getBadgeText(of: object): Promise<string> };
    tabs: { query(which: object): Promise<{ id: number }[]> };
  };
};

test.describe('by real keys', () => {
  test.use({ headed: true });

  test("on a page of the browser itself the key opens the browser's own panel, and opens it no blank box", async ({
    extension,
  }) => {
    const page = await extension.context.newPage();
    await page.goto('chrome://version/');
    await extension.pressShortcut(page, 'alt+shift+j');
    const panel = await extension.attachTo('/sidepanel.html');
    await panel.waitForText('page of the browser itself');
    await panel.waitForText('Your work, in one place');
  });

  test('the badge tells the state of the page in front, else how many are started', async ({ extension }) => {
    const page = await openPage(extension, PLACE, { [PLACE]: TOOL });
    const worker = await extension.worker();
    const badge = () =>
      worker.evaluate(async () => {
        const { chrome } = globalThis as unknown as Badged;
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getBadgeText(tab ? { tabId: tab.id } : {});
      });
    await extension.pressShortcut(page, 'alt+shift+k');
    await expect.poll(badge).toBe('✓');
    await expect.poll(badge).toBe('•');
    const desk = await commandPage(extension);
    const { reply } = await sendFrom(desk, 'item.capture', { draft: ticket(1) }, newId(1));
    await sendFrom(
      desk,
      'item.setState',
      { id: (reply.value as { itemId?: string } | undefined)?.itemId, state: 'started' },
      newId(2),
    );
    await expect.poll(badge).toBe('1');
  });
});

test('an inventory of a newer version is left alone, and every surface says so', async ({ extension }) => {
  const page = await commandPage(extension);
  await sendFrom(page, 'item.capture', { draft: ticket(1) }, newId(1));
  await extension.killWorker();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('throughline', 990);
        request.onsuccess = () => (request.result.close(), resolve());
        request.onerror = () => reject(request.error ?? new Error('not raised'));
      }),
  );
  await extension.killWorker();
  const { reply } = await sendFrom(page, 'item.capture', { draft: ticket(2) }, newId(3));
  expect(reply).toEqual({ ok: false, code: 'newer-database' });
  for (const surface of ['sidepanel.html', 'popup.html']) {
    await page.goto('about:blank');
    await page.goto(`chrome-extension://${extension.id}/${surface}`);
    await expect(page.locator('body')).toContainText('newer version');
  }
  const kept = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open('throughline');
        request.onsuccess = () => {
          const count = request.result.transaction('items').objectStore('items').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
  expect(kept).toBe(1);
});
