import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { ChromiumWithExtension } from '../support/chromium';
import { expect, test } from '../support/extension';
import { grantSite, takeSiteBack } from '../support/granted-site';

type World = {
  chrome: {
    permissions: {
      getAll(): Promise<{ permissions: string[]; origins: string[] }>;
      contains(what: { origins?: string[]; permissions?: string[] }): Promise<boolean>;
    };
    declarativeContent: {
      onPageChanged: { getRules(ids: undefined, take: (rules: object[]) => void): void };
    };
  };
};

const SITE = 'https://tracker.works.example/*';
/** A host as long as hosts may be: 253 characters, of parts of 63. */
const LONG = `${'abcdefghij'.repeat(6)}xyz.`.repeat(3) + 'k'.repeat(53) + '.example';

async function openSeen(extension: ChromiumWithExtension): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(`chrome-extension://${extension.id}/desk.html#seen`);
  await expect(page.getByRole('heading', { level: 1, name: 'What it can see' })).toBeVisible();
  return page;
}

const grantedNow = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as World).chrome.permissions.getAll());
const rules = async (extension: ChromiumWithExtension) =>
  (await extension.worker()).evaluate(
    () =>
      new Promise<number>((done) => {
        const { onPageChanged } = (globalThis as unknown as World).chrome.declarativeContent;
        onPageChanged.getRules(undefined, (all) => done(all.length));
      }),
  );

test('everything that the browser grants is on the page, and nothing is allowed after the installation', async ({
  extension,
}) => {
  const page = await openSeen(extension);
  const { permissions, origins } = await grantedNow(page);
  expect(origins).toEqual([]);
  const installed = page.locator('section.part', {
    has: page.getByRole('heading', { name: 'Came with installing' }),
  });
  await expect(installed.getByRole('listitem')).toHaveCount(permissions.length);
  await expect(page.getByText('None. A page is read only when')).toBeVisible();
  await expect(page.getByText('Nothing is allowed beyond what came with installing.')).toBeVisible();
  // The light of the icon goes out and on by its own switch, from the keyboard.
  await expect.poll(() => rules(extension)).toBe(1);
  const light = page.getByRole('checkbox', { name: 'Light the icon on pages of known tools' });
  await light.press('Space');
  await expect(light).not.toBeChecked();
  await expect.poll(() => rules(extension)).toBe(0);
  await light.press('Space');
  await expect(light).toBeChecked();
  await expect.poll(() => rules(extension)).toBe(1);
});

test('a site that was granted is shown with its day, and is taken back here or anywhere', async ({
  extension,
}) => {
  const page = await openSeen(extension);
  await grantSite(extension, SITE);
  await grantSite(extension, `https://${LONG}/*`);
  const row = page.getByRole('listitem').filter({ hasText: 'tracker.works.example' });
  await expect(row).toBeVisible();
  await page.reload();
  await expect(row).toContainText('since');

  await page.setViewportSize({ width: 320, height: 800 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await expect(page.getByText(LONG)).toBeVisible();

  // Elsewhere: in the browser's own pages.
  await takeSiteBack(extension, SITE);
  await expect(row).toHaveCount(0);
  // Here, all at once, by the keyboard alone.
  await page.getByRole('button', { name: 'Take back everything' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is no undo')).toBeVisible();
  expect((await grantedNow(page)).origins).toHaveLength(1);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing is allowed beyond')).toBeVisible();
  expect((await grantedNow(page)).origins).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the page, also while it asks whether to take everything back', async ({
      extension,
    }) => {
      await grantSite(extension, SITE);
      const page = await openSeen(extension);
      await page.getByRole('button', { name: 'Take back everything' }).click();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  });
}
