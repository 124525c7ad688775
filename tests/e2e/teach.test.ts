import type { Frame } from '@playwright/test';
import { expect, test } from '../support/extension';
import { captureOnlyWhenPressed, openPage, openSidebar } from '../support/sidebar-page';

const PAGE = 'https://desk.larkfield.example/request/77';
/** A tool that no recogniser knows. */
const HTML = `<!doctype html><title>Order forty handhelds</title><h1>Order forty handhelds</h1>
<form><label>Password <input type="password" id="secret" value="hunter2"></label></form>
<dl><dt>Needed by</dt><dd id="needed">2026-12-18</dd><dt>Asked by</dt><dd>Tomás Rivera</dd></dl>
<p><a id="leave" href="https://desk.larkfield.example/elsewhere">Elsewhere</a></p>`;

const card = (sidebar: Frame) => sidebar.locator('[data-page]');

test.use({ headed: true });

test('a person points at a field, keeps what was found, and it is read from then on', async ({
  extension,
}) => {
  await captureOnlyWhenPressed(extension);
  const page = await openPage(extension, PAGE, { [PAGE]: HTML });
  const sidebar = await openSidebar(extension, page);
  await expect(card(sidebar)).toContainText('Order forty handhelds');

  const pointAt = async (field: string, selector: string) => {
    await card(sidebar).getByRole('button', { name: 'Teach' }).click();
    await sidebar.getByRole('menuitem', { name: new RegExp(`^${field}`) }).click();
    await expect(sidebar.getByText(`Point at “${field}” in the page`)).toBeVisible();
    const box = await page.locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} is not visible`);
    // A real mouse: what pages dispatch themselves counts for nothing.
    const at = await extension.onScreen(page, box.x + 10, box.y + box.height / 2);
    extension.xdotool('mousemove', ...at, 'click', '1');
  };

  await pointAt('Due date', '#secret');
  await expect(sidebar.getByText(/Nothing was read/)).toBeVisible();
  await expect(sidebar.getByText('hunter2')).toHaveCount(0);
  await sidebar.getByRole('button', { name: /Let it be|Not this/ }).click();

  await pointAt('Due date', '#leave');
  await sidebar.getByRole('button', { name: /Not this/ }).click();
  expect(page.url(), 'the press is not the page’s').toBe(PAGE);

  await pointAt('Due date', '#needed');
  await expect(sidebar.getByText('Due date was read')).toBeVisible();
  await expect(sidebar.getByText('2026-12-18')).toBeVisible();
  await expect(sidebar.getByText('behind the label “Needed by”')).toBeVisible();
  await sidebar.getByRole('button', { name: 'Keep', exact: false }).first().click();
  await expect(card(sidebar)).toContainText(/due .*18/i);

  await card(sidebar).getByRole('button', { name: 'Capture', exact: true }).click();
  await expect(sidebar.getByRole('option', { name: /Order forty handhelds/ })).toContainText(/18/);
});
