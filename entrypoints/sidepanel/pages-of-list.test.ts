import { computed, effect, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { aRow, createFakeWire } from '@/tests/support/fake-wire';
import type { ViewArgs } from '@/utils/messaging/views';
import type { ItemRow, ListPage } from '@/utils/model/row';
import { followPages } from './pages-of-list';

/** The background's end: a list that a test can change, asked for in ranges. */
function aLongList(count: number) {
  let all = Array.from({ length: count }, () => aRow());
  const part = ({ after, until, limit }: ViewArgs<'list'>): ListPage => {
    const from = after ? Number(after.order) : -Infinity;
    const to = until ? Number(until.order) : Infinity;
    const within = all.filter(({ order }) => Number(order) > from && Number(order) <= to);
    const rows = until ? within : within.slice(0, limit);
    const last = rows.at(-1);
    return { rows, next: rows.length < within.length && last ? { order: last.order, id: last.id } : until };
  };
  const other = createFakeWire({ list: part });
  const first = signal(all.slice(0, 50));
  const paged = followPages(
    other.wire,
    'next',
    first,
    computed(() => all.length > 50),
  );
  let shown: ItemRow[] = [];
  effect(() => {
    shown = paged.rows.value;
  });
  return {
    ...other,
    loadMore: async () => {
      paged.loadMore();
      await Promise.resolve();
    },
    shown: () => shown.map(({ id }) => id),
    all: () => all.map(({ id }) => id),
    change: (next: (rows: ItemRow[]) => ItemRow[]) => {
      all = next(all);
      first.value = all.slice(0, 50);
      other.show({ list: part });
    },
  };
}

describe('a list that is longer than its first page', () => {
  it('shows the first page until more is asked for, then goes on without a gap', async () => {
    const list = aLongList(320);
    expect(list.shown()).toEqual(list.all().slice(0, 50));
    await list.loadMore();
    expect(list.shown()).toEqual(list.all().slice(0, 150));
    await list.loadMore();
    expect(list.shown()).toEqual(list.all().slice(0, 250));
  });

  it('asks for nothing more once it has all, and not twice for the same', async () => {
    const list = aLongList(120);
    for (let times = 0; times < 4; times++) await list.loadMore();
    expect(list.shown()).toEqual(list.all());
    const ends = list.asked.filter(({ args }) => !(args as ViewArgs<'list'>).until);
    expect(ends).toHaveLength(1);
  });

  it('asks once when it is asked again before the answer', async () => {
    const list = aLongList(320);
    const both = [list.loadMore(), list.loadMore()];
    await Promise.all(both);
    expect(list.shown()).toEqual(list.all().slice(0, 150));
    expect(list.watching()).toBe(2);
  });

  it('has no gap and no double when rows come and go in any page', async () => {
    const list = aLongList(320);
    await list.loadMore();
    await list.loadMore();
    expect(list.watching()).toBe(3);
    list.change((rows) => rows.filter((_, place) => place !== 10 && place !== 120));
    expect(list.shown()).toEqual(list.all().slice(0, 248));
    list.change((rows) => {
      const before = rows[99];
      const fresh = aRow({ order: Number(before?.order) + 0.5 });
      return [...rows.slice(0, 100), fresh, ...rows.slice(100)];
    });
    expect(list.shown()).toEqual(list.all().slice(0, 249));
  });
});
