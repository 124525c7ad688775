import { expect, it } from 'vitest';
import { TODAY } from '@/tests/support/fake-wire';
import { listPage, listRowOf, rowOf } from '@/tests/support/view-samples';
import { addDays } from '@/utils/model/day';
import type { ListPart } from '@/utils/model/row';
import { listHeadline, partialWords } from './list-headline';

const known = (number: number) => listRowOf(number, { state: 'known', item: rowOf(number) });
const gone = [1, 2].map((number) => ({ key: listRowOf(number).key, title: 'Gone' }));
const line = (rows: ListPart['rows'], changes: Partial<ListPart> = {}) =>
  listHeadline(listPage(rows, changes).list, TODAY);

it('says how many are here, new, changed and gone since the visit before', () => {
  const rows = [listRowOf(1), listRowOf(2), listRowOf(3, { state: 'changed' }), known(4)];
  expect(line(rows, { gone, sinceDay: addDays(TODAY, -4) })).toBe(
    '4 here · 2 new · 1 changed · 2 gone since Thursday',
  );
});

it('leaves out what there is none of', () => {
  expect(line([known(1)])).toBe('1 here');
});

it('says the same day, yesterday and a day long ago in their own words', () => {
  const since = (days: number) => line([known(1)], { gone, sinceDay: addDays(TODAY, -days) });
  expect(since(0)).toBe('1 here · 2 gone since earlier today');
  expect(since(1)).toBe('1 here · 2 gone since yesterday');
  expect(since(7)).toBe('1 here · 2 gone since Nov 16');
});

it('says why a list is only a part', () => {
  const words = (count: number, isPartial: boolean) =>
    partialWords(
      listPage(
        Array.from({ length: count }, (_, place) => known(place)),
        { isPartial },
      ).list,
    );
  expect(words(12, false)).toBeUndefined();
  expect(words(12, true)).toMatch(/what the page shows now/);
  expect(words(200, true)).toBe('Only the first 200 rows.');
});
