import { describe, expect, it } from 'vitest';
import { listRowOf, rowOf } from '@/tests/support/view-samples';
import { isTicked, leftOut, passes, pressingFirst, rowsShown, tickedKeys, withTicks } from './ticks';

const fresh = listRowOf(1);
const known = listRowOf(2, { state: 'known', item: rowOf(2) });
const changed = listRowOf(3, { state: 'changed', item: rowOf(3), status: 'Feedback' });
const none = new Map();

describe('ticks', () => {
  it('are on what is new, until the hand says otherwise', () => {
    expect(tickedKeys([fresh, known, changed], none)).toEqual([fresh.key]);
    const ticks = withTicks(withTicks(none, [known], true), [fresh], false);
    expect(tickedKeys([fresh, known], ticks)).toEqual([known.key]);
  });

  it('keep after a capture only what was left out', () => {
    const ticks = withTicks(withTicks(none, [known], true), [fresh], false);
    expect(isTicked(known, leftOut(ticks))).toBe(false);
    expect(isTicked(fresh, leftOut(ticks))).toBe(false);
    expect(isTicked(listRowOf(4), leftOut(ticks))).toBe(true);
  });
});

describe('the filter', () => {
  it('wants every word somewhere in the row, in any case', () => {
    expect(passes(changed, 'feed ACME-3')).toBe(true);
    expect(passes(changed, 'feed acme-4')).toBe(false);
    expect(passes(changed, '')).toBe(true);
  });

  it('leaves ticked rows in sight', () => {
    expect(rowsShown([fresh, known, changed], none, 'feedback')).toEqual([fresh, changed]);
  });
});

it('rows with something to do come first, in the order of the page', () => {
  expect(pressingFirst([known, fresh, changed])).toEqual([fresh, changed, known]);
});
