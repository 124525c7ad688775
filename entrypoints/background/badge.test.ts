import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Inventory } from '@/storage/inventory';
import { Refused } from '@/storage/inventory/verbs/verb';
import type { SourceKey } from '@/utils/model/ids';
import type { ItemRow } from '@/utils/model/row';
import { createBadge } from './badge';
import type { Pages } from './pages';

describe('the toolbar icon', () => {
  let row: Partial<ItemRow> | undefined;
  let started = 0;
  let icons: { tabId?: number; path: Record<number, string> }[] = [];
  // The badge asks the inventory and the pages for nothing but these.
  const inventory = {
    counts: async () => ({ started }),
    bySource: async () => row && { row, seenAt: 0 },
  } as unknown as Inventory;
  const pages = { keys: async () => new Map([[7, 'key' as SourceKey]]) } as unknown as Pages; // any key will do

  const texts = async () => ({
    tab: await fakeBrowser.action.getBadgeText({ tabId: 7 }),
    all: await fakeBrowser.action.getBadgeText({}),
  });
  const settle = () => vi.advanceTimersByTimeAsync(300);

  beforeEach(() => {
    vi.useFakeTimers();
    [row, started, icons] = [undefined, 0, []];
    Object.assign(fakeBrowser.action, {
      setIcon: async (icon: (typeof icons)[number]) => void icons.push(icon),
    });
    return () => vi.useRealTimers();
  });

  it('gives a tab whose item went its plain icon and title back', async () => {
    const titles: string[] = [];
    Object.assign(fakeBrowser.action, {
      // As Chromium 156 does: what is no text is refused at once, not by a rejected promise.
      setTitle: ({ title }: { title: unknown }) => {
        if (typeof title !== 'string') throw new TypeError("Missing required property 'title'.");
        titles.push(title);
        return Promise.resolve();
      },
    });
    row = { state: 'started', list: 'next', isBlocked: false };
    const badge = createBadge(inventory, pages);
    badge.refresh();
    await settle();
    row = undefined;
    badge.refresh();
    await settle();
    expect(titles.at(-1)).toBe('Throughline');
    expect(icons.map(({ path }) => path[16])).toEqual(['/icon/started-16.png', '/icon/16.png']);
  });

  it('shows how many are started, and nothing when none is', async () => {
    started = 3;
    createBadge(inventory, pages).refresh();
    await settle();
    expect((await texts()).all).toBe('3');
    started = 0;
    createBadge(inventory, pages).refresh();
    await settle();
    expect((await texts()).all).toBe('');
  });

  it.each([
    [{ state: 'started' }, '◐', '/icon/started-16.png'],
    [{ state: 'done' }, '✓', '/icon/known-16.png'],
    [{ state: 'triage' }, '•', '/icon/known-16.png'],
    [{ state: 'started', waiting: { on: 'Ana' } }, '…', '/icon/started-16.png'],
    [{ state: 'ready', isBlocked: true }, '!', '/icon/known-16.png'],
  ])('shows this page’s item %j as %s', async (item, text, picture) => {
    row = item as Partial<ItemRow>; // the parts that the badge looks at
    createBadge(inventory, pages).refresh();
    await settle();
    expect((await texts()).tab).toBe(text);
    expect(icons).toEqual([{ tabId: 7, path: expect.objectContaining({ 16: picture }) }]);
  });

  it('never sets a picture for all tabs: that would cover the lights of known pages', async () => {
    started = 2;
    row = { state: 'started' };
    const badge = createBadge(inventory, pages);
    badge.refresh();
    await settle();
    row = undefined;
    badge.refresh();
    await settle();
    expect(icons).toHaveLength(2);
    expect(icons.every(({ tabId }) => tabId === 7)).toBe(true);
  });

  it('answers a capture for a moment, then shows the state again', async () => {
    row = { state: 'triage' };
    const badge = createBadge(inventory, pages);
    await badge.flash(7, { ok: true, value: { outcome: 'same' } });
    badge.refresh();
    await settle();
    expect((await texts()).tab).toBe('=');
    await vi.advanceTimersByTimeAsync(2_500);
    expect((await texts()).tab).toBe('•');
  });

  it('says that nothing was captured, and forgets it again', async () => {
    await createBadge(inventory, pages).flash(7, { ok: false, code: 'no-page' });
    expect((await texts()).tab).toBe('!');
    await vi.advanceTimersByTimeAsync(2_500);
    expect((await texts()).tab).toBeFalsy();
  });

  it('behind the lock shows neither item nor count, but for the moment of a capture’s answer', async () => {
    [row, started] = [{ state: 'started' }, 3];
    const badge = createBadge(inventory, pages);
    badge.refresh();
    await settle();
    Object.assign(inventory, { counts: () => Promise.reject(new Refused('locked')) });
    badge.refresh();
    await settle();
    expect(await texts()).toEqual({ tab: '', all: '' });
    expect(icons.at(-1)?.path[16]).toBe('/icon/16.png');
    await badge.flash(7, { ok: true, value: { outcome: 'kept' } });
    expect((await texts()).tab).toBe('✓');
    await vi.advanceTimersByTimeAsync(2_500);
    expect((await texts()).tab).toBeFalsy();
    Object.assign(inventory, { counts: async () => ({ started }) });
  });

  it('follows a thousand changes with a few looks', async () => {
    const counts = vi.fn(async () => ({ started }));
    const badge = createBadge({ ...inventory, counts } as unknown as Inventory, pages);
    for (let change = 0; change < 1_000; change += 1) badge.refresh();
    await settle();
    expect(counts).toHaveBeenCalledTimes(1);
  });
});
