import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { serveSamples } from '../../.ci/sample-server.mjs';
import { FirefoxWithExtension } from '../support/firefox';

const BUILD =
  process.env['THROUGHLINE_FIREFOX_BUILD'] ?? resolve(import.meta.dirname, '../../.output/firefox-mv3');
const COVERED = 'This page covers the sidebar; nothing was changed.';

/** Runs in the page: a sheet over everything, which pointers go through. */
const COVER = `(() => {
  const over = document.createElement('div');
  over.setAttribute('popover', 'manual');
  over.style.cssText = 'inset:0;width:100vw;height:100vh;max-width:none;max-height:none;border:0;margin:0;padding:0;background:#fff;pointer-events:none';
  document.body.append(over);
  over.showPopover();
  return over;
})()`;

/** What a page does to hide the sidebar, again and again. Firefox tells a frame nothing of most of it: our script looks. */
const COVERS: Record<string, string> = {
  'CJ-04, a sheet over everything': `(() => { const over = ${COVER}; setInterval(() => { over.hidePopover(); over.showPopover(); }, 20); })()`,
  'CJ-01, the host taken out of the top layer in a faded page': `(() => { setInterval(() => {
    const host = [...document.documentElement.children].findLast(({ localName }) => localName.includes('-'));
    if (host.matches(':popover-open')) host.hidePopover();
    document.documentElement.style.opacity = '0.01'; }, 20); })()`,
  'CJ-05, the backdrop of something tiny': `(() => { const over = ${COVER};
    over.className = 'tiny';
    over.style.cssText = 'inset:auto auto 0 0;width:1px;height:1px;border:0;padding:0';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.tiny::backdrop { background: #fff; pointer-events: none }');
    document.adoptedStyleSheets = [sheet];
    setInterval(() => { over.hidePopover(); over.showPopover(); }, 20); })()`,
};

const inPopup = (text: string) =>
  `browser.extension.getViews({ type: 'popup' })[0]?.document.body.innerText.includes('${text}')`;

/** Opens the sidebar in the tab in front, as the popup's own button does. */
const openSidebar = (number: number) => `browser.tabs.query({ active: true, currentWindow: true })
  .then(([tab]) => browser.runtime.sendMessage({ kind: 'command', name: 'sidebar.open', payload: { tabId: tab.id },
    id: '01930000-0000-7000-8000-00000000000${number}' }))`;

/** The extension's own frame in the page, once it shows the page's item. */
async function sidebarIn(firefox: FirefoxWithExtension, tab: string): Promise<string> {
  let frame: string | undefined;
  await expect
    .poll(async () => {
      [frame] = await firefox.framesIn(tab);
      return frame && (await firefox.evaluate<string>(frame, 'document.body.innerText').catch(() => ''));
    })
    .toContain('Login redirect loses the page');
  return frame ?? '';
}

/** Types a line into the sidebar with real keys. */
async function typeLine(
  firefox: FirefoxWithExtension,
  tab: string,
  frame: string,
  line: string,
): Promise<void> {
  await firefox.evaluate(frame, `window.focus(), document.getElementById('line').focus()`);
  for (const letter of line) await firefox.pressKeys(tab, [letter]);
  await firefox.pressKeys(tab, ['Enter']);
}

test('CJ-11: in Firefox nothing that is pressed in a sidebar which its page covers changes anything', async () => {
  test.setTimeout(90_000);
  expect(existsSync(BUILD), 'run "npm run build" first').toBe(true);
  const samples = await serveSamples();
  const firefox = await FirefoxWithExtension.launch(BUILD);
  try {
    const desk = await firefox.open(firefox.page('desk.html'));
    await firefox.until(desk, 'document.body.innerText.length > 0');
    for (const [number, [name, cover]] of Object.entries(COVERS).entries()) {
      const tab = await firefox.open(`${samples.address}/issues/142`);
      await firefox.pressToolbarButton();
      await firefox.until(desk, inPopup('Login redirect loses the page'));
      await firefox.evaluate(desk, `browser.extension.getViews({ type: 'popup' })[0].close()`);
      await firefox.evaluate(desk, openSidebar(number));
      const frame = await sidebarIn(firefox, tab);
      const line = () => firefox.evaluate<string>(frame, `document.getElementById('line').value`);
      const isTold = () => firefox.evaluate<boolean>(frame, `document.body.innerText.includes('${COVERED}')`);
      await typeLine(firefox, tab, frame, 'Ana');
      await expect.poll(line, 'what is done in the open counts').toBe('');
      await firefox.evaluate(tab, cover);
      await typeLine(firefox, tab, frame, 'Bob');
      await expect.poll(isTold, name).toBe(true);
      expect(await line(), name).toBe('Bob');
    }
    const panel = await firefox.open(firefox.page('sidepanel.html'));
    await firefox.until(panel, `document.body.innerText.includes('Ana')`);
    expect(await firefox.evaluate<string>(panel, 'document.body.innerText')).not.toContain('Bob');
    expect(firefox.errors).toEqual([]);
  } finally {
    await firefox.close();
    samples.stop();
  }
});
