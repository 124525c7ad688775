import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type * as Room from './half-typed';

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;
const { local } = fakeBrowser.storage;
let room: typeof Room;

const kept = async () => Object.keys(await local.get(null));

/** Until the timer of a key has run out and what it wrote is stored. */
const soon = () => vi.advanceTimersByTimeAsync(300);

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  // Chromium has it, the fake has not.
  Object.assign(local, { getKeys: kept });
  room = await import('./half-typed');
});
afterEach(() => vi.useRealTimers());

describe('half-typed text', () => {
  it('is stored 300 ms after a key, also while the keys go on', async () => {
    for (const text of ['P', 'Pa', 'Pay']) {
      room.keepHalfTyped('sidebar:line', { text }, NOW);
      await vi.advanceTimersByTimeAsync(120);
    }
    expect(await room.recallHalfTyped('sidebar:line', NOW)).toMatchObject({ text: 'Pay' });
  });

  it('is stored at once when its page is hidden', async () => {
    room.keepHalfTyped('sidebar:line', { text: 'Pay Ana' }, NOW);
    dispatchEvent(new Event('pagehide'));
    await vi.advanceTimersByTimeAsync(0);
    expect(await room.recallHalfTyped('sidebar:line', NOW)).toMatchObject({ text: 'Pay Ana' });
  });

  it('is taken away when it was saved or emptied, at once', async () => {
    room.keepHalfTyped('one:note', { text: 'half' }, NOW);
    await soon();
    expect(await kept()).toEqual(['d:one:note']);
    room.keepHalfTyped('one:note', undefined, NOW);
    await vi.waitFor(async () => expect(await kept()).toEqual([]));
  });

  it('that was recalled by another surface is taken away there too', async () => {
    await local.set({ 'd:one:note': { text: 'from before', at: NOW } });
    await room.recallHalfTyped('one:note', NOW);
    room.keepHalfTyped('one:note', { text: '' }, NOW);
    await vi.waitFor(async () => expect(await kept()).toEqual([]));
  });

  it('of more than 30 days ago is not brought back', async () => {
    await local.set({ 'd:one:note': { text: 'old', at: NOW - 31 * DAY } });
    expect(await room.recallHalfTyped('one:note', NOW)).toBeUndefined();
  });

  it('is kept 50 times at most, the newest, and leaves what is not its own alone', async () => {
    const many = Array.from({ length: 60 }, (_, at) => [`d:${at}:note`, { text: 'x', at: NOW - 100 + at }]);
    await local.set({ ...Object.fromEntries(many), 'j:1': { text: 'journal', at: 0 } });
    room.keepHalfTyped('new:note', { text: 'y' }, NOW);
    await soon();
    await vi.waitFor(async () => expect(await kept()).toHaveLength(51));
    const keys = await kept();
    expect(keys).toEqual(expect.arrayContaining(['d:new:note', 'd:59:note', 'j:1']));
    expect(keys).not.toContain('d:10:note');
  });

  it('where the storage refuses tells those who rely on it, and tries no more', async () => {
    const set = vi.spyOn(local, 'set').mockRejectedValue(new Error('full'));
    room.keepHalfTyped('one:note', { text: 'a' }, NOW);
    await soon();
    room.keepHalfTyped('one:note', { text: 'ab' }, NOW);
    await soon();
    expect(set).toHaveBeenCalledOnce();
    expect(await fakeBrowser.storage.session.get(room.STORAGE_TORN)).toEqual({ [room.STORAGE_TORN]: true });
    set.mockRestore();
  });

  it('in a frame without storage is nothing, and no error', async () => {
    const { storage } = fakeBrowser;
    Object.assign(fakeBrowser, { storage: undefined });
    room.keepHalfTyped('one:note', { text: 'a' }, NOW);
    await soon();
    expect(await room.recallHalfTyped('one:note', NOW)).toBeUndefined();
    Object.assign(fakeBrowser, { storage });
  });
});
