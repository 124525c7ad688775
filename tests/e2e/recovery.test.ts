import type { Page } from '@playwright/test';
import { newId } from '@/utils/model/ids';
import type { RecoveryView } from '@/utils/model/recovery';
import { commandPage, sendFrom } from '../support/commands';
import { expect, test } from '../support/extension';
import { captureOnlyWhenPressed, openPage, openSidebar, PLACE, TOOL } from '../support/sidebar-page';
import { ticket } from '../support/inventory';

const send = (page: Page, name: string, payload: unknown) =>
  // Commands of the background are sent in the same way as those of the inventory.
  sendFrom(page, name as 'undo', payload, newId(Date.now()));

/** What a surface is told when it watches a view: its value, or the code of the refusal. */
function told<T>(page: Page, name: string): Promise<T | string> {
  return page.evaluate(
    (view) =>
      new Promise<T | string>((resolve) => {
        // The extension's own page: the browser gives it this.
        const { runtime } = (
          globalThis as unknown as {
            chrome: {
              runtime: {
                connect(options: object): {
                  postMessage(message: object): void;
                  disconnect(): void;
                  onMessage: { addListener(take: (message: { value: T; problem?: string }) => void): void };
                };
              };
            };
          }
        ).chrome;
        const port = runtime.connect({ name: 'views' });
        port.onMessage.addListener(({ value, problem }) => {
          port.disconnect();
          resolve(problem ?? value);
        });
        port.postMessage({ watch: 1, name: view, args: {} });
      }),
    name,
  );
}

const recoveryOf = async (page: Page) => (await told<RecoveryView>(page, 'recovery')) as RecoveryView;

test('a database that the browser lost is told with counts, and comes back whole', async ({ extension }) => {
  await captureOnlyWhenPressed(extension);
  const page = await commandPage(extension);
  for (let number = 0; number < 30; number += 1)
    await sendFrom(page, 'item.capture', { draft: ticket(number) }, newId(number + 1));
  expect((await send(page, 'snapshot.make', {})).reply).toMatchObject({ ok: true });
  for (let number = 30; number < 33; number += 1)
    await sendFrom(page, 'item.capture', { draft: ticket(number) }, newId(number + 1));
  await extension.killWorker();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('throughline');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error('not deleted'));
      }),
  );
  await extension.killWorker();

  expect(await told(page, 'overview')).toBe('recovery');
  const lost = await recoveryOf(page);
  expect(lost).toMatchObject({ state: 'recovery', cause: 'gone', journal: 3 });
  expect(lost.expected?.items).toBeGreaterThanOrEqual(32);
  expect(lost.snapshots).toMatchObject([{ items: 30, isWhole: true }]);
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names).not.toContain('throughline');
  expect((await sendFrom(page, 'item.capture', { draft: ticket(40) }, newId(90))).reply.value?.outcome).toBe(
    'kept',
  );

  const work = await openPage(extension, PLACE, { [PLACE]: TOOL });
  const sidebar = await openSidebar(extension, work);
  const panel = sidebar.getByRole('alert');
  await expect(panel).toContainText(`${lost.expected?.items} items are expected`);
  await expect(sidebar.locator(':is(.section, .empty):visible')).toHaveCount(0);
  const opened = extension.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'See what can be done' }).click();
  const desk = await opened;
  const best = desk.getByRole('button', { name: /^Restore from/ }).first();
  await expect(best).toBeFocused();
  await best.click();
  await expect(desk.getByRole('status')).toContainText('It is back: 34 items');
  await work.bringToFront();
  await expect(panel).toHaveCount(0);
  await expect(sidebar.getByText(ticket(32).title).first()).toBeVisible();
  expect(await recoveryOf(page)).toMatchObject({ state: 'ready', restored: { items: 34 } });
  await extension.crash();
  const later = await commandPage(extension);
  expect(await told(later, 'overview')).toMatchObject({ counts: { triage: 34 } });
});
