import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { newId } from '@/utils/model/ids';
import { FirefoxWithExtension } from '../support/firefox';
import { ticket } from '../support/inventory';

const BUILD =
  process.env['THROUGHLINE_FIREFOX_BUILD'] ?? resolve(import.meta.dirname, '../../.output/firefox-mv3');
const PASSPHRASE = 'four quiet words here';
const CODE = 'ABCD-EFGH-JKLM-NPQR-STUV-WXYZ';

test('in Firefox nothing is told behind the lock, and a sealed capture is there once when it opens', async () => {
  test.setTimeout(90_000);
  const firefox = await FirefoxWithExtension.launch(BUILD);
  try {
    const desk = await firefox.open(firefox.page('desk.html#settings'));
    /** Once more where the desk loaded itself anew meanwhile, as it does when the lock closes. */
    const evaluate = <T>(expression: string): Promise<T> =>
      firefox.evaluate<T>(desk, expression).catch(async () => {
        await firefox.until(desk, "document.readyState === 'complete'");
        return firefox.evaluate<T>(desk, expression);
      });
    const send = (name: string, payload: object, id = newId<string>(Date.now())) =>
      evaluate<{ ok: boolean; code?: string; value?: { outcome: string } }>(
        `browser.runtime.sendMessage(${JSON.stringify({ kind: 'command', id, name, payload })})`,
      );
    const told = (name: string, args: object = {}) =>
      evaluate<unknown>(
        `new Promise((resolve) => {
          const port = browser.runtime.connect({ name: 'views' });
          port.onMessage.addListener(({ value, problem }) => { port.disconnect(); resolve(problem ?? value); });
          port.postMessage({ watch: 1, name: ${JSON.stringify(name)}, args: ${JSON.stringify(args)} });
        })`,
      );
    const stored = () =>
      evaluate<string>(
        `Promise.all([browser.storage.local.get(null), browser.storage.session.get(null)]).then(([local, session]) =>
          JSON.stringify([Object.entries(local).filter(([key]) => !key.startsWith('j:')), session]))`,
      );
    const search = { text: 'Heron' };

    expect(await send('item.capture', { draft: ticket(1, { title: 'Heron one' }) })).toMatchObject({
      ok: true,
    });
    expect(await told('search', search)).toMatchObject({ rows: [{ title: 'Heron one' }] });
    expect(await send('lock.set', { passphrase: PASSPHRASE, code: CODE })).toMatchObject({ ok: true });
    expect(await send('lock.now', {})).toMatchObject({ ok: true });
    for (const view of ['overview', 'search', 'storage', 'lessons', 'backup', 'recovery', 'tools'])
      expect(await told(view, view === 'search' ? search : {}), view).toBe('locked');
    expect(await send('undo', {})).toEqual({ ok: false, code: 'locked' });

    const id = newId<string>(Date.now());
    const draft = ticket(2, { title: 'Heron two' });
    expect(await send('item.capture', { draft }, id)).toMatchObject({ ok: true, value: { outcome: 'kept' } });
    expect(await stored()).not.toContain('Heron');
    await firefox.killBackground();
    expect(await send('item.capture', { draft }, id)).toMatchObject({ ok: true, value: { outcome: 'kept' } });
    expect(await told('lock')).toMatchObject({ isSet: true, isLocked: true, waiting: 1 });
    expect(await send('lock.open', { secret: 'four quiet words' })).toEqual({
      ok: false,
      code: 'wrong-secret',
    });
    expect(await send('lock.open', { secret: CODE })).toMatchObject({ ok: true });
    expect(await told('lock')).toMatchObject({ isLocked: false, waiting: 0 });
    // What both rows say, in the order of the list.
    const found = (await told('search', search)) as { rows: { title: string }[] };
    expect(found.rows.map(({ title }) => title).toSorted()).toEqual(['Heron one', 'Heron two']);
    expect(firefox.errors).toEqual([]);
  } finally {
    await firefox.close();
  }
});
