import { expect, test } from 'vitest';
import { describeTool } from './describe-tool';
import { createPage } from './page';

const tool = describeTool({
  product: 'sample',
  hosts: ['desk.larkfield.example'],
  items: [{ kind: 'ticket', at: '/view/{id:n}', to: '/view/{id}', label: '#{id}' }],
  title: '{id}: {title} - {}',
  hooks: { id: 'b' },
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
