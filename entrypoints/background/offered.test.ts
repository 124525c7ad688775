import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSettings } from '@/storage/settings';
import { offerOutside } from './offered';

let entries: string[];
let times: number;

beforeEach(() => {
  [entries, times] = [[], 0];
  Object.assign(fakeBrowser, {
    contextMenus: {
      removeAll: async () => {
        entries = [];
        times += 1;
      },
      create: ({ id }: { id: string }) => entries.push(id),
    },
  });
});

const begin = () => fakeBrowser.runtime.onStartup.trigger();

it('the menu has its entries from the start, loses them when they are switched off, and has them again', async () => {
  const settings = openSettings();
  offerOutside(settings);
  await begin();
  await vi.waitFor(() => expect(entries).toHaveLength(4));
  await settings.change({ menus: false });
  await vi.waitFor(() => expect(entries).toEqual([]));
  await settings.change({ menus: true });
  await vi.waitFor(() => expect(entries).toHaveLength(4));
});

it('they are not made anew by a setting that has nothing to do with them', async () => {
  const settings = openSettings();
  offerOutside(settings);
  await begin();
  await vi.waitFor(() => expect(times).toBe(1));
  await settings.change({ theme: 'dark' });
  await settings.change({ menus: false });
  await vi.waitFor(() => expect(entries).toEqual([]));
  expect(times).toBe(2);
});

it('switched off they stay away also after the next start of the browser', async () => {
  const settings = openSettings();
  await settings.change({ menus: false });
  offerOutside(settings);
  await begin();
  await vi.waitFor(() => expect(times).toBe(1));
  expect(entries).toEqual([]);
});
