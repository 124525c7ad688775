import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likenessOf } from './likeness';

test.each([
  'Repair the label printers',
  'Re: Repair the label printers',
  'AW: WG: Repair the label printers!',
  'Re[2]: Fwd: [ACME-142] Repair the label printers',
  '[JIRA] (ACME-142) Repair the label printers',
  'ACME-142: Repair the label-printers',
  '#142 repair   the LABEL printers',
  '#142 : Repair the label printers',
  '#142:Repair the label printers',
  '#142: Repair the label printers',
  '#142   Repair the label printers',
  '(#142) Repair the label printers',
  'ACME-142 : Repair the label printers',
  'ACME-142:Repair the label printers',
  'ACME-142 Repair the label printers',
  'ACME-142   Repair the label printers',
  'Fw: Repair the label printers',
  'Re [2]: Repair the label printers',
  'Re[12] : Repair the label printers',
  'Re:Repair the label printers',
  '#142   Re: Repair the label printers',
  '  Re: Repair the label printers  ',
])('%s is the same words', (title) => {
  expect(likenessOf(title)).toBe('repairthelabelprinters');
});

test.each(['Repair (#142) the label printers', 'Repair [the] label ACME-1: printers'])(
  'what stands in the middle of it is part of a title: %s',
  (title) => {
    expect(likenessOf(title)).not.toBe('repairthelabelprinters');
  },
);

test('what stands in brackets is left out before a title only', () => {
  expect(likenessOf('Repair [now] the label printers')).toBe('repairnowthelabelprinters');
  expect(likenessOf('Hardware: the label printers')).toBe('hardwarethelabelprinters');
  expect(likenessOf('#142nd label printer of all')).toBe('142ndlabelprinterofall');
});

test('words of any script count', () => {
  expect(likenessOf('Прошу продлить сертификат')).toBe('прошупродлитьсертификат');
});

test('twelve letters are enough, eleven are not', () => {
  expect(likenessOf('Label printe')).toBeUndefined();
  expect(likenessOf('Label printer')).toBe('labelprinter');
});

test.each([
  'Invoice',
  '[A long name of a list]',
  'Re:',
  '',
  'PLATFORMSERVICES-12',
  '2026-11-23 2026-11-24 20261125',
])('"%s" says too little to be alike', (title) => {
  expect(likenessOf(title)).toBeUndefined();
});

test('a very long title is compared by its beginning, in time that grows with its length only', () => {
  const long = `${'Re: '.repeat(5_000)}Repair ${'the label printers '.repeat(5_000)}`;
  const before = performance.now();
  expect(likenessOf(long)).toHaveLength(80);
  expect(performance.now() - before).toBeLessThan(1_000);
});

describe('the same words are alike (TX-06)', () => {
  test.each([
    [
      'encoded as one character or two',
      'Übergröße prüfen: Café',
      'U\u0308bergro\u0308ße pru\u0308fen: Cafe\u0301',
    ],
    ['in letters of full width', 'Repair printers', 'Ｒｅｐａｉｒ ｐｒｉｎｔｅｒｓ'],
    ['with ligatures', 'Define the first office', 'Deﬁne the ﬁrst oﬃce'],
    ['with a sharp s in capitals', 'Straße neu asphaltieren', 'STRASSE NEU ASPHALTIEREN'],
    ['with its own capital', 'Straße neu asphaltieren', 'STRAẞE NEU ASPHALTIEREN'],
    ['in Turkish capitals', 'ışıkların faturası', 'IŞIKLARIN FATURASI'],
    ['with a Turkish capital that has its dot', 'istanbul gezisi', 'İSTANBUL GEZİSİ'],
    ['with the last sigma of Greek', 'Έλεγχος της οδος', 'ΈΛΕΓΧΟΣ ΤΗΣ ΟΔΟΣ'],
  ])('%s', (_, one, other) => {
    expect(likenessOf(one)).toBeDefined();
    expect(likenessOf(other)).toBe(likenessOf(one));
  });

  test('accents tell words apart', () => {
    expect(likenessOf('Repair the résumé')).not.toBe(likenessOf('Repair the resume'));
  });

  test('whatever the form and the case of any letters', () => {
    const letters = string({ unit: 'grapheme', maxLength: 3 });
    const ours = constantFrom(
      'ß',
      'ẞ',
      'İ',
      'ı',
      'i',
      'ü',
      'ş',
      'ñ',
      'é',
      'σ',
      'ς',
      'ﬁ',
      'й',
      'ё',
      ' ',
      '한',
    );
    assert(
      property(array(ours, { maxLength: 30 }), letters, (words, end) => {
        const title = `Please look at ${words.join('')} ${end}`;
        const twins = ['NFC', 'NFD', 'NFKC', 'NFKD'].map((form) => title.normalize(form));
        const cased = [title.toUpperCase(), title.toLowerCase()];
        for (const twin of [...twins, ...cased]) expect(likenessOf(twin)).toBe(likenessOf(title));
      }),
      { numRuns: 500 },
    );
  });
});
