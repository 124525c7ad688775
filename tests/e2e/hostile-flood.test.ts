import type { Page } from '@playwright/test';
import type { ChromiumWithExtension } from '../support/chromium';
import { commandPage, storedIn } from '../support/commands';
import { expect, test } from '../support/extension';
import { openPage, openSidebar, PLACE, TOOL } from '../support/sidebar-page';

type Reply = { ok: boolean; code?: string };

/** Speaks out of our own script's world in a page, as a page that broke out of its own world would (T31). */
async function sayFromScript(
  page: Page,
  extension: ChromiumWithExtension,
  names: string[],
): Promise<Reply[]> {
  const session = await page.context().newCDPSession(page);
  const found = new Promise<number>((done) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${extension.id}`) done(context.id);
    });
  });
  await session.send('Runtime.enable');
  const speak = async (commands: string[]) => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
    ).chrome;
    const id = '01930000-0000-7000-8000-000000000001';
    const payloads: Record<string, unknown> = { 'ui.hello': { frame: 'shown' } };
    return Promise.all(
      commands.map((name) =>
        runtime.sendMessage({ kind: 'command', id, name, payload: payloads[name] ?? {} }),
      ),
    );
  };
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(${String(speak)})(${JSON.stringify(names)})`,
    contextId: await found,
    ...{ awaitPromise: true, returnByValue: true },
  });
  await session.detach();
  return result.value as Reply[]; // what the background answers
}

test('MS-09, T31: our script in a page may say almost nothing, not often, and takes no time from another tab', async ({
  extension,
}) => {
  const page = await openPage(extension, PLACE, { [PLACE]: TOOL });
  await openSidebar(extension, page);
  const said = await sayFromScript(page, extension, [
    'undo',
    'item.delete',
    'settings.change',
    'backup.make',
    'surface.hello',
  ]);
  expect(said).toEqual(said.map(() => ({ ok: false, code: 'not-allowed' })));

  const elsewhere = 'https://elsewhere.example/';
  const other = await openPage(extension, elsewhere, { [elsewhere]: TOOL });
  const sidebar = await openSidebar(extension, other);
  await expect(sidebar.locator('[data-page]')).toContainText('First piece of work');
  const desk = await commandPage(extension);
  await other.bringToFront();
  await sidebar.locator('#line').fill('First');
  await sidebar.locator('#line').press('Enter');
  await expect(sidebar.locator('#line')).toHaveValue('');

  const from = performance.now();
  const flood = sayFromScript(
    page,
    extension,
    Array.from({ length: 3_000 }, () => 'ui.hello'),
  );
  await sidebar.locator('#line').fill('Second');
  await sidebar.locator('#line').press('Enter');
  await expect(sidebar.locator('#line')).toHaveValue('');
  const replies = await flood;
  const seconds = (performance.now() - from) / 1_000;
  const taken = replies.filter(({ ok }) => ok).length;
  expect(taken).toBeLessThanOrEqual(50 + 10 * Math.ceil(seconds));
  expect(replies.filter(({ code }) => code === 'too-many')).toHaveLength(3_000 - taken);
  expect((await storedIn(desk)).titles.toSorted()).toEqual(['First', 'Second']);
});
