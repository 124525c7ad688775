import type { Frame, Locator, Page } from '@playwright/test';
import { expect, test } from '../support/extension';
import { openHostile } from '../support/hostile-pages';
import { openSidebar } from '../support/sidebar-page';

const PLAIN = 'Rich words to take along';

/** Copies the page's rich text with real keys. */
async function copyRich(page: Page): Promise<void> {
  await page.evaluate(() =>
    getSelection()?.selectAllChildren(document.getElementById('rich') ?? document.body),
  );
  await page.mouse.click(5, 700);
  await page.evaluate(() =>
    getSelection()?.selectAllChildren(document.getElementById('rich') ?? document.body),
  );
  await page.keyboard.press('ControlOrMeta+C');
}

async function takesPlain(page: Page, field: Locator): Promise<void> {
  await field.click();
  await page.keyboard.press('ControlOrMeta+V');
  // A field for a number of minutes takes six characters of it.
  await expect.poll(async () => (await field.inputValue()).trim()).toMatch(/^Rich w(?:ords to take along)?$/);
}

/** Nothing of what was rich is in the document. */
const remains = (frame: Frame) =>
  frame.locator('img[src*="beacon"], [onclick], [onerror], [contenteditable], b[style]').count();

test('HP-24: rich text that is pasted or dropped into our fields is plain, and asks for nothing', async ({
  extension,
}) => {
  const page = await openHostile(extension, 'rich.html');
  const sidebar = await openSidebar(extension, page);
  await expect(sidebar.locator('[data-page]')).toContainText('Rich text');
  await copyRich(page);
  const asked: string[] = [];
  extension.context.on('request', (request) => request.url().includes('beacon') && asked.push(request.url()));

  await takesPlain(page, sidebar.locator('#line'));
  await sidebar.locator('#line').press('Enter');
  await expect(sidebar.locator('#line')).toHaveValue('');
  await sidebar.getByRole('option', { name: PLAIN }).first().click();
  const card = sidebar.getByRole('dialog');
  await expect(card).toBeVisible();
  for (const field of await card.locator('textarea, input[type=text]').all()) {
    await field.fill('');
    await takesPlain(page, field);
  }
  expect(await remains(sidebar)).toBe(0);
  await page.keyboard.press('Escape');

  // Dropped, as the browser lets go what was dragged out of that page. Into the same document in a tab of its own.
  const panel = await extension.context.newPage();
  await panel.goto(`chrome-extension://${extension.id}/sidepanel.html`);
  const line = panel.locator('#line');
  const box = await line.boundingBox();
  if (!box) throw new Error('not visible');
  const session = await panel.context().newCDPSession(panel);
  const items = [
    { mimeType: 'text/html', data: await page.locator('#rich').evaluate((rich) => rich.outerHTML) },
    { mimeType: 'text/plain', data: PLAIN },
  ];
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      ...{ type, x: box.x + 30, y: box.y + 8, data: { items, dragOperationsMask: 1 } },
    });
  await expect.poll(async () => (await line.inputValue()).trim()).toBe(PLAIN);
  expect(await remains(panel.mainFrame())).toBe(0);
  expect(asked).toEqual([]);
});
