import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EditText } from './edit-text';
import type { HalfTypedField } from './use-half-typed';

let stored: { text: string; base?: string } | undefined;
const field: HalfTypedField = {
  recall: async () => stored,
  keep: (typed) => {
    stored = typed;
  },
};
const onSave = vi.fn(async () => undefined);

beforeEach(() => {
  stored = undefined;
  onSave.mockClear();
});
afterEach(cleanup);

async function open(value: string) {
  const view = (holds: string) => (
    <EditText label="Note" value={holds} limit={500} lines={3} halfTyped={field} onSave={onSave} />
  );
  const { rerender } = render(view(value));
  // What was kept has been asked for by now.
  await waitFor(() => expect(screen.getByLabelText('Note')).toBeDefined());
  await Promise.resolve();
  return {
    area: screen.getByLabelText<HTMLTextAreaElement>('Note'),
    becomes: (next: string) => rerender(view(next)),
  };
}
const type = (area: HTMLTextAreaElement, value: string) => fireEvent.input(area, { target: { value } });

describe('half-typed text of a field', () => {
  it('is kept while it is typed, and let go when it was saved', async () => {
    const { area, becomes } = await open('as it was');
    type(area, 'as it was, and');
    await waitFor(() => expect(stored).toEqual({ text: 'as it was, and', base: 'as it was' }));
    fireEvent.blur(area);
    becomes('as it was, and');
    await waitFor(() => expect(stored).toBeUndefined());
  });

  it('is let go with Esc', async () => {
    const { area } = await open('as it was');
    type(area, 'other');
    await waitFor(() => expect(stored).toBeDefined());
    fireEvent.keyDown(area, { key: 'Escape' });
    await waitFor(() => expect(stored).toBeUndefined());
  });

  it('stands in the field again, unsaved, and is saved by its button', async () => {
    stored = { text: 'half a note', base: '' };
    const { area } = await open('');
    await screen.findByText('Not saved yet.');
    expect(area.value).toBe('half a note');
    expect(onSave).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(onSave).toHaveBeenCalledExactlyOnceWith('half a note'));
    await waitFor(() => expect(screen.queryByText('Not saved yet.')).toBeNull());
    expect(stored).toBeUndefined();
  });

  it('is discarded when that is chosen', async () => {
    stored = { text: 'half a note', base: 'whole' };
    const { area } = await open('whole');
    fireEvent.click(await screen.findByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(stored).toBeUndefined());
    expect([area.value, onSave.mock.calls.length]).toEqual(['whole', 0]);
  });

  it('is only told where the field was changed since, and put in when that is chosen', async () => {
    stored = { text: 'half a note', base: 'before' };
    const { area } = await open('changed elsewhere');
    expect(await screen.findByText('half a note')).toBeDefined();
    expect(area.value).toBe('changed elsewhere');
    expect(stored).toEqual({ text: 'half a note', base: 'before' });
    fireEvent.click(screen.getByRole('button', { name: 'Put it in' }));
    await waitFor(() => expect(area.value).toBe('half a note'));
    expect(onSave).not.toHaveBeenCalled();
  });

  it('that says what the field holds anyway is nothing', async () => {
    stored = { text: 'same', base: 'before' };
    await open('same');
    await waitFor(() => expect(stored).toBeUndefined());
    expect(document.querySelector('.half-typed')).toBeNull();
  });
});
