import type { Frame } from '@playwright/test';
import { expect, test } from '../support/extension';
import { servePages } from '../support/routes';
import { captureOnlyWhenPressed, openPage, openSidebar } from '../support/sidebar-page';

const TICKET = 'https://larkfield.atlassian.net/browse/OPS-12';
const MAIL = 'https://post.larkfield.example/?_task=mail&_mbox=INBOX&_uid=41&_action=show';
const jira = (key: string) => `<title>[${key}] Sort the aisles - Jira</title><h1>Sort the aisles</h1>`;
const mail = `<!doctype html><title>Webmail :: Dock plans</title>
  <script>var rcmail = { set_env() {} }; rcmail.set_env({"task":"mail","rcversion":10605,"uid":"41","mailbox":"INBOX"});</script>
  <div id="message-header"><h2 class="subject">Dock plans</h2></div>
  <div id="messagebody"><p>Hello all.</p><p id="ask">Priya, could you send the pallet counts by 2027-03-12?</p></div>`;

const card = (sidebar: Frame) => sidebar.locator('[data-page]');

test.use({ headed: true });

test('an item goes back to its open tab, else to a new one', async ({ extension }) => {
  await captureOnlyWhenPressed(extension);
  const ticket = await openPage(extension, TICKET, {
    [TICKET]: jira('OPS-12'),
    [MAIL]: mail,
  });
  const first = await openSidebar(extension, ticket);
  await card(first).getByRole('button', { name: 'Capture', exact: true }).click();
  await expect(first.getByRole('option')).toHaveCount(1);

  const other = await extension.context.newPage();
  await other.goto(MAIL);
  await extension.grant(other);
  await other.bringToFront();
  const sidebar = await openSidebar(extension, other);
  await sidebar.getByRole('option', { name: /Sort the aisles/ }).click();
  await other.keyboard.press('o');
  await expect.poll(() => ticket.evaluate(() => document.visibilityState)).toBe('visible');

  await other.bringToFront();
  await ticket.close();
  const opened = extension.context.waitForEvent('page');
  await other.keyboard.press('o');
  await opened;
});

test('a selected sentence is captured as an ask in its own words, with its day and its person, as often as asked once', async ({
  extension,
}) => {
  await captureOnlyWhenPressed(extension);
  await servePages(extension.context, { [MAIL]: mail });
  const page = await extension.context.newPage();
  await page.goto(MAIL);
  await extension.pressShortcut(page, 'alt+shift+j');
  const sidebar = await extension.sidebarFrame(page);
  await expect(card(sidebar)).toContainText('Dock plans');
  await page.evaluate(() =>
    getSelection()?.selectAllChildren(document.querySelector('#ask') ?? document.body),
  );
  await extension.pressShortcut(page, 'alt+shift+k');
  const ask = sidebar.getByRole('option', { name: /send the pallet counts/ });
  await expect(ask).toHaveCount(1);
  await expect(ask).toContainText(/Mar|12/);
  await extension.pressShortcut(page, 'alt+shift+k');
  await expect(card(sidebar)).toContainText('Asks from here');
  await expect(card(sidebar), 'the mail itself is not captured').toContainText('not captured');
  await expect(sidebar.getByRole('option')).toHaveCount(1);
  await ask.click();
  const open = sidebar.getByRole('dialog');
  await expect(open.locator('blockquote')).toContainText(
    'Priya, could you send the pallet counts by 2027-03-12?',
  );
  await expect(open).toContainText('Dock plans');
  await expect(open).toContainText('Priya');
});
