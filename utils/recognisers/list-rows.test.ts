import { describe, expect, test } from 'vitest';
import { describeTool } from './describe-tool';
import { recognise } from './index';
import { readList } from './list-rows';
import { createPage } from './page';
import { createToolLookup } from './tools';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const issue = (number: number) => `https://github.com/larkfield/pick-list/issues/${number}`;
const wiki = (html: string) => recognise(parse(html), 'https://plans.example/wiki/todo');
const titles = (html: string) => wiki(html).rows?.map(({ title }) => title);

const desk = describeTool({
  product: 'harbour',
  hosts: ['harbour.example'],
  items: [{ kind: 'ticket', at: '/t/{id:n}', to: '/t/{id}', label: '#{id}' }],
  row: '.card',
  cells: { title: '.name', status: '.state' },
});
const read = (html: string) =>
  readList(createPage(new URL('https://harbour.example/all'), parse(html)), desk, (url) =>
    url.host === 'harbour.example' ? desk : undefined,
  );

describe('a page that lists work of a known tool', () => {
  test('gives one row per item, with its longest real title and its own key', () => {
    const draft = wiki(`<ul>
      <li><a href="${issue(1)}">#1</a> <a href="${issue(1)}">Scanner forgets the last digit</a> <a href="${issue(1)}#c">3 comments</a></li>
      <li><a href="${issue(2)}/?x=1">#2 Labels print twice</a></li></ul>`);
    expect(draft.page).toBe('list');
    expect(draft.rows?.map(({ title, source }) => [title, source.key])).toEqual([
      ['Scanner forgets the last digit', 'github|github.com|larkfield/pick-list|1'],
      ['Labels print twice', 'github|github.com|larkfield/pick-list|2'],
    ]);
  });

  test('takes a link’s tooltip or the row’s naming cell where its words are no title', () => {
    const html = `<table><tr><th scope="row">Pallets in the yard</th><td><a href="${issue(1)}">#1</a></td></tr>
      <tr><td><a href="${issue(2)}" title="Dock seven is shut">View</a></td></tr></table>`;
    expect(titles(html)).toEqual(['Pallets in the yard', 'Dock seven is shut']);
  });

  test('takes the longest piece of a link that is a whole card', () => {
    const card = (number: number, title: string) =>
      `<div><a href="${issue(number)}"><span>#${number}</span><span>${title}</span><span>Ana</span></a></div>`;
    expect(titles(card(1, 'Count the crates') + card(2, 'Sweep the yard'))).toEqual([
      'Count the crates',
      'Sweep the yard',
    ]);
  });

  test.each([
    [
      'a sentence',
      `<p>See <a href="${issue(1)}">the scanner ticket one</a> and <a href="${issue(2)}">labels twice</a></p>`,
    ],
    [
      'a menu',
      `<nav><ul><li><a href="${issue(1)}">Scanner drops it</a><li><a href="${issue(2)}">Labels twice</a></ul></nav>`,
    ],
    [
      'the foot',
      `<footer><ul><li><a href="${issue(1)}">Scanner drops it</a><li><a href="${issue(2)}">Labels twice</a></ul></footer>`,
    ],
    ['one item alone', `<ul><li><a href="${issue(1)}">Scanner drops it</a></ul>`],
    [
      'one item twice',
      `<ul><li><a href="${issue(1)}">Scanner drops it</a><li><a href="${issue(1)}">Labels twice</a></ul>`,
    ],
    ['bare numbers', `<ul><li><a href="${issue(1)}">#1</a><li><a href="${issue(2)}">#2</a></ul>`],
  ])('%s is no list', (_name, html) => {
    expect([wiki(html).page, wiki(html).rows]).toEqual(['other', undefined]);
  });

  test('the head of a card is no head of the page', () => {
    const card = (number: number, title: string) =>
      `<article><header><a href="${issue(number)}">${title}</a></header></article>`;
    expect(titles(card(1, 'Count the crates') + card(2, 'Sweep the yard'))).toHaveLength(2);
  });
});

describe('the fields of rows', () => {
  test('come from the heads of the columns', () => {
    const draft =
      wiki(`<table><thead><tr><th>Nr.</th><th>Betreff</th><th>Status</th><th>Zugewiesen an:</th><th>Fällig am</th><th>Priorität</th><th>Von</th><th>Labels</th></tr></thead>
      <tr><td><a href="${issue(1)}">#1</a></td><td>Kisten zählen</td><td>Offen</td><td>Ana Lind</td><td>2026-12-01</td><td>Hoch</td><td>Bo</td><td>Hof, Lager</td></tr>
      <tr><td><a href="${issue(2)}">#2</a></td><td>Hof fegen</td><td>Zu</td><td>-</td><td>31.12.2026</td><td></td><td></td><td></td></tr></table>`);
    expect(draft.rows?.[0]).toMatchObject({
      title: 'Kisten zählen',
      status: 'Offen',
      assignees: ['Ana Lind'],
      dueDay: '2026-12-01',
      priority: 'Hoch',
      requester: 'Bo',
      labels: ['Hof', 'Lager'],
    });
    expect(draft.rows?.[1]).toMatchObject({ title: 'Hof fegen', status: 'Zu', dueDay: '2026-12-31' });
    expect(draft.rows?.[1]?.assignees).toBeUndefined();
  });

  test('come from the columns that a grid numbers, also where some are not in the page', () => {
    const cell = (index: number, html: string) =>
      `<div role="gridcell" aria-colindex="${index}">${html}</div>`;
    const row = (number: number) =>
      `<div role="row">${cell(1, `<a href="${issue(number)}">Count the crates ${number} times</a>`)}${cell(4, 'Ready')}</div>`;
    const heads = ['Title', 'Priority', 'Owner', 'State'].map(
      (head, place) => `<div role="columnheader" aria-colindex="${place + 1}">${head}</div>`,
    );
    const draft = wiki(`<div role="grid"><div role="row">${heads.join('')}</div>${row(1)}${row(2)}</div>`);
    expect(draft.rows?.map(({ status, priority }) => [status, priority])).toEqual([
      ['Ready', undefined],
      ['Ready', undefined],
    ]);
  });

  test('come from the hooks of a tool’s description', () => {
    const card = (number: number) =>
      `<div class="card"><a href="/t/${number}">Open</a><b class="name">Crate ${number} is lost</b><i class="state">New</i></div>`;
    expect(read(card(1) + card(2)).rows).toMatchObject([
      { title: 'Crate 1 is lost', status: 'New', source: { product: 'harbour', label: '#1' } },
      { title: 'Crate 2 is lost', status: 'New' },
    ]);
  });
});

describe('a list beside an open item', () => {
  const row = (number: number) =>
    `<tr><td><a href="${issue(number)}">Crate number ${number} is lost</a></td></tr>`;
  const open = (rows: string) =>
    recognise(parse(`<title>Crate · Issue #2 · larkfield/pick-list</title><table>${rows}</table>`), issue(2));

  test('is given with the item when it holds the item itself', () => {
    const draft = open(row(1) + row(2) + row(3));
    expect([draft.page, draft.rows?.length]).toEqual(['item', 3]);
  });

  test('is none when it holds others alone, or fewer than three', () => {
    expect(open(row(1) + row(3) + row(4)).rows).toBeUndefined();
    expect(open(row(1) + row(2)).rows).toBeUndefined();
  });
});

describe('a list that is longer than what is read', () => {
  const item = (number: number) => `<li><a href="${issue(number)}">Crate number ${number} is lost</a></li>`;
  const many = (count: number) => Array.from({ length: count }, (_, place) => item(place + 1)).join('');

  test('gives its first 200 rows and says so', () => {
    const draft = wiki(`<ul>${many(250)}</ul>`);
    expect([draft.rows?.length, draft.isPartial, draft.rows?.[0]?.source.nativeId]).toEqual([200, true, '1']);
    expect(wiki(`<ul>${many(200)}</ul>`).isPartial).toBeUndefined();
  });

  test.each([
    [
      'counts more rows',
      `<div role="grid" aria-rowcount="900"><div role="row">${item(1)}</div><div role="row">${item(2)}</div></div>`,
    ],
    [
      'does not know its length',
      `<table aria-rowcount="-1"><tr><td><a href="${issue(1)}">Crate one is lost</a><tr><td><a href="${issue(2)}">Crate two is lost</a></table>`,
    ],
    [
      'counts a larger set',
      `<ul><li aria-setsize="40"><a href="${issue(1)}">Crate one is lost</a></li>${item(2)}</ul>`,
    ],
    ['has a next page', `<ul>${many(3)}</ul><a rel="next" href="?page=2">2</a>`],
  ])('says so when it %s', (_name, html) => {
    expect(wiki(html).isPartial).toBe(true);
  });

  test('says so when its scroller is much higher than its rows', () => {
    const document = parse(`<div id="scroller"><ul role="list">${many(3)}</ul></div>`);
    // As a browser lays it out: on the prototypes, where alone it is read.
    const laidOut = (element: Element, name: string, value: number) =>
      Object.setPrototypeOf(
        element,
        Object.create(Object.getPrototypeOf(element), { [name]: { get: () => value } }),
      );
    document.querySelectorAll('#scroller').forEach((each) => laidOut(each, 'scrollHeight', 9_000));
    document.querySelectorAll('li').forEach((each) => laidOut(each, 'offsetHeight', 30));
    expect(recognise(document, 'https://plans.example/board').isPartial).toBe(true);
  });
});

test(
  'a hundred thousand links are read in part, the same part each time, and quickly',
  { timeout: 30_000 },
  () => {
    const document = parse(
      `<ul>${Array.from({ length: 100_000 }, (_, place) => `<li><a href="${issue(place + 1)}">Crate ${place} is lost</a></li>`).join('')}</ul>`,
    );
    const first = recognise(document, 'https://plans.example/all');
    expect([first.rows?.length, first.isPartial]).toEqual([200, true]);
    expect(recognise(document, 'https://plans.example/all').rows).toEqual(first.rows);
  },
);

test('a tool that is switched off is a page like any other, and its rows are none', () => {
  const document = parse(`<title>A · Issue #1 · larkfield/pick-list</title>`);
  expect(recognise(document, issue(1), { without: ['github'] }).source.product).toBe('web');
  const lookup = createToolLookup(['github']);
  expect([lookup(new URL(issue(1))), createToolLookup()(new URL(issue(1)))?.product]).toEqual([
    undefined,
    'github',
  ]);
});

describe('a table of a tool', () => {
  const table = (heads: string, ...rows: string[]) =>
    read(`<table><tr>${heads}</tr>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`).rows;

  test('gives one item per row, and no item that the row only names beside it', () => {
    const rows = table(
      '<th>Name</th><th>Parent</th>',
      '<td><a href="/t/1">Count the crates</a></td><td><a href="/t/9">Move the depot</a></td>',
      '<td><a href="/t/9">Move the depot</a></td><th><a href="/t/2">Sweep the yard</a></th>',
    );
    expect(rows.map(({ title }) => title)).toEqual(['Count the crates', 'Sweep the yard']);
  });

  test('takes the link under the heading of titles, be another longer', () => {
    const rows = table(
      '<th>Customer</th><th>Subject</th>',
      '<td><a href="/t/1">Tomás Rivera</a></td><td><a href="/t/1">Wrong size</a></td>',
    );
    expect(rows.map(({ title, requester }) => [title, requester])).toEqual([['Wrong size', 'Tomás Rivera']]);
  });

  test('takes the title where the column of tickets holds numbers, and nothing for an empty cell', () => {
    const rows = table(
      '<th>Ticket#</th><th>Title</th><th>Owner</th><th>State</th>',
      '<td><a href="/t/1">20261123</a></td><td>Wrong stamp</td><td>(empty)</td><td>--</td>',
    );
    expect(rows).toMatchObject([{ title: 'Wrong stamp' }]);
    expect(rows[0]?.assignees ?? rows[0]?.status).toBeUndefined();
  });
});
