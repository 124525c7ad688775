import { expect, test } from 'vitest';
import type { SourceKey } from '@/utils/model/ids';
import { chooseLinks } from './links';

/** Links by the item that their `data-to` names. */
function chosen(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const links = new Map<SourceKey, HTMLElement[]>();
  for (const link of page.querySelectorAll<HTMLElement>('[data-to]')) {
    // A stand-in: only whether keys are the same matters here.
    const key = link.dataset['to'] as SourceKey;
    links.set(key, [...(links.get(key) ?? []), link]);
  }
  return [...chooseLinks(links).keys()].map((link) => link.textContent ?? '');
}

test('a row of a table has one mark, at the link that says most', () => {
  const row = (to: string) =>
    `<tr><td><a data-to="${to}">#12</a></td><td><a data-to="${to}">Title ${to}</a></td><td><a data-to="${to}"><img></a></td></tr>`;
  expect(chosen(`<table>${row('a')}${row('b')}</table>`)).toEqual(['Title a', 'Title b']);
});

test('a row that nothing names is what holds links to one item alone', () => {
  const card = (to: string) =>
    `<div><div><span><a data-to="${to}">${to}-1</a></span></div><h3><a data-to="${to}">Title ${to}</a></h3></div>`;
  expect(chosen(`<main><section>${card('a')}${card('b')}${card('a')}</section></main>`)).toEqual([
    'Title a',
    'Title a',
    'Title b',
  ]);
});

test('a sentence that names two items has a mark at each', () => {
  expect(chosen('<p>See <a data-to="a">Login</a> and <a data-to="b">#14</a></p>')).toEqual(['Login', '#14']);
});

test('a link without a word has no mark', () => {
  expect(chosen('<p><a data-to="a"><img></a></p><p><a data-to="a"> → </a></p>')).toEqual([]);
});
