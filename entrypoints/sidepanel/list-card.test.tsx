import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { closeSidebar, openSidebar, press } from '@/tests/support/open-sidebar';
import { itemPage, listPage, listRowOf, rowOf } from '@/tests/support/view-samples';
import { anOverview, aRow } from '@/tests/support/fake-wire';

afterEach(closeSidebar);

const row = (number: number) => listRowOf(number);
const known = (number: number) => listRowOf(number, { state: 'known', item: rowOf(number) });
const rows = [known(1), row(2), row(3), known(4), known(5), row(6), known(7)];
const keysOf = (...numbers: number[]) => numbers.map((number) => listRowOf(number).key);
const boxes = (within_: HTMLElement) => within(within_).getAllByRole('checkbox', { name: /Ticket/ });
const titles = (within_: HTMLElement) =>
  boxes(within_).map((box) => /Ticket \d/.exec(box.closest('label')?.textContent ?? '')?.[0]);

async function openList() {
  const overview = anOverview([aRow({ list: 'today' })]);
  const opened = await openSidebar({ overview, page: listPage(rows) });
  await screen.findByRole('button', { name: /Show all 7/ });
  press('l');
  const cover = await screen.findByRole('dialog', { name: 'Rows of this page' });
  return { ...opened, cover };
}

describe('a list in the page’s card', () => {
  it('says what it comes to, and shows five rows, those with something to do first', async () => {
    await openSidebar({ page: listPage(rows) });
    const card = await screen.findByRole('region', { name: 'This page' });
    await within(card).findByText('7 here · 3 new');
    expect(titles(card)).toEqual(['Ticket 2', 'Ticket 3', 'Ticket 6', 'Ticket 1', 'Ticket 4']);
  });

  it('captures what is ticked by c, in one command, and says so with its undo', async () => {
    const { told, reply } = await openSidebar({ page: listPage(rows) });
    const card = await screen.findByRole('region', { name: 'This page' });
    fireEvent.click(await within(card).findByRole('checkbox', { name: /Ticket 3/ }));
    fireEvent.click(within(card).getByRole('checkbox', { name: /Ticket 4/ }));
    reply(() => ({ ok: true, value: { outcome: 'new', counts: { new: 2, same: 1 } } }));
    press('c');
    expect(told()).toEqual([['page.captureRows', { keys: keysOf(2, 4, 6) }]]);
    expect((await screen.findByText('2 captured · 1 seen again')).closest('.toast')).not.toBeNull();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
  });

  it('keeps out after a capture what was left out, and nothing else', async () => {
    const { told, show } = await openSidebar({ page: listPage(rows) });
    const card = await screen.findByRole('region', { name: 'This page' });
    fireEvent.click(await within(card).findByRole('checkbox', { name: /Ticket 3/ }));
    press('c');
    await screen.findByText('Captured');
    show({ page: listPage([known(2), row(3), row(8)]) });
    await within(card).findByText('3 here · 2 new');
    press('c');
    expect(told().at(-1)).toEqual(['page.captureRows', { keys: keysOf(8) }]);
  });

  it('sends nothing where nothing is ticked', async () => {
    const { told } = await openSidebar({ page: listPage([known(1)]) });
    await screen.findByText('1 here');
    press('c');
    expect(told()).toEqual([]);
  });

  it('is kept, and no more, by a switch', async () => {
    const { told, show } = await openSidebar({ page: listPage(rows) });
    fireEvent.click(await screen.findByRole('switch', { name: /Keep this list/ }));
    show({ page: listPage(rows, { isKept: true }) });
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('switch').checked).toBe(true));
    fireEvent.click(screen.getByRole('switch', { name: /Keep this list/ }));
    expect(told()).toEqual([
      ['page.keepList', { keep: true }],
      ['page.keepList', { keep: false }],
    ]);
  });

  it('tells what is gone, folded, and finishes what is still open here', async () => {
    const [open, done] = [aRow({ title: 'Still open' }), aRow({ title: 'Done', state: 'done' })];
    const gone = [open, done].map((item, place) => ({
      key: keysOf(place + 20)[0]!,
      title: item.title,
      item,
    }));
    const { told } = await openSidebar({ page: listPage(rows, { gone, isKept: true }) });
    const fold = await screen.findByRole('button', { name: '2 gone' });
    expect(screen.queryByText('Still open')).toBeNull();
    fireEvent.click(fold);
    fireEvent.click(await screen.findByRole('button', { name: 'Done: Still open' }));
    expect(screen.queryByRole('button', { name: 'Done: Done' })).toBeNull();
    expect(told()).toEqual([['item.setState', { id: open.id, state: 'done' }]]);
  });

  it('stands beside an open item in short', async () => {
    await openSidebar({ page: { ...itemPage(rowOf(1)), list: listPage(rows).list } });
    const card = await screen.findByRole('region', { name: 'This page' });
    await within(card).findByText('7 here · 3 new');
    expect(within(card).queryByRole('checkbox')).toBeNull();
    expect(within(card).getByRole('button', { name: /Capture 3/ })).toBeDefined();
  });
});

describe('the whole list', () => {
  it('is walked with j and k and the arrows, and captured by Enter', async () => {
    const { cover, told } = await openList();
    press('j');
    expect(document.activeElement).toBe(boxes(cover)[0]);
    press('ArrowDown');
    press('j');
    press('k');
    expect(document.activeElement).toBe(boxes(cover)[1]);
    press('Enter');
    expect(told()).toEqual([['page.captureRows', { keys: keysOf(2, 3, 6) }]]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('leaves no key to what lies under it', async () => {
    const { told, cover } = await openList();
    press('j');
    for (const key of ['d', 's', 'w', 'b', 'z', 'p', '1', 'o', 'e', 'x', 'm']) press(key);
    cover.focus();
    for (const key of ['d', 's', '1']) press(key);
    expect(told()).toEqual([]);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('ticks all of it by a, and none by a again', async () => {
    const { cover, told } = await openList();
    press('a');
    await within(cover).findByRole('button', { name: /Capture 7/ });
    press('a');
    await within(cover).findByRole('button', { name: /Nothing is ticked/ });
    press('c');
    expect(told()).toEqual([]);
  });

  it('is filtered after /, with what is ticked still in sight; all then means what was found', async () => {
    const { cover } = await openList();
    press('/');
    const filter = within(cover).getByRole('textbox', { name: 'Filter these rows' });
    expect(document.activeElement).toBe(filter);
    fireEvent.input(filter, { target: { value: 'ticket 5' } });
    await waitFor(() => expect(titles(cover)).toEqual(['Ticket 2', 'Ticket 3', 'Ticket 5', 'Ticket 6']));
    // In the field a letter is a letter.
    press('a');
    expect(within(cover).getByRole('button', { name: /Capture 3/ })).toBeDefined();
    fireEvent.click(within(cover).getByRole('checkbox', { name: /Tick all/ }));
    expect(await within(cover).findByRole('button', { name: /Capture 4/ })).toBeDefined();
  });

  it('leaves the filter first and closes then by Esc', async () => {
    const { cover } = await openList();
    press('/');
    fireEvent.input(document.activeElement!, { target: { value: 'ticket 5' } });
    await waitFor(() => expect(boxes(cover)).toHaveLength(4));
    press('Escape');
    await waitFor(() => expect(boxes(cover)).toHaveLength(7));
    expect(document.activeElement?.closest('label')?.textContent).toContain('Ticket 2');
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('closes when the page goes on to something that lists nothing', async () => {
    const { show } = await openList();
    show({ page: itemPage(rowOf(1)) });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
