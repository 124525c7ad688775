import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { NotSaved } from '@/components/ui/not-saved';
import { aCard, aRow, TODAY } from '@/tests/support/fake-wire';
import type { ItemCard as Card } from '@/utils/model/row';
import type { CardDeeds } from './card-deeds';
import { minutesOf } from './card-fields';
import { ItemCard } from './item-card';

afterEach(cleanup);

const deedsOf = (given: Partial<CardDeeds> = {}): CardDeeds => ({
  edit: vi.fn(async () => undefined),
  ...{ setMark: vi.fn(), snooze: vi.fn(), plan: vi.fn(), endWait: vi.fn(), endBlock: vi.fn() },
  ...{ openItem: vi.fn(), openSource: vi.fn(), split: vi.fn(), merge: vi.fn() },
  ...{ remove: undefined, close: vi.fn() },
  ...given,
});
const show = (card: Card, deeds: CardDeeds) =>
  render(
    <ItemCard
      card={card}
      today={TODAY}
      now={0}
      deeds={deeds}
      focusTitle={false}
      isScoreOpen={false}
      onToggleScore={() => undefined}
    />,
  );
const titleField = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Title' });

const aSource = {
  ...{ product: 'jira', host: 'acme.example', scope: '', nativeId: '1', kind: 'issue', label: 'A-1' },
  // A literal of the right form.
  ...{
    key: 'jira|acme.example||A-1' as never,
    url: 'https://acme.example',
    firstSeenAt: 0,
    lastSeenAt: 0,
  },
};

describe('the card', () => {
  it('saves a changed field when it is left, once', async () => {
    const deeds = deedsOf();
    show(aCard(aRow({ title: 'Old' })), deeds);
    fireEvent.input(titleField(), { target: { value: 'New' } });
    fireEvent.blur(titleField());
    await waitFor(() => expect(deeds.edit).toHaveBeenCalledExactlyOnceWith({ title: 'New' }));
  });

  it('saves nothing when nothing changed, nor an empty title', () => {
    const deeds = deedsOf();
    show(aCard(aRow({ title: 'Old' })), deeds);
    fireEvent.blur(titleField());
    fireEvent.input(titleField(), { target: { value: '  ' } });
    fireEvent.blur(titleField());
    expect(deeds.edit).not.toHaveBeenCalled();
    expect(titleField().value).toBe('Old');
  });

  it('puts the old text back with Esc', () => {
    const deeds = deedsOf();
    show(aCard(aRow({ title: 'Old' })), deeds);
    fireEvent.input(titleField(), { target: { value: 'New' } });
    fireEvent.keyDown(titleField(), { key: 'Escape' });
    expect(titleField().value).toBe('Old');
    expect(deeds.edit).not.toHaveBeenCalled();
  });

  it('keeps the text that was not saved, says so, and sends the same again when asked to', async () => {
    const again = vi.fn(async () => undefined);
    const problem: NotSaved = { sentence: 'Not saved: the disk is full.', retry: again };
    show(aCard(aRow({ title: 'Old' })), deedsOf({ edit: async () => problem }));
    fireEvent.input(titleField(), { target: { value: 'New' } });
    fireEvent.blur(titleField());
    expect((await screen.findByRole('alert')).textContent).toContain('Not saved');
    expect(titleField().value).toBe('New');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(again).toHaveBeenCalledOnce();
  });

  it('offers no delete where a page could reach it, and says where it is', () => {
    show(aCard(aRow()), deedsOf());
    expect(screen.queryByRole('button', { name: /Trash/ })).toBeNull();
    expect(screen.getByText(/browser’s own panel/)).toBeDefined();
  });

  it('offers to split a source off only when another one stays', () => {
    const row = aRow();
    const deeds = deedsOf();
    show(aCard(row, { sources: [aSource] }), deedsOf());
    expect(screen.queryByRole('button', { name: /its own item/ })).toBeNull();
    cleanup();
    show(aCard(row, { sources: [aSource, { ...aSource, key: 'other' as never }] }), deeds);
    expect(screen.getAllByRole('button', { name: /its own item/ })).toHaveLength(2);
    fireEvent.click(screen.getAllByRole('button', { name: /its own item/ })[1]!);
    expect(deeds.split).toHaveBeenCalledExactlyOnceWith('other');
  });

  it('shows the sentence that an ask was captured from, and where it stands', () => {
    const asked = { ...aSource, quote: 'Can you send it by Friday?', title: 'Re: Quote' };
    show(aCard(aRow(), { sources: [asked] }), deedsOf());
    expect(screen.getByText('Can you send it by Friday?').closest('blockquote')).not.toBeNull();
    expect(screen.getByText('from “Re: Quote”')).toBeDefined();
  });

  it('offers further ways back, the one that worked last first, and leaves the choice to Open', async () => {
    const deeds = deedsOf();
    const url = 'https://acme.example';
    const ways = [
      { by: 'account' as const, url },
      { by: 'search' as const, url },
    ];
    show(aCard(aRow(), { sources: [{ ...aSource, ways, way: 'search' }] }), deeds);
    fireEvent.click(screen.getByRole('button', { name: /^Open A-1/ }));
    fireEvent.click(screen.getByRole('button', { name: /Other ways/ }));
    const entries = await screen.findAllByRole('menuitem', { hidden: true });
    expect(entries.map(({ textContent }) => textContent)).toEqual([
      'Find it by searchworked last',
      'At its address',
      'In the account it was seen in',
    ]);
    fireEvent.click(entries[2]!);
    expect(vi.mocked(deeds.openSource).mock.calls).toEqual([[aSource.key], [aSource.key, 'account']]);
  });

  it('names the host of a source whose letters may look like others, and says so (TX-03)', () => {
    const sentence = 'This address has letters that may look like others';
    show(aCard(aRow(), { sources: [{ ...aSource, host: 'xn--cme-5cd.example' }] }), deedsOf());
    expect(screen.getByText(sentence)).toBeDefined();
    expect(screen.getByText('xn--cme-5cd.example')).toBeDefined();
    cleanup();
    show(aCard(aRow(), { sources: [aSource] }), deedsOf());
    expect(screen.queryByText(sentence)).toBeNull();
  });

  it('offers no menu of ways where there is only one', () => {
    show(aCard(aRow(), { sources: [aSource] }), deedsOf());
    expect(screen.queryByRole('button', { name: /Other ways/ })).toBeNull();
  });

  it('strikes undone lines of the history, and says so to those who listen', () => {
    const line = {
      id: 'e1',
      at: 0,
      type: 'state',
      via: 'ui',
      by: 'me',
      detail: { to: 'done' },
      undone: true,
    } as const;
    show(aCard(aRow(), { history: [line], historyCount: 1 }), deedsOf());
    expect(screen.getByText('State: Done').closest('s')?.textContent).toContain('Undone:');
  });
});

describe('a size as typed', () => {
  it('is minutes, or hours with an h', () => {
    expect(minutesOf('90')).toBe(90);
    expect(minutesOf('1.5h')).toBe(90);
    expect(minutesOf('2,5 h')).toBe(150);
  });

  it('is nothing where there is no number', () => {
    for (const text of ['', 'long', '-5', '0']) expect(minutesOf(text)).toBeNull();
  });
});
