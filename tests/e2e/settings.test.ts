import { expect, test } from '../support/extension';
import { openPage, openSidebar, PLACE, TOOL } from '../support/sidebar-page';

test.use({ headed: true });

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
  // A real mouse: what Playwright sends does not reach the frame any more once the pointer has left it.
  const drag = async (x: number, ...then: string[]) =>
    extension.xdotool('mousemove', ...(await extension.onScreen(page, x, 300)), ...then);
  await drag(box.x + box.width / 2, 'mousedown', '1');
  for (const x of [400, 420, 440]) await drag(x);
  await drag(450, 'mouseup', '1');
  await expect.poll(async () => Number.parseInt((await margins())[0] ?? '', 10)).toBeGreaterThan(420);
  const width = (await margins())[0];

  await extension.restart();
  const again = await openPage(extension, PLACE, { [PLACE]: TOOL });
  await openSidebar(extension, again);
  await expect
    .poll(() => again.evaluate(() => getComputedStyle(document.documentElement).marginLeft))
    .toBe(width);
});
