import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlived, type Generation } from './generations';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const kept = (all: readonly Generation[], now: number) => {
  const gone = new Set(outlived(all, now));
  return all.filter(({ name }) => !gone.has(name));
};
const hourly = (hours: number, items = 100): Generation[] =>
  Array.from({ length: hours }, (_, at) => ({ name: `${at}`, at: at * HOUR, items, events: items + at }));

describe('of hourly snapshots', () => {
  test('the last three stay, the last of each of seven days and of each of four weeks', () => {
    const all = hourly(24 * 60);
    const now = 24 * 60 * HOUR;
    const ages = kept(all, now).map(({ at }) => Math.floor((now - at) / HOUR));
    expect(ages.filter((age) => age <= 3)).toEqual([3, 2, 1]);
    expect(kept(all, now).length).toBeLessThanOrEqual(3 + 7 + 4);
    expect(new Set(kept(all, now).map(({ at }) => Math.floor(at / DAY))).size).toBeGreaterThanOrEqual(7 + 2);
  });

  test('a state that is nearly empty pushes out nothing, however often it is written', () => {
    const full = hourly(30);
    const empty = hourly(400, 3).map((each) => ({
      ...each,
      name: `empty ${each.name}`,
      at: each.at + 100 * DAY,
      events: 3,
    }));
    let stored: Generation[] = kept(full, 30 * HOUR);
    const before = stored.length;
    for (const each of empty) stored = kept([...stored, each], each.at);
    expect(stored.filter(({ items }) => items === 100)).toHaveLength(before);
  });

  test('where the log says why there is less, the fuller ones stay for 30 days', () => {
    const full = { name: 'full', at: 0, items: 100, events: 200 };
    const after = (days: number): Generation[] =>
      hourly(days * 24, 10).map((each) => ({ ...each, at: each.at + HOUR, events: 300 }));
    expect(kept([full, ...after(29)], 29 * DAY)).toContain(full);
    expect(kept([full, ...after(60)], 60 * DAY)).not.toContain(full);
  });
});

test('whatever there is, the newest and the fullest before a fall stay, and at most 14 of equal fullness', () => {
  const some = fc.array(fc.record({ at: fc.nat({ max: 100 * DAY }), items: fc.nat({ max: 1_000 }) }), {
    minLength: 1,
    maxLength: 80,
  });
  fc.assert(
    fc.property(some, (drawn) => {
      const all = drawn.map((each, place) => ({ ...each, name: `${place}`, events: each.items }));
      const newest = all.toSorted((a, b) => b.at - a.at)[0];
      const left = kept(all, 100 * DAY);
      expect(left).toContain(newest);
      expect(left).toEqual(
        expect.arrayContaining(all.filter(({ items }) => items > 2 * (newest?.items ?? 0))),
      );
      const level = all.map((each) => ({ ...each, items: 5, events: 5 }));
      expect(kept(level, 100 * DAY).length).toBeLessThanOrEqual(14);
    }),
  );
});
