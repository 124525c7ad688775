import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFakeBackground } from '@/tests/support/fake-background';
import type { ViewValues } from '@/utils/messaging/views';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { Popup } from './popup';
import { begin } from './begin';
import { createPopupState } from './popup-state';
import { draftPage, idOf, itemPage, listPage, listRowOf, quickOf, rowOf } from '@/tests/support/view-samples';

const background = createFakeBackground();
let stop: () => void;

async function openPopup(views: Partial<ViewValues>) {
  background.begin({ quick: quickOf([]), settings: USUAL_SETTINGS, ...views });
  const popup = createPopupState();
  stop = begin(popup);
  render(<Popup popup={popup} />);
  await screen.findByRole('contentinfo');
  await vi.waitFor(() => expect(popup.settings.value).toBeDefined());
}

const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });

beforeEach(() => {
  Object.assign(fakeBrowser, {
    commands: { getAll: async () => [{ name: 'toggle-sidebar', shortcut: 'Alt+Shift+J' }] },
    windows: { getCurrent: async () => ({ id: 7 }) },
  });
});
afterEach(() => {
  stop();
  cleanup();
});

describe('opening the popup', () => {
  test('captures an item page that is not in the inventory, once', async () => {
    await openPopup({ page: draftPage() });
    await vi.waitFor(() => expect(background.payloads('page.capture')).toEqual([{}]));
    background.show({ page: itemPage(rowOf(1)) });
    await screen.findByRole('button', { name: /Started/ });
    background.show({ page: draftPage() });
    await screen.findByRole('button', { name: /Capture this page/ });
    expect(background.payloads('page.capture')).toHaveLength(1);
  });

  test.each([
    ['the setting is off', { page: draftPage(), settings: { ...USUAL_SETTINGS, captureOnOpen: false } }],
    ['the page is no item', { page: draftPage({ page: 'other' }) }],
    ['its item lies in the Trash', { page: { ...draftPage(), trashed: rowOf(1, { list: 'trash' }) } }],
  ])('captures nothing when %s', async (_, views: Partial<ViewValues>) => {
    await openPopup(views);
    const button = await screen.findByRole('button', { name: /Capture this page|Put it back/ });
    expect(document.activeElement).toBe(button);
    expect(background.payloads('page.capture')).toEqual([]);
    press('c');
    expect(background.payloads('page.capture')).toEqual([{}]);
  });
});

describe('one key', () => {
  test.each([
    ['r', 'ready'],
    ['s', 'started'],
    ['d', 'done'],
    ['t', 'triage'],
    ['k', 'backlog'],
    ['n', 'canceled'],
  ])('%s makes the item of the page %s', async (key, state) => {
    await openPopup({ page: itemPage(rowOf(1)) });
    await screen.findByRole('button', { name: /Started/ });
    press(key);
    expect(background.payloads('item.setState')).toEqual([{ id: idOf(1), state }]);
  });

  test('ends a wait and a block that are on', async () => {
    const waiting = { on: 'Ana', sinceDay: quickOf([]).day };
    await openPopup({ page: itemPage(rowOf(1, { waiting, isBlocked: true })) });
    await screen.findByRole('button', { name: /Started/ });
    press('w');
    press('b');
    expect(background.payloads('item.endWait')).toEqual([{ id: idOf(1) }]);
    expect(background.payloads('item.endBlock')).toEqual([{ id: idOf(1) }]);
  });

  test('w asks on whom, in place, and waits until when', async () => {
    await openPopup({ page: itemPage(rowOf(1)) });
    await screen.findByRole('button', { name: /Started/ });
    press('w');
    const field = await screen.findByLabelText('On whom or what?');
    press('d', field);
    expect(background.payloads('item.setState')).toEqual([]);
    fireEvent.input(field, { target: { value: ' Ana ' } });
    fireEvent.input(screen.getByLabelText('Follow up on'), { target: { value: '2026-11-30' } });
    fireEvent.click(screen.getByRole('button', { name: 'Wait' }));
    await vi.waitFor(() =>
      expect(background.payloads('item.wait')).toEqual([
        { id: idOf(1), on: 'Ana', followUpDay: '2026-11-30' },
      ]),
    );
    await vi.waitFor(() => expect(screen.queryByLabelText('On whom or what?')).toBeNull());
  });

  test('u takes the last action back; without one it does nothing', async () => {
    await openPopup({ page: itemPage(rowOf(1)) });
    press('u');
    expect(background.payloads('undo')).toEqual([]);
    background.show({ quick: quickOf([], { name: 'item.setState', title: 'Work 1' }) });
    await screen.findByText(/Undo “change of state”/);
    press('u');
    expect(background.payloads('undo')).toEqual([{}]);
  });

  test('keys with a modifier stay the browser’s', async () => {
    await openPopup({ page: itemPage(rowOf(1)) });
    fireEvent.keyDown(document.body, { key: 'd', ctrlKey: true });
    expect(background.payloads('item.setState')).toEqual([]);
  });
});

describe('what is started', () => {
  test('arrows choose a row and the keys act on it', async () => {
    await openPopup({ page: itemPage(rowOf(1)), quick: quickOf([rowOf(2), rowOf(3)]) });
    const list = await screen.findByRole('list');
    press('ArrowDown');
    press('ArrowDown', document.activeElement ?? undefined);
    expect(within(list).getAllByRole('listitem')[1]?.contains(document.activeElement)).toBe(true);
    press('d', document.activeElement ?? undefined);
    expect(background.payloads('item.setState')).toEqual([{ id: idOf(3), state: 'done' }]);
  });

  test('pressing an item’s state button makes the keys act on the page again', async () => {
    await openPopup({ page: itemPage(rowOf(1)), quick: quickOf([rowOf(2)]) });
    await screen.findByRole('list');
    press('ArrowDown');
    within(screen.getByRole('group', { name: 'State of this item' }))
      .getByRole('button', { name: /Ready/ })
      .focus();
    press('d', document.activeElement ?? undefined);
    expect(background.payloads('item.setState')).toEqual([{ id: idOf(1), state: 'done' }]);
  });

  test('the page’s own item, which stands above, is not listed again', async () => {
    await openPopup({ page: itemPage(rowOf(1)), quick: quickOf([rowOf(1), rowOf(2)]) });
    const list = await screen.findByRole('list');
    await vi.waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
    expect(within(list).getByText('Work 2')).toBeTruthy();
    background.show({ quick: quickOf([rowOf(1)]) });
    expect(await screen.findByText('Nothing else is started.')).toBeTruthy();
  });

  test('makes room for a question about the page’s item', async () => {
    await openPopup({ page: itemPage(rowOf(1)), quick: quickOf([rowOf(2)]) });
    await screen.findByRole('list');
    press('w');
    await screen.findByLabelText('On whom or what?');
    expect(screen.queryByRole('list')).toBeNull();
    press('Escape');
    expect(await screen.findByRole('list')).toBeTruthy();
  });

  test('nothing started teaches the next step', async () => {
    await openPopup({ page: itemPage(rowOf(1)) });
    expect(await screen.findByText(/Nothing is started/)).toBeTruthy();
  });
});

describe('a page that lists work', () => {
  const known = listRowOf(3, { state: 'known', item: rowOf(3) });
  const newKeys = [1, 2].map((number) => listRowOf(number).key);

  test('says what it comes to, and captures all that is new in one step', async () => {
    await openPopup({ page: listPage([listRowOf(1), listRowOf(2), known]) });
    await screen.findByText('3 here · 2 new');
    const button = await screen.findByRole('button', { name: /Capture 2 new/ });
    expect(document.activeElement).toBe(button);
    expect(background.payloads('page.captureRows')).toEqual([]);
    press('c');
    expect(background.payloads('page.captureRows')).toEqual([{ keys: newKeys }]);
    expect(background.payloads('page.capture')).toEqual([]);
  });

  test('leads to the sidebar, where single rows are chosen', async () => {
    vi.spyOn(window, 'close').mockImplementation(() => undefined);
    await openPopup({ page: listPage([listRowOf(1)]) });
    fireEvent.click(await screen.findByRole('button', { name: 'Choose…' }));
    expect(background.payloads('sidebar.open')).toEqual([{}]);
  });

  test('offers nothing to capture where nothing is new', async () => {
    await openPopup({ page: listPage([known]) });
    await screen.findByText('All of them are in the inventory.');
    press('c');
    expect(background.payloads('page.captureRows')).toEqual([]);
  });
});

describe('drift', () => {
  test.each([
    ['Closed in Jira, still open here', 'd', 'started', 'done'],
    ['Open again in Jira, done here', 's', 'done', 'started'],
  ] as const)('%s: %s agrees', async (words, key, state, agreed) => {
    const drift = { product: 'jira', status: 'Closed' };
    await openPopup({ page: { ...itemPage(rowOf(1, { state })), drift } });
    await screen.findByText(words);
    press(key);
    expect(background.payloads('item.setState')).toEqual([{ id: idOf(1), state: agreed }]);
  });
});

describe('when something fails', () => {
  test('it says so, keeps the text, and sends the same command again', async () => {
    await openPopup({ page: itemPage(rowOf(1)) });
    await screen.findByRole('button', { name: /Started/ });
    background.answers(({ name }) => (name === 'item.wait' ? { ok: false, code: 'disk-full' } : undefined));
    press('w');
    const field = await screen.findByLabelText<HTMLInputElement>('On whom or what?');
    fireEvent.input(field, { target: { value: 'Ana' } });
    fireEvent.click(screen.getByRole('button', { name: 'Wait' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Not saved: the disk is full');
    expect(field.value).toBe('Ana');
    background.answers(() => undefined);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    const ids = background.sent.filter(({ name }) => name === 'item.wait').map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    await vi.waitFor(() => expect(screen.queryByLabelText('On whom or what?')).toBeNull());
  });

  test('a page that cannot be read says why and offers the panel, opened within the click', async () => {
    const open = vi.fn(async () => undefined);
    vi.stubGlobal('chrome', { sidePanel: { open } });
    vi.spyOn(window, 'close').mockImplementation(() => undefined);
    await openPopup({ page: { kind: 'closed', problem: 'browser-page', title: 'Settings' } });
    await screen.findByText(/a page of the browser itself/);
    await screen.findByText('Alt+Shift+J');
    fireEvent.click(screen.getByRole('button', { name: 'Open side panel' }));
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 7 });
    vi.unstubAllGlobals();
  });
});

test('the sidebar’s key is the one that the browser assigned', async () => {
  await openPopup({ page: itemPage(rowOf(1)) });
  expect(await screen.findByText('Alt+Shift+J')).toBeTruthy();
});

describe('a lost inventory', () => {
  const recovery = {
    ...{ state: 'recovery' as const, cause: 'gone' as const, journal: 3, snapshots: [], aside: [] },
    expected: { items: 33, events: 66, at: 0 },
  };

  test('is told with the count and a way to have it back; what the opening captures is kept', async () => {
    // The list is not told.
    await openPopup({ page: { kind: 'reading' }, recovery, quick: undefined as never });
    background.answers(({ name }) =>
      name === 'page.capture' ? { ok: true, value: { outcome: 'kept' } } : undefined,
    );
    background.refuse('quick', 'recovery');
    const panel = await screen.findByRole('alert');
    await vi.waitFor(() => expect(panel.textContent).toContain('33 items are expected'));
    expect(panel.textContent).toContain('What you capture meanwhile is kept');
    background.show({ page: draftPage() });
    await vi.waitFor(() => expect(panel.textContent).toContain('Kept; it will be there after the restore'));
    fireEvent.click(screen.getByRole('button', { name: 'See what can be done' }));
    await vi.waitFor(() => expect(background.payloads('desk.open')).toEqual([{ place: 'recovery' }]));
  });
});
