import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { systemClock } from '@/utils/model/clock';
import { newId } from '@/utils/model/ids';
import { ChromiumWithExtension } from '../support/chromium';
import { commandPage, sendFrom } from '../support/commands';
import { expect, test } from '../support/extension';

/** What the worker is asked of the browser's notifications. */
type World = {
  chrome: {
    notifications: {
      getAll(take: (all: object) => void): void;
      create(id: string, options: object): Promise<string>;
      clear(id: string): Promise<boolean>;
    };
  };
};

const HOSTILE = '<b>Globex</b> \u202Emerger\u202C $1 __MSG_extension_name__';
const PERSON = 'Maria Keller';

/** The same build with the permission that a person would give in the prompt, which nobody can press without a screen. */
function buildWithNotifications(build: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-build-'));
  cpSync(build, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.permissions.push('notifications');
  manifest.optional_permissions = [];
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

/** A zone in which it is about noon now: reminders sleep in the night. */
function zoneOfNoon(): string {
  const east = 12 - new Date(systemClock.now()).getUTCHours();
  // POSIX counts to the west.
  return east === 0 ? 'Etc/UTC' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}

async function withReminders(
  build: string,
  headed: boolean,
  act: (extension: ChromiumWithExtension, page: Page) => Promise<void>,
): Promise<void> {
  const folder = buildWithNotifications(build);
  const before = { ...process.env };
  // Without a service of the desktop Chromium draws a notification itself, as a small window in the corner.
  Object.assign(process.env, { TZ: zoneOfNoon(), DBUS_SESSION_BUS_ADDRESS: 'disabled:' });
  try {
    const extension = await ChromiumWithExtension.launch({ build: folder, headed });
    await act(extension, await commandPage(extension));
    expect(await extension.close()).toEqual([]);
  } finally {
    for (const name of ['TZ', 'DBUS_SESSION_BUS_ADDRESS'])
      if (before[name] === undefined) delete process.env[name];
    Object.assign(process.env, before);
    rmSync(folder, { recursive: true });
  }
}

async function addFollowUps(page: Page, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const at = systemClock.now();
    const { reply } = await sendFrom(page, 'item.add', { title: `${HOSTILE} ${number}` }, newId(at));
    const id = (reply as { value?: { itemId?: string } }).value?.itemId;
    await sendFrom(page, 'item.wait', { id, on: PERSON, followUpDay: '2020-01-01' }, newId(at));
  }
}

const remind = (page: Page, notify: boolean) =>
  // Sent as the desk sends it; the helper's names are those of the inventory.
  sendFrom(page, 'settings.change' as never, { notify }, newId(systemClock.now()));

const shownIn = async (extension: ChromiumWithExtension): Promise<string[]> =>
  (await extension.worker()).evaluate(
    () =>
      new Promise<string[]>((done) => {
        const { notifications } = (globalThis as unknown as World).chrome;
        notifications.getAll((all) => done(Object.keys(all)));
      }),
  );

test('a reminder that the browser is given holds a count and no word of an item (PV-03)', async ({
  build,
}) => {
  await withReminders(build, false, async (extension, page) => {
    await addFollowUps(page, 3);
    const worker = await extension.worker();
    await worker.evaluate(() => {
      const { notifications } = (globalThis as unknown as World).chrome;
      const create = notifications.create.bind(notifications);
      const given: object[] = [];
      Object.assign(globalThis, { given });
      notifications.create = (id, options) => {
        given.push(options);
        return create(id, options);
      };
    });
    expect(await shownIn(extension)).toEqual([]);
    await remind(page, true);
    await expect.poll(() => shownIn(extension)).toHaveLength(1);
    expect(await worker.evaluate(() => (globalThis as unknown as { given: object[] }).given)).toEqual([
      {
        type: 'basic',
        iconUrl: `chrome-extension://${extension.id}/icon/128.png`,
        title: 'Throughline',
        message: 'Follow-ups due: 3',
      },
    ]);
    // Swept away it is gone for the day: neither a further switch nor a worker that starts anew brings it again.
    await worker.evaluate(
      async (id) => {
        await (globalThis as unknown as World).chrome.notifications.clear(id);
      },
      (await shownIn(extension))[0] ?? '',
    );
    await remind(page, false);
    await remind(page, true);
    await extension.killWorker();
    await addFollowUps(page, 2);
    expect(await shownIn(extension)).toEqual([]);
  });
});

test('a press on it opens the list in the browser’s own panel', async ({ build }) => {
  await withReminders(build, true, async (extension, page) => {
    await addFollowUps(page, 1);
    await remind(page, true);
    await expect.poll(() => shownIn(extension)).toHaveLength(1);
    await expect(async () => {
      const at = smallWindow(extension);
      expect(at).toBeDefined();
      extension.xdotool('mousemove', String(at?.x), String(at?.y), 'click', '1');
      expect(await shownIn(extension)).toEqual([]);
    }).toPass({ timeout: 15_000 });
    const panel = await extension.attachTo('/sidepanel.html');
    await panel.waitFor('[role=option]');
  });
});

/** A point in the words of the notification: in the only window of its size. */
function smallWindow(extension: ChromiumWithExtension): { x: number; y: number } | undefined {
  for (const id of extension.xdotool('search', '--onlyvisible', '--name', '.*').trim().split('\n')) {
    const told = extension.xdotool('getwindowgeometry', '--shell', id);
    const [, x = 0, y = 0, width = 0, height = 0] = (
      /X=(\d+)\nY=(\d+)\nWIDTH=(\d+)\nHEIGHT=(\d+)/.exec(told) ?? []
    ).map(Number);
    if (width > 200 && width < 600 && height > 40 && height < 400) return { x: x + 60, y: y + height / 2 };
  }
  return undefined;
}
