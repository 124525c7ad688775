import { expect, it } from 'vitest';
import { sitesOf } from './sites';

const AT = Date.parse('2026-11-03T23:30:00Z');
const rows = (origins: string[], dates = {}) => sitesOf(origins, dates, 'Europe/Berlin');

it('shows one row for a host, however many patterns the browser has for it', () => {
  expect(rows(['http://b.example/*', 'https://a.example/*', 'https://b.example/*'])).toEqual([
    { host: 'a.example', withBelow: false, origins: ['https://a.example/*'] },
    { host: 'b.example', withBelow: false, origins: ['http://b.example/*', 'https://b.example/*'] },
  ]);
});

it('shows all sites at once first, as one row, and tells a host from all below it', () => {
  expect(rows(['https://*.b.example/*', 'http://*/*', 'https://*/*', '<all_urls>'])).toEqual([
    { withBelow: true, origins: ['http://*/*', 'https://*/*', '<all_urls>'] },
    { host: 'b.example', withBelow: true, origins: ['https://*.b.example/*'] },
  ]);
});

it('knows since when, by the first of the patterns, in the person’s own zone', () => {
  const dates = { 'http://b.example/*': AT + 86_400_000, 'https://b.example/*': AT };
  expect(rows(['http://b.example/*', 'https://b.example/*'], dates)[0]?.sinceDay).toBe('2026-11-04');
});

it('takes the pages of the extension itself for no site', () => {
  expect(rows(['chrome-extension://abc/*', 'moz-extension://abc/*'])).toEqual([]);
});
