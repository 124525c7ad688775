import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { createFakeBackground } from '@/tests/support/fake-background';
import { idOf, rowOf } from '@/tests/support/view-samples';
import type { ListPage } from '@/utils/model/row';
import { createDeskState } from '../desk-state';
import { Trash } from './trash';

const background = createFakeBackground();
const AT = Date.parse('2026-11-20T10:05:00Z');
const trashed = (number: number, from?: 'popup' | 'panel' | 'desk') =>
  rowOf(number, { list: 'trash', trashed: { at: AT, from } });

async function openTrash(list: ListPage) {
  background.begin({ list });
  render(<Trash desk={createDeskState()} />);
  await screen.findByText(/^(Work 1|Nothing is here)/);
}

afterEach(cleanup);

describe('the Trash (PV-06)', () => {
  test('says of each item when it was deleted and from where', async () => {
    await openTrash({ rows: [trashed(1, 'popup'), trashed(2, 'panel'), trashed(3, 'desk'), trashed(4)] });
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    for (const line of lines) expect(line).toMatch(/Work \d.*Deleted (20 Nov|Nov 20), /);
    expect(lines[0]).toContain('in the popup');
    expect(lines[1]).toContain('in the side panel');
    expect(lines[2]).toContain('in a tab of Throughline');
    expect(lines[3]).not.toContain(' in ');
  });

  test('brings an item back by one press', async () => {
    await openTrash({ rows: [trashed(1), trashed(2)] });
    fireEvent.click(screen.getByRole('button', { name: 'Restore “Work 2”' }));
    await waitFor(() => expect(background.payloads('item.restore')).toEqual([{ id: idOf(2) }]));
  });

  test('brings back all that stand there, and stops where one is refused', async () => {
    await openTrash({ rows: [trashed(1), trashed(2), trashed(3)] });
    fireEvent.click(screen.getByRole('button', { name: 'Restore these 3' }));
    await waitFor(() => expect(background.payloads('item.restore')).toHaveLength(3));
    background.answers(({ payload }) =>
      JSON.stringify(payload).includes(idOf(2)) ? { ok: false, code: 'disk-full' } : undefined,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Restore these 3' }));
    await screen.findByRole('alert');
    expect(background.payloads('item.restore')).toHaveLength(5);
  });

  test('turns the page to what was deleted before, and back', async () => {
    await openTrash({ rows: [trashed(1)], next: { order: -AT, id: idOf(1) } });
    fireEvent.click(screen.getByRole('button', { name: 'Older' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Newer' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Newer' })).toBeNull());
  });

  test('says so when nothing was deleted', async () => {
    await openTrash({ rows: [] });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
