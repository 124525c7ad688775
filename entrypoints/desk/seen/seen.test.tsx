import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFakeBackground } from '@/tests/support/fake-background';
import type { Settings } from '@/utils/model/settings';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { createDeskState } from '../desk-state';
import { Seen } from './seen';

const background = createFakeBackground();
const INSTALLED = [
  ...['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'alarms', 'contextMenus'],
  ...['sidePanel', 'declarativeContent'],
];
let permissions: Set<string>;
let origins: Set<string>;
/** What the browser answers when it is asked to give or to take. */
let answers: { gives: boolean; takes: boolean };
/** Questions to the browser and commands to the background, in their order. */
let order: string[];
/** Who hears of what was taken away. */
let changed: Set<() => void>;

const tellAll = () => changed.forEach((hear) => hear());
const event = {
  addListener: (hear: () => void) => changed.add(hear),
  removeListener: (hear: () => void) => changed.delete(hear),
};

beforeEach(() => {
  [permissions, origins, changed, order] = [new Set(INSTALLED), new Set(), new Set(), []];
  answers = { gives: true, takes: true };
  Object.assign(fakeBrowser, {
    permissions: {
      ...{ onAdded: { addListener: () => undefined, removeListener: () => undefined }, onRemoved: event },
      getAll: async () => ({ permissions: [...permissions], origins: [...origins] }),
      request: async (what: { permissions: string[] }) => {
        order.push(`ask ${what.permissions.join()}`);
        if (answers.gives) what.permissions.forEach((name) => permissions.add(name));
        return answers.gives;
      },
      remove: async (what: { permissions?: string[]; origins?: string[] }) => {
        order.push(`take ${(what.permissions ?? what.origins ?? []).join()}`);
        if (!answers.takes) throw new Error('required');
        what.permissions?.forEach((name) => permissions.delete(name));
        what.origins?.forEach((origin) => origins.delete(origin));
        return true;
      },
    },
  });
});
afterEach(() => cleanup());

type Given = { settings?: Partial<Settings>; daily?: boolean; isSet?: boolean };

async function open({ settings = {}, daily = false, isSet = false }: Given = {}) {
  background.begin({
    settings: { ...USUAL_SETTINGS, ...settings },
    lock: { isSet, isLocked: false, waiting: 0 },
    backup: { schedule: { isOn: daily }, now: { items: 0, events: 0 }, imports: [] },
  });
  background.answers(({ name, payload }) => {
    order.push(`${name} ${JSON.stringify(payload)}`);
    return undefined;
  });
  const view = render(<Seen desk={createDeskState()} />);
  await screen.findByRole('heading', { name: 'Came with installing' });
  return view;
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const rowOf = (name: string) => {
  const row = screen.getByText(name).closest('li');
  if (!row) throw new Error(`no row ${name}`);
  return within(row);
};
const DAILY = 'Save files into the downloads folder';
const NOTIFY = 'Show a desktop notification';
const IDLE = 'Learn that nobody has touched the computer for a while';

describe('what came with installing', () => {
  test('every permission that the browser names has its row, also one without words', async () => {
    permissions.add('somethingNew');
    await open();
    const part = screen.getByRole('heading', { name: 'Came with installing' }).closest('section');
    if (!part) throw new Error('no such part');
    expect(within(part).getAllByRole('listitem')).toHaveLength(INSTALLED.length + 1);
    expect(screen.getByText('somethingNew')).toBeTruthy();
  });

  test('only what serves something of ours that can be off has a switch, which is our setting', async () => {
    await open({ settings: { lightIcon: false } });
    expect(screen.getAllByText('always on')).toHaveLength(INSTALLED.length - 2);
    expect(box('Light the icon on pages of known tools').checked).toBe(false);
    fireEvent.click(box('Have entries in the right-click menu'));
    await vi.waitFor(() => expect(order).toEqual(['settings.change {"menus":false}']));
  });
});

describe('what is asked for', () => {
  test('on asks the browser first and switches on what it is for', async () => {
    await open();
    fireEvent.click(box(NOTIFY));
    await vi.waitFor(() => expect(order).toEqual(['ask notifications', 'settings.change {"notify":true}']));
    await vi.waitFor(() => expect(box(NOTIFY).checked).toBe(true));
  });

  test('a no of the browser leaves the switch off and says so beside it', async () => {
    answers.gives = false;
    await open();
    fireEvent.click(box(DAILY));
    expect(await rowOf(DAILY).findByRole('alert')).toBeTruthy();
    expect(box(DAILY).checked).toBe(false);
    fireEvent.click(box(NOTIFY));
    await rowOf(NOTIFY).findByRole('alert');
    expect(order).toEqual(['ask downloads', 'ask notifications']);
  });

  test('off ends what it is for and gives the permission back', async () => {
    permissions.add('downloads');
    await open({ daily: true });
    await vi.waitFor(() => expect(rowOf(DAILY).queryByText('Allowed, but nothing uses it.')).toBeNull());
    fireEvent.click(box(DAILY));
    await vi.waitFor(() => expect(order).toEqual(['backup.schedule {"isOn":false}', 'take downloads']));
    await vi.waitFor(() => expect(box(DAILY).checked).toBe(false));
  });

  test('what the browser keeps is said, and the switch stays on', async () => {
    permissions.add('notifications');
    answers.takes = false;
    await open({ settings: { notify: true } });
    fireEvent.click(box(NOTIFY));
    expect((await rowOf(NOTIFY).findByRole('alert')).textContent).toContain('did not take it back');
    expect(box(NOTIFY).checked).toBe(true);
  });

  test('what was taken back elsewhere is noticed and shown', async () => {
    permissions.add('notifications');
    await open({ settings: { notify: true } });
    expect(box(NOTIFY).checked).toBe(true);
    permissions.delete('notifications');
    tellAll();
    expect(await rowOf(NOTIFY).findByText(/has taken this back/)).toBeTruthy();
    expect(box(NOTIFY).checked).toBe(false);
  });

  test('what is allowed and unused says so and can be put to use', async () => {
    permissions.add('downloads');
    await open();
    fireEvent.click(await rowOf(DAILY).findByRole('button', { name: 'Use it' }));
    await vi.waitFor(() => expect(order).toEqual(['backup.schedule {"isOn":true}']));
  });

  test('without a lock idle time has no switch, and the way to the lock instead', async () => {
    await open();
    expect(screen.queryByRole('checkbox', { name: IDLE })).toBeNull();
    expect(rowOf(IDLE).getByRole('link')).toBeTruthy();
    background.show({ lock: { isSet: true, isLocked: false, waiting: 0 } });
    fireEvent.click(await screen.findByRole('checkbox', { name: IDLE }));
    await vi.waitFor(() => expect(order).toEqual(['ask idle']));
  });
});

describe('sites', () => {
  test('are taken back one by one, whatever the browser calls them, and the focus stays near', async () => {
    for (const origin of ['https://a.example/*', 'http://a.example/*', 'https://b.example/*'])
      origins.add(origin);
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Take back a.example' }));
    await vi.waitFor(() => expect(screen.queryByText('a.example')).toBeNull());
    expect([...origins]).toEqual(['https://b.example/*']);
    expect(document.activeElement?.textContent).toBe('Sites it may read by itself');
  });

  test('all sites at once are one row', async () => {
    origins = new Set(['http://*/*', 'https://*/*']);
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Take back All sites' }));
    expect(await screen.findByText(/^None\. A page is read only/)).toBeTruthy();
  });

  test('say since when, where that is known', async () => {
    origins.add('https://a.example/*');
    await fakeBrowser.storage.local.set({ siteDates: { 'https://a.example/*': Date.UTC(2026, 10, 3, 12) } });
    await open();
    expect(rowOf('a.example').getByText(/since Nov 3, 2026/)).toBeTruthy();
  });

  test('more than twelve are filtered by what is typed', async () => {
    for (let number = 1; number <= 13; number += 1) origins.add(`https://tool-${number}.example/*`);
    await open();
    const filter = screen.getByRole('searchbox', { name: 'Find a site' });
    fireEvent.input(filter, { target: { value: ' Tool-13' } });
    await screen.findByText('1 of 13');
    expect(screen.queryByText('tool-1.example')).toBeNull();
  });

  test('of which none may be shown have no filter', async () => {
    origins.add('https://a.example/*');
    await open();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});

describe('taking everything back', () => {
  test('needs a second press, and gives back every site and permission and ends what they were for', async () => {
    permissions.add('downloads').add('notifications').add('idle');
    origins.add('https://a.example/*').add('https://b.example/*');
    await open({ settings: { notify: true }, daily: true, isSet: true });
    fireEvent.click(screen.getByRole('button', { name: 'Take back everything' }));
    expect((await screen.findByText(/There is no undo/)).getAttribute('role')).toBe('alert');
    expect(order).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Really take everything back' }));
    await screen.findByText(/Nothing is allowed beyond/);
    expect(order).toEqual([
      ...['take https://a.example/*', 'take https://b.example/*'],
      ...['backup.schedule {"isOn":false}', 'take downloads'],
      ...['settings.change {"notify":false}', 'take notifications', 'take idle'],
    ]);
    expect([...permissions]).toEqual(INSTALLED);
  });

  test('can be left after the first press', async () => {
    origins.add('https://a.example/*');
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Take back everything' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Keep it' }));
    await screen.findByRole('button', { name: 'Take back everything' });
    expect([order, [...origins]]).toEqual([[], ['https://a.example/*']]);
  });

  test('tells what the browser kept', async () => {
    origins.add('https://a.example/*');
    answers.takes = false;
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Take back everything' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Really take everything back' }));
    expect(await screen.findByText(/did not take it back/)).toBeTruthy();
  });

  test('is not offered where nothing was allowed', async () => {
    await open();
    expect(screen.queryByRole('button', { name: 'Take back everything' })).toBeNull();
  });
});
