import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { ChromiumWithExtension } from '../support/chromium';

const build = process.env['THROUGHLINE_BUILD'] ?? resolve(import.meta.dirname, '../../.output/chrome-mv3');

test('the first run ticks each step by its being done, and opens once', async () => {
  const extension = await ChromiumWithExtension.launch({ build, headed: true, welcome: true });
  const isWelcome = (page: { url(): string }) => page.url().includes('/desk.html#welcome');
  await expect.poll(() => extension.context.pages().filter(isWelcome).length).toBe(1);
  const welcome = extension.context.pages().find(isWelcome);
  if (!welcome) throw new Error('the page of first steps did not open');
  const steps = welcome.locator('.step');
  await expect(steps).toHaveCount(3);
  await expect(steps.nth(1)).toContainText('Alt+Shift+K');

  await extension.pressShortcut(welcome, 'alt+shift+k');
  await expect(steps.nth(1)).toHaveAttribute('data-done', 'true');
  await extension.pressShortcut(welcome, 'alt+shift+j');
  await expect(steps.nth(2)).toHaveAttribute('data-done', 'true');
  const panel = await extension.attachTo('/sidepanel.html');
  await panel.waitForText('Triage');

  await extension.restart();
  await extension.worker();
  const again = await extension.context.newPage();
  await again.goto(`chrome-extension://${extension.id}/desk.html#settings`);
  await expect(again.locator('h1')).toBeVisible();
  expect(extension.context.pages().filter(isWelcome)).toHaveLength(0);
  expect(await extension.close()).toEqual([]);
});
