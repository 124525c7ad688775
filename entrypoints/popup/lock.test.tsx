import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFakeBackground } from '@/tests/support/fake-background';
import { draftPage, idOf, itemPage, quickOf, rowOf } from '@/tests/support/view-samples';
import type { ViewValues } from '@/utils/messaging/views';
import { systemClock } from '@/utils/model/clock';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { begin } from './begin';
import { Popup } from './popup';
import { createPopupState } from './popup-state';

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
    commands: { getAll: async () => [] },
    windows: { getCurrent: async () => ({ id: 7 }) },
  });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1' }) });
});
afterEach(() => {
  stop();
  cleanup();
});

describe('a lock', () => {
  const LOCKED = { isSet: true, isLocked: true, waiting: 1 };
  const OPEN = { isSet: true, isLocked: false, waiting: 0 };
  const again = vi.fn();
  beforeEach(() => {
    localStorage.clear();
    again.mockReset();
    vi.spyOn(location, 'reload').mockImplementation(again);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    document.body.replaceChildren();
  });
  /** Locked from the start: the other views are refused. */
  async function openLocked() {
    background.begin({ settings: USUAL_SETTINGS, lock: LOCKED });
    const popup = createPopupState();
    render(<Popup popup={popup} />);
    stop = begin(popup);
    return screen.findByLabelText<HTMLInputElement>('Passphrase');
  }

  test('that is closed is one focused field, with the capture as the only other thing', async () => {
    const field = await openLocked();
    expect(document.activeElement).toBe(field);
    expect(document.querySelector('.started, .foot, .page')).toBeNull();
    expect(screen.getByText('1 capture waits.')).toBeDefined();
    fireEvent.input(field, { target: { value: 'correct horse' } });
    fireEvent.submit(field.form!);
    await vi.waitFor(() => expect(background.payloads('lock.open')).toEqual([{ secret: 'correct horse' }]));
    fireEvent.click(screen.getByRole('button', { name: /Capture this page/ }));
    expect(await screen.findByText('Captured, sealed until you unlock')).toBeDefined();
  });

  test('leaves no key of the items, and none that captures out of the field', async () => {
    const field = await openLocked();
    for (const key of ['u', 'd', 's', 'c']) press(key, field);
    // What was under way when it closed may still come.
    background.show({ page: itemPage(rowOf(1)), quick: quickOf([rowOf(1)]) });
    press('d');
    expect(background.sent).toEqual([]);
    press('c');
    await vi.waitFor(() => expect(background.payloads('page.capture')).toEqual([{}]));
  });

  test('that opens begins the popup anew, which then captures nothing by itself', async () => {
    await openLocked();
    background.show({ lock: OPEN });
    expect(again).toHaveBeenCalledOnce();
    stop();
    cleanup();
    await openPopup({ page: draftPage(), lock: OPEN });
    await screen.findByRole('button', { name: /Capture this page/ });
    expect(background.payloads('page.capture')).toEqual([]);
  });

  test('that is set leaves nothing of the items to be painted first', async () => {
    localStorage.setItem('popup.last-known', JSON.stringify({ version: '1', quick: quickOf([rowOf(1)]) }));
    await openPopup({ quick: quickOf([rowOf(1)]), page: draftPage({ page: 'other' }), lock: OPEN });
    await vi.waitFor(() => expect(localStorage.getItem('popup.last-known')).toContain('theme'));
    expect(localStorage.getItem('popup.last-known')).not.toContain('quick');
    fireEvent.click(await screen.findByRole('button', { name: 'Lock now' }));
    await vi.waitFor(() => expect(background.payloads('lock.now')).toEqual([{}]));
    background.show({ lock: LOCKED });
    expect(again).toHaveBeenCalledOnce();
  });

  test('that is not set leaves no way to lock', async () => {
    await openPopup({ page: draftPage({ page: 'other' }) });
    await screen.findByRole('button', { name: /Capture this page/ });
    expect(screen.queryByRole('button', { name: 'Lock now' })).toBeNull();
  });
});

describe('what was half typed', () => {
  test('stands in the form again that the popup was closed with', async () => {
    const key = `d:${idOf(1)}:wait`;
    const field = () => screen.findByLabelText<HTMLInputElement>(/On whom|Who/);
    await openPopup({ page: itemPage(rowOf(1)) });
    await screen.findByRole('button', { name: /Started/ });
    press('w');
    fireEvent.input(await field(), { target: { value: 'Ana' } });
    await vi.waitFor(async () =>
      expect((await fakeBrowser.storage.local.get(key))[key]).toMatchObject({ text: 'Ana' }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await vi.waitFor(async () => expect(await fakeBrowser.storage.local.get(key)).toEqual({}));
    await fakeBrowser.storage.local.set({ [key]: { text: 'Bo', at: systemClock.now() } });
    press('w');
    const again = await field();
    await vi.waitFor(() => expect(again.value).toBe('Bo'));
  });
});
