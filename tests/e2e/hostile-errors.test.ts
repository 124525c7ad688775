import { newId } from '@/utils/model/ids';
import { commandPage, sendFrom, storedIn } from '../support/commands';
import { expect, test } from '../support/extension';
import { ticket } from '../support/inventory';
import { openPage, openSidebar } from '../support/sidebar-page';

/** Stands for what nobody else may read: in items, in a page, in a file. */
const MARKER = 'QZ-marker-7f3a';
const AT = 'https://works.example/broken';
/** Its document is taken apart while it is read, and throws at whoever asks. */
const BROKEN = `<!doctype html><title>${MARKER}</title><h1>${MARKER}</h1><script>
  Object.defineProperty(document, 'title', { get() { throw new Error('${MARKER}'); } });
  setInterval(() => document.head.replaceChildren(document.createElement('title')), 20);</script>`;

// The browser's own logs are read at the end of each journey: whatever ours writes to a console fails it, marked or not.
test('PV-05: whatever goes wrong, nothing of an item is written or sent anywhere', async ({ extension }) => {
  test.setTimeout(90_000);
  const heard: string[] = [];
  extension.context.on(
    'console',
    (line) => line.text().includes(MARKER) && heard.push(line.text().slice(0, 200)),
  );
  extension.context.on('weberror', (error) => heard.push(error.error().message));
  const desk = await commandPage(extension);
  let next = 0;
  const send = (name: Parameters<typeof sendFrom>[1], payload: unknown) =>
    sendFrom(desk, name, payload, newId((next += 1)));
  const draft = ticket(1, { title: MARKER, url: AT });
  const { reply } = await send('item.capture', { draft });
  const { itemId: id } = reply.value as { outcome: string; itemId?: string };

  await test.step('commands that are refused', async () => {
    const answers = [
      await send('item.edit', { id, changes: { title: MARKER.repeat(40_000) } }),
      await send('item.edit', { id: MARKER, changes: { note: MARKER } }),
      await send('item.add', { title: { [MARKER]: MARKER } }),
      await send('item.split', { id, key: MARKER }),
      await send('item.snooze', { id, untilDay: MARKER }),
      await sendFrom(desk, 'item.observe', { draft }, newId((next += 1))),
      await sendFrom(desk, MARKER as 'undo', {}, newId((next += 1))),
    ].map((answer) => answer.reply);
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
    expect(JSON.stringify(answers)).not.toContain(MARKER);
  });

  await test.step('a broken file', async () => {
    await desk.goto(`chrome-extension://${extension.id}/desk.html#backup`);
    for (const text of [MARKER, `{"format":"throughline-backup","version":1}\n{"title":"${MARKER}"}\n`]) {
      const file = { name: `${MARKER}.ndjson`, mimeType: 'application/json', buffer: Buffer.from(text) };
      await desk.locator('input[type=file]').setInputFiles(file);
      await expect(desk.getByRole('alert')).toContainText('Nothing was changed.');
    }
  });

  await test.step('a page that throws, and a worker that dies', async () => {
    const page = await openPage(extension, AT, { [AT]: BROKEN });
    const sidebar = await openSidebar(extension, page);
    await expect(sidebar.locator('[data-page]')).toBeVisible();
    await extension.killWorker();
    await sidebar.locator('#line').fill('after');
    await sidebar.locator('#line').press('Enter');
    await expect(sidebar.locator('#line')).toHaveValue('');
    expect((await storedIn(desk)).titles.toSorted()).toEqual([MARKER, 'after']);
    await page.close();
  });

  await test.step('a database that can no longer be read', async () => {
    await extension.killWorker();
    await desk.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('throughline', 990);
          opening.onsuccess = () => (opening.result.close(), done());
          opening.onerror = () => fail(opening.error ?? new Error('not opened'));
        }),
    );
    const refused = await send('item.edit', { id, changes: { note: MARKER } });
    expect(refused.reply.ok).toBe(false);
    expect(JSON.stringify(refused)).not.toContain(MARKER);
    for (const surface of ['sidepanel.html', 'popup.html']) {
      await desk.goto(`chrome-extension://${extension.id}/${surface}`);
      await expect(desk.locator('body')).toContainText(/newer/i);
    }
  });
  // What the page itself threw is the page's own.
  expect(heard.filter((line) => !line.includes(AT))).toEqual([]);
});
