import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSettings, type SettingsStore } from '@/storage/settings';
import { closeWhenIdle } from './idle';

type State = 'active' | 'idle' | 'locked';

describe('the lock closes by itself', () => {
  let hear: ((state: State) => void)[];
  let intervals: number[];
  let asked: number[];
  let added: (() => void)[];
  let now: State;
  let settings: SettingsStore;
  let close: ReturnType<typeof vi.fn<() => Promise<boolean>>>;
  const idle = {
    onStateChanged: {
      addListener: (listener: (state: State) => void) => void hear.push(listener),
      hasListener: (listener: (state: State) => void) => hear.includes(listener),
    },
    setDetectionInterval: (seconds: number) => void intervals.push(seconds),
    queryState: async (seconds: number) => {
      asked.push(seconds);
      return now;
    },
  };
  const tell = async (state: State) => {
    for (const listener of hear) listener(state);
    await vi.waitFor(() => Promise.resolve());
  };

  beforeEach(() => {
    [hear, intervals, asked, now] = [[], [], [], 'idle'];
    close = vi.fn(async () => true);
    settings = openSettings();
    added = [];
    Object.assign(fakeBrowser, {
      idle,
      permissions: { onAdded: { addListener: (listener: () => void) => void added.push(listener) } },
    });
    return () => Object.assign(fakeBrowser, { idle: undefined });
  });

  test('when nobody has touched the computer for the minutes that were set', async () => {
    await settings.change({ lockAfter: 5 });
    closeWhenIdle({ settings, close });
    await vi.waitFor(() => expect(intervals).toEqual([300]));
    await tell('idle');
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(asked).toEqual([300]);
    await settings.change({ lockAfter: 30 });
    await vi.waitFor(() => expect(intervals.at(-1)).toBe(1_800));
  });

  test('not on the browser’s own minute, which a worker that has just begun may hear of', async () => {
    closeWhenIdle({ settings, close });
    now = 'active';
    await tell('idle');
    await vi.waitFor(() => expect(asked).toEqual([600]));
    await tell('active');
    expect(close).not.toHaveBeenCalled();
  });

  test('with the computer’s own lock also where no minutes are set', async () => {
    await settings.change({ lockAfter: 0 });
    closeWhenIdle({ settings, close });
    await tell('idle');
    await tell('locked');
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(asked).toEqual([]);
  });

  test('from the moment the permission is given, and once', async () => {
    Object.assign(fakeBrowser, { idle: undefined });
    closeWhenIdle({ settings, close });
    expect(hear).toEqual([]);
    Object.assign(fakeBrowser, { idle });
    for (const listener of [...added, ...added]) listener();
    await tell('locked');
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  });
});
