import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Frame } from '@playwright/test';
import type { ChromiumWithExtension } from '../support/chromium';
import { expect, test } from '../support/extension';
import { openPage, openSidebar } from '../support/sidebar-page';

const tools = resolve(import.meta.dirname, '../../utils/recognisers/tools');
const sample = (name: string) => readFileSync(resolve(tools, name), 'utf8');
const LIST = 'https://projects.larkfield.example/redmine/projects/rollout/issues';
const ISSUE = 'https://projects.larkfield.example/redmine/issues/3';
const list = sample('redmine.samples/list.html');

const card = (sidebar: Frame) => sidebar.locator('[data-page]');
/** An hour later for the background: what it reads now is another visit. */
async function anHourLater(extension: ChromiumWithExtension): Promise<void> {
  const worker = await extension.worker();
  await worker.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 3_600_000;
  });
}

test('the rows of a list are captured by one press, undone by one, and known from then on', async ({
  extension,
}) => {
  const page = await openPage(extension, LIST, {
    [LIST]: list,
    [ISSUE]: sample('redmine.samples/issue.html'),
  });
  const sidebar = await openSidebar(extension, page);
  await expect(card(sidebar)).toContainText('2 here · 2 new');
  await card(sidebar).getByRole('button', { name: 'Capture 2' }).click();
  await expect(card(sidebar)).toContainText('2 here');
  await expect(card(sidebar)).not.toContainText('new');
  await expect(sidebar.getByRole('option')).toHaveCount(2);
  await expect(sidebar.getByRole('option', { name: /Scanner drops a digit/ })).toBeVisible();
  await page.keyboard.press('u');
  await expect(sidebar.getByRole('option')).toHaveCount(0);
  await expect(card(sidebar)).toContainText('2 here · 2 new');
});

test('a kept list says at the next visit what came and what is gone', async ({ extension }) => {
  const pages = { [LIST]: list };
  const page = await openPage(extension, LIST, pages);
  const sidebar = await openSidebar(extension, page);
  await card(sidebar).getByRole('button', { name: 'Capture 2' }).click();
  await expect(sidebar.getByRole('option')).toHaveCount(2);
  await card(sidebar).getByLabel('Keep this list').check();
  // It is kept: what was only pressed when its frame goes is not.
  await expect(card(sidebar)).not.toContainText('The next visit then tells');
  await page.close();

  await anHourLater(extension);
  const changed = list
    .replaceAll('/redmine/issues/5"', '/redmine/issues/9"')
    .replace('remaining picks', 'the aisles');
  await extension.context.unrouteAll();
  const again = await openPage(extension, LIST, { [LIST]: changed });
  const later = await openSidebar(extension, again);
  await expect(card(later)).toContainText('2 here · 1 new · 1 gone since earlier today');
  await card(later).getByText('1 gone since earlier today').last().click();
  await card(later).getByRole('button', { name: 'Done: Show remaining picks' }).click();
  await expect(later.getByText(/Undo/).first()).toBeVisible();
  await card(later).getByRole('button', { name: 'Capture 1' }).click();
  await expect(later.getByRole('option', { name: /Show the aisles/ })).toBeVisible();
});
