import type { Frame } from '@playwright/test';
import { expect, test } from '../support/extension';
import {
  type ExtensionWorld,
  openPage,
  openSidebar,
  PLACE,
  sidebarFrames,
  TOOL,
} from '../support/sidebar-page';

/** Sends commands from the frame, as its own page would. */
const sendFromFrame = (frame: Frame, count: number, name: string, nonce: string) =>
  frame.evaluate(
    async ([times, command, shown]) => {
      const uuid = () => {
        const hex = [...crypto.getRandomValues(new Uint8Array(16))]
          .map((byte) => byte.toString(16).padStart(2, '0'))
          .join('');
        return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
      };
      const send = () =>
        (globalThis as unknown as ExtensionWorld).chrome.runtime.sendMessage({
          kind: 'command',
          id: uuid(),
          name: command,
          payload: {},
          nonce: shown,
        });
      return Promise.all(Array.from({ length: times }, send)) as Promise<
        { ok: boolean; code?: string; value?: { outcome: string; itemId: string } }[]
      >;
    },
    [count, name, nonce] as const,
  );

test('a page that frames our sidebar by itself gets nothing out of it and nothing into it', async ({
  extension,
}) => {
  const page = await openPage(extension, PLACE, { [PLACE]: TOOL });
  const sidebar = await openSidebar(extension, page);
  const nonce = new URLSearchParams(new URL(sidebar.url()).hash.slice(1)).get('nonce') ?? '';
  await expect.poll(async () => (await sendFromFrame(sidebar, 1, 'page.capture', nonce))[0]?.ok).toBe(true);
  // What is remembered for the next opening lies where every frame of ours in this page can read it.
  await expect
    .poll(() => sidebar.evaluate(() => localStorage.getItem('overview.2')))
    .toContain('First piece of work');
  const worker = await extension.worker();
  const address = await worker.evaluate(() =>
    (globalThis as unknown as ExtensionWorld).chrome.runtime.getURL('sidepanel.html'),
  );
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = `${src}#nonce=0123456789abcdef0123456789abcdef`;
    document.body.append(frame);
  }, address);
  await expect.poll(() => sidebarFrames(page).length).toBe(2);
  const evil = sidebarFrames(page).find((frame) => frame.url() !== sidebar.url());
  if (!evil) throw new Error('the page has no frame of its own');
  for (const shown of ['0123456789abcdef0123456789abcdef', ''])
    expect(await sendFromFrame(evil, 1, 'undo', shown)).toEqual([{ ok: false, code: 'not-allowed' }]);
  await expect(evil.getByRole('alert')).toContainText('not connected');
  await expect(evil.locator('body')).not.toContainText('First piece of work');
});
