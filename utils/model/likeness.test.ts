import { expect, test } from 'vitest';
import { likenessOf } from './likeness';

test.each([
  'Repair the label printers',
  'Re: Repair the label printers',
  'AW: WG: Repair the label printers!',
  'Re[2]: Fwd: [ACME-142] Repair the label printers',
  '[JIRA] (ACME-142) Repair the label printers',
  'ACME-142: Repair the label-printers',
  '#142 repair   the LABEL printers',
])('%s is the same words', (title) => {
  expect(likenessOf(title)).toBe('repairthelabelprinters');
});

test('words of any script count', () => {
  expect(likenessOf('Прошу продлить сертификат')).toBe('прошупродлитьсертификат');
});

test.each(['Invoice', '[A long name of a list]', 'Re:', '', '2026-11-23 2026-11-24 20261125'])(
  '"%s" says too little to be alike',
  (title) => {
    expect(likenessOf(title)).toBeUndefined();
  },
);

test('a very long title is compared by its beginning, in time that grows with its length only', () => {
  const long = `${'Re: '.repeat(5_000)}Repair ${'the label printers '.repeat(5_000)}`;
  const before = performance.now();
  expect(likenessOf(long)).toHaveLength(80);
  expect(performance.now() - before).toBeLessThan(1_000);
});
