import { describe, expect, test } from 'vitest';
import { DraftSchema, type Draft } from '@/utils/model/draft';
import * as v from 'valibot';
import { type Options, recognise } from './index';
import { createPage } from './page';
import { TOOLS } from './tools';
import { comparable } from './title-text';

/**
 * One test for every recogniser: samples of pages, written by us after the tool's public structure, beside the tool.
 * The first line of a sample says where the page is (`url`) and how it was seen (`as`), an other item of the same tool
 * (`other`) with that page's title (`otherTitle`), `identity: "page"` where the
 * id stands in the page alone, and `withoutData`, the id that is left where that place is a data attribute.
 */
const files = import.meta.glob<string>('./tools/*.samples/*.html', {
  eager: true,
  query: '?raw',
  import: 'default',
});

type Header = {
  url: string;
  as: string;
  written: string;
  other?: string;
  otherTitle?: string;
  identity?: 'page';
  withoutData?: string;
};
type Sample = Header & { file: string; tool: string; html: string };

const samples: Sample[] = Object.entries(files).map(([file, html]) => {
  const header = /^<!-- (\{.*\}) -->/.exec(html)?.[1];
  if (header === undefined)
    throw new Error(`${file}: its first line must be <!-- {"url": …, "as": …, "written": …} -->`);
  // Our own first line, as the comment above describes it.
  return {
    ...(JSON.parse(header) as Header),
    file,
    tool: /tools\/(.+)\.samples/.exec(file)?.[1] ?? '',
    html,
  };
});
const items = samples.filter(({ other }) => other !== undefined);

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const read = (
  sample: Sample,
  change: (document: Document) => void = () => undefined,
  url = sample.url,
  options: Options = {},
): Draft => {
  const document = parse(sample.html);
  change(document);
  return recognise(document, url, options);
};
/** What the page is, once it has settled: a page that may still be changing is not sure of a title that no id is beside. */
const settled = (sample: Sample): Draft => read(sample, undefined, sample.url, { isSettled: true });

const each = (document: Document, selector: string, change: (element: Element) => void) =>
  [...document.querySelectorAll(selector)].forEach(change);
const withoutAttributes = (named: (name: string) => boolean) => (document: Document) =>
  each(document, '*', (element) => {
    for (const name of element.getAttributeNames().filter(named)) element.removeAttribute(name);
  });

const inHeadings = (change: (heading: Element, text: string) => void) => (document: Document) =>
  each(document, 'h1, h2, h3, [role="heading"]', (heading) => change(heading, heading.textContent));

type Mutation = (truth: Draft) => (document: Document) => void;

const MUTATIONS: Record<string, Mutation> = {
  'without class attributes': () => withoutAttributes((name) => name === 'class'),
  'without data attributes': () => withoutAttributes((name) => name.startsWith('data-')),
  'without ARIA': () => withoutAttributes((name) => name === 'role' || name.startsWith('aria-')),
  'with its headings in another language': ({ title }) =>
    inHeadings((heading, text) => {
      if (!text.includes(title)) heading.textContent = 'Eine Überschrift';
    }),
  // Where the title stands in one place only (a board's open card), nothing could tell.
  'with its title translated in its headings': ({ title }) =>
    inHeadings((heading, text) => {
      const isElsewhere = heading.ownerDocument.title.includes(title);
      if (text.includes(title) && isElsewhere) heading.textContent = 'Ein übersetzter Titel';
    }),
};

/** Sure and other than the truth: what must never happen. */
const liesAbout = (draft: Draft, truth: Draft): boolean =>
  draft.check === undefined && draft.title !== truth.title;

describe.each(samples)('$file', (sample) => {
  const truth = settled(sample);

  test('gives the expected draft', async () => {
    // What a page's text names is none of its tool's doing: see mentions.test.ts.
    const text = `${JSON.stringify({ ...truth, mentions: undefined }, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(sample.file.replace(/\.html$/, '.json'));
  });

  test('is left unchanged by reading', () => {
    const document = parse(sample.html);
    const before = document.documentElement.outerHTML;
    recognise(document, sample.url);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('is claimed by its own tool alone', () => {
    const page = createPage(new URL(sample.url), parse(sample.html));
    expect(TOOLS.filter((tool) => tool.claims(page)).map(({ product }) => product)).toEqual([sample.tool]);
  });

  test('gives a draft that the model takes', () => {
    expect(v.parse(DraftSchema, truth)).toEqual(truth);
  });

  test('with nothing in its document gives an honest draft', () => {
    const draft = recognise(parse(''), sample.url);
    expect(draft.check).toBeDefined();
    expect(draft.title).not.toMatch(/^$|undefined|null/);
  });

  test('holds no real address and no secret', () => {
    const mails = sample.html.match(/[\w.+-]+@[\w.-]+/g) ?? [];
    expect(mails.filter((mail) => !mail.endsWith('.example'))).toEqual([]);
    expect(sample.html).not.toMatch(/gh[opsu]_\w{20}|xox[abp]-|eyJ[\w-]{20}|csrf|authenticity|_token/i);
  });
});

describe.each(items)('$file, an item', (sample) => {
  const truth = settled(sample);

  test.each(Object.keys(MUTATIONS))('%s keeps its identity, and its title or says check', (name) => {
    const draft = read(sample, MUTATIONS[name]?.(truth));
    const nativeId = (name === 'without data attributes' && sample.withoutData) || truth.source.nativeId;
    expect(draft.source).toMatchObject({ nativeId, scope: truth.source.scope, host: truth.source.host });
    expect(draft.source.product).toBe(truth.source.product);
    expect(draft.source.kind).toBe(truth.source.kind);
    expect(liesAbout(draft, truth)).toBe(false);
  });

  test('with the previous page’s title never takes it without check', () => {
    const draft = read(sample, (document) => {
      document.title = sample.otherTitle ?? '';
    });
    expect(draft.source).toEqual(truth.source);
    expect(liesAbout(draft, truth)).toBe(false);
  });

  test('with everything left over from the page before says so', () => {
    const previous = { key: 'somewhere|else||1', title: truth.title };
    const document = parse(sample.html);
    const draft = recognise(document, sample.other ?? sample.url, { previous });
    const isOther = draft.source.key !== truth.source.key;
    expect(!isOther || draft.check !== undefined || comparable(draft.title) !== comparable(truth.title)).toBe(
      true,
    );
  });
});

describe.each(items.filter(({ identity }) => identity === undefined))(
  '$file, its address moved on',
  (sample) => {
    test('never lends its title to the other item', () => {
      const truth = settled(sample);
      const draft = read(sample, undefined, sample.other);
      expect(draft.source.key).not.toBe(truth.source.key);
      expect(draft.check !== undefined || comparable(draft.title) !== comparable(truth.title)).toBe(true);
      expect(draft.status ?? draft.assignees ?? draft.dueDay).toBeUndefined();
    });
  },
);

describe.each(items.filter(({ identity }) => identity === 'page'))(
  '$file, its address moved on',
  (sample) => {
    test('is wholly the page’s item and leads to it', () => {
      const truth = settled(sample);
      const draft = read(sample, undefined, sample.other);
      expect([draft.source, draft.title, draft.url]).toEqual([truth.source, truth.title, truth.url]);
    });
  },
);
