import type { Page } from '@playwright/test';
import { newId, type SourceKey } from '@/utils/model/ids';
import { ChromiumWithExtension } from '../support/chromium';
import { commandPage, sendFrom } from '../support/commands';
import { expect, test } from '../support/extension';
import { openPage, openSidebar } from '../support/sidebar-page';

/** What would run, load or send if any of it ever became markup, a link or a style. */
const CORPUS = [
  '<img src=https://beacon.example/x onerror=alert(1)>',
  '"><script src=https://beacon.example/x></script>',
  `'-alert(1)-'<svg/onload=alert(1)>`,
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '</title><style>*{background:url(https://beacon.example/x)}</style>',
  'javascript:alert(1)//',
  '{{constructor.constructor("alert(1)")()}}',
  '<a href="javascript:alert(1)">x</a><math><mi//xlink:href="data:x,<script>alert(1)</script>">',
];
const TODAY = '2026-11-23';

/** Fills every field that a command takes with such text. */
async function fill(desk: Page): Promise<void> {
  let next = 0;
  const send = async (...[name, payload]: [Parameters<typeof sendFrom>[1], unknown]) => {
    const { reply } = await sendFrom(desk, name, payload, newId((next += 1)));
    expect(reply.ok, `${name}: ${JSON.stringify(reply)}`).toBe(true);
    return (reply.value as { itemId?: string }).itemId;
  };
  for (const [at, evil] of CORPUS.entries()) {
    // Half of them on a page that is looked at afterwards.
    const url = `https://works.example/${at}`;
    const source = {
      ...{
        product: evil,
        host: 'works.example',
        scope: evil,
        nativeId: `${at}${evil}`,
        kind: evil,
        label: evil,
      },
      key: `web|works.example||/${at}` as SourceKey,
    };
    const draft = {
      ...{
        title: evil,
        url,
        source,
        page: 'item',
        status: evil,
        assignees: [evil],
        requester: evil,
        labels: [evil],
      },
      ...{ priority: evil, project: evil, excerpt: evil, check: 'one-witness' },
      ways: [{ by: 'search', url: evil }],
      witnesses: [{ field: 'title', from: evil, value: evil }],
    };
    const id = await send('item.capture', { draft });
    await send('item.edit', { id, changes: { note: evil, tags: [evil], owner: evil, requester: evil } });
    await send('item.wait', { id, on: evil, reason: evil });
    const other = await send('item.add', {
      title: evil,
      note: evil,
      owner: evil,
      requester: evil,
      tags: [evil],
    });
    await send('item.block', { id: other, reason: evil });
    await send('item.plan', { id: other, day: TODAY });
  }
}

test('IM-08: a file with markup in every field is text on every surface', async ({ extension, build }) => {
  test.setTimeout(90_000);
  const first = await commandPage(extension);
  await fill(first);
  await first.goto(`chrome-extension://${extension.id}/desk.html#backup`);
  const downloaded = first.waitForEvent('download');
  await first.getByRole('button', { name: 'Save a copy' }).click();
  const file = await (await downloaded).path();

  const other = await ChromiumWithExtension.launch({ build });
  try {
    const asked: string[] = [];
    other.context.on('dialog', (dialog) => asked.push(dialog.message()));
    other.context.on('request', (request) => request.url().includes('beacon') && asked.push(request.url()));
    const desk = await other.context.newPage();
    await desk.goto(`chrome-extension://${other.id}/desk.html#backup`);
    await desk.locator('input[type=file]').setInputFiles(file);
    await expect(desk.getByText('The file is whole.')).toBeVisible();
    await desk.getByRole('button', { name: 'Bring it back' }).click();
    await expect(desk.getByText(/16 items/).first()).toBeVisible();
    for (const part of ['#settings', '#tools', '#seen', '#list', '']) {
      await desk.goto(`chrome-extension://${other.id}/desk.html${part}`);
      await expect(desk.locator('h1').first()).toBeVisible();
    }
    const panel = await other.context.newPage();
    await panel.goto(`chrome-extension://${other.id}/sidepanel.html`);
    await expect(panel.getByRole('option').first()).toContainText(/[<{:]/);
    for (const option of (await panel.getByRole('option').all()).slice(0, 3)) {
      await option.click();
      await expect(panel.getByRole('dialog')).toBeVisible();
      await panel.keyboard.press('Escape');
    }
    await panel.locator('#line').fill('alert');
    await expect(panel.getByRole('option').first()).toContainText('alert');
    const page = await openPage(other, 'https://works.example/1', {
      'https://works.example/1': '<!doctype html><title>One</title><h1>One</h1>',
    });
    const sidebar = await openSidebar(other, page);
    await expect(sidebar.getByRole('option').first()).toBeVisible();
    const popup = await other.openPopup(page);
    await popup.waitForText(/[<{]/);
    for (const surface of [desk, panel, sidebar])
      expect(
        await surface
          .locator(
            'img:not([src^="/"],[src^="chrome-extension:"],[src^="data:"]), iframe, script:not([src]), math, [onerror], [onload], a[href^="javascript:"]',
          )
          .count(),
      ).toBe(0);
    expect(asked).toEqual([]);
  } finally {
    expect(await other.close()).toEqual([]);
  }
});
