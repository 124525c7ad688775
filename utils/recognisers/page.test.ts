import { expect, test } from 'vitest';
import { recognise } from './index';
import { attributeOf, ownTextOf, textOf } from './dom-reading';
import { createPage } from './page';

const URL_HERE = new URL('https://plans.example/a');
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const pageOf = (html: string) => createPage(URL_HERE, parse(html));

test('a page cannot put its own title, search or text over the real ones', () => {
  const document = parse('<title>Leipzig in May</title><h1>Leipzig in May</h1>');
  const read: string[] = [];
  const putOver = (object: object, name: string) =>
    Object.defineProperty(object, name, { get: () => read.push(name) && 'EVIL', configurable: true });
  putOver(document, 'title');
  const page = createPage(URL_HERE, document);
  const heading = page.one('h1');
  // Not getAttribute: the test's own DOM looks up ids by it, as no browser does.
  for (const name of ['textContent', 'closest', 'localName']) putOver(heading ?? {}, name);
  expect([page.title, heading && textOf(heading), recognise(document, URL_HERE).title]).toEqual(
    Array(3).fill('Leipzig in May'),
  );
  expect(read).toEqual([]);
});

test('a form’s controls do not stand in for its own members', () => {
  const page = pageOf(
    '<form id="f" title="real"><input name="getAttribute"><input name="textContent"><input name="childNodes">words</form>',
  );
  const form = page.one('form');
  expect(form && [attributeOf(form, 'title'), textOf(form), ownTextOf(form)]).toEqual([
    'real',
    'words',
    'words',
  ]);
});

test('a title of ten million characters is cut and quick', () => {
  const document = parse('<title></title>');
  document.title = 'x'.repeat(10_000_000);
  const draft = recognise(document, URL_HERE);
  expect(draft.title).toHaveLength(500);
  expect(JSON.stringify(draft).length).toBeLessThan(64_000);
});

test('a selection of ten million characters is cut', () => {
  const draft = recognise(parse('<title>Plan</title>'), URL_HERE, { selection: 'word '.repeat(2_000_000) });
  expect(draft.excerpt?.length).toBeLessThanOrEqual(4_000);
});

test('no more than fifty of many matches are looked at', () => {
  expect(pageOf('<a href="/x">x</a>'.repeat(300)).all('a')).toHaveLength(50);
});

test('of a page that is too large only the beginning is read', { timeout: 30_000 }, () => {
  const page = pageOf(`<h1>First</h1>${'<i></i>'.repeat(50_100)}<h2>Last</h2>`);
  expect([page.text('h1'), page.text('h2')]).toEqual(['First', undefined]);
});

test('structured data that is huge, broken or endlessly nested says nothing', () => {
  const block = (json: string) => `<script type="application/ld+json">${json}</script>`;
  const thing = (name: string) => `{"@type":"Article","name":"${name}","url":"/a"}`;
  const nested = `${'{"mainEntity":'.repeat(40)}${thing('deep')}${'}'.repeat(40)}`;
  const huge = thing('h'.repeat(300_000));
  const draft = recognise(
    parse(block(nested) + block(huge) + block('{"broken') + block('[null,1,"x"]')),
    URL_HERE,
  );
  expect(draft.check).toBe('no-title');
});
