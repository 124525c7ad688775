import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DraftSchema } from '@/utils/model/draft';
import { isStale, recognise, type Options } from './index';

const parse = (html: string, type: DOMParserSupportedType = 'text/html'): Document =>
  new DOMParser().parseFromString(html, type);
const read = (html: string, url = 'https://plans.example/trips/leipzig', options?: Options) =>
  recognise(parse(html), url, options);
const said = ({ title, check }: { title: string; check?: string | undefined }) => [title, check];

describe('the title of any page', () => {
  test('is sure when the heading stands in the page title', () => {
    expect(said(read('<title>(4) Leipzig in May | Plans</title><h1>Leipzig in May</h1>'))).toEqual([
      'Leipzig in May',
      undefined,
    ]);
  });

  test('is not the site’s name, though that is a heading too', () => {
    const html =
      '<meta property="og:site_name" content="Plans"><title>Leipzig in May - Plans</title><h1>Plans</h1><h2>Leipzig in May</h2>';
    expect(said(read(html))).toEqual(['Leipzig in May', undefined]);
  });

  test('is not a heading that is only a piece of a word or phrase', () => {
    expect(said(read('<title>Home improvement</title><h1>Home</h1>'))).toEqual([
      'Home improvement',
      'one-witness',
    ]);
  });

  test('comes from Open Graph only when its address is this page’s', () => {
    const og = (path: string) =>
      `<meta property="og:title" content="Berlin"><meta property="og:url" content="https://plans.example${path}">`;
    expect(said(read(og('/trips/leipzig')))).toEqual(['Berlin', undefined]);
    expect(said(read(`${og('/trips/berlin')}<title>Leipzig</title>`))).toEqual([
      'Leipzig',
      'witnesses-disagree',
    ]);
    expect(read('<meta property="og:title" content="Berlin">').check).toBe('no-title');
  });

  test('comes from JSON-LD only when that is about this page', () => {
    const thing = (url: string) =>
      `<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"Berlin","url":"${url}"}]}</script>`;
    expect(said(read(thing('/trips/leipzig')))).toEqual(['Berlin', undefined]);
    expect(read(thing('/trips/berlin')).check).toBe('no-title');
  });

  test('is whole where one place cuts it with three dots', () => {
    const html =
      '<title>A long way from Leipzig to the s… | Plans</title><meta property="og:title" content="A long way from Leipzig to the sea"><meta property="og:url" content="/trips/leipzig">';
    expect(read(html).title).toBe('A long way from Leipzig to the sea');
  });

  test('is the readable address when nothing names the page', () => {
    expect(said(read('<p>undefined</p>', 'https://plans.example/trips/l%C3%BCbeck?utm_source=x'))).toEqual([
      'plans.example/trips/lübeck',
      'no-title',
    ]);
  });

  test.each(['undefined', 'null', '  ', '[object Object]', 'Loading…', '\u200b\u202e'])(
    'is never %j',
    (title) => {
      expect(read(`<title>${title}</title>`).check).toBe('no-title');
    },
  );

  test.each(['日本語の表題', 'Привет', 'مرحبا', '🎉🎉'])('may be %s', (title) => {
    expect(read(`<title>${title}</title>`).title).toBe(title);
  });

  test('ignores invisible characters in comparing and keeps them in what is shown', () => {
    const html = '<title>\u202aLeipzig\u202c \u200bin May</title><h1>LEIPZIG in\u00a0May</h1>';
    expect(said(read(html))).toEqual(['\u202aLeipzig\u202c \u200bin May', undefined]);
  });

  test('may be what the person selected, when nothing else is', () => {
    const draft = read('', undefined, { selection: ' Call\n Ana ' });
    expect([draft.title, draft.check, draft.excerpt]).toEqual(['Call Ana', 'one-witness', 'Call Ana']);
  });
});

describe('the address of any page', () => {
  const keyAt = (url: string, html = '') => read(html, url).source.key;

  test.each([
    'https://plans.example/a?b=1&utm_source=mail&utm_medium=x',
    'https://plans.example/a?fbclid=z&b=1',
    'https://plans.example/a/?b=1#section',
    'https://maya:secret@plans.example/a?b=1&gclid=1#:~:text=x',
  ])('%s is one page without its tracking', (url) => {
    expect(keyAt(url)).toBe('web|plans.example||/a?b=1');
  });

  test('keeps a fragment that routes', () => {
    expect(keyAt('https://plans.example/app#/trips/4')).toBe('web|plans.example||/app#/trips/4');
    expect(keyAt('https://plans.example/app#id=4')).toBe('web|plans.example||/app#id=4');
  });

  test('follows a canonical link to a shorter form of itself alone', () => {
    const canonical = (href: string) => `<link rel="canonical" href="${href}">`;
    const here = 'https://plans.example/a?page=2&sort=up';
    expect(keyAt(here, canonical('/a?page=2'))).toBe('web|plans.example||/a?page=2');
    expect(keyAt(here, canonical('/b'))).toBe('web|plans.example||/a?page=2&sort=up');
    expect(keyAt(here, canonical('https://elsewhere.example/a'))).toBe(
      'web|plans.example||/a?page=2&sort=up',
    );
    expect(keyAt('https://plans.example/a#/trips/4', canonical('/a'))).toBe('web|plans.example||/a#/trips/4');
  });

  test('tells very long addresses apart', () => {
    const long = `https://plans.example/${'a'.repeat(3000)}`;
    expect(keyAt(`${long}1`)).not.toBe(keyAt(`${long}2`));
  });
});

describe('a page that did not follow its address', () => {
  const previous = { key: 'web|plans.example||/trips/berlin', title: 'Berlin in May' };

  test('never gives the title of the page before', () => {
    const draft = read('<title>Berlin in May</title><h1>Berlin in May</h1>', undefined, { previous });
    expect(said(draft)).toEqual(['plans.example/trips/leipzig', 'stale-page']);
    expect(isStale(draft, previous)).toBe(true);
  });

  test('gives its new heading with check while the page title is the old one', () => {
    const html = '<title>Berlin in May</title><h1 itemprop="name">Leipzig in June</h1>';
    expect(said(read(html, undefined, { previous }))).toEqual(['Leipzig in June', 'witnesses-disagree']);
  });

  test('may repeat its own title', () => {
    const own = { key: 'web|plans.example||/trips/leipzig', title: 'Leipzig' };
    const draft = read('<title>Leipzig</title><h1>Leipzig</h1>', undefined, { previous: own });
    expect([draft.check, isStale(draft, own)]).toEqual([undefined, false]);
  });
});

describe('fields of any page', () => {
  test('come from structured data about this page', () => {
    const thing = {
      '@type': 'Question',
      name: 'Which bus?',
      url: '/trips/leipzig',
      author: [{ name: 'Ana' }],
      keywords: 'bus, tickets',
    };
    const draft = read(`<script type="application/ld+json">${JSON.stringify(thing)}</script>`);
    expect([draft.requester, draft.labels]).toEqual(['Ana', ['bus', 'tickets']]);
  });

  test('are cut to the model’s limits', () => {
    const html = `<meta name="description" content="Redmine"><meta name="keywords" content="issue,bug,tracker"><div class="attributes"><div class="status"><div class="value">${'New '.repeat(500)}</div></div></div>`;
    expect(read(html, 'https://ops.example/issues/3').status).toHaveLength(100);
  });

  test('name the addresses that its text leads to', () => {
    const html =
      '<nav><a href="/home">Home</a></nav><main><a href="https://ops.example/issues/3?utm_source=x#note-1">ticket</a><a href="javascript:x()">x</a></main>';
    expect(read(html).links).toEqual(['https://ops.example/issues/3']);
  });
});

describe('any document', () => {
  test.each<[string, DOMParserSupportedType]>([
    ['<plan xmlns="urn:x"><title>t</title></plan>', 'application/xml'],
    ['<svg xmlns="http://www.w3.org/2000/svg"><title>A drawing</title></svg>', 'image/svg+xml'],
    [
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Plan</title></head><body><h1>Plan</h1></body></html>',
      'application/xhtml+xml',
    ],
    ['<frameset cols="50%,50%"><frame src="a.html"/></frameset>', 'text/html'],
    ['', 'text/html'],
  ])('%s as %s is read', (text, type) => {
    const draft = recognise(parse(text, type), 'https://plans.example/file.xml');
    expect(v.parse(DraftSchema, draft).title).not.toBe('');
  });

  test('without a root is read', () => {
    const document = parse('');
    document.documentElement.remove();
    expect(recognise(document, 'https://plans.example/a').title).toBe('plans.example/a');
  });

  test.each(['about:blank', 'file:///home/a.txt', 'data:text/plain,x', 'not an address', ''])(
    'at %j gives a draft',
    (url) => {
      expect(v.parse(DraftSchema, read('<title>A note</title>', url)).title).not.toBe('');
    },
  );

  test('never throws and gives what the model takes', { timeout: 30_000 }, () => {
    const piece = fc.constantFrom(
      '<h1>',
      '</h1>',
      '<title>',
      '</title>',
      '<form id=x name=y>',
      '<input name=getAttribute>',
      '<img name=title>',
      '<a href="//">',
      '<a href="/issues/3">Fix it now</a>',
      '<script type="application/ld+json">',
      '{"@type":"Thing","name":',
      '[[[[',
      '</script>',
      '<link rel=canonical href="http://[">',
      '<meta property="og:url" content="::">',
      '<meta property="og:title" content="&#x202e;">',
      '<base href="javascript:x">',
      '<table>',
      '<svg>',
      '<meta name=generator content="MediaWiki 1">',
    );
    const html = fc
      .array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 20 })), { maxLength: 30 })
      .map((pieces) => pieces.join(''));
    const host = fc.constantFrom(
      'github.com',
      'gitlab.com',
      'a.atlassian.net',
      'mail.google.com',
      'docs.google.com',
      'x.slack.com',
      'plans.example:8080',
    );
    const url = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string(),
      fc.tuple(host, fc.webPath(), fc.string()).map(([at, path, hash]) => `https://${at}${path}#${hash}`),
    );
    fc.assert(
      fc.property(html, url, fc.option(fc.string(), { nil: undefined }), (text, address, selection) => {
        const draft = recognise(parse(text), address, { selection });
        expect(v.safeParse(DraftSchema, draft).success).toBe(true);
        expect(draft.title).not.toMatch(/^(?:|undefined|null)$/);
      }),
      { numRuns: 300 },
    );
  });
});
