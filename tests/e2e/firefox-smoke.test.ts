import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { FirefoxWithExtension } from '../support/firefox';

const BUILD = resolve(import.meta.dirname, '../../.output/firefox-mv3');

test('Throughline starts in Firefox: every page opens, the toolbar button opens the popup', async () => {
  expect(existsSync(BUILD), 'run "npm run build" first').toBe(true);
  const firefox = await FirefoxWithExtension.launch(BUILD);
  try {
    for (const page of ['sidepanel.html', 'desk.html', 'popup.html']) {
      const tab = await firefox.open(firefox.page(page));
      await firefox.until(tab, "document.querySelector('#app')?.childElementCount > 0");
    }
    const desk = await firefox.open(firefox.page('desk.html'));
    await firefox.open('data:text/html,<title>A page</title>');
    await firefox.pressToolbarButton();
    await firefox.until(desk, "browser.extension.getViews({ type: 'popup' }).length === 1");
    expect(firefox.errors).toEqual([]);
  } finally {
    await firefox.close();
  }
});
