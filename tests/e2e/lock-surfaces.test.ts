import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Frame, Page } from '@playwright/test';
import { newId } from '@/utils/model/ids';
import { commandPage, sendFrom, storedIn } from '../support/commands';
import { expect, test } from '../support/extension';
import { ticket } from '../support/inventory';
import { openPage, openSidebar } from '../support/sidebar-page';

test.describe.configure({ timeout: 180_000 });

const PLACE = 'https://works.example/first';
const PASSPHRASE = 'four quiet words here';
/** In every title: nothing of it may be shown while it is locked. */
const MARK = 'Heron';
const PAGE = `<!doctype html><title>${MARK} page</title><h1>${MARK} page</h1><p>Some words.</p>`;

/** Sets the lock as a person does, on the desk; gives its recovery code. */
async function setLock(desk: Page): Promise<string> {
  await desk.getByRole('button', { name: 'Set a lock' }).click();
  await desk.getByLabel('New passphrase').fill(PASSPHRASE);
  await desk.getByLabel('Once more').fill(PASSPHRASE);
  await desk.getByLabel('Once more').press('Enter');
  const code = (await desk.locator('.lock-code').textContent()) ?? '';
  await desk.getByLabel('I have written it down').check();
  await desk.getByRole('button', { name: 'Set the lock' }).click();
  await expect(desk.getByRole('button', { name: 'Lock now' })).toBeVisible();
  return code;
}

/** Everything in a document: markup, and what its origin remembers for its surfaces. */
const allOf = (surface: Page | Frame) =>
  surface.evaluate(() => document.documentElement.innerHTML + JSON.stringify(Object.entries(localStorage)));

const findings = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

test('set on the desk, closed from the sidebar, opened from the popup: every surface follows, and nothing is left', async ({
  extension,
}) => {
  const work = await openPage(extension, PLACE, { [PLACE]: PAGE });
  const desk = await commandPage(extension);
  await sendFrom(desk, 'item.capture', { draft: ticket(1, { title: `${MARK} one` }) }, newId(1));
  const panel = await extension.context.newPage();
  await panel.goto(`chrome-extension://${extension.id}/sidepanel.html`);
  await expect(panel.getByText(`${MARK} one`)).toBeVisible();
  // It remembers the list for its next first paint …
  await expect.poll(() => allOf(panel)).toContain('overview.2');
  await desk.bringToFront();
  expect(await findings(desk)).toEqual([]);
  const code = await setLock(desk);
  expect(code).toMatch(/^(?:[A-Z2-9]{4}-){5}[A-Z2-9]{4}$/);
  // … and no longer.
  await expect
    .poll(() => panel.evaluate(() => Object.keys(localStorage).toSorted()))
    .not.toContain('overview.2');

  await work.bringToFront();
  const frame = await openSidebar(extension, work);
  await expect(frame.getByText(`${MARK} one`)).toBeVisible();
  await frame.getByRole('button', { name: 'More' }).click();
  await frame.getByRole('menuitem', { name: 'Lock now' }).click();

  for (const surface of [frame, panel, desk]) {
    await expect(surface.getByRole('heading', { name: 'Locked' })).toBeVisible();
    expect(await allOf(surface)).not.toContain(MARK);
  }
  await expect(panel.getByLabel('Passphrase')).toBeFocused();
  await expect(frame.locator('input')).toHaveCount(0);
  const inTab = await extension.context.newPage();
  await inTab.goto(`chrome-extension://${extension.id}/popup.html`);
  await expect(inTab.getByLabel('Passphrase')).toBeFocused();
  for (const colorScheme of ['light', 'dark'] as const)
    for (const page of [panel, desk, inTab]) {
      // A colour that is just changing has no contrast yet.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await findings(page), `${page.url()} ${colorScheme}`).toEqual([]);
    }
  await inTab.close();
  await work.bringToFront();

  // The frame was loaded anew and greeted again: what it sends is taken. No key of the list is left.
  await frame.getByRole('button', { name: 'Capture this page' }).focus();
  for (const key of ['j', '?', '/', 'd', 'u', 'm']) await work.keyboard.press(key);
  await expect(frame.locator('dialog, [role=menu]')).toHaveCount(0);
  await work.keyboard.press('c');
  await expect(frame.getByText('Captured, sealed until you unlock')).toBeVisible();
  await expect(frame.getByText('1 capture waits.')).toBeVisible();
  expect((await storedIn(desk)).titles).toEqual([`${MARK} one`]);

  // Its own way to where it can be opened, by a press that the person sees.
  await frame.getByRole('button', { name: 'Unlock' }).click();
  const popup = await extension.attachTo('/popup.html');
  await popup.waitFor('.lock input:focus');
  expect(await popup.text()).toContain('1 capture waits.');
  await popup.type('not this one');
  await popup.press('Enter');
  await popup.waitForText('That is not the passphrase, and not the recovery code.');
  // It is chosen: what is typed replaces it.
  await popup.type(PASSPHRASE);
  await popup.press('Enter');
  await popup.waitFor('.foot');
  await popup.close();

  await expect(frame.getByText(`${MARK} one`)).toBeVisible();
  await expect(panel.getByText(`${MARK} one`)).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Lock now' })).toBeVisible();
  await expect
    .poll(async () => (await storedIn(desk)).titles.toSorted())
    .toEqual([`${MARK} one`, `${MARK} page`]);

  await desk.bringToFront();
  await desk.getByRole('button', { name: 'Lock now' }).click();
  await desk.getByLabel('Passphrase').fill(code.toLowerCase());
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('button', { name: 'Lock now' })).toBeVisible();
});

test('after a start of the browser the first frame shows no item, in no surface', async ({ extension }) => {
  const first = await openPage(extension, PLACE, { [PLACE]: PAGE });
  const desk = await commandPage(extension);
  await sendFrom(desk, 'item.capture', { draft: ticket(1, { title: `${MARK} one` }) }, newId(1));
  // A frame in a page remembers for that site alone: no other surface reaches it there.
  await first.bringToFront();
  const frame = await openSidebar(extension, first);
  await expect(frame.getByText(`${MARK} one`)).toBeVisible();
  await expect.poll(() => frame.evaluate(() => Object.keys(localStorage))).toContain('overview.2');
  await first.close();
  await setLock(desk);
  await extension.restart();

  await noteWords(extension.context);
  const panel = await extension.context.newPage();
  await panel.goto(`chrome-extension://${extension.id}/sidepanel.html`);
  await expect(panel.getByRole('heading', { name: 'Locked' })).toBeVisible();
  const work = await openPage(extension, PLACE, { [PLACE]: PAGE });
  const again = await openSidebar(extension, work);
  await expect(again.getByRole('heading', { name: 'Locked' })).toBeVisible();
  for (const surface of [panel, again]) {
    expect(await wordsOf(surface)).toContain('Locked');
    expect(await wordsOf(surface)).not.toContain(MARK);
  }
});

/** Notes every text that any document ever shows, from its beginning on. */
const noteWords = (context: BrowserContext) =>
  context.addInitScript(() => {
    const notes: string[] = [];
    Object.assign(globalThis, { notes });
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) notes.push(node.textContent ?? '');
    }).observe(document, { childList: true, subtree: true });
  });

const wordsOf = (surface: Page | Frame) =>
  surface.evaluate(() => (globalThis as unknown as { notes: string[] }).notes.join('\n'));
