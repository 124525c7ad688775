import { expect, test } from '../support/extension';

test('the whole day by keyboard alone: add, order, snooze, block, importance, edit, undo, help', async ({
  extension,
}) => {
  const page = await extension.context.newPage();
  await page.goto(`chrome-extension://${extension.id}/sidepanel.html`);
  const key = (...keys: string[]) =>
    keys.reduce((before, one) => before.then(() => page.keyboard.press(one)), Promise.resolve());
  const titles = (list: string) =>
    page.locator(`[data-list=${list}] [role=option] .item-row-title`).allInnerTexts();
  const chosen = page.locator('[aria-selected=true]');
  await expect(page.locator('[data-page]')).toBeVisible();

  await key('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('Pay Ana tomorrow !2 #ops');
  await expect(page.locator('.chip')).toHaveCount(3);
  await key('Enter');
  await expect(page.getByRole('option', { name: /Pay Ana/ })).toBeVisible();
  for (const title of ['Draft the rota', 'Renew the certificate']) {
    await page.keyboard.type(title);
    await key('Enter');
    await expect(page.getByRole('option', { name: title })).toBeVisible();
  }
  await expect.poll(() => titles('next')).toEqual(['Pay Ana', 'Draft the rota', 'Renew the certificate']);

  await key('Escape', 'p');
  await expect.poll(() => titles('today')).toEqual(['Pay Ana']);
  await key('j', 'p');
  await expect.poll(() => titles('today')).toEqual(['Pay Ana', 'Draft the rota']);
  await expect(chosen).toContainText('Renew');
  await key('k', 'Alt+ArrowUp');
  await expect.poll(() => titles('today')).toEqual(['Draft the rota', 'Pay Ana']);

  await key('j', 'j');
  await expect(chosen).toContainText('Renew');
  await key('1');
  await expect(chosen).toContainText('+24');
  await key('b');
  await expect(page.getByRole('combobox', { name: 'What stops it?' })).toBeFocused();
  await page.keyboard.type('no key yet');
  await key('Enter');
  await expect(chosen).toContainText('no key yet');
  await expect(page.getByRole('combobox', { name: 'What stops it?' })).toHaveCount(0);
  await key('z');
  await expect(page.getByRole('menu')).toBeVisible();
  await key('Enter');
  await expect(page.getByRole('option', { name: /Renew/ })).toHaveCount(0);
  await key('u');
  await expect(page.getByRole('option', { name: /Renew/ })).toBeVisible();

  await key('?');
  await expect(page.getByRole('dialog')).toContainText('Alt');
  await key('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await key('Enter');
  await expect(page.getByRole('dialog', { name: /./ })).toBeVisible();
  await key('e');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await key('ControlOrMeta+a');
  await page.keyboard.type('Another name');
  await key('Enter', 'Escape');
  await expect(page.getByRole('option', { name: /Another name/ })).toBeVisible();
  await key('d');
  await expect(page.locator('[data-list=done]')).toContainText('Done today');
  await expect(page.locator('body')).toContainText('Undo');
});
