import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Reply } from '@/utils/messaging/commands';
import type { BadgeSign } from './badge';
import type { Capture } from './capture';
import { createToggle, listenToKeys } from './gestures';
import { listenToMenus, makeMenus } from './menus';
import type { Panel } from './panel';
import type { Sidebar } from './sidebar';

const web = { id: 7, windowId: 3, url: 'https://tool.example/1' };
const done: Reply = { ok: true, value: { outcome: 'new' } };

describe('gestures', () => {
  const did: string[] = [];
  let isOpen = false;
  let panelRefuses = false;
  // Only these members are used here.
  const sidebar = {
    isOpen: async () => isOpen,
    open: async () => void did.push('open'),
    close: async () => void did.push('close'),
  } as unknown as Sidebar;
  const panel = {
    toggle: async () => {
      did.push('panel');
      if (panelRefuses) throw new Error('may only be called in response to a user gesture');
    },
  } as unknown as Panel; // as above
  let reply: Reply = done;
  const capture: Capture = {
    page: async (_id, tabId, options) => {
      did.push(`page ${tabId} ${options?.selection ?? ''}`.trim());
      return reply;
    },
    link: async (_id, tabId, url, words) => {
      did.push(`link ${tabId} ${url} ${words ?? ''}`.trim());
      return reply;
    },
  };
  const badge = { flash: async () => void did.push('flash') } as unknown as BadgeSign; // as above
  const toggle = createToggle(sidebar, panel, async () => void did.push('popup'));

  beforeEach(() => {
    did.length = 0;
    [isOpen, panelRefuses, reply] = [false, false, done];
  });

  it('shows and hides the sidebar of a web page', async () => {
    toggle(web);
    await vi.waitFor(() => expect(did).toEqual(['open']));
    isOpen = true;
    toggle(web);
    await vi.waitFor(() => expect(did).toEqual(['open', 'close']));
  });

  it.each([[undefined], ['about:blank'], ['file:///plan.txt']])(
    'shows the browser’s panel in the gesture itself at the address %s',
    (url) => {
      toggle({ ...web, url });
      expect(did).toEqual(['panel']);
    },
  );

  it('opens the popup where the panel is refused', async () => {
    panelRefuses = true;
    toggle({ ...web, url: undefined });
    await vi.waitFor(() => expect(did).toEqual(['panel', 'popup']));
  });

  it('answers the keys with the tab in front', async () => {
    let press: (command: string, tab: object) => void = () => undefined;
    Object.assign(fakeBrowser.commands, {
      onCommand: { addListener: (listener: typeof press) => void (press = listener) },
    });
    const toggled = vi.fn();
    listenToKeys(capture, badge, toggled);
    press('capture', web);
    await vi.waitFor(() => expect(did).toEqual(['page 7', 'flash']));
    press('toggle-sidebar', web);
    expect(toggled).toHaveBeenCalledExactlyOnceWith(web);
  });

  it('opens the popup, which says why, when a key could capture nothing', async () => {
    let press: (command: string, tab: object) => void = () => undefined;
    Object.assign(fakeBrowser.commands, {
      onCommand: { addListener: (listener: typeof press) => void (press = listener) },
    });
    Object.assign(fakeBrowser.action, { openPopup: async () => void did.push('popup') });
    listenToKeys(capture, badge, () => undefined);
    reply = { ok: false, code: 'no-page' };
    press('capture', web);
    await vi.waitFor(() => expect(did).toEqual(['page 7', 'flash', 'popup']));
  });

  it('offers page, selection, link and sidebar in the context menu, and does what is chosen', async () => {
    const made: string[] = [];
    let choose: (info: object, tab: object) => void = () => undefined;
    Object.assign(fakeBrowser.contextMenus, {
      removeAll: async () => undefined,
      create: ({ id, title }: { id: string; title: string }) => void made.push(`${id}: ${title}`),
      onClicked: { addListener: (listener: typeof choose) => void (choose = listener) },
    });
    await makeMenus(true);
    expect(made).toHaveLength(4);
    expect(made.every((entry) => /: \S/.test(entry))).toBe(true);
    const toggled = vi.fn();
    listenToMenus(capture, badge, toggled);
    choose({ menuItemId: 'capture-page', selectionText: 'ignored' }, web);
    choose({ menuItemId: 'capture-selection', selectionText: 'three words here' }, web);
    choose({ menuItemId: 'capture-link', linkUrl: 'https://a.example/1', linkText: 'A' }, web);
    choose({ menuItemId: 'toggle-sidebar' }, web);
    await vi.waitFor(() =>
      expect(did.filter((line) => line !== 'flash')).toEqual([
        'page 7',
        'page 7 three words here',
        'link 7 https://a.example/1 A',
      ]),
    );
    expect(toggled).toHaveBeenCalledExactlyOnceWith(web);
  });
});
