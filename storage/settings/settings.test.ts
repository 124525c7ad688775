import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { openSettings } from './index';

describe('settings', () => {
  it('has the usual values before anything was set', async () => {
    expect(await openSettings().get()).toEqual(USUAL_SETTINGS);
  });

  it('keeps a change over a restart of the background', async () => {
    await openSettings().change({ side: 'left', width: 400 });
    expect(await openSettings().get()).toEqual({ ...USUAL_SETTINGS, side: 'left', width: 400 });
  });

  it('loses neither of two changes made at the same time', async () => {
    const settings = openSettings();
    await Promise.all([settings.change({ side: 'left' }), settings.change({ mode: 'overlay' })]);
    expect(await settings.get()).toMatchObject({ side: 'left', mode: 'overlay' });
  });

  it('gives an unreadable stored value its usual one and keeps the others', async () => {
    await fakeBrowser.storage.local.set({ settings: { side: 'left', width: 'wide', welcome: 3 } });
    expect(await openSettings().get()).toEqual({ ...USUAL_SETTINGS, side: 'left' });
  });

  it('tells listeners what holds after a change, until they stop listening', async () => {
    const settings = openSettings();
    const heard: string[] = [];
    const stop = settings.onChange(({ theme }) => heard.push(theme));
    await settings.change({ theme: 'dark' });
    stop();
    await settings.change({ theme: 'light' });
    expect(heard).toEqual(['dark']);
  });

  it('makes the next change even when one could not be written', async () => {
    const settings = openSettings();
    const set = fakeBrowser.storage.local.set;
    fakeBrowser.storage.local.set = () => Promise.reject(new Error('disk full'));
    await expect(settings.change({ theme: 'dark' })).rejects.toThrow('disk full');
    fakeBrowser.storage.local.set = set;
    expect(await settings.change({ side: 'left' })).toMatchObject({ side: 'left', theme: 'auto' });
  });
});
