import { describe, expect, test } from 'vitest';
import { identityOf, knownPages, recognise } from './index';

/**
 * Addresses of each tool, in a table beside it: all forms of an item give one key; addresses that are no item give
 * none. `html` is what shows the tool on a host of anyone's; without it, the address alone must do.
 */
type Table = { html: string; keys: Record<string, string[]>; noItems: string[] };

const files = import.meta.glob<Table>('./tools/*.addresses.json', { eager: true, import: 'default' });
const TABLES = Object.entries(files).map(([file, table]) => ({
  ...table,
  tool: file.replace(/^.*tools\/|\.addresses.*$/g, ''),
}));

const draftAt = (url: string, html: string) =>
  recognise(new DOMParser().parseFromString(html, 'text/html'), url);

describe.each(TABLES)('addresses of $tool', ({ html, keys, noItems }) => {
  const forms = Object.entries(keys).flatMap(([key, urls]) => urls.map((url) => ({ key, url })));

  test.each(forms)('$url is $key', ({ key, url }) => {
    expect(draftAt(url, html).source.key).toBe(key);
  });

  test.each(forms)('$url is led back to by its own address', ({ key, url }) => {
    expect(draftAt(draftAt(url, html).url, html).source.key).toBe(key);
  });

  test.each(noItems)('%s is no item', (url) => {
    const draft = draftAt(url, html);
    expect([draft.source.product, draft.page === 'item']).toEqual(['web', false]);
  });
});

const hosted = TABLES.filter(({ html }) => html === '');

test.each(hosted)('the address alone names an item of $tool', ({ keys, noItems }) => {
  for (const [key, urls] of Object.entries(keys))
    expect(urls.map((url) => identityOf(url))).toEqual(urls.map(() => key));
  expect(noItems.map((url) => identityOf(url))).toEqual(noItems.map(() => undefined));
});

test('an address that is none names nothing', () => {
  expect(['', 'not an address', 'mailto:ana@larkfield.example', 'about:blank'].map(identityOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('known pages are told by host and by expressions that RE2 can run', () => {
  const pages = knownPages();
  expect(pages.length).toBeGreaterThan(7);
  const isHosted = pages.map((page) => page.hostEquals ?? page.hostSuffix ?? page.hostContains);
  expect(isHosted).not.toContain(undefined);
  // RE2 has neither looking around nor back references.
  expect(pages.filter(({ urlMatches = '' }) => /\(\?[=!<]|\\\d/.test(urlMatches))).toEqual([]);
});
