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
});
