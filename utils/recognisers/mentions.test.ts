import { describe, expect, test } from 'vitest';
import { recognise } from './index';
import { namesIn } from './names-in-text';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const ISSUE = 'https://github.com/larkfield/pick-list/issues/7';
const read = (html: string, url = 'https://plans.example/minutes') => recognise(parse(html), url).mentions;
const names = (text: string, own: Parameters<typeof namesIn>[1] = { product: 'web' }) => namesIn(text, own);

describe('names of items in a text', () => {
  test('are keys as trackers write them', () => {
    expect(names('See ACME-142, (OPS2-7) and ACME-142.')).toEqual(['ACME-142', 'OPS2-7']);
  });

  test.each([
    'UTF-8',
    'ISO-8601',
    'COVID-19',
    'SHA-256',
    'HTTP-404',
    'A-4',
    'acme-142',
    'X-ACME-142',
    'ACME-142-b',
    'a/ACME-142',
    'ACME-1.5',
    'CVE-2026-1234',
  ])('%s is none', (text) => expect(names(`We use ${text} here`)).toEqual([]));

  test('are numbers of a repository, alone only where the page is of one', () => {
    expect(names('larkfield/pick-list#12 and #13')).toEqual(['larkfield/pick-list#12']);
    const own = { product: 'github', label: 'Larkfield/pick-list#7' };
    expect(names('after #13, in #7 and other/place#13; not &#39; nor page#4', own)).toEqual([
      'Larkfield/pick-list#13',
      'other/place#13',
    ]);
  });

  test('are merge requests only on GitLab', () => {
    expect(names('see !3', { product: 'gitlab', label: 'a/b#1' })).toEqual(['a/b!3']);
    expect(names('see !3', { product: 'github', label: 'a/b#1' })).toEqual([]);
  });
});

describe('what a page mentions', () => {
  test('are the items that its text’s links lead to', () => {
    const html = `<title>Minutes</title><nav><a href="${ISSUE}1">x</a></nav><main><p>Ana takes <a href="${ISSUE}?x#c">that one</a> and ACME-9.</p></main>`;
    expect(read(html)).toEqual({ keys: ['github|github.com|larkfield/pick-list|7'], names: ['ACME-9'] });
  });

  test('is never the page’s own item', () => {
    const html = `<title>Crate · Issue #7 · larkfield/pick-list</title><main>Like #7, <a href="${ISSUE}">this</a> and #8.</main>`;
    expect(read(html, ISSUE)).toEqual({ keys: [], names: ['larkfield/pick-list#8'] });
  });

  test('stands in a mail’s body before anything else', () => {
    const html = `<main>ACME-1 <div id="messagebody">Please look at ACME-2<script>ACME-3</script></div></main>`;
    expect(read(html)?.names).toEqual(['ACME-2']);
  });

  test('stands in the dialog that is open before the board behind it', () => {
    const html = `<main>ACME-1</main><div role="dialog"><h2>Crates</h2><p>after ACME-2</p></div>`;
    expect(read(html)?.names).toEqual(['ACME-2']);
  });

  test('stands in its title too, and nothing is nothing', () => {
    expect(read('<title>ACME-4: crates</title><h1>ACME-4: crates</h1>')?.names).toEqual(['ACME-4']);
    expect(read('<title>Crates</title><p>None.</p>')).toBeUndefined();
  });

  test('is read within bounds', () => {
    const many = Array.from(
      { length: 400 },
      (_, place) => `<p>ACME-${place} <a href="${ISSUE}${place}">x y z</a></p>`,
    );
    const found = read(`<main>${many.join('')}</main>`);
    expect([found?.names.length, found?.keys.length]).toEqual([50, 50]);
    expect(read(`<main>${'long word '.repeat(3_000)}ACME-9</main>`)).toBeUndefined();
  });

  test('is nothing of a page that still shows another item', () => {
    const html = `<title>Crate · Issue #5 · larkfield/pick-list</title><main>ACME-9</main>`;
    expect(read(html, ISSUE)).toBeUndefined();
  });
});
