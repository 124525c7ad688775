import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { newId } from '@/utils/model/ids';
import { commandPage, sendFrom } from '../support/commands';
import { expect, test } from '../support/extension';
import { ticket } from '../support/inventory';

const LONG = `The title that somebody pasted a whole sentence into ${'and then some more '.repeat(14)}`.slice(
  0,
  300,
);
const TITLES = [
  'Login redirect loses the page',
  LONG,
  'مراجعة عقد الصيانة السنوي',
  '🚀 Launch ✅ checklist',
  'Pay Ana',
  'Draft the rota',
  'Renew certificate',
];

/** Seven items in every state that a list shows. */
async function fill(page: Page): Promise<void> {
  for (const [index, title] of TITLES.entries()) {
    await sendFrom(
      page,
      'item.capture',
      { draft: ticket(index, { title, requester: 'Maria', status: 'New' }) },
      newId(index + 1),
    );
  }
  const rows = await page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const db = await ask(indexedDB.open('throughline'));
    const ids = await ask(db.transaction('items').objectStore('items').getAllKeys());
    db.close();
    return ids.map(String);
  });
  const [a, b, c, d, e] = rows;
  await sendFrom(page, 'item.setState', { id: a, state: 'started' }, newId(20));
  await sendFrom(page, 'item.plan', { id: b, day: '2020-01-01' }, newId(21));
  await sendFrom(page, 'item.wait', { id: c, on: 'Legal' }, newId(22));
  await sendFrom(page, 'item.setState', { id: d, state: 'done' }, newId(23));
  await sendFrom(page, 'item.block', { id: e, reason: 'no key' }, newId(24));
}

async function findings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on any surface, empty or full', async ({ extension }) => {
      const page = await commandPage(extension);
      const url = (path: string) => `chrome-extension://${extension.id}/${path}`;
      const visit = async (path: string, ready: string) => {
        await page.goto('about:blank');
        await page.goto(url(path));
        await expect(page.locator(ready).first()).toBeVisible();
        expect(await findings(page), `${path} ${colorScheme}`).toEqual([]);
      };
      await visit('sidepanel.html', '[data-page]');
      await visit('popup.html', '#app button');
      await visit('desk.html#settings', 'h1');
      await visit('desk.html#welcome', 'h1');
      await visit('desk.html#backup', 'h1');
      await fill(page);
      await visit('popup.html', '#app button');
      await visit('sidepanel.html', '[role=option]');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findings(page), `help ${colorScheme}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('option').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findings(page), `card ${colorScheme}`).toEqual([]);
    });
  });
}
