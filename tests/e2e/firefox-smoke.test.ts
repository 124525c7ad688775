import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { serveSamples } from '../../.ci/sample-server.mjs';
import { FirefoxWithExtension } from '../support/firefox';

const BUILD = resolve(import.meta.dirname, '../../.output/firefox-mv3');
const TITLE = 'Login redirect loses the page';

/** What the real popup or the real sidebar says, as one of the extension's own pages sees it. */
const saysIn = (view: 'popup' | 'sidebar', text: string) =>
  `browser.extension.getViews({ type: '${view}' })[0]?.document.body.innerText.includes(${JSON.stringify(text)})`;

test('in Firefox the toolbar button captures the ticket, the sidebar shows it, and it outlives the background', async () => {
  expect(existsSync(BUILD), 'run "npm run build" first').toBe(true);
  const samples = await serveSamples();
  const firefox = await FirefoxWithExtension.launch(BUILD);
  try {
    const desk = await firefox.open(firefox.page('desk.html'));
    await firefox.until(desk, 'document.body.innerText.length > 0');
    await firefox.open(`${samples.address}/issues/142`);
    await firefox.pressToolbarButton();
    await firefox.until(desk, saysIn('popup', TITLE));
    await firefox.until(desk, saysIn('popup', 'Captured'));
    await firefox.showSidebar();
    await firefox.until(desk, saysIn('sidebar', TITLE));
    await firefox.killBackground();
    const panel = await firefox.open(firefox.page('sidepanel.html'));
    await firefox.until(panel, `document.body.innerText.includes(${JSON.stringify(TITLE)})`);
    expect(firefox.errors).toEqual([]);
  } finally {
    await firefox.close();
    samples.stop();
  }
});
