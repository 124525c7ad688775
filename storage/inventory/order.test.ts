import { describe, expect, test } from 'vitest';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { type ItemId } from '@/utils/model/ids';
import type { Day } from '@/utils/model/day';
import { freshInventory } from '@/tests/support/inventory';

const day = (text: string) => text as Day; // a day that exists

describe('states', () => {
  test('started and done are kept with their days; reopening withdraws the finish and keeps the start', async () => {
    const { done, item, clock } = await freshInventory();
    const id = await done('item.add', { title: 'A' });
    await done('item.setState', { id, state: 'started' });
    clock.set('2026-03-14T09:00:00Z');
    await done('item.setState', { id, state: 'done' });
    expect(await item(id)).toMatchObject({
      state: 'done',
      startedDay: '2026-03-12',
      finishedDay: '2026-03-14',
    });
    await done('item.setState', { id, state: 'started' });
    expect(await item(id)).toMatchObject({
      state: 'started',
      startedDay: '2026-03-12',
      finishedDay: undefined,
    });
  });

  test('finishing ends the waits and blocks that were open', async () => {
    const { done, item, overview } = await freshInventory();
    const id = await done('item.add', { title: 'A' });
    await done('item.wait', { id, on: 'Legal' });
    expect((await overview()).counts.waiting).toBe(1);
    await done('item.block', { id, reason: 'no key' });
    await done('item.setState', { id, state: 'done' });
    const after = await item(id);
    expect(
      [...(after?.waits ?? []), ...(after?.blocks ?? [])].every(({ endedAt }) => endedAt !== undefined),
    ).toBe(true);
    expect((await overview()).doneToday.map((row) => row.id)).toEqual([id]);
  });

  test('what an item stops counts for it, and is free when it is done', async () => {
    const { done, db } = await freshInventory();
    const [a, b] = [await done('item.add', { title: 'A' }), await done('item.add', { title: 'B' })];
    await done('item.block', { id: b, by: a });
    expect(await db.items.get(a)).toMatchObject({ blocksCount: 1, score: 8 });
    expect(await db.items.get(b)).toMatchObject({
      isBlocked: true,
      score: -30,
      terms: [{ code: 'blocked', by: 'A' }],
    });
    await done('item.setState', { id: a, state: 'done' });
    expect(await db.items.get(b)).toMatchObject({ isBlocked: false, score: 0 });
  });

  test('items cannot stop each other in a circle', async () => {
    const { done, send } = await freshInventory();
    const [a, b, c] = [
      await done('item.add', { title: 'A' }),
      await done('item.add', { title: 'B' }),
      await done('item.add', { title: 'C' }),
    ];
    await done('item.block', { id: b, by: a });
    await done('item.block', { id: c, by: b });
    expect(await send('item.block', { id: a, by: c })).toEqual({ ok: false, code: 'not-possible' });
    expect(await send('item.block', { id: a, by: a })).toEqual({ ok: false, code: 'not-possible' });
  });
});

describe('order', () => {
  test('today is ordered by hand', async () => {
    const { done, overview } = await freshInventory();
    const today = day('2026-03-12');
    const ids: ItemId[] = [];
    for (const title of ['A', 'B', 'C']) ids.push(await done('item.add', { title, planDay: today }));
    const titles = async () => (await overview()).today.map((row) => row.title).join('');
    expect(await titles()).toBe('ABC');
    const [a, b, c] = ids as [ItemId, ItemId, ItemId];
    await done('item.order', { id: c, before: a });
    expect(await titles()).toBe('CAB');
    await done('item.order', { id: c, after: a });
    expect(await titles()).toBe('ACB');
    await done('item.order', { id: a });
    expect(await titles()).toBe('CBA');
    await done('item.plan', { id: b, day: null });
    expect(await titles()).toBe('CA');
  });

  test('next is ordered by score, and a pin holds a place directly above another until the day ends', async () => {
    const { done, overview, clock, inventory } = await freshInventory();
    const a = await done('item.add', { title: 'A', importance: 3 });
    await done('item.add', { title: 'B' });
    await done('item.add', { title: 'C' });
    const d = await done('item.add', { title: 'D' });
    const next = async () => (await overview()).next.rows.map((row) => row.title).join('');
    const rows = (await overview()).next.rows;
    expect(await next()).toBe('ABCD');
    await done('item.pin', { id: d, above: rows[2]?.id ?? a });
    expect(await next()).toBe('ABDC');
    await done('item.pin', { id: d, above: a });
    expect(await next()).toBe('DABC');
    expect((await overview()).next.rows[0]).toMatchObject({ isPinned: true });
    clock.set('2026-03-13T09:00:00Z');
    await inventory.refreshDay();
    expect(await next()).toBe('ABCD');
  });

  test('a snoozed item is back in the morning of its day', async () => {
    const { done, overview, clock, inventory } = await freshInventory();
    const id = await done('item.add', { title: 'A' });
    await done('item.snooze', { id, untilDay: day('2026-03-14') });
    expect((await overview()).counts).toMatchObject({ next: 0, snoozed: 1 });
    clock.set('2026-03-14T00:30:00+01:00');
    await inventory.refreshDay();
    expect((await overview()).counts).toMatchObject({ next: 1, snoozed: 0 });
  });

  test('a new day brings due days nearer', async () => {
    const { done, overview, clock, inventory } = await freshInventory();
    await done('item.add', { title: 'A', dueDay: day('2026-03-20') });
    const before = (await overview()).next.rows[0]?.score ?? 0;
    clock.set('2026-03-18T09:00:00Z');
    await inventory.refreshDay();
    expect((await overview()).next.rows[0]?.score).toBeGreaterThan(before);
  });

  test('pages of a list follow each other without gap or repetition', async () => {
    const { inventory, done } = await freshInventory();
    for (let count = 0; count < 25; count += 1) await done('item.add', { title: `Item ${count}` });
    const first = await inventory.view('list', { list: 'next', limit: 10 }, USUAL_SETTINGS);
    const second = await inventory.view(
      'list',
      { list: 'next', limit: 10, after: first.next },
      USUAL_SETTINGS,
    );
    const third = await inventory.view(
      'list',
      { list: 'next', limit: 10, after: second.next },
      USUAL_SETTINGS,
    );
    const titles = [...first.rows, ...second.rows, ...third.rows].map((row) => row.title);
    expect(new Set(titles).size).toBe(25);
    expect(third.next).toBeUndefined();
    const closed = await inventory.view(
      'list',
      { list: 'next', limit: 10, until: first.next },
      USUAL_SETTINGS,
    );
    expect(closed.rows).toEqual(first.rows);
  });
});
