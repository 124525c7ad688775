import { newId, type SourceKey } from '@/utils/model/ids';
import { commandPage, sendFrom } from '../support/commands';
import { expect, test } from '../support/extension';
import { grantSite } from '../support/granted-site';
import { hostileUrl, openHostile } from '../support/hostile-pages';
import { captureOnlyWhenPressed, openSidebar } from '../support/sidebar-page';

const SOURCE = {
  ...{ product: 'github', host: 'github.com', scope: 'acme/app', nativeId: '12', kind: 'issue' },
  // In the form that the recogniser gives.
  ...{ key: 'github|github.com|acme/app|12' as SourceKey, label: 'acme/app#12' },
};

test('marks on a page that takes them out are put back seldom, and the page is not slowed', async ({
  extension,
}) => {
  await captureOnlyWhenPressed(extension);
  const desk = await commandPage(extension);
  const draft = { title: 'A piece of work', url: 'https://github.com/acme/app/issues/12', source: SOURCE };
  await sendFrom(desk, 'item.capture', { draft: { ...draft, page: 'item', witnesses: [] } }, newId(1));
  await grantSite(extension, 'https://hostile.example/*');
  const page = await openHostile(extension, 'thief.html');
  const thrownOut = () => page.evaluate(() => (globalThis as unknown as { thrownOut: number }).thrownOut);
  await expect.poll(thrownOut, 'a mark came').toBeGreaterThan(0);
  const before = await thrownOut();
  const frames = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let count = 0;
        const end = performance.now() + 5_000;
        const next = () => {
          count += 1;
          if (performance.now() < end) requestAnimationFrame(next);
          else done(count);
        };
        requestAnimationFrame(next);
      }),
  );
  expect((await thrownOut()) - before).toBeLessThanOrEqual(10);
  expect(frames).toBeGreaterThan(100);
  expect(page.url()).toBe(hostileUrl('thief.html'));
});

test('a page that points and presses by itself teaches nothing', async ({ extension }) => {
  await captureOnlyWhenPressed(extension);
  const page = await openHostile(extension, 'pointer.html');
  const sidebar = await openSidebar(extension, page);
  await sidebar.locator('[data-page]').getByRole('button', { name: 'Teach' }).click();
  await sidebar.getByRole('menuitem', { name: /^Due date/ }).click();
  const asked = sidebar.getByText('Point at “Due date” in the page');
  await expect(asked).toBeVisible();
  await page.evaluate(() => (globalThis as unknown as { play(): void }).play());
  // The page is asked once more, so all that it did is done.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await expect(asked).toBeVisible();
  await expect(sidebar.getByText('hunter2')).toHaveCount(0);
  await expect(sidebar.getByText('2026-12-18')).toHaveCount(0);
});
