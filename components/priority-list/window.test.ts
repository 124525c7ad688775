import { describe, expect, it } from 'vitest';
import { placeAt } from './drag';
import { ROW_HEIGHT, rowsSeen, scrollToSee } from './window';

const TALL = 600;

describe('which rows of a list exist', () => {
  it('never holds more than 40 rows in a window of 1,200 px, wherever it is scrolled', () => {
    for (const top of [-400, 0, 1, 43, 44, 20_000, 4_399_990, 4_400_000]) {
      const { from, to } = rowsSeen(100_000, top, 1_200);
      expect(to - from).toBeLessThanOrEqual(40);
    }
  });

  it('covers all that is seen, with a few rows to spare on both sides', () => {
    const { from, to } = rowsSeen(1_000, 100 * ROW_HEIGHT, TALL);
    expect(from).toBeLessThan(100);
    expect(to).toBeGreaterThan(100 + TALL / ROW_HEIGHT);
  });

  it('is empty for a list that is out of sight', () => {
    expect(rowsSeen(10, 5_000, TALL)).toEqual({ from: 10, to: 10 });
    expect(rowsSeen(10, -5_000, TALL)).toEqual({ from: 0, to: 0 });
  });

  it('never leaves the list', () => {
    expect(rowsSeen(3, 0, TALL)).toEqual({ from: 0, to: 3 });
    expect(rowsSeen(0, 0, TALL)).toEqual({ from: 0, to: 0 });
  });
});

describe('where a dragged row lands', () => {
  it('is before the row whose upper half is under the pointer, else after it', () => {
    expect(placeAt(ROW_HEIGHT * 2 + 10, 5)).toBe(2);
    expect(placeAt(ROW_HEIGHT * 2 + 30, 5)).toBe(3);
  });

  it('is within the list', () => {
    expect(placeAt(-100, 5)).toBe(0);
    expect(placeAt(10_000, 5)).toBe(5);
  });
});

describe('scrolling to a row', () => {
  it('does not move when the row is seen', () => {
    expect(scrollToSee(3, 0, TALL)).toBe(0);
  });

  it('moves just as far as needed, up or down', () => {
    expect(scrollToSee(0, 100, TALL)).toBe(-108);
    expect(scrollToSee(20, 0, TALL)).toBe(20 * ROW_HEIGHT + ROW_HEIGHT + 8 - TALL);
  });
});
