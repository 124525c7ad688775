import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SourceKey } from '@/utils/model/ids';
import { createBadge } from './badge';
import { followLock } from './follow-lock';
import { createMarks } from './marks';
import type { Pages } from './pages';

describe('when the lock closes', () => {
  let isLocked: boolean;
  let shown: [number, unknown][];
  let icons: string[];
  const given = { tell: vi.fn(), goOn: vi.fn(), rest: vi.fn(async () => undefined) };

  /** The background begins, with what an earlier life of it left. */
  const begin = () => {
    const pages = { keys: async () => new Map([[7, 'key' as SourceKey]]) } as unknown as Pages; // all that the badge asks for
    const inventory = {} as never; // nothing of it may be asked
    const badge = createBadge(inventory, pages);
    const marks = createMarks({
      inventory,
      settings: {} as never,
      read: async () => undefined,
      now: () => 1,
    });
    return followLock({
      ...{ badge, marks, tell: given.tell, goOn: given.goOn, inside: { rest: given.rest } },
      lock: { isLocked: async () => isLocked },
    });
  };

  beforeEach(async () => {
    vi.clearAllMocks();
    [isLocked, shown, icons] = [true, [], []];
    Object.assign(fakeBrowser.tabs, {
      sendMessage: async (tabId: number, asked: unknown) => void shown.push([tabId, asked]),
      onActivated: { addListener: () => undefined },
    });
    Object.assign(fakeBrowser.action, {
      setIcon: async ({ path }: { path: Record<number, string> }) => void icons.push(path[16] ?? ''),
    });
    await fakeBrowser.action.setBadgeText({ text: '3' });
    await fakeBrowser.action.setBadgeText({ text: '◐', tabId: 7 });
    await fakeBrowser.storage.session.set({
      ...{ 'sidebar:7': { nonce: 'n', windowId: 1 }, 'window:1': true, 'lock-open': true, journalTorn: true },
      ...{ 'page:7': { draft: { title: 'Secret' } }, 'asked:7': {}, 'teaching:7': {}, 'opened:7': {} },
      'near:8': { hosts: ['tool.example'], nonce: 'm', read: { key: 'secret', at: 1 } },
    });
  });

  test('the session keeps only which frames are held and which hosts pages link to', async () => {
    await begin()();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({
      ...{ 'sidebar:7': { nonce: 'n', windowId: 1 }, 'window:1': true, 'lock-open': true, journalTorn: true },
      'near:8': { hosts: ['tool.example'], nonce: 'm' },
    });
    expect(given.rest).toHaveBeenCalledOnce();
    expect(given.tell).toHaveBeenCalled();
  });

  test('the icon shows no item and no count, and pages lose their marks', async () => {
    await begin()();
    expect(await fakeBrowser.action.getBadgeText({})).toBe('');
    expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBeFalsy();
    expect(icons).toEqual(['/icon/16.png']);
    expect(shown).toEqual([[8, { ask: 'mark', marks: [], nonce: 'm', to: 'marks' }]]);
  });

  test('it happens also where the worker died before it was done, and once', async () => {
    const follow = begin();
    await vi.waitFor(() => expect(given.rest).toHaveBeenCalledOnce());
    await follow();
    expect(given.rest).toHaveBeenCalledOnce();
    expect(given.goOn).not.toHaveBeenCalled();
  });

  test('the rest goes on where the icon cannot be set', async () => {
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockRejectedValue(new Error('no window'));
    await begin()();
    expect(await fakeBrowser.storage.session.get('page:7')).toEqual({});
    vi.restoreAllMocks();
  });

  test('what rested goes on when it opens, and not at a start that finds it open', async () => {
    isLocked = false;
    await begin()();
    expect(given.goOn).not.toHaveBeenCalled();
    expect(await fakeBrowser.storage.session.get('page:7')).not.toEqual({});
    isLocked = true;
    const follow = begin();
    await follow();
    isLocked = false;
    await follow();
    expect(given.goOn).toHaveBeenCalledOnce();
  });
});
