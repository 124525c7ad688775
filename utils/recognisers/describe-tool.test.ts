import { expect, test } from 'vitest';
import { describeTool } from './describe-tool';
import { createPage } from './page';

const tool = describeTool({
  product: 'sample',
  hosts: ['desk.larkfield.example'],
  items: [{ kind: 'ticket', at: '/view/{id:n}', to: '/view/{id}', label: '#{id}' }],
  title: '{id}: {title} - {}',
  hooks: { title: 'h1', id: 'b' },
});
const at = (html: string) =>
  createPage(
    new URL('https://desk.larkfield.example/view/12'),
    new DOMParser().parseFromString(html, 'text/html'),
  );
const named = (html: string) => {
  const identity = tool.identify(at(html));
  return identity && tool.names?.(at(html), identity);
};

test('an id is the item’s with its mark and with zeros before it', () => {
  expect(['12', '#12', '0000012'].map((id) => named(`<b>${id}</b>`))).toEqual([['12'], ['12'], ['12']]);
  const page = at('');
  const read = tool.readTitle?.('0000012: Sort the crates - Desk', page, tool.identify(page));
  expect(read).toMatchObject({ title: 'Sort the crates', agrees: true });
});

test('another id stays another’s', () => {
  expect(['120', '#13', '1200'].map((id) => named(`<b>${id}</b>`))).toEqual([['120'], ['#13'], ['1200']]);
});

test('of several items in the page, the pane in front is read, and the selected tab beside it names it', () => {
  const paned = describeTool({
    product: 'sample',
    hosts: ['desk.larkfield.example'],
    items: [{ kind: 'ticket', at: '/view/{id:n}', to: '/view/{id}' }],
    pane: '.front',
    hooks: { title: 'h2', id: '[data-selected] @data-id' },
  });
  const titles = (tab: string) => {
    const page = at(`<a data-selected data-id="${tab}"></a><div><h2>Behind</h2></div>
      <div class="front"><h2>Sort the crates</h2></div>`);
    const identity = paned.identify(page);
    return identity && paned.titles?.(page, identity);
  };
  expect(titles('12')).toEqual([{ from: 'field hook', title: 'Sort the crates', bound: true }]);
  expect(titles('13')).toMatchObject([{ title: 'Sort the crates', bound: false }]);
});

test('of several forms that a page title has, the one with the item’s own id is its form', () => {
  const typed = describeTool({
    product: 'sample',
    items: [{ kind: 'ticket', at: '/view/{id:n}', to: '/view/{id}' }],
    title: ['{} {id}: {title}', '{} {} {id}: {title}'],
  });
  const read = (raw: string) => typed.readTitle?.(raw, at(''), typed.identify(at('')));
  expect(read('User Story 12: Sort the crates')).toEqual({ title: 'Sort the crates', agrees: true });
  expect(read('User Story 13: Sort the crates')?.agrees).toBe(false);
  expect(read('Bug 13: Sort the crates')?.agrees).toBe(false);
});

test('a title that begins with the item’s own id is bound, and goes without it', () => {
  const page = at('<h1>0000012: Sort the crates</h1>');
  const identity = tool.identify(page);
  const [title] = (identity && tool.titles?.(page, identity)) ?? [];
  expect(title).toMatchObject({ title: 'Sort the crates', bound: true });
  const other = at('<h1>0000013: Sort the crates</h1>');
  expect(identity && tool.titles?.(other, identity)[0]?.title).toBe('0000013: Sort the crates');
});

test('a hook with the id in it reads this item alone, and binds what it reads', () => {
  const chat = describeTool({
    product: 'chat',
    hosts: ['desk.larkfield.example'],
    items: [{ kind: 'message', at: '/view/{id}', to: '/view/{id}' }],
    hooks: { title: '#text-{id}', requester: '#by-{id}' },
  });
  const words = 'The second batch of scanners came with the wrong charger. '.repeat(4);
  const page = at(`<p id="text-11">No</p><p id="text-12">${words}</p><i id="by-12">Ana</i>`);
  const identity = {
    kind: 'message',
    scope: '',
    nativeId: '12',
    url: 'https://desk.larkfield.example/view/12',
  };
  const [title] = chat.titles?.(page, identity) ?? [];
  expect(title?.bound).toBe(true);
  expect(title?.title).toMatch(/^The second batch .{60,}…$/);
  expect(chat.fields?.requester?.(page, identity)).toBe('Ana');
  expect(chat.titles?.(page, { ...identity, nativeId: '12, p' })).toEqual([]);
});
