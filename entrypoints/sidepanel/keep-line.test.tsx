import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aCard, anOverview, aRow } from '@/tests/support/fake-wire';
import { closeSidebar, openSidebar, press } from '@/tests/support/open-sidebar';
import { systemClock } from '@/utils/model/clock';

afterEach(closeSidebar);

const { local } = fakeBrowser.storage;
const LINE = 'd:sidebar:line';
const line = () => document.querySelector<HTMLInputElement>('#line')!;
const write = (value: string) => fireEvent.input(line(), { target: { value } });
const kept = async (key: string) => (await local.get(key))[key];
const keep = (key: string, text: string, more: object = {}) =>
  local.set({ [key]: { text, at: systemClock.now(), ...more } });

describe('the half-typed line', () => {
  it('is kept while it is typed, with the chips that were taken back, and gone when it was added', async () => {
    await openSidebar({ overview: anOverview([aRow()]) });
    write('Pay Ana #ops');
    await waitFor(() => expect(document.querySelector('.add-chips button')).not.toBeNull());
    fireEvent.click(document.querySelector('.add-chips button')!);
    await waitFor(async () =>
      expect(await kept(LINE)).toMatchObject({ text: 'Pay Ana #ops', off: ['tag #ops'] }),
    );
    fireEvent.keyDown(line(), { key: 'Enter' });
    await waitFor(async () => expect(await kept(LINE)).toBeUndefined());
  });

  it('stands there again in the next sidebar', async () => {
    await keep(LINE, 'Pay An');
    await openSidebar({ overview: anOverview([aRow()]) });
    await waitFor(() => expect(line().value).toBe('Pay An'));
  });

  it('that was added elsewhere is gone here', async () => {
    await keep(LINE, 'Pay An');
    await openSidebar({ overview: anOverview([aRow()]) });
    await waitFor(() => expect(line().value).toBe('Pay An'));
    await local.remove(LINE);
    await waitFor(() => expect(line().value).toBe(''));
  });

  it('is gone with Esc', async () => {
    await keep(LINE, 'Pay An');
    await openSidebar({ overview: anOverview([aRow()]) });
    await waitFor(() => expect(line().value).toBe('Pay An'));
    fireEvent.keyDown(line(), { key: 'Escape' });
    await waitFor(async () => expect(await kept(LINE)).toBeUndefined());
  });
});

describe('the half-typed note', () => {
  it('is kept under its item, and stands in the next card of it, unsaved', async () => {
    const row = aRow({ title: 'Pay Ana', list: 'today' });
    const views = { overview: anOverview([row]), item: aCard(row) };
    const openCard = async () => {
      await waitFor(() => expect(document.querySelector('[data-rows]')).not.toBeNull());
      press('j');
      press('Enter');
      return screen.findByLabelText<HTMLTextAreaElement>('Note');
    };
    await openSidebar(views);
    fireEvent.input(await openCard(), { target: { value: 'she said' } });
    await waitFor(async () => expect(await kept(`d:${row.id}:note`)).toMatchObject({ text: 'she said' }));
    closeSidebar();
    const { told } = await openSidebar(views);
    const note = await openCard();
    await waitFor(() => expect(note.value).toBe('she said'));
    expect(screen.getByText('Not saved yet.')).toBeDefined();
    expect(told()).toEqual([]);
  });
});
