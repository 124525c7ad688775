import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aRow, TODAY } from '@/tests/support/fake-wire';
import { PriorityList } from './priority-list';
import { listenToRows } from './row-pointer';

afterEach(cleanup);

const list = (props: Partial<Parameters<typeof PriorityList>[0]> = {}) => (
  <PriorityList name="next" label="Next" rows={[]} today={TODAY} {...props} />
);
const many = (count: number) => Array.from({ length: count }, () => aRow());

describe('the list', () => {
  it('keeps at most 40 rows in the document, of 100,000 as of 1,000', () => {
    for (const count of [1_000, 100_000]) {
      render(list({ rows: many(count) }));
      expect(screen.getAllByRole('option').length).toBeLessThanOrEqual(40);
      cleanup();
    }
  });

  it('is as tall as all its rows, so that the scrollbar tells the truth', () => {
    render(list({ rows: many(1_000) }));
    expect(screen.getByRole('listbox').style.blockSize).toBe('44000px');
  });

  it('says of each row which one of how many it is', () => {
    render(list({ rows: many(50) }));
    const third = screen.getAllByRole('option')[2];
    expect(third?.getAttribute('aria-posinset')).toBe('3');
    expect(third?.getAttribute('aria-setsize')).toBe('50');
  });

  it('has the chosen row in the document wherever it is, and names it', () => {
    const rows = many(1_000);
    render(list({ rows, chosen: rows[900]!.id }));
    const chosen = screen.getByRole('option', { selected: true });
    expect(screen.getByRole('listbox').getAttribute('aria-activedescendant')).toBe(chosen.id);
  });

  it('opens a row that is pressed, and offers its states on the mark', () => {
    const rows = many(3);
    const onOpen = vi.fn();
    const onMenu = vi.fn();
    const stop = new AbortController();
    listenToRows({ onOpen, onMenu }, stop.signal);
    render(list({ rows }));
    fireEvent.click(screen.getByText(rows[1]!.title));
    expect(onOpen).toHaveBeenCalledWith(rows[1]!.id);
    fireEvent.click(screen.getAllByRole('img', { name: 'Ready' })[2]!);
    expect(onMenu).toHaveBeenCalledWith('next', rows[2]!.id, 'state', expect.anything());
    expect(onOpen).toHaveBeenCalledTimes(1);
    stop.abort();
  });

  it('asks for more when its end is near, and not before', () => {
    const onNearEnd = vi.fn();
    render(list({ rows: many(200), onNearEnd }));
    expect(onNearEnd).not.toHaveBeenCalled();
    cleanup();
    render(list({ rows: many(20), onNearEnd }));
    expect(onNearEnd).toHaveBeenCalled();
  });

  it('isolates titles of any direction and leaves out characters that turn the text', () => {
    render(list({ rows: [aRow({ title: 'pay\u202Eana' })] }));
    const title = screen.getByText('pay\uFFFDana');
    expect(title.tagName).toBe('BDI');
    expect(title.getAttribute('dir')).toBe('auto');
  });
});
