import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { serveSamples } from '../../.ci/sample-server.mjs';
import { FirefoxWithExtension } from '../support/firefox';
import { openSidebarOver, typeLine } from '../support/firefox-sidebar';

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

const CLEAR = `(() => { const line = document.getElementById('line'); line.value = '';
  line.dispatchEvent(new InputEvent('input', { bubbles: true })); })()`;

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
  'CJ-04, a bar over a half of it': `(() => { const over = ${COVER};
    over.style.inset = '50% 0 0 auto'; over.style.width = '360px'; over.style.height = '50%';
    setInterval(() => { over.hidePopover(); over.showPopover(); }, 20); })()`,
  'CJ-02, its page made tiny': `(() => { let turn = 0;
    setInterval(() => { document.documentElement.style.zoom = (turn += 1) % 2 ? '0.1' : '0.11'; }, 20); })()`,
  'CJ-07, hidden four fifths of the time, in step with whatever looks': `(() => { const over = ${COVER};
    setInterval(() => { over.hidePopover(); setTimeout(() => over.showPopover(), 50); }, 250); })()`,
};

test('CJ-11: in Firefox nothing that is pressed in a sidebar which its page covers changes anything', async () => {
  test.setTimeout(90_000);
  expect(existsSync(BUILD), 'run "npm run build" first').toBe(true);
  const samples = await serveSamples();
  const firefox = await FirefoxWithExtension.launch(BUILD);
  try {
    const desk = await firefox.open(firefox.page('desk.html'));
    await firefox.until(desk, 'document.body.innerText.length > 0');
    for (const [name, cover] of Object.entries(COVERS)) {
      const tab = await firefox.open(`${samples.address}/issues/142`);
      const frame = await openSidebarOver(firefox, desk, tab, 'Login redirect loses the page');
      const line = () => firefox.evaluate<string>(frame, `document.getElementById('line').value`);
      const isTold = () => firefox.evaluate<boolean>(frame, `document.body.innerText.includes('${COVERED}')`);
      await typeLine(firefox, tab, frame, 'Ana');
      // A busy machine may take longer to show it than the person to type.
      const untilTaken = async () => {
        if (await isTold()) await firefox.pressKeys(tab, ['Enter']);
        return line();
      };
      await expect.poll(untilTaken, 'what is done in the open counts').toBe('');
      await firefox.evaluate(tab, cover);
      await typeLine(firefox, tab, frame, 'Bob');
      await expect.poll(isTold, name).toBe(true);
      expect(await line(), name).toBe('Bob');
      // What is half typed is there again in the next sidebar.
      await firefox.evaluate(frame, CLEAR);
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
