import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anOverview, aRow, createFakeWire, NO_LOCK } from '@/tests/support/fake-wire';
import { press } from '@/tests/support/open-sidebar';
import type { ViewValues } from '@/utils/messaging/views';
import { systemClock } from '@/utils/model/clock';
import { start } from './start';

const LOCKED = { isSet: true, isLocked: true, waiting: 2 };
const OPEN = { isSet: true, isLocked: false, waiting: 0 };
const SECRET_WORK = anOverview([aRow({ title: 'Secret work', list: 'today' })]);
const again = vi.fn();
let stop: (() => void) | undefined;

beforeEach(() => {
  localStorage.clear();
  again.mockReset();
  vi.spyOn(location, 'reload').mockImplementation(again);
  Object.assign(fakeBrowser, { windows: { getCurrent: async () => ({ id: 7 }) } });
});
afterEach(() => {
  stop?.();
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

async function open(views: Partial<ViewValues>, isFrame = false) {
  const other = createFakeWire({ page: { kind: 'reading' }, ...views });
  const root = document.body.appendChild(document.createElement('div'));
  const started = start(root, other.wire, isFrame);
  stop = started.stop;
  await started.ready;
  return { ...other, told: () => other.commands().map(({ name, payload }) => [name, payload]) };
}
const locked = async (isFrame = false) => {
  const other = await open({ lock: LOCKED }, isFrame);
  await screen.findByRole('heading', { name: 'Locked' });
  return other;
};

describe('the locked sidebar', () => {
  it('is a field in place of everything, and Enter opens it', async () => {
    const { told } = await locked();
    const field = screen.getByLabelText<HTMLInputElement>('Passphrase');
    expect(document.activeElement).toBe(field);
    expect(document.querySelector('.top-line, [data-page], .section')).toBeNull();
    fireEvent.input(field, { target: { value: 'correct horse' } });
    fireEvent.submit(field.form!);
    await waitFor(() => expect(told()).toEqual([['lock.open', { secret: 'correct horse' }]]));
  });

  it('says that a secret is wrong, and has it chosen to be typed over', async () => {
    const { reply } = await locked();
    reply(() => ({ ok: false, code: 'wrong-secret' }));
    const field = screen.getByLabelText<HTMLInputElement>('Passphrase');
    fireEvent.input(field, { target: { value: 'wrong one' } });
    fireEvent.submit(field.form!);
    expect(await screen.findByText('That is not the passphrase, and not the recovery code.')).toBeDefined();
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 9]);
  });

  it('captures by its key, and says that the capture is sealed', async () => {
    const { told, reply } = await locked(true);
    reply(() => ({ ok: true, value: { outcome: 'kept' } }));
    expect(screen.getByText('2 captures wait.')).toBeDefined();
    press('c');
    expect(await screen.findByText('Captured, sealed until you unlock')).toBeDefined();
    expect(told()).toEqual([['page.capture', {}]]);
  });

  it('knows no key of the list', async () => {
    const { told } = await locked(true);
    for (const key of ['j', 'd', 's', 'u', '?', '/', 'Enter']) press(key);
    expect(told()).toEqual([]);
    expect(document.querySelector('dialog, [role=menu]')).toBeNull();
    press('Escape');
    await waitFor(() => expect(told()).toEqual([['sidebar.close', {}]]));
  });

  it('has no field in a page, but a way to where there is one', async () => {
    const { told } = await locked(true);
    expect(document.querySelector('input')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Unlock …' }));
    await waitFor(() => expect(told()).toEqual([['lock.ask', {}]]));
  });

  it('in a page lets nothing out that the person does not see', async () => {
    const { wire, told } = await locked(true);
    wire.gate.opens = () => false;
    // The gate was taken at the start: the same object.
    press('c');
    expect(await screen.findByText(/^This page covers the sidebar/)).toBeDefined();
    expect(told()).toEqual([]);
  });

  it('shows nothing of what was half typed, and keeps it', async () => {
    const half = { text: 'Secret line', at: systemClock.now() };
    await fakeBrowser.storage.local.set({ 'd:sidebar:line': half });
    await locked();
    expect(document.body.innerHTML).not.toContain('Secret line');
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ 'd:sidebar:line': half });
  });

  it('begins anew when it is opened from anywhere', async () => {
    const { show } = await locked();
    expect(again).not.toHaveBeenCalled();
    show({ lock: OPEN });
    expect(again).toHaveBeenCalledOnce();
  });
});

describe('a sidebar that becomes locked', () => {
  it('begins anew, so that nothing of it is left', async () => {
    const { show } = await open({ overview: SECRET_WORK, lock: OPEN });
    await screen.findByText('Secret work');
    show({ lock: LOCKED });
    expect(again).toHaveBeenCalledOnce();
  });

  it('begins anew where it was painted from memory', async () => {
    localStorage.setItem('overview.2', JSON.stringify(SECRET_WORK));
    await open({ lock: LOCKED });
    await waitFor(() => expect(again).toHaveBeenCalledOnce());
    expect(localStorage.getItem('overview.2')).toBeNull();
  });

  it('remembers nothing of the list while a lock is set', async () => {
    localStorage.setItem('popup.last-known', '{}');
    await open({ overview: SECRET_WORK, lock: OPEN });
    await screen.findByText('Secret work');
    // What is kept later than the list would be.
    await waitFor(() => expect(localStorage.getItem('dress.2')).not.toBeNull());
    expect(Object.keys(localStorage).toSorted()).toEqual(['dress.2', 'folded.2']);
  });

  it('in a page paints nothing from memory when its greeting is refused', async () => {
    localStorage.setItem('overview.2', JSON.stringify(SECRET_WORK));
    const other = createFakeWire({});
    other.reply(() => ({ ok: false, code: 'locked' }));
    const root = document.body.appendChild(document.createElement('div'));
    const started = start(root, other.wire, true);
    ({ stop } = started);
    await started.ready;
    expect(screen.queryByText('Secret work')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('locking by hand', () => {
  const openMore = async () => fireEvent.click(await screen.findByRole('button', { name: 'More' }));

  it('is in the menu while a lock is set', async () => {
    const { told } = await open({ overview: SECRET_WORK, lock: OPEN });
    await openMore();
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Lock now' }));
    await waitFor(() => expect(told()).toEqual([['lock.now', {}]]));
  });

  it('is not there without one', async () => {
    await open({ overview: SECRET_WORK, lock: NO_LOCK });
    await openMore();
    await screen.findByRole('menu');
    expect(screen.queryByRole('menuitem', { name: 'Lock now' })).toBeNull();
  });
});
