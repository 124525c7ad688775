import { expect, test } from '../support/extension';
import { openPage, openSidebar, PLACE, TOOL } from '../support/sidebar-page';

test('side, width, overlay, language and theme are kept and reach an open sidebar at once', async ({
  extension,
}) => {
  const page = await openPage(extension, PLACE, { [PLACE]: TOOL });
  const sidebar = await openSidebar(extension, page);
  await expect(sidebar.locator('[data-page]')).toContainText('First piece of work');
  const margins = () =>
    page.evaluate(() => [
      getComputedStyle(document.documentElement).marginLeft,
      getComputedStyle(document.documentElement).marginRight,
    ]);
  await expect.poll(margins).toEqual(['0px', '360px']);

  const desk = await extension.context.newPage();
  await desk.goto(`chrome-extension://${extension.id}/desk.html#settings`);
  await desk.getByText('Left', { exact: true }).click();
  await expect.poll(margins).toEqual(['360px', '0px']);
  await desk.getByText('lies under it', { exact: true }).click();
  await expect.poll(margins).toEqual(['0px', '0px']);
  await desk.getByText('makes room for it', { exact: true }).click();
  await expect.poll(margins).toEqual(['360px', '0px']);
  await desk.getByText('Deutsch', { exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Einstellungen');
  await expect.poll(() => sidebar.evaluate(() => document.documentElement.lang)).toBe('de');

  await page.bringToFront();
  const edge = sidebar.getByRole('separator');
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => Number.parseInt((await margins())[0] ?? '', 10)).toBeGreaterThan(360);
  const box = await edge.boundingBox();
  if (!box) throw new Error('the edge is not visible');
  await page.mouse.move(box.x + box.width / 2, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(440, box.y + 220, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => Number.parseInt((await margins())[0] ?? '', 10)).toBeGreaterThan(420);
  const width = (await margins())[0];

  await extension.restart();
  const again = await openPage(extension, PLACE, { [PLACE]: TOOL });
  await openSidebar(extension, again);
  await expect
    .poll(() => again.evaluate(() => getComputedStyle(document.documentElement).marginLeft))
    .toBe(width);
});
