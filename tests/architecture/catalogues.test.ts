import { describe, expect, test } from 'vitest';
import { catalogueOf, isUsed, languages, mistakesOf, usesIn, valuesOf, withoutPlural } from './catalogues';
import { pathsIn, productCode, textOf } from './source-files';

const english = catalogueOf('en');
const keys = Object.keys(english);
const others = languages().filter((language) => language !== 'en');

const elsewhere = () =>
  [
    textOf('wxt.config.ts'),
    ...pathsIn(['entrypoints'])
      .filter((path) => path.endsWith('.html'))
      .map(textOf),
  ].join('\n');

describe('message catalogues', () => {
  test('there are messages in English and German', () => {
    expect(keys.length).toBeGreaterThan(0);
    expect(others).toContain('de');
  });

  test.each(others)('%s has the same messages as English, with the same values', (language) => {
    const other = catalogueOf(language);
    const theirs = new Set(Object.keys(other).map(withoutPlural));
    const ours = new Set(keys.map(withoutPlural));
    expect(
      [...ours].filter((key) => !theirs.has(key)),
      `translate these in public/_locales/${language}`,
    ).toEqual([]);
    expect(
      [...theirs].filter((key) => !ours.has(key)),
      'remove these: English has no such message',
    ).toEqual([]);
    const differing = keys.filter(
      (key) =>
        other[key] && String(valuesOf(other[key])) !== String(valuesOf(english[key] ?? { message: '' })),
    );
    expect(differing, `use the same $1…$9 in ${language} as in English`).toEqual([]);
  });

  test.each(languages())('every message of %s is well-formed and not empty', (language) => {
    const wrong = Object.entries(catalogueOf(language)).flatMap(([key, entry]) => [
      ...mistakesOf(entry).map((mistake) => `${key}: ${mistake}`),
      ...(entry.message.trim() === '' ? [`${key}: empty`] : []),
      ...(/^[a-z0-9]+(_[a-z0-9]+)*$/.test(key) ? [] : [`${key}: not snake_case`]),
    ]);
    expect(wrong, 'mend these messages').toEqual([]);
  });

  test('every message that the code asks for exists', () => {
    const missing = usesIn(productCode())
      .asked.filter(({ key }) => !(key in english))
      .map(({ key, place }) => `${place}  ${key}`);
    expect(missing, 'add these to public/_locales/*/messages.json').toEqual([]);
  });

  test('every message is used', () => {
    const uses = usesIn(productCode());
    const around = elsewhere();
    expect(
      keys.filter((key) => !isUsed(key, uses, around)),
      'remove these from every catalogue',
    ).toEqual([]);
  });

  test('what is missing, unused or wrong is noticed', () => {
    const uses = usesIn([
      { path: 'planted.ts', text: "t('one'); tCount('few', n); t(`state_${s}`); const keys = ['table'];" },
    ]);
    expect(uses.asked.map(({ key }) => key)).toEqual(['one', 'few_other']);
    const used = ['one', 'few_other', 'few_one', 'state_done', 'table'];
    expect(used.filter((key) => !isUsed(key, uses, ''))).toEqual([]);
    expect(isUsed('other', uses, '')).toBe(false);
    expect(isUsed('name', uses, '__MSG_name__')).toBe(true);
    expect(mistakesOf({ message: '$who$ waits', placeholders: { day: { content: '$1' } } })).toHaveLength(2);
    expect(valuesOf({ message: '$who$ waits $2', placeholders: { who: { content: '$1' } } })).toEqual([
      '$1',
      '$2',
    ]);
  });
});
