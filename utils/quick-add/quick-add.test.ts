import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { NewItemSchema } from '@/utils/messaging/commands';
import type { Day } from '@/utils/model/day';
import { isDay } from '@/utils/model/is-day';
import { newItemFrom, parseQuickAdd } from './index';

// A Monday. The literal is a day that exists.
const TODAY = '2026-11-23' as Day;
const read = (line: string, language = 'en') => parseQuickAdd(line, { today: TODAY, language });
const brief = (line: string, language?: string) => {
  const { title, chips } = read(line, language);
  return [title, ...chips.map(({ kind, value }) => `${kind} ${value}`)].join(' | ');
};

describe('English lines', () => {
  test.each([
    ['Pay Ana fri !2 #ops', 'Pay Ana | due 2026-11-27 | importance 2 | tag ops'],
    ['Pay Ana by Friday', 'Pay Ana | due 2026-11-27'],
    ['Review the draft next tuesday', 'Review the draft | due 2026-12-01'],
    ['Send the offer 12 dec', 'Send the offer | due 2026-12-12'],
    ['Renew certificate in 2 weeks', 'Renew certificate | due 2026-12-07'],
    ['Call Legal tomorrow at 5pm', 'Call Legal at 5pm | due 2026-11-24'],
    ['Tax papers by 3/12', 'Tax papers | due 2027-03-12'],
    ['Release notes 2026-12-01', 'Release notes | due 2026-12-01'],
    ['Timesheets end of week', 'Timesheets | due 2026-11-27'],
    ['Move Friday sync, due 2 Dec', 'Move Friday sync | due 2026-12-02'],
    ['Slides by Tuesday for the Friday sync', 'Slides for the Friday sync | due 2026-11-24'],
    ['Reply today !', 'Reply | due 2026-11-23 | importance 1'],
    ['Bug !!! #web-shop @ana ~15m', 'Bug | importance 3 | tag web-shop | person ana | size 15'],
    ['Draft ~1.5h ^', 'Draft | size 90 | plan 2026-11-23'],
    ['Quote for handhelds >tomás', 'Quote for handhelds | waitOn tomás'],
    ['Contract, waiting for Ana Lopez', 'Contract | waitOn Ana Lopez'],
    ['Contract waiting on Legal fri #deal', 'Contract | waitOn Legal | due 2026-11-27 | tag deal'],
    ['Access for @"Maria Lindqvist"', 'Access for | person Maria Lindqvist'],
    ['Move server +jonas', 'Move server | owner jonas'],
  ])('%s', (line, expected) => {
    expect(brief(line)).toBe(expected);
  });

  test('the day comes before the month where English is not American', () => {
    expect(brief('Tax papers by 3/12', 'en-GB')).toBe('Tax papers | due 2026-12-03');
  });
});

describe('German lines', () => {
  test.each([
    ['Rechnung morgen', 'Rechnung | due 2026-11-24'],
    ['Angebot am Freitag', 'Angebot | due 2026-11-27'],
    ['Steuer bis 3.12.', 'Steuer | due 2026-12-03'],
    ['Steuer bis zum 3. 12. !1', 'Steuer | due 2026-12-03 | importance 3'],
    ['Vertrag warten auf Ana', 'Vertrag | waitOn Ana'],
    ['Wartung in 2 Wochen', 'Wartung | due 2026-12-07'],
    ['Bericht fällig am 12. Dezember', 'Bericht | due 2026-12-12'],
    ['Stunden bis Ende der Woche', 'Stunden | due 2026-11-27'],
    ['Abschluss Monatsende', 'Abschluss | due 2026-11-30'],
    ['Anruf bis Mi', 'Anruf | due 2026-11-25'],
    ['Prüfen ~2std @Jörg #büro', 'Prüfen | size 120 | person Jörg | tag büro'],
    ['Send it next friday', 'Send it | due 2026-12-04'],
  ])('%s', (line, expected) => {
    expect(brief(line, 'de')).toBe(expected);
  });
});

describe('what only looks like a mark stays in the title', () => {
  test.each([
    ['Fix #12 and owner/repo#12'],
    ['Learn C# and F#'],
    ['Mail ana@acme.example about it'],
    ['Update @preact/signals'],
    ['See https://acme.example/a/2026-12-01?x=1#top'],
    ['Read "Next Friday" by Ana Ortiz'],
    ['Friday’s notes'],
    ['May report'],
    ['Guten Morgen Aktion', 'de'],
    ['So machen wir das', 'de'],
    ['Move a -> b > c'],
    ['5 minutes of stand-up'],
    ['2 weeks of holiday'],
    ['Minutes from last friday'],
    ['Part 1/2 of the series'],
    ['Fix mon bug'],
    ['wait for the page to load and click'],
    ['Wow! Really?'],
    ['version 1.2.3'],
    ['Minutes of 2026-11-02'],
  ])('%s', (line, language?: string) => {
    expect(brief(line, language)).toBe(line);
  });
});

test('offsets point at the words as typed', () => {
  const line = '  Pay  Ana by fri !2';
  for (const chip of read(line).chips) expect(line.slice(chip.from, chip.to)).toBe(chip.text);
  expect(read(line).chips.map((chip) => chip.text)).toEqual(['by fri', '!2']);
});

test('a line of marks alone keeps its words as the title', () => {
  expect(brief('#ops fri')).toBe('#ops fri | tag ops | due 2026-11-27');
});

test('a chip that is taken back stays a word of the title and sets nothing', () => {
  const line = 'Pay Ana fri !2 #ops';
  expect(newItemFrom(line, read(line), new Set([0, 2]))).toEqual({
    title: 'Pay Ana fri #ops',
    importance: 2,
  });
});

test('everything that was understood is in the item', () => {
  const line = 'Draft fri !1 #a #b #a @ana +jo >max ~2h ^';
  expect(newItemFrom(line, read(line), new Set())).toEqual({
    title: 'Draft',
    dueDay: '2026-11-27',
    importance: 3,
    tags: ['a', 'b'],
    requester: 'ana',
    owner: 'jo',
    waitOn: 'max',
    sizeMinutes: 120,
    planDay: TODAY,
  });
});

test('a title too long to store is cut and the whole line is kept as the note', () => {
  const line = 'word '.repeat(200).trim();
  const item = newItemFrom(line, read(line), new Set());
  expect(item.title).toHaveLength(500);
  expect(item.note).toBe(line);
});

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const token = fc.oneof(
  fc.constantFrom(
    'fri',
    'am Freitag',
    'morgen at 5pm',
    '!2',
    '!!',
    '#tag',
    '@ana',
    '>"Ana B"',
    '~2h',
    '^',
    'waiting for Ana',
    'warten auf',
    '3.12.',
    '"',
    '2026-02-30',
    '12 dec',
    ',',
    'https://x.y/#z',
    '🎉',
    'Größe',
    '‏עברית',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const lines = fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join(' '));
const languages = fc.constantFrom('en', 'en-GB', 'de', 'fr', '');

test('no line makes it throw, and title and chips together lose no word', () => {
  fc.assert(
    fc.property(lines, languages, (line, language) => {
      const { title, chips } = read(line, language);
      const kept = [title, ...chips.map((chip) => chip.text)].join(' ');
      const all = new Set(words(kept));
      for (const word of words(line)) expect(all).toContain(word);
      for (const chip of chips) {
        expect(line.slice(chip.from, chip.to)).toBe(chip.text);
        expect(chip.kind !== 'due' || isDay(chip.value)).toBe(true);
      }
      chips.reduce((end, chip) => (expect(chip.from).toBeGreaterThanOrEqual(end), chip.to), 0);
    }),
    { numRuns: 300 },
  );
});

test('what a line becomes is always something that can be added', () => {
  fc.assert(
    fc.property(lines, fc.uniqueArray(fc.nat(12)), (line, takenBack) => {
      fc.pre(line.trim() !== '');
      const item = newItemFrom(line, read(line), new Set(takenBack));
      expect(v.safeParse(NewItemSchema, item).issues).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
