import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aCard, anOverview, aRow, createFakeWire } from '@/tests/support/fake-wire';
import type { ItemRow } from '@/utils/model/row';
import { start } from './start';

let stop: (() => void) | undefined;

beforeEach(() => {
  localStorage.clear();
  Object.assign(fakeBrowser, { windows: { getCurrent: async () => ({ id: 7 }) } });
});
afterEach(() => {
  stop?.();
  cleanup();
  document.body.replaceChildren();
});

/** The sidebar over these rows, once it has painted them and listens for keys. */
async function open(rows: readonly ItemRow[], isFrame = true) {
  const other = createFakeWire({ overview: anOverview(rows), page: { kind: 'reading' } });
  const root = document.body.appendChild(document.createElement('div'));
  const started = start(root, other.wire, isFrame);
  stop = started.stop;
  await waitFor(() => expect(document.querySelector('h2, .empty')).not.toBeNull());
  await started.ready;
  return { ...other, sidebar: started.sidebar };
}

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const chosen = () => screen.getByRole('option', { selected: true }).textContent;

describe('the keys of the list', () => {
  it('move the choice through all sections', async () => {
    await open([aRow({ title: 'One', list: 'today' }), aRow({ title: 'Two' }), aRow({ title: 'Three' })]);
    press('j');
    await waitFor(() => expect(chosen()).toContain('Two'));
    press('j');
    press('j');
    await waitFor(() => expect(chosen()).toContain('Three'));
    press('k');
    await waitFor(() => expect(chosen()).toContain('Two'));
  });

  it('send one command each, about the chosen row', async () => {
    const row = aRow({ list: 'today' });
    const { commands } = await open([row]);
    for (const key of ['s', 'd', '1', '4', 'p', 'u', 'U', 'c']) press(key);
    const { id } = row;
    expect(commands().map(({ name, payload }) => [name, payload])).toEqual([
      ['item.setState', { id, state: 'started' }],
      ['item.setState', { id, state: 'done' }],
      ['item.edit', { id, changes: { importance: 3 } }],
      ['item.edit', { id, changes: { importance: 0 } }],
      ['item.plan', { id, day: null }],
      ['undo', {}],
      ['redo', {}],
      ['page.capture', {}],
    ]);
  });

  it('reach nobody else when they act, and are left alone when they do not', async () => {
    await open([aRow()]);
    expect(press('d')).toBe(false); // prevented
    expect(press('q')).toBe(true);
    expect(press('d', { ctrlKey: true })).toBe(true);
  });

  it('do nothing while one types', async () => {
    const { commands } = await open([aRow()]);
    const line = screen.getByRole('searchbox');
    line.focus();
    for (const key of ['s', 'd', 'x', '1', 'u']) fireEvent.keyDown(line, { key });
    expect(commands()).toEqual([]);
  });

  it('delete only where no page can reach', async () => {
    const inPage = await open([aRow()]);
    press('x');
    press('Delete');
    expect(inPage.commands()).toEqual([]);
    stop?.();
    document.body.replaceChildren();
    const inPanel = await open([aRow()], false);
    press('x');
    expect(inPanel.commands().map(({ name }) => name)).toEqual(['item.delete']);
  });

  it('move by hand: in Today for good, in Next by a pin', async () => {
    const [one, two, three] = [aRow({ list: 'today' }), aRow({ list: 'today' }), aRow()];
    const four = aRow();
    const { commands } = await open([one, two, three, four]);
    press('ArrowDown', { altKey: true });
    press('j');
    press('j');
    press('j');
    press('ArrowUp', { altKey: true });
    expect(commands().map(({ name, payload }) => [name, payload])).toEqual([
      ['item.order', { id: one.id, after: two.id }],
      ['item.pin', { id: four.id, above: three.id }],
    ]);
  });
});

describe('the focus', () => {
  it('is on the next row after one has left', async () => {
    const rows = ['One', 'Two', 'Three', 'Four'].map((title) => aRow({ title, list: 'today' }));
    const { show } = await open(rows);
    screen.getByRole('listbox', { name: 'Today' }).focus();
    press('j');
    show({ overview: anOverview(rows.filter(({ title }) => title !== 'Two')) });
    await waitFor(() => expect(chosen()).toContain('Three'));
    expect(document.activeElement).toBe(screen.getByRole('listbox', { name: 'Today' }));
  });

  it('goes on to the next section when the last row of one has left', async () => {
    const rows = [aRow({ list: 'today' }), aRow({ title: 'After' })];
    const { show } = await open(rows);
    screen.getByRole('listbox', { name: 'Today' }).focus();
    press('k');
    show({ overview: anOverview(rows.slice(1)) });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('listbox', { name: 'Next' })));
    expect(chosen()).toContain('After');
  });

  it('comes back to the same row when its card closes', async () => {
    const rows = [aRow({ title: 'One', list: 'today' }), aRow({ title: 'Two', list: 'today' })];
    const { show } = await open(rows);
    show({ item: aCard(rows[1]!) });
    screen.getByRole('listbox', { name: 'Today' }).focus();
    press('j');
    press('Enter');
    const card = await screen.findByRole('dialog', { name: 'Two' });
    await waitFor(() => expect(document.activeElement).toBe(card));
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(chosen()).toContain('Two');
  });
});

describe('the line at the top', () => {
  const write = (text: string) => fireEvent.input(screen.getByRole('searchbox'), { target: { value: text } });

  it('shows what was understood as chips, adds on Enter, and is empty then', async () => {
    const { commands } = await open([aRow()]);
    write('Pay Ana #ops');
    await screen.findByText('#ops');
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe(''));
    expect(commands()[0]).toMatchObject({ name: 'item.add', payload: { title: 'Pay Ana', tags: ['ops'] } });
  });

  it('adds what stands there at the moment of Enter, and once, however often it is pressed', async () => {
    const { commands } = await open([aRow()]);
    write('Pay');
    write('Pay Ana #ops');
    for (let times = 0; times < 3; times++)
      fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe(''));
    expect(commands().map(({ payload }) => payload)).toEqual([{ title: 'Pay Ana', tags: ['ops'] }]);
  });

  it('takes a chip back: its words are words of the title again', async () => {
    const { commands } = await open([aRow()]);
    write('Pay Ana #ops');
    fireEvent.click(await screen.findByRole('button', { name: /#ops.* only words/ }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /only words/ })).toBeNull());
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
    await waitFor(() => expect(commands()[0]).toMatchObject({ payload: { title: 'Pay Ana #ops' } }));
  });

  it('keeps the text that was not saved and sends it again under the same id', async () => {
    const { commands, reply } = await open([aRow()]);
    reply(() => ({ ok: false, code: 'unreachable' }));
    write('Buy milk');
    await screen.findByRole('button', { name: /Add/ });
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('Buy milk');
    reply(() => ({ ok: true, value: { outcome: 'new', title: 'Buy milk' } }));
    fireEvent.click(again);
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe(''));
    const [first, second] = commands();
    expect(second).toEqual(first);
  });

  it('clears with Esc first, and closes the sidebar only after that', async () => {
    const { commands } = await open([aRow()]);
    write('milk');
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' });
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
    expect(commands()).toEqual([]);
    press('Escape');
    expect(commands().map(({ name }) => name)).toEqual(['sidebar.close']);
  });
});

describe('what is asked', () => {
  it('waits on the person that is named, and keeps the name when it was not saved', async () => {
    const row = aRow({ list: 'today' });
    const { commands, reply } = await open([row]);
    reply(() => ({ ok: false, code: 'storage' }));
    press('w');
    const field = await screen.findByRole<HTMLInputElement>('combobox', { name: /wait/ });
    fireEvent.input(field, { target: { value: 'Ana' } });
    fireEvent.submit(field.form!);
    await screen.findByRole('button', { name: 'Try again' });
    expect(field.value).toBe('Ana');
    expect(commands()[0]).toMatchObject({ name: 'item.wait', payload: { id: row.id, on: 'Ana' } });
  });

  it('snoozes by one more key', async () => {
    const row = aRow({ list: 'today' });
    const { commands } = await open([row]);
    press('z');
    const menu = await screen.findByRole('menu');
    fireEvent.keyDown(menu, { key: 'm' });
    expect(commands()[0]).toMatchObject({
      name: 'item.snooze',
      payload: { id: row.id, untilDay: '2026-11-30' },
    });
  });
});

describe('what is said', () => {
  it('says what happened, politely, with its undo', async () => {
    const { reply, commands } = await open([aRow({ list: 'today' })]);
    reply(() => ({ ok: true, value: { outcome: 'done', title: 'Fix login' } }));
    press('d');
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(undo.closest('[aria-live]')?.getAttribute('aria-live')).toBe('polite');
    expect(screen.getByRole('status').textContent).toContain('Fix login');
    fireEvent.click(undo);
    expect(commands().at(-1)?.name).toBe('undo');
  });

  it('teaches the first step when there is nothing', async () => {
    await open([]);
    expect(await screen.findByText('Your work, in one place')).toBeDefined();
  });

  it('teaches planning when nothing is planned, and is glad when all is done', async () => {
    const { show } = await open([aRow()]);
    expect(await screen.findByText(/Nothing is planned for today/)).toBeDefined();
    show({ overview: anOverview([aRow({ list: 'done', state: 'done' })]) });
    expect(await screen.findByText('Everything is done.')).toBeDefined();
  });

  it('tells a full day calmly', async () => {
    const rows = Array.from({ length: 8 }, () => aRow({ list: 'today' }));
    await open(rows);
    expect(screen.getByRole('heading', { name: /8 of 6.*2 more than you set out to do/ })).toBeDefined();
  });

  it('says that the surface is not connected when its first word is refused', async () => {
    const other = createFakeWire({ overview: anOverview([aRow()]) });
    other.reply(() => ({ ok: false, code: 'not-allowed' }));
    const root = document.body.appendChild(document.createElement('div'));
    ({ stop } = start(root, other.wire, true));
    expect((await screen.findByRole('alert')).textContent).toContain('not connected');
  });
});
