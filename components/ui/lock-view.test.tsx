import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '@/utils/messaging/commands';
import { LockView } from './lock-view';

const LOCKED = { isSet: true, isLocked: true, waiting: 0 };
const NOW = 1_800_000_000_000;
let now = NOW;
const onOpen = vi.fn<(secret: string) => Promise<Reply>>();

beforeEach(() => {
  vi.useFakeTimers();
  now = NOW;
  onOpen.mockReset().mockResolvedValue({ ok: false, code: 'too-many' });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const view = (triesAgainAt?: number) => (
  <LockView lock={{ ...LOCKED, triesAgainAt }} now={() => now} onOpen={onOpen} />
);
const type = () => fireEvent.input(screen.getByLabelText('Passphrase'), { target: { value: 'a try' } });
const enter = () => fireEvent.submit(document.querySelector('form')!);
const pass = async (seconds: number) => {
  now += seconds * 1_000;
  await vi.advanceTimersByTimeAsync(seconds * 1_000);
};

describe('after too many tries', () => {
  it('counts down to the next, takes none before and the next one after', async () => {
    render(view(NOW + 3_000));
    type();
    enter();
    expect(screen.getByRole('alert').textContent).toContain('in 3 seconds');
    await pass(2);
    expect(screen.getByRole('alert').textContent).toContain('in 1 second.');
    enter();
    expect(onOpen).not.toHaveBeenCalled();
    await pass(1);
    expect(screen.getByRole('alert').textContent).toBe('');
    enter();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('a try');
  });

  it('says so by words until the seconds are told', async () => {
    const { rerender } = render(view());
    type();
    enter();
    await vi.advanceTimersByTimeAsync(0);
    expect(screen.getByRole('alert').textContent).toBe('Too many tries. Wait a little.');
    rerender(view(NOW + 60_000));
    expect(screen.getByRole('alert').textContent).toContain('in 60 seconds');
  });
});

describe('the field', () => {
  it('shows what was typed when it is asked to, and asks no browser to remember it', () => {
    render(view());
    const field = screen.getByLabelText<HTMLInputElement>('Passphrase');
    expect([field.type, field.autocomplete]).toEqual(['password', 'off']);
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(field.type).toBe('text');
  });

  it('sends nothing when nothing stands in it', () => {
    render(view());
    enter();
    expect(onOpen).not.toHaveBeenCalled();
  });
});

it('tells how many captures wait, also where none can be made', () => {
  render(<LockView lock={{ ...LOCKED, waiting: 2 }} now={() => now} onOpen={onOpen} />);
  expect(screen.getByText('2 captures wait.')).toBeTruthy();
});
