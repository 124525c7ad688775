import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFakeBackground } from '@/tests/support/fake-background';
import { itemPage, quickOf, rowOf } from '@/tests/support/view-samples';
import type { ViewValues } from '@/utils/messaging/views';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { Desk } from './desk';
import { createDeskState } from './desk-state';
import type { Place } from './place';
import { createShortcuts } from './shortcuts';
import { createWelcomeState } from './welcome/welcome-state';

const places = {
  welcome: signal<Place>('welcome'),
  tools: signal<Place>('tools'),
  settings: signal<Place>('settings'),
  backup: signal<Place>('backup'),
  trash: signal<Place>('trash'),
  seen: signal<Place>('seen'),
  recovery: signal<Place>('recovery'),
};
const background = createFakeBackground();
const noEvent = { addListener: () => undefined, removeListener: () => undefined };
let toolbar: { isOnToolbar: boolean } | undefined;
let keys: { name: string; shortcut: string }[];
let stop: (() => void) | undefined;

async function openDesk(at: Place, views: Partial<ViewValues> = {}) {
  background.begin({
    quick: quickOf([]),
    page: { kind: 'closed', problem: 'browser-page' },
    settings: USUAL_SETTINGS,
    storage: {
      ...{ items: 1284, events: 9310, usedBytes: 8_412_345, persisted: true, schema: 1 },
      ...{ state: 'ready', health: 'good', journalled: 12, snapshots: 3 },
    },
    ...views,
  });
  const desk = createDeskState();
  const shortcuts = createShortcuts();
  const welcome = createWelcomeState(desk);
  await shortcuts.read();
  stop = await welcome.begin();
  render(<Desk place={places[at]} desk={desk} shortcuts={shortcuts} welcome={welcome} />);
  await vi.waitFor(() => expect(desk.settings.value).toBeDefined());
}

const changes = () => background.payloads('settings.change');

beforeEach(() => {
  toolbar = { isOnToolbar: false };
  keys = [
    { name: 'capture', shortcut: 'Alt+Shift+K' },
    { name: 'toggle-sidebar', shortcut: '' },
  ];
  Object.assign(fakeBrowser, {
    commands: { getAll: async () => keys },
    tabs: { getCurrent: async () => ({ id: 3 }), create: vi.fn(async () => Promise.reject(new Error('no'))) },
    action: { getUserSettings: async () => toolbar },
    permissions: {
      getAll: async () => ({ permissions: ['activeTab'], origins: [] }),
      onAdded: noEvent,
      onRemoved: noEvent,
    },
  });
});
afterEach(() => {
  stop?.();
  cleanup();
});

describe('the first run', () => {
  const step = async (name: string) => {
    const heading = await screen.findByRole('heading', { name: (text) => text.startsWith(name) });
    return heading.textContent;
  };

  test('shows the keys that the browser really assigned, and how to get one that it did not', async () => {
    await openDesk('welcome');
    expect((await screen.findByText(/on this page, or click the icon/)).textContent).toContain('Alt+Shift+K');
    expect(await screen.findByText(/The key is not assigned/)).toBeTruthy();
  });

  test('ticks the capture by the item that this tab became, and remembers it', async () => {
    await openDesk('welcome');
    expect(await step('Capture this sample')).toContain('Not done yet');
    background.show({ page: itemPage(rowOf(1)) });
    await screen.findByText(/It is in your inventory now/);
    expect(changes()).toEqual([{ welcome: ['captured'] }]);
  });

  test('ticks the pin when the icon is on the toolbar', async () => {
    toolbar = { isOnToolbar: true };
    await openDesk('welcome');
    await vi.waitFor(() => expect(changes()).toEqual([{ welcome: ['pinned'] }]));
    expect(await step('Keep it in sight')).toContain('Done');
  });

  test('asks where the browser does not say whether it is pinned', async () => {
    toolbar = undefined;
    await openDesk('welcome');
    fireEvent.click(await screen.findByRole('button', { name: 'It is on my toolbar' }));
    await vi.waitFor(() => expect(changes()).toEqual([{ welcome: ['pinned'] }]));
  });

  test('ends by itself after the third step, for good', async () => {
    await openDesk('welcome', { settings: { ...USUAL_SETTINGS, welcome: ['pinned', 'captured'] } });
    await screen.findByRole('heading', { name: /Open the sidebar/ });
    background.show({ settings: { ...USUAL_SETTINGS, welcome: ['pinned', 'captured', 'opened'] } });
    await screen.findByRole('heading', { name: 'You are set' });
    await vi.waitFor(() =>
      expect(changes()).toEqual([{ welcome: ['pinned', 'captured', 'opened', 'finished'] }]),
    );
  });
});

describe('the settings', () => {
  test('a choice is saved at once and says so beside it', async () => {
    await openDesk('settings');
    fireEvent.click(await screen.findByRole('radio', { name: 'Left' }));
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(changes()).toEqual([{ side: 'left' }]);
  });

  test('a number out of bounds is refused in words, kept in its field and not saved', async () => {
    await openDesk('settings');
    const field = await screen.findByLabelText<HTMLInputElement>('Items planned for a day');
    fireEvent.change(field, { target: { value: '99' } });
    expect((await screen.findByRole('alert')).textContent).toBe('A whole number from 1 to 50, please.');
    expect(field.value).toBe('99');
    expect(changes()).toEqual([]);
    fireEvent.change(field, { target: { value: '9' } });
    await vi.waitFor(() => expect(changes()).toEqual([{ todayLimit: 9 }]));
  });

  test('the width can be typed and slid', async () => {
    await openDesk('settings');
    fireEvent.change(await screen.findByRole('slider', { name: 'Width' }), { target: { value: '400' } });
    fireEvent.change(screen.getByLabelText('Width in pixels'), { target: { value: '500' } });
    await vi.waitFor(() => expect(changes()).toEqual([{ width: 400 }, { width: 500 }]));
  });

  test('what could not be saved says why and sends the same command again', async () => {
    await openDesk('settings');
    background.answers(() => ({ ok: false, code: 'unreachable' }));
    fireEvent.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Throughline does not answer');
    background.answers(() => undefined);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Saved');
    const ids = background.sent.filter(({ name }) => name === 'settings.change').map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
  });

  test('says how much is stored, and leads to what may be seen', async () => {
    await openDesk('settings');
    expect(await screen.findByText('1,284')).toBeTruthy();
    expect(screen.getByText('8.4 MB')).toBeTruthy();
    const link = await screen.findByRole('link', { name: 'Everything granted, and a switch beside each' });
    expect(link.getAttribute('href')).toBe('#seen');
  });

  test('where the browser does not open its list of keys, its address is told', async () => {
    await openDesk('settings');
    const list = within(await screen.findByRole('main'));
    fireEvent.click(await list.findByRole('button', { name: 'Change keys' }));
    expect(await screen.findByText(/chrome:\/\/extensions\/shortcuts/)).toBeTruthy();
  });
});
