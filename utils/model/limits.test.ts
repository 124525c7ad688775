import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut } from './limits';

test('short text stays as it is', () => {
  expect(cut('short', 5)).toBe('short');
});

test('long text is cut to the limit, marked, and never through a character', () => {
  expect(cut('12345678', 5)).toBe('1234…');
  expect(cut('ab😀cd', 4)).toBe('ab…');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, limit) => {
      const short = cut(text, limit);
      expect(short.length).toBeLessThanOrEqual(Math.max(limit, 1));
      expect(short.isWellFormed()).toBe(true);
    }),
  );
});
