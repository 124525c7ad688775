import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openInventory } from '@/storage/inventory';
import { createLock } from '@/storage/lock';
import { openSettings } from '@/storage/settings';
import { createBackups } from '@/storage/transfer';
import type { CommandName, Parsed } from '@/utils/messaging/commands';
import type { PageAsk } from '@/utils/messaging/page-script';
import type { Asker } from '@/utils/messaging/sender-class';
import type { Command } from '@/utils/messaging/serve';
import { type Draft, DraftSchema } from '@/utils/model/draft';
import { type CommandId, type ItemId, newId } from '@/utils/model/ids';
import { createCapture } from './capture';
import { carryOut, type Parts } from './carry-out';
import { createAskedItem } from './asked-item';
import { createDailyCopy } from './daily-copy';
import { createLists } from './lists';
import { createLocking } from './lock-commands';
import { createMarks } from './marks';
import { createObserver } from './observe';
import { createPages } from './pages';
import { createPanel } from './panel';
import { createSidebar } from './sidebar';
import { createTeaching } from './teaching';

const clock = { now: () => Date.parse('2026-11-23T10:00:00Z'), zone: () => 'UTC' };
const draftOf = (path: string): Draft =>
  v.parse(DraftSchema, {
    title: `Work ${path}`,
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
const frame: Asker = { class: 'frame', tabId: 7, windowId: 3, frameId: 5 };
const popup: Asker = { class: 'popup' };
let count = 0;

describe('carrying out a command', () => {
  let parts: Parts;
  let asked: [number, PageAsk][] = [];
  let opened: string[] = [];
  let refusal = '';

  beforeEach(() => {
    const inventory = openInventory(clock, `carry-out-${(count += 1)}`);
    const settings = openSettings();
    const lock = createLock(clock, () => undefined);
    const observer = createObserver(inventory, { note: async () => undefined }, clock);
    const pages = createPages({
      ...{ inventory, settings, clock, observer },
      isLocked: async () => false,
      changed: () => undefined,
    });
    const backups = createBackups({ inventory, settings, clock, changed: () => undefined });
    [asked, opened, refusal] = [[], [], ''];
    parts = {
      inventory,
      settings,
      pages,
      capture: createCapture({ inventory, settings, pages }),
      backups,
      daily: createDailyCopy(backups, clock),
      sidebar: createSidebar(settings, async () => undefined),
      panel: createPanel(),
      clock,
      observer,
      lists: createLists({ inventory, settings, pages }),
      teaching: createTeaching({ inventory, pages, changed: () => undefined }),
      marks: createMarks({ inventory, settings, read: pages.readAgain, now: clock.now }),
      asked: createAskedItem(clock, () => undefined),
      lock,
      locking: createLocking({ lock, inside: inventory }),
    };
    Object.assign(fakeBrowser.tabs, {
      get: async (id: number) => ({ id, windowId: 3, url: `https://tool.example/${id}` }),
      query: async () => [{ id: 9, windowId: 3 }],
      create: async ({ url }: { url: string }) => ({ id: 100 + opened.push(url) }),
      update: async (id: number) => ({ id, windowId: 3 }),
      sendMessage: async (tab: number, ask: PageAsk) => {
        if (refusal) throw new Error(refusal);
        asked.push([tab, ask]);
        return ask.ask === 'read' ? { draft: draftOf(`/${tab}`) } : { isOpen: true };
      },
    });
    Object.assign(fakeBrowser.windows, { update: async () => ({}) });
    Object.assign(fakeBrowser.scripting, {
      executeScript: () => Promise.reject(new Error(refusal)),
      insertCSS: async () => undefined,
      removeCSS: async () => undefined,
    });
  });

  const send = <N extends CommandName>(
    name: N,
    payload: Parsed<N>,
    asker: Asker,
    id = newId<CommandId>(clock.now()),
  ) => carryOut(parts, { id, name, payload } as Command, asker); // the payload is the name's by its type

  it('captures the page of the frame’s own tab, whatever tab it names', async () => {
    expect(await send('page.capture', { tabId: 8 }, frame)).toMatchObject({
      ok: true,
      value: { outcome: 'new' },
    });
    expect(asked).toMatchObject([[7, { ask: 'read', to: 'page' }]]);
  });

  it('captures the tab that the popup names, else the one in front', async () => {
    await send('page.capture', { tabId: 8 }, popup);
    await send('page.capture', {}, popup);
    expect(asked.map(([tab]) => tab)).toEqual([8, 9]);
  });

  it('captures once what is sent twice, also when the page moved on in between', async () => {
    const id = newId<CommandId>(clock.now());
    const first = await send('page.capture', { tabId: 8 }, popup, id);
    expect(await send('page.capture', { tabId: 9 }, popup, id)).toEqual(first);
    expect((await parts.inventory.counts()).triage).toBe(1);
  });

  it('says that there is no page where none can be read', async () => {
    refusal = 'Cannot access a chrome:// URL';
    Object.assign(fakeBrowser.tabs, { get: async (id: number) => ({ id, windowId: 3 }) });
    expect(await send('page.capture', {}, popup)).toEqual({ ok: false, code: 'no-page' });
    expect(await send('page.read', {}, popup)).toEqual({ ok: false, code: 'no-page' });
  });

  it('keeps a proposal as what the page is, and captures nothing', async () => {
    const draft = draftOf('/7');
    await send('capture.propose', { draft }, { class: 'content', tabId: 7, frameId: 0 });
    expect([...(await parts.pages.keys())]).toEqual([[7, 'web|tool.example||/7']]);
    expect((await parts.inventory.counts()).triage).toBe(0);
  });

  it('goes to the tab that shows the source, and opens one where none does', async () => {
    const reply = await send('page.capture', {}, frame);
    const id = reply.ok ? reply.value.itemId : undefined;
    if (!id) throw new Error('nothing was captured');
    expect(await send('source.open', { id }, frame)).toMatchObject({ ok: true });
    expect(opened).toEqual([]);
    await parts.pages.forget(7);
    await send('source.open', { id }, frame);
    expect(opened).toEqual(['https://tool.example/7']);
  });

  it('keeps with a deletion where it was made, whatever the surface says of it (PV-06)', async () => {
    const reply = await send('item.add', { title: 'Deleted by a colleague' }, popup);
    const id = (reply.ok && reply.value.itemId) || newId<ItemId>(clock.now());
    await send('item.delete', { id, from: 'popup' }, { class: 'panel' });
    const settings = await parts.settings.get();
    const trash = () => parts.inventory.view('list', { list: 'trash', limit: 50 }, settings);
    expect((await trash()).rows).toMatchObject([{ id, trashed: { at: clock.now(), from: 'panel' } }]);
    await send('item.restore', { id }, { class: 'desk' });
    expect((await trash()).rows).toEqual([]);
  });

  it('opens no address but web and mail', async () => {
    const script = ['java', 'script:alert(1)'].join('');
    const reply = await send('item.capture', { draft: { ...draftOf('/1'), url: script } }, popup);
    const id = (reply.ok && reply.value.itemId) || newId<ItemId>(clock.now());
    expect(await send('source.open', { id }, popup)).toEqual({ ok: false, code: 'not-possible' });
    expect(opened).toEqual([]);
  });

  it('marks the step of the first run when a sidebar says hello, once', async () => {
    await send('surface.hello', {}, popup);
    expect((await parts.settings.get()).welcome).toEqual([]);
    await send('surface.hello', {}, { class: 'panel' });
    await send('surface.hello', {}, frame);
    expect((await parts.settings.get()).welcome).toEqual(['opened']);
  });

  it('moves the host while the edge is dragged and remembers the width at the end, within its limits', async () => {
    await send('sidebar.resize', { width: 450, done: false }, frame);
    expect(asked.at(-1)).toEqual([7, { ask: 'arrange', side: 'right', width: 450, to: 'hold' }]);
    expect((await parts.settings.get()).width).toBe(360);
    await send('sidebar.resize', { width: 900, done: true }, frame);
    expect((await parts.settings.get()).width).toBe(520);
  });

  it('opens the places of the desk and changes settings', async () => {
    await send('desk.open', { place: 'settings' }, frame);
    expect(opened).toEqual(['chrome-extension://test-extension-id/desk.html#settings']);
    await send('settings.change', { theme: 'dark' }, popup);
    expect((await parts.settings.get()).theme).toBe('dark');
  });

  it('adds by text as the person, with the name from the settings', async () => {
    await parts.settings.change({ me: 'Ana' });
    expect(await send('item.add', { title: 'Call Ben' }, frame)).toMatchObject({
      ok: true,
      value: { outcome: 'new' },
    });
  });
});
