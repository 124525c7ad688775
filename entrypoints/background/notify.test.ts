import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSettings } from '@/storage/settings';
import type { Settings } from '@/utils/model/settings';
import type { Day } from '@/utils/model/day';
import { freshInventory } from '@/tests/support/inventory';
import { remindOfFollowUps } from './notify';

const HOUR = 3_600_000;
/** What a page or a mail may have put into an item. */
const HOSTILE = '<img src=x onerror=alert(1)> \u202Ereversed\u202C Globex merger $1 __MSG_extension_name__';

type Shown = { id: string; options: Record<string, unknown> };
let shown: Shown[];
let press: (id: string) => void;
let allowed: () => void;
let done: string[];
let panelOpens: boolean;
let popupOpens: boolean;

const NOTIFICATIONS = {
  create: async (id: string, options: Record<string, unknown>) => {
    shown.push({ id, options });
    return id;
  },
  clear: async (id: string) => void done.push(`clear ${id}`),
  onClicked: {
    hasListener: () => false,
    addListener: (listen: (id: string) => void) => {
      press = listen;
    },
  },
};

beforeEach(() => {
  [shown, done, panelOpens, popupOpens] = [[], [], true, true];
  const refused = async () => Promise.reject(new Error('no gesture'));
  Object.assign(fakeBrowser, {
    notifications: NOTIFICATIONS,
    permissions: { onAdded: { addListener: (listen: () => void) => (allowed = listen) } },
    windows: {
      getLastFocused: async () => ({ id: 7 }),
      update: async (id: number) => void done.push(`front ${id}`),
    },
    action: { openPopup: async () => (popupOpens ? void done.push('popup') : refused()) },
    sidebarAction: { open: async () => (panelOpens ? void done.push('panel') : refused()) },
    tabs: { create: async ({ url }: { url: string }) => void done.push(url) },
  });
});

/** An inventory in which `due` follow-ups have come, at ten in the morning. */
async function bench(due: number, change: Partial<Settings> = { notify: true }) {
  const work = await freshInventory('2026-03-12T09:00:00Z');
  const settings = openSettings();
  if (Object.keys(change).length > 0) await settings.change(change);
  for (let number = 0; number < due; number += 1) {
    const id = await work.done('item.add', { title: `${HOSTILE} ${number}` });
    await work.done('item.wait', { id, on: `Maria ${HOSTILE}`, followUpDay: '2026-03-11' as Day });
  }
  const start = () => remindOfFollowUps({ ...work, settings });
  return { ...work, settings, start };
}

const ring = () =>
  fakeBrowser.alarms.onAlarm.trigger({ name: 'second-copy', scheduledTime: 0, persistAcrossSessions: true });
const remembered = async () => (await fakeBrowser.storage.local.get('reminded'))['reminded'];

describe('the reminder of follow-ups', () => {
  it('says how many, and nothing of any title, person or host (PV-03)', async () => {
    const { start } = await bench(3);
    await start()();
    expect(shown).toEqual([
      {
        id: 'follow-ups:7',
        options: {
          type: 'basic',
          iconUrl: 'chrome-extension://test-extension-id/icon/128.png',
          title: 'Throughline',
          message: 'Follow-ups due: 3',
        },
      },
    ]);
  });

  it('comes once a day, whatever starts anew, and again on the next when its alarm rings', async () => {
    const { start, clock } = await bench(1);
    const look = start();
    await ring();
    await look();
    expect(shown).toHaveLength(1);
    clock.move(24 * HOUR);
    await ring();
    await look();
    expect(shown).toHaveLength(2);
    await start()();
    expect(shown).toHaveLength(2);
  });

  it('waits in the night until six', async () => {
    const { start, clock } = await bench(1);
    clock.set('2026-03-13T00:30:00+01:00');
    const look = start();
    await look();
    clock.set('2026-03-13T05:59:00+01:00');
    await look();
    expect(shown).toEqual([]);
    clock.set('2026-03-13T06:00:00+01:00');
    await look();
    expect(shown).toHaveLength(1);
  });

  it('does not come when nothing is due, nor later that day', async () => {
    const { start, done: carryOut } = await bench(0);
    const look = start();
    await look();
    expect(await remembered()).toBe('2026-03-12');
    const id = await carryOut('item.add', { title: 'A' });
    await carryOut('item.wait', { id, on: 'Ana', followUpDay: '2026-03-12' as Day });
    await look();
    expect(shown).toEqual([]);
  });

  it('is not there unless it was switched on, and comes when it is', async () => {
    const { start, settings } = await bench(2, {});
    await start()();
    expect(shown).toEqual([]);
    await settings.change({ notify: true });
    await vi.waitFor(() => expect(shown).toHaveLength(1));
  });

  it('does nothing without the permission, and comes when it is given', async () => {
    Object.assign(fakeBrowser, { notifications: undefined });
    const { start } = await bench(2);
    await start()();
    expect(await remembered()).toBeUndefined();
    Object.assign(fakeBrowser, { notifications: NOTIFICATIONS });
    allowed();
    await vi.waitFor(() => expect(shown).toHaveLength(1));
  });

  it('says nothing while the inventory is locked, and comes when it is open again', async () => {
    const { inventory, settings, clock } = await bench(1);
    let isLocked = true;
    const counts = async () => {
      if (isLocked) throw new Error('locked');
      return inventory.counts();
    };
    const look = remindOfFollowUps({ inventory: { counts }, settings, clock });
    await look();
    expect([shown, await remembered()]).toEqual([[], undefined]);
    isLocked = false;
    await look();
    expect(shown).toHaveLength(1);
  });

  it('does not come when it cannot be remembered that it came', async () => {
    const { start } = await bench(1);
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await start()();
    expect(set).toHaveBeenCalled();
    expect(shown).toEqual([]);
    set.mockRestore();
  });

  it('speaks the language that the person chose', async () => {
    const german = { notify_due: { message: 'Zum Nachfassen fällig: $1' } };
    vi.stubGlobal('fetch', async () => Response.json(german));
    const { start } = await bench(2, { notify: true, language: 'de' });
    await start()();
    expect(shown[0]?.options['message']).toBe('Zum Nachfassen fällig: 2');
    vi.unstubAllGlobals();
  });

  it('opens the panel of the window that was in front, in the press itself', async () => {
    const { start } = await bench(0);
    await start()();
    press('follow-ups:7');
    expect(done[0]).toBe('panel');
    await vi.waitFor(() => expect(done).toEqual(['panel', 'front 7', 'clear follow-ups:7']));
  });

  it('opens the popup where the panel is refused, and a tab where both are', async () => {
    const { start } = await bench(0);
    await start()();
    panelOpens = false;
    press('follow-ups:7');
    await vi.waitFor(() => expect(done).toContain('popup'));
    popupOpens = false;
    press('follow-ups:7');
    await vi.waitFor(() => expect(done).toContain('chrome-extension://test-extension-id/desk.html'));
  });
});
