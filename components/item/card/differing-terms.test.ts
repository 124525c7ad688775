import { describe, expect, it } from 'vitest';
import { TODAY } from '@/tests/support/fake-wire';
import type { Term } from '@/utils/model/term';
import { differingTerms } from './differing-terms';

const due: Term = { code: 'due', points: 21, days: 2 };
const maria: Term = { code: 'waiter', points: 14, who: 'Maria', days: 4 };
const vital: Term = { code: 'value', points: 24, importance: 3 };
const useful: Term = { code: 'value', points: 8, importance: 1 };

describe('why above that one', () => {
  it('tells only the terms that differ, the largest difference first', () => {
    const told = differingTerms([due, maria, useful], [due, vital], TODAY);
    expect(told.map(({ code, here, there }) => [code, here, there])).toEqual([
      ['value', 8, 24],
      ['waiter', 14, 0],
    ]);
  });

  it('tells nothing of two items with the same terms', () => {
    expect(differingTerms([due, maria], [maria, due], TODAY)).toEqual([]);
  });
});
