import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '@/utils/model/day';
import { score, type ScoreFacts } from './score';

// A day that exists.
const today = '2026-03-12' as Day;
const inDays = (count: number): Day => addDays(today, count);
const facts = (more: Partial<ScoreFacts>): ScoreFacts => ({
  today,
  importance: 0,
  blocksCount: 0,
  ageDays: 0,
  sleDays: 8,
  isExpedite: false,
  ...more,
});

/**
 * Vector V8 of reference/flow-vectors.json: an expectation of 8 days, the totals and their order. The reference gives
 * the facts of A; those of the others are chosen here so that every term of the table is used and the totals are met.
 */
const V8: Record<string, { total: number; facts: Partial<ScoreFacts> }> = {
  G: { total: 76, facts: { isExpedite: true, importance: 2 } },
  A: {
    total: 55,
    facts: { dueDay: inDays(2), waiter: { who: 'Maria', days: 4 }, blocksCount: 2, importance: 1 },
  },
  B: { total: 31, facts: { dueDay: inDays(-3) } },
  D: {
    total: 28,
    facts: { importance: 1, container: { title: 'Launch', priority: 2 }, waiter: { who: 'Ana', days: 0 } },
  },
  C: { total: 24, facts: { ageDays: 8, sizeMinutes: 15 } },
  F: { total: 20, facts: { waitingOn: { on: 'Legal', followUp: true }, importance: 1 } },
  H: { total: 16, facts: { blocksCount: 1, importance: 1 } },
  E: { total: 9, facts: { importance: 3, waiter: { who: 'Ana', days: 5 }, blockedBy: 'ACME-142' } },
};

describe('score', () => {
  test.each(Object.entries(V8))('V8 %s has its total', (_, { total, facts: given }) => {
    expect(score(facts(given)).score).toBe(total);
  });

  test('V8 is in its order', () => {
    const order = Object.keys(V8).toSorted(
      (a, b) => score(facts(V8[b]?.facts ?? {})).score - score(facts(V8[a]?.facts ?? {})).score,
    );
    expect(order).toEqual(['G', 'A', 'B', 'D', 'C', 'F', 'H', 'E']);
  });

  test('A of V8 says its arithmetic, largest reason first', () => {
    const { terms } = score(facts(V8['A']?.facts ?? {}));
    expect(terms.map(({ code, points }) => [code, points])).toEqual([
      ['due', 21],
      ['waiter', 14],
      ['blocks', 12],
      ['value', 8],
    ]);
  });

  test.each([
    [-30, 40],
    [-7, 40],
    [8, 8],
    [16, 0],
    [200, 0],
  ])('a due day %i days ahead, with 8 days of lead, gives %i points', (days, points) => {
    expect(score(facts({ dueDay: inDays(days) })).score).toBe(points);
  });

  test('age counts half a point a day before there is history', () => {
    expect(score(facts({ ageDays: 9, sleDays: undefined })).score).toBe(5);
    expect(score(facts({ ageDays: 90, sleDays: undefined })).score).toBe(10);
  });

  test('the score is whole, the sum of its terms, at most 138 without expedite, and never falls as the due day nears', () => {
    fc.assert(
      fc.property(
        fc.record({
          days: fc.integer({ min: -400, max: 400 }),
          importance: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3),
          waited: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
          blocksCount: fc.integer({ min: 0, max: 30 }),
          ageDays: fc.integer({ min: 0, max: 400 }),
          sleDays: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
          sizeMinutes: fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }),
          followUp: fc.option(fc.boolean(), { nil: undefined }),
          priority: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
        }),
        ({ days, waited, followUp, priority, ...rest }) => {
          const given = facts({
            ...rest,
            dueDay: inDays(days),
            waiter: waited === undefined ? undefined : { who: 'Ana', days: waited },
            waitingOn: followUp === undefined ? undefined : { on: 'Bo', followUp },
            container: { title: 'Launch', priority },
          });
          const now = score(given);
          expect(Number.isInteger(now.score)).toBe(true);
          expect(now.score).toBe(now.terms.reduce((sum, { points }) => sum + points, 0));
          expect(now.score).toBeLessThanOrEqual(138 + 12);
          expect(score({ ...given, dueDay: inDays(days - 1) }).score).toBeGreaterThanOrEqual(now.score);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
