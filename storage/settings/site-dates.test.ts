import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepSiteDates, readSiteDates } from './site-dates';

type Hear = (what: { origins?: string[]; permissions?: string[] }) => void;
let given: Hear;
let taken: Hear;
let now: number;

beforeEach(() => {
  now = 1_000;
  Object.assign(fakeBrowser, {
    permissions: {
      onAdded: { addListener: (hear: Hear) => (given = hear) },
      onRemoved: { addListener: (hear: Hear) => (taken = hear) },
    },
  });
  keepSiteDates(() => now);
});

/** The dates, once this many are known. */
const known = (count: number) =>
  vi.waitUntil(async () => {
    const dates = await readSiteDates();
    return Object.keys(dates).length === count && dates;
  });

it('remembers since when a site is granted, and forgets one that is taken back', async () => {
  given({ origins: ['https://a.example/*'] });
  given({ origins: ['https://b.example/*', 'http://b.example/*'] });
  expect(await known(3)).toEqual({
    'https://a.example/*': 1_000,
    'https://b.example/*': 1_000,
    'http://b.example/*': 1_000,
  });
  taken({ origins: ['https://a.example/*', 'http://b.example/*'] });
  expect(await known(1)).toEqual({ 'https://b.example/*': 1_000 });
});

it('a site that is told again is as old as it was', async () => {
  given({ origins: ['https://a.example/*'] });
  now = 2_000;
  given({ origins: ['https://a.example/*', 'https://c.example/*'] });
  expect(await known(2)).toEqual({ 'https://a.example/*': 1_000, 'https://c.example/*': 2_000 });
});

it('what is stored and cannot be read counts as nothing known', async () => {
  await fakeBrowser.storage.local.set({ siteDates: { 'https://a.example/*': 'yesterday' } });
  expect(await readSiteDates()).toEqual({});
});
