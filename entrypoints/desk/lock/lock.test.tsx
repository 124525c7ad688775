import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFakeBackground } from '@/tests/support/fake-background';
import type { ViewValues } from '@/utils/messaging/views';
import { isRecoveryCode } from '@/utils/model/lock';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { createDeskState } from '../desk-state';
import { LockGate } from './lock-gate';
import { LockPart } from './lock-part';
import { newRecoveryCode } from './new-code';

const SET = { isSet: true, isLocked: false, waiting: 0 };
const LOCKED = { ...SET, isLocked: true };
const background = createFakeBackground();
const request = vi.fn(async () => true);
const again = vi.fn();
let isIdleAllowed = true;

function Place({ desk }: { desk: ReturnType<typeof createDeskState> }) {
  const values = desk.settings.value;
  const save = (name: string, value: unknown) => void desk.save(name, 'settings.change', { [name]: value });
  return <LockGate>{values && <LockPart desk={desk} values={values} save={save} />}</LockGate>;
}

function open(views: Partial<ViewValues> = {}) {
  background.begin({ settings: USUAL_SETTINGS, ...views });
  render(<Place desk={createDeskState()} />);
}

beforeEach(() => {
  isIdleAllowed = true;
  request.mockClear();
  again.mockReset();
  vi.spyOn(location, 'reload').mockImplementation(again);
  Object.assign(fakeBrowser, { permissions: { request, contains: async () => isIdleAllowed } });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const isDisabled = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled;
const codeShown = () => document.querySelector('.lock-code')?.textContent ?? '';

describe('the desk while it is locked', () => {
  test('is the field alone, and begins anew when it is opened', async () => {
    open({ lock: LOCKED });
    const field = await screen.findByLabelText<HTMLInputElement>('Passphrase');
    await vi.waitFor(() => expect(document.querySelector('.part')).toBeNull());
    type('Passphrase', 'correct horse');
    fireEvent.submit(field.form!);
    await vi.waitFor(() => expect(background.payloads('lock.open')).toEqual([{ secret: 'correct horse' }]));
    background.show({ lock: SET });
    await vi.waitFor(() => expect(again).toHaveBeenCalledOnce());
  });

  test('forgets what surfaces paint first as soon as a lock is set', async () => {
    localStorage.setItem('overview.2', '{}');
    localStorage.setItem('dress.2', '{}');
    open({ lock: SET });
    await vi.waitFor(() => expect(Object.keys(localStorage)).toEqual(['dress.2']));
    background.show({ lock: LOCKED });
    await vi.waitFor(() => expect(again).toHaveBeenCalledOnce());
  });
});

describe('setting a lock', () => {
  test('takes a passphrase twice and the recovery code that was written down', async () => {
    open();
    await press('Set a lock …');
    type('New passphrase', 'correct');
    type('Once more', 'correct');
    expect(screen.getByText('At least 8 characters.')).toBeDefined();
    expect(isDisabled('Next')).toBe(true);
    type('New passphrase', 'correct horse');
    expect(screen.getByText('The two are not the same.')).toBeDefined();
    type('Once more', 'correct horse');
    fireEvent.submit(document.querySelector('form')!);
    const code = codeShown();
    expect(isRecoveryCode(code)).toBe(true);
    expect(isDisabled('Set the lock')).toBe(true);
    expect(background.sent).toEqual([]);
    fireEvent.click(screen.getByLabelText('I have written it down'));
    await press('Set the lock');
    await vi.waitFor(() =>
      expect(background.payloads('lock.set')).toEqual([{ passphrase: 'correct horse', code }]),
    );
    expect(request).toHaveBeenCalledExactlyOnceWith({ permissions: ['idle'] });
  });

  test('works where the browser refuses to tell of an idle computer, and says so', async () => {
    isIdleAllowed = false;
    open({ lock: SET });
    expect(await screen.findByText(/does not tell when nobody is here/)).toBeDefined();
    await press('Allow it');
    await vi.waitFor(() => expect(screen.queryByText(/does not tell/)).toBeNull());
  });

  test('says of what does not protect: files', async () => {
    open();
    expect(await screen.findByText(/It encrypts no file/)).toBeDefined();
  });
});

describe('a lock that is set', () => {
  test('closes by hand, and by itself after the minutes that are chosen', async () => {
    open({ lock: SET });
    fireEvent.click(await screen.findByRole('radio', { name: 'after 5 minutes' }));
    await vi.waitFor(() => expect(background.payloads('settings.change')).toEqual([{ lockAfter: 5 }]));
    await press('Lock now');
    await vi.waitFor(() => expect(background.payloads('lock.now')).toEqual([{}]));
  });

  test('changes with a secret in force and a new code; a wrong one is asked again, with the same code', async () => {
    open({ lock: SET });
    background.answers(({ name }) => (name === 'lock.set' ? { ok: false, code: 'wrong-secret' } : undefined));
    await press('Change the passphrase');
    type('Passphrase or recovery code', 'not it');
    type('New passphrase', 'battery staple');
    type('Once more', 'battery staple');
    fireEvent.submit(document.querySelector('form')!);
    const code = codeShown();
    fireEvent.click(screen.getByLabelText('I have written it down'));
    await press('Change the passphrase');
    expect(await screen.findByText('That is not the passphrase, and not the recovery code.')).toBeDefined();
    background.answers(() => undefined);
    type('Passphrase or recovery code', 'correct horse');
    fireEvent.submit(document.querySelector('form')!);
    expect(codeShown()).toBe(code);
    fireEvent.click(screen.getByLabelText('I have written it down'));
    await press('Change the passphrase');
    await vi.waitFor(() =>
      expect(background.payloads('lock.set').at(-1)).toEqual({
        ...{ passphrase: 'battery staple', code, secret: 'correct horse' },
      }),
    );
  });

  test('is taken away with its secret alone', async () => {
    open({ lock: SET });
    await press('Take the lock away');
    expect(isDisabled('Take the lock away')).toBe(true);
    type('Passphrase or recovery code', 'correct horse');
    fireEvent.submit(document.querySelector('form')!);
    await vi.waitFor(() => expect(background.payloads('lock.remove')).toEqual([{ secret: 'correct horse' }]));
  });
});

test('two recovery codes are never the same, and each has its form', () => {
  const codes = new Set(Array.from({ length: 100 }, newRecoveryCode));
  expect(codes.size).toBe(100);
  expect([...codes].every((code) => /^(?:[A-Z2-9]{4}-){5}[A-Z2-9]{4}$/.test(code))).toBe(true);
});
