import {
  array,
  assert,
  constantFrom,
  dictionary,
  integer,
  letrec,
  oneof,
  property,
  string,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLargerThan } from './message-size';

describe('the size of a message', () => {
  it('counts a single long text', () => {
    expect(isLargerThan('x'.repeat(101), 100)).toBe(true);
    expect(isLargerThan({ text: 'x'.repeat(101) }, 100)).toBe(true);
    expect(isLargerThan({ text: 'x'.repeat(50) }, 100)).toBe(false);
  });

  it('counts long keys and many small values', () => {
    expect(isLargerThan({ ['k'.repeat(101)]: 1 }, 100)).toBe(true);
    expect(
      isLargerThan(
        Array.from({ length: 50 }, () => 1),
        100,
      ),
    ).toBe(true);
  });

  it('is about the length of the JSON', () => {
    const value = { kind: 'command', list: ['a', 'b', { deep: [1, 2, 3] }], text: 'some words here' };
    const { length } = JSON.stringify(value);
    expect(isLargerThan(value, length / 2)).toBe(true);
    expect(isLargerThan(value, length * 2)).toBe(false);
  });

  it('is never less than the JSON of plain values', () => {
    const { value } = letrec((tie) => ({
      value: oneof(
        { maxDepth: 4 },
        constantFrom<unknown>(true, false, null),
        integer({ min: -999, max: 999 }),
        string({ unit: constantFrom('a', ' ', '9'), maxLength: 12 }),
        array(tie('value'), { maxLength: 5 }),
        dictionary(constantFrom('k', 'name', 'a longer name'), tie('value')),
      ),
    }));
    assert(property(value, (any) => isLargerThan(any, JSON.stringify(any).length - 1)));
  });

  it.each<[string, unknown, number]>([
    ['a text is its length and the quotes', 'x'.repeat(98), 100],
    ['an object is its braces', {}, 2],
    ['a name is its length, the quotes, the colon and the comma', { four: 'x' }, 13],
    ['an array has a comma for each', ['', ''], 8],
    ['a number, a truth and nothing are eight', [1, true, null], 29],
  ])('counts exactly: %s', (_, value, size) => {
    expect(isLargerThan(value, size)).toBe(false);
    expect(isLargerThan(value, size - 1)).toBe(true);
  });

  it('counts nothing that an object only inherits', () => {
    expect(isLargerThan(Object.create({ heir: 'x'.repeat(100) }), 50)).toBe(false);
  });

  it('reads no further once it is too large', () => {
    const wide = Object.fromEntries(Array.from({ length: 50 }, (_, place) => [`k${place}`, 1]));
    Object.defineProperty(wide, 'last', {
      enumerable: true,
      get: () => expect.unreachable('read to the end'),
    });
    expect(isLargerThan(wide, 100)).toBe(true);
  });
});
