import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { systemClock } from '@/utils/model/clock';
import { newId } from '@/utils/model/ids';
import { FirefoxWithExtension } from '../support/firefox';

const BUILD =
  process.env['THROUGHLINE_FIREFOX_BUILD'] ?? resolve(import.meta.dirname, '../../.output/firefox-mv3');

/** What a yes in Firefox's question does; nobody can press it without a screen. */
const GRANT = `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const id = 'throughline@throughline.example';
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionPermissions.add(id, { permissions: ['notifications'], origins: [] }, extension);
})()`;

test('the reminder that Firefox is given holds a count and no word of an item (PV-03)', async () => {
  const before = process.env['TZ'];
  const east = 12 - new Date(systemClock.now()).getUTCHours();
  // About noon: reminders sleep in the night. POSIX counts to the west.
  process.env['TZ'] = east === 0 ? 'Etc/UTC' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
  const firefox = await FirefoxWithExtension.launch(BUILD);
  try {
    const desk = await firefox.open(firefox.page('desk.html#seen'));
    await firefox.until(desk, `document.querySelectorAll('.grant').length > 6`);
    const send = (name: string, payload: object) =>
      firefox.evaluate<{ value?: { itemId?: string } }>(
        desk,
        `browser.runtime.sendMessage(${JSON.stringify({ kind: 'command', id: newId<string>(systemClock.now()), name, payload })})`,
      );
    const { value } = await send('item.add', { title: 'Globex merger' });
    await send('item.wait', { id: value?.itemId, on: 'Maria Keller', followUpDay: '2020-01-01' });
    await firefox.inWindow(GRANT);
    // Without a screen Firefox takes it away again at once: what it is given is written down on its way.
    await firefox.evaluate(
      desk,
      `browser.runtime.getBackgroundPage().then(({ browser: { notifications } }) => {
        globalThis.told = [];
        const create = notifications.create.bind(notifications);
        notifications.create = (id, options) => (told.push(JSON.stringify(options)), create(id, options));
      })`,
    );
    await send('settings.change', { notify: true });
    await firefox.until(desk, 'told.length > 0');
    const all = await firefox.evaluate<string>(desk, 'told.join()');
    expect(all).toContain('Follow-ups due: 1');
    expect(all).not.toMatch(/Globex|Maria|Keller/);
    expect(firefox.errors).toEqual([]);
  } finally {
    await firefox.close();
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});
