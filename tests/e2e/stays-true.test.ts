import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import type { ChromiumWithExtension } from '../support/chromium';
import { expect, test } from '../support/extension';
import type { Pages } from '../support/routes';
import { captureOnlyWhenPressed, openPage, openSidebar } from '../support/sidebar-page';

const tools = resolve(import.meta.dirname, '../../utils/recognisers/tools');
const sample = (name: string) => readFileSync(resolve(tools, name), 'utf8');
const ISSUE = 'https://projects.larkfield.example/redmine/issues/3';
const issue = sample('redmine.samples/issue.html');
const CLOSED = issue.replace('<div class="value">In Progress</div>', '<div class="value">Closed</div>');

const card = (sidebar: Frame) => sidebar.locator('[data-page]');

async function captured(extension: ChromiumWithExtension, url: string, pages: Pages): Promise<[Page, Frame]> {
  await captureOnlyWhenPressed(extension);
  const page = await openPage(extension, url, pages);
  const sidebar = await openSidebar(extension, page);
  await card(sidebar).getByRole('button', { name: 'Capture', exact: true }).click();
  await expect(card(sidebar)).toContainText('Triage');
  return [page, sidebar];
}

/** The same addresses, now answered with other pages. */
async function serveInstead(
  extension: ChromiumWithExtension,
  url: string,
  pages: Pages,
): Promise<[Page, Frame]> {
  await extension.context.unrouteAll();
  const page = await openPage(extension, url, pages);
  return [page, await openSidebar(extension, page)];
}

test('what was closed in the tool says so when it is walked past, and is done by one key', async ({
  extension,
}) => {
  const [first] = await captured(extension, ISSUE, { [ISSUE]: issue });
  await first.close();
  const [page, sidebar] = await serveInstead(extension, ISSUE, { [ISSUE]: CLOSED });
  await expect(card(sidebar)).toContainText('Closed in Redmine, still open here');
  const drift = sidebar.getByRole('option', { name: /Scanner - drops a digit/ });
  await expect(drift.first()).toContainText('Closed in Redmine, still open here');
  await drift.first().click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await expect(sidebar.getByText('still open here')).toHaveCount(0);
});

test('a mail that names a ticket in words is offered to it, and joins it by one press', async ({
  extension,
}) => {
  const JIRA = 'https://larkfield.atlassian.net/browse/OPS-12';
  const MAIL = 'https://post.larkfield.example/?_task=mail&_mbox=INBOX&_uid=41&_action=show';
  const jira = `<title>[OPS-12] Sort the aisles - Jira</title><h1>Sort the aisles</h1>`;
  const mail = `<!doctype html><title>Webmail :: Aisles again</title>
    <script>rcmail.set_env({"task":"mail","rcversion":10605,"uid":"41","mailbox":"INBOX"});</script>
    <div id="message-header"><h2 class="subject">Aisles again</h2></div>
    <div id="messagebody"><p>Could you look at OPS-12 again? It still sorts ten before two.</p></div>`;
  await captured(extension, JIRA, { [JIRA]: jira, [MAIL]: mail });
  const page = await extension.context.newPage();
  await page.goto(MAIL);
  await extension.grant(page);
  await page.bringToFront();
  const sidebar = await openSidebar(extension, page);
  await card(sidebar)
    .getByRole('button', { name: /It belongs to OPS-12/ })
    .click();
  await expect(card(sidebar)).toContainText('Sort the aisles');
  await expect(sidebar.getByRole('option')).toHaveCount(1);
});
