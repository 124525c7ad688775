import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { ChromiumWithExtension } from '../support/chromium';
import { expect, test } from '../support/extension';
import { servePages } from '../support/routes';

const sample = (name: string) =>
  readFileSync(resolve(import.meta.dirname, `../pages/samples/${name}.html`), 'utf8');
const TICKET = 'https://harbour.example/issues/142';
const MAIL = 'https://harbour.example/mail/?_task=mail&_mbox=INBOX&_uid=318&_action=show';

test.use({ headed: true });

async function open(extension: ChromiumWithExtension, url: string): Promise<Page> {
  await servePages(extension.context, { [TICKET]: sample('ticket'), [MAIL]: sample('mail') });
  const page = await extension.context.newPage();
  await page.goto(url);
  return page;
}

test('a ticket is captured by a key, found again in its mail, worked on, undone, and there after a restart', async ({
  extension,
}) => {
  const ticket = await open(extension, TICKET);
  await extension.pressShortcut(ticket, 'alt+shift+j');
  const sidebar = await extension.sidebarFrame(ticket);
  await expect(sidebar.locator('[data-page]')).toContainText('Login redirect loses the page');
  await extension.pressShortcut(ticket, 'alt+shift+k');
  await expect(sidebar.locator('[data-page]')).toContainText('Triage');
  await expect(sidebar.locator('[data-page]')).toContainText('#142 · Redmine');
  await expect(sidebar.getByRole('option', { name: /Login redirect/ })).toHaveCount(1);

  const mail = await open(extension, MAIL);
  await extension.pressShortcut(mail, 'alt+shift+j');
  const beside = await extension.sidebarFrame(mail);
  await expect(beside.locator('[data-page]')).toContainText('It belongs to #142');
  await beside.getByRole('button', { name: /It belongs to #142/ }).click();
  await expect(beside.locator('[data-page]')).toContainText('Login redirect loses the page');
  await expect(beside.locator('[data-page]')).not.toContainText('not captured');
  await expect(beside.getByRole('option')).toHaveCount(1);

  await beside.getByRole('option', { name: /Login redirect/ }).click();
  await expect(beside.getByRole('dialog', { name: /Login redirect/ })).toBeVisible();
  await mail.keyboard.press('s');
  await expect(beside.getByText('State: Started')).toBeVisible();
  await mail.keyboard.press('w');
  await expect(beside.getByRole('combobox', { name: /On whom/ })).toBeFocused();
  await mail.keyboard.type('Ana');
  await mail.keyboard.press('Enter');
  await expect(beside.getByText('Waits on Ana', { exact: true })).toBeVisible();

  const popup = await extension.openPopup(mail);
  await popup.waitForText('Ana');
  await popup.press('d');
  await popup.waitForText('Undo “done”');
  await expect(beside.getByText('State: Done')).toBeVisible();
  await popup.press('u');
  await popup.waitForText('Undo “wait”');

  await extension.restart();
  const again = await open(extension, TICKET);
  await extension.pressShortcut(again, 'alt+shift+j');
  const after = await extension.sidebarFrame(again);
  await expect(after.locator('[data-page]')).toContainText('Ana');
  await after.getByRole('option', { name: /Login redirect/ }).click();
  await expect(after.getByText('Waits on Ana', { exact: true })).toBeVisible();
  await expect(after.getByText('Roundcube', { exact: true })).toBeVisible();
});
