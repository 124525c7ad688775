import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { newId } from '@/utils/model/ids';
import { FirefoxWithExtension } from '../support/firefox';
import { ticket } from '../support/inventory';

const BUILD =
  process.env['THROUGHLINE_FIREFOX_BUILD'] ?? resolve(import.meta.dirname, '../../.output/firefox-mv3');
const PASSPHRASE = 'four quiet words here';
const CODE = 'ABCD-EFGH-JKLM-NPQR-STUV-WXYZ';

test('in Firefox the sidebar and the popup show the lock alone, and open by their field; a half-typed line is there again', async () => {
  test.setTimeout(120_000);
  const firefox = await FirefoxWithExtension.launch(BUILD);
  try {
    const desk = await firefox.open(firefox.page('desk.html#settings'));
    const send = (name: string, payload: object) =>
      firefox.evaluate(
        desk,
        `browser.runtime.sendMessage(${JSON.stringify({ kind: 'command', id: newId<string>(Date.now()), name, payload })})`,
      );
    await send('item.capture', { draft: ticket(1, { title: 'Heron one' }) });
    const sidebar = await firefox.open(firefox.page('sidepanel.html'));
    await firefox.until(sidebar, "document.body.innerText.includes('Heron one')");
    await firefox.evaluate(sidebar, "document.querySelector('#line').focus()");
    await firefox.pressKeys(sidebar, 'Pay An'.split(''));
    // As long as the promise allows between a key and its safe place (safety DU-21).
    await firefox.evaluate(sidebar, 'new Promise((done) => setTimeout(done, 500))');

    const popup = await firefox.open(firefox.page('popup.html'));
    await firefox.until(popup, "document.querySelector('.foot') !== null");
    await send('lock.set', { passphrase: PASSPHRASE, code: CODE });
    // The desk that it is sent from begins anew with it.
    await send('lock.now', {}).catch(() => undefined);
    const isLocked = "document.activeElement?.matches('.lock input')";
    for (const surface of [sidebar, popup, desk]) {
      await firefox.until(surface, isLocked);
      const all = 'document.documentElement.innerHTML + JSON.stringify(Object.entries(localStorage))';
      expect(await firefox.evaluate<string>(surface, all)).not.toMatch(/Heron|Pay An/);
    }
    await firefox.pressKeys(sidebar, [...PASSPHRASE.split(''), 'Enter']);
    await firefox.until(sidebar, "document.querySelector('#line')?.value === 'Pay An'");
    await firefox.until(popup, "document.querySelector('.foot') !== null");
    expect(firefox.errors).toEqual([]);
  } finally {
    await firefox.close();
  }
});
