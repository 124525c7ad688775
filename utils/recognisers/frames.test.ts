import { describe, expect, test } from 'vitest';
import { framesOf } from './frames';
import { recognise } from './index';
import { createPage } from './page';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const MAIL = 'https://mail.yard.example/?_task=mail&_mbox=INBOX';
const script = (env: string) =>
  `<script src="program/js/app.min.js?s=1"></script><script>rcmail.set_env({"task":"mail","rcversion":10605,${env}});</script>`;
const link = (uid: number, words: string) =>
  `<tr><td><a href="/?_task=mail&_mbox=INBOX&_uid=${uid}&_action=show">${words}</a></td></tr>`;
const LIST = `<title>Yard Mail :: Inbox</title>${script('"mailbox":"INBOX"')}<body class="task-mail">
  <table id="messagelist"><tbody>${link(4, 'Crates are late')}${link(5, 'Yard is full')}</tbody></table><p class="framed"></p>`;
const PREVIEW = `<title>Yard Mail :: Crates are late</title>${script('"uid":"4","mailbox":"INBOX"')}
  <body><div id="message-header"><h2 class="subject">Crates are late</h2></div>`;

/** The test's DOM loads no frames: an element is given what a browser's frame has, on its prototype. */
function framed(
  document: Document,
  inner: { document: Document | null; url?: string; area?: number }[],
): Document {
  const body = document.querySelector('body');
  for (const { document: content, url, area } of inner) {
    const frame = document.createElement('i');
    const gives = (value: unknown) => ({ get: () => value });
    const size = { offsetWidth: gives(area ?? 0), offsetHeight: gives(area === undefined ? 0 : 1) };
    Object.setPrototypeOf(
      frame,
      Object.create(Object.getPrototypeOf(frame), { contentDocument: gives(content), ...size }),
    );
    if (content && url) {
      Object.setPrototypeOf(content, Object.create(Object.getPrototypeOf(content), { URL: gives(url) }));
    }
    body?.append(frame);
  }
  const frames = () => document.querySelectorAll('i');
  Object.setPrototypeOf(
    document,
    Object.create(Object.getPrototypeOf(document), {
      getElementsByTagName: {
        value(tag: string): unknown {
          const plain = parse('').getElementsByTagName;
          return tag === 'iframe' ? frames() : Reflect.apply(plain, document, [tag]);
        },
      },
    }),
  );
  return document;
}

const preview = () => ({ document: parse(PREVIEW), url: `${MAIL}&_uid=4&_action=preview&_framed=1` });

describe('an item in a frame', () => {
  test('is the page’s item, with its own address, beside the list around it', () => {
    const draft = recognise(framed(parse(LIST), [preview()]), MAIL, { isSettled: true });
    expect([draft.page, draft.title, draft.source.key, draft.url]).toEqual([
      'item',
      'Crates are late',
      'roundcube|mail.yard.example|INBOX|4',
      'https://mail.yard.example/?_task=mail&_mbox=INBOX&_uid=4&_action=show',
    ]);
    expect(draft.rows?.map(({ title }) => title)).toEqual(['Crates are late', 'Yard is full']);
  });

  test('never overrules the item of the page’s own address', () => {
    const own = parse(PREVIEW.replaceAll('Crates are late', 'Yard is full').replace('"4"', '"5"'));
    const draft = recognise(framed(own, [preview()]), `${MAIL}&_uid=5&_action=show`, { isSettled: true });
    expect([draft.source.nativeId, draft.title]).toEqual(['5', 'Yard is full']);
  });

  test('is that of the largest frame that names one', () => {
    const other = { document: parse(PREVIEW), url: `${MAIL}&_uid=9&_action=preview`, area: 20 };
    const document = framed(parse(LIST), [other, { ...preview(), area: 500 }]);
    const root = document.documentElement;
    Object.setPrototypeOf(
      root,
      Object.create(Object.getPrototypeOf(root), {
        offsetWidth: { get: () => 9 },
        offsetHeight: { get: () => 9 },
      }),
    );
    expect(recognise(document, MAIL).source.nativeId).toBe('4');
  });
});

describe('the frames of a page', () => {
  const at = (url: string, area?: number) => ({
    document: parse('<p>x</p>'),
    url,
    ...(area !== undefined && { area }),
  });
  const found = (...inner: Parameters<typeof framed>[1]) =>
    framesOf(framed(parse(''), inner), new URL(MAIL)).map(({ url }) => url.href);

  test('are those of its own origin; one that a script wrote has the page’s address', () => {
    expect(
      found(at('https://elsewhere.example/'), at('https://mail.yard.example/a'), at('about:srcdoc'), {
        document: null,
      }),
    ).toEqual(['https://mail.yard.example/a', MAIL]);
  });

  test('are at most ten, of two hundred', () => {
    expect(
      found(...Array.from({ length: 300 }, (_, place) => at(`https://mail.yard.example/${place}`))),
    ).toHaveLength(10);
  });

  test('that refuse to be looked into are passed over', () => {
    const document = parse('<i></i>');
    for (const each of document.querySelectorAll('i')) {
      Object.setPrototypeOf(
        each,
        Object.create(Object.getPrototypeOf(each), {
          contentDocument: {
            get: () => {
              throw new Error('blocked');
            },
          },
        }),
      );
    }
    expect(recognise(framed(document, []), MAIL).title).not.toBe('');
  });

  test('are read for their text, not for what they say of themselves', () => {
    const inner = parse('<title>Inner</title><meta name="generator" content="inner"><h1>In the frame</h1>');
    const page = createPage(
      new URL(MAIL),
      framed(parse('<h2>Outside</h2>'), [{ document: inner, url: MAIL }]),
    );
    expect([page.text('h1'), page.text('h2'), page.meta('generator')]).toEqual([
      'In the frame',
      'Outside',
      undefined,
    ]);
  });
});

describe('open shadow trees', () => {
  const host = () => {
    const document = parse('<div id="a"></div><div id="b"></div>');
    const outer = document.querySelector('#a')?.attachShadow({ mode: 'open' });
    const inner = document.createElement('div');
    outer?.append(inner);
    const title = document.createElement('h1');
    title.textContent = 'Deep in the page';
    inner.attachShadow({ mode: 'open' }).append(title);
    return document;
  };

  test('are read, one in another, where a tool needs it', () => {
    const document = host();
    const url = new URL('https://crm.example/');
    const deep = createPage(url, document, { isDeep: true });
    expect([createPage(url, document).text('h1'), deep.text('h1')]).toEqual([undefined, 'Deep in the page']);
    const within = (id: string) => deep.one(id);
    expect([deep.text('h1', within('#a')), deep.text('h1', within('#b'))]).toEqual([
      'Deep in the page',
      undefined,
    ]);
  });
});
