import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as v from 'valibot';
import { type Draft, DraftSchema } from '@/utils/model/draft';
import { openInventory } from '@/storage/inventory';
import { NotOpen } from '@/storage/inventory/failure';
import { Refused } from '@/storage/inventory/verbs/verb';
import type { PageAsk } from '@/utils/messaging/page-script';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { createPages } from './pages';

const clock = { now: () => Date.parse('2026-11-23T10:00:00Z'), zone: () => 'UTC' };
const draftOf = (path: string, title: string): Draft =>
  v.parse(DraftSchema, {
    title,
    url: `https://tool.example${path}`,
    source: {
      product: 'web',
      host: 'tool.example',
      scope: '',
      nativeId: path,
      kind: 'page',
      key: `web|tool.example||${path}`,
    },
    page: 'other',
    witnesses: [],
  });

describe('what a tab’s page is', () => {
  /** The page in tab 7: its address, what its script reads, and whether the script is there. */
  const page = { url: '', title: '', isThere: true, reads: 0 };
  let changes = 0;
  let isLocked = false;
  const newPages = (seen = async (): Promise<void> => undefined) =>
    createPages({
      inventory: openInventory(clock, 'pages'),
      settings: { get: async () => USUAL_SETTINGS },
      clock,
      observer: { seen },
      isLocked: async () => isLocked,
      changed: () => void (changes += 1),
    });

  beforeEach(() => {
    Object.assign(page, { url: 'https://tool.example/a', title: 'First', isThere: true, reads: 0 });
    changes = 0;
    isLocked = false;
    Object.assign(fakeBrowser.tabs, {
      get: async () => ({ id: 7, url: page.url, title: page.title }),
      sendMessage: async (_tab: number, asked: PageAsk) => {
        if (!page.isThere) throw new Error('Receiving end does not exist.');
        if (asked.ask !== 'read') return { isOpen: false };
        page.reads += 1;
        return { draft: draftOf(new URL(page.url).pathname, page.title) };
      },
    });
    Object.assign(fakeBrowser.scripting, { executeScript: async () => void (page.isThere = true) });
  });

  it('is read once and remembered, also by the next life of the background', async () => {
    expect(await newPages().view(7, 'gesture')).toMatchObject({ kind: 'draft', draft: { title: 'First' } });
    expect(await newPages().view(7, 'gesture')).toMatchObject({ kind: 'draft', draft: { title: 'First' } });
    expect(page.reads).toBe(1);
  });

  it('is read and proposed all the same while the inventory is not open', async () => {
    const pages = newPages(() => Promise.reject(new NotOpen()));
    expect(await pages.view(7, 'gesture')).toMatchObject({ kind: 'draft', draft: { title: 'First' } });
    await pages.propose(7, draftOf('/a', 'Second'));
    expect(await pages.view(7, 'gesture')).toMatchObject({ draft: { title: 'Second' } });
    const broken = newPages(() => Promise.reject(new Error('broken')));
    await expect(broken.readAgain(7)).rejects.toThrow('broken');
  });

  it('is read again when the tab has another address, never shown as the page before', async () => {
    const pages = newPages();
    await pages.view(7, 'gesture');
    Object.assign(page, { url: 'https://tool.example/b', title: 'Second' });
    expect(await pages.view(7, 'gesture')).toMatchObject({
      draft: { title: 'Second', key: 'web|tool.example||/b' },
    });
  });

  it('is read once for many who ask at the same time', async () => {
    const pages = newPages();
    await Promise.all(Array.from({ length: 5 }, () => pages.view(7, 'gesture')));
    expect(page.reads).toBe(1);
  });

  it('shows "reading" while a slow page is read, then changes', async () => {
    const pages = newPages();
    let answer: (value: unknown) => void = () => undefined;
    Object.assign(fakeBrowser.tabs, { sendMessage: () => new Promise((resolve) => (answer = resolve)) });
    const viewed = pages.view(7, 'gesture');
    expect(await viewed).toEqual({ kind: 'reading' });
    answer({ draft: draftOf('/a', 'First') });
    await expect.poll(() => changes).toBe(1);
    expect(await pages.view(7, 'gesture')).toMatchObject({ kind: 'draft', draft: { title: 'First' } });
  });

  it('is read anew where our script still is when the tab moved, and forgotten where it is gone', async () => {
    const pages = newPages();
    await pages.view(7, 'gesture');
    page.title = 'Renamed';
    await pages.moved(7);
    expect(await pages.view(7, 'gesture')).toMatchObject({ draft: { title: 'Renamed' } });
    page.isThere = false;
    await pages.moved(7);
    expect(await pages.keys()).toEqual(new Map());
  });

  it('of a tab that nobody looked at is left alone when it moves', async () => {
    await newPages().moved(7);
    expect(page.reads).toBe(0);
  });

  it('is read but not remembered while it is locked, also where it closes during the reading', async () => {
    const pages = newPages(() => Promise.reject(new Refused('locked')));
    isLocked = true;
    expect(await pages.readNow(7)).toMatchObject({ draft: { title: 'First' } });
    await pages.refuse(7, 'no-frame');
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    let asked = 0;
    const closing = createPages({
      inventory: openInventory(clock, 'pages'),
      settings: { get: async () => USUAL_SETTINGS },
      clock,
      observer: { seen: () => Promise.reject(new Refused('locked')) },
      isLocked: async () => (asked += 1) > 1,
      changed: () => undefined,
    });
    await closing.readAgain(7);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('follows what its script proposes', async () => {
    const pages = newPages();
    await pages.view(7, 'gesture');
    page.url = 'https://tool.example/c';
    await pages.propose(7, draftOf('/c', 'Third'));
    expect(await pages.view(7, 'watching')).toMatchObject({ draft: { title: 'Third' } });
    expect(page.reads).toBe(1);
  });

  it('is read afresh for a capture', async () => {
    const pages = newPages();
    await pages.view(7, 'gesture');
    page.title = 'Now';
    expect(await pages.readNow(7)).toMatchObject({ draft: { title: 'Now' } });
  });
});
