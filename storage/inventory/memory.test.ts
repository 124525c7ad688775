import { describe, expect, test } from 'vitest';
import type { SourceKey } from '@/utils/model/ids';
import { type Lesson } from '@/utils/model/lesson';
import { lessonId } from '@/utils/model/lesson-names';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { freshInventory } from '@/tests/support/inventory';

const MINUTE = 60_000;
const key = 'web|tracker.example||/board' as SourceKey; // the form that recognisers give
const rows = (...numbers: number[]) =>
  numbers.map((number) => ({
    key: `redmine|tracker.example||${number}` as SourceKey,
    title: `Ticket ${number}`,
  })); // as above
const list = { key, title: 'Sprint board', url: 'https://tracker.example/board' };

describe('a kept list', () => {
  test('is remembered as it was, with nothing before', async () => {
    const { done, inventory, clock } = await freshInventory();
    expect(await inventory.list(key)).toBeUndefined();
    await done('list.keep', { ...list, rows: rows(1, 2) });
    expect(await inventory.list(key)).toEqual({
      ...{ title: list.title, url: list.url, rows: rows(1, 2), seenAt: clock.now(), before: undefined },
    });
  });

  test('seen again half an hour later is compared with the visit before; within a visit it is one', async () => {
    const { done, inventory, clock } = await freshInventory();
    await done('list.keep', { ...list, rows: rows(1, 2) });
    const keptAt = clock.now();
    clock.move(10 * MINUTE);
    await done('list.seen', { key, rows: rows(1, 2, 3) });
    expect(await inventory.list(key)).toMatchObject({ rows: rows(1, 2, 3), before: undefined });
    const leftAt = clock.now();
    clock.move(31 * MINUTE);
    await done('list.seen', { key, rows: rows(2, 3, 4) });
    expect(await inventory.list(key)).toMatchObject({
      rows: rows(2, 3, 4),
      before: { at: leftAt, rows: rows(1, 2, 3) },
    });
    clock.move(10 * MINUTE);
    await done('list.seen', { key, rows: rows(4) });
    expect(await inventory.list(key)).toMatchObject({
      rows: rows(4),
      before: { at: leftAt, rows: rows(1, 2, 3) },
    });
    expect(leftAt).toBeGreaterThan(keptAt);
  });

  test('that stays in view for hours is one visit', async () => {
    const { done, inventory, clock } = await freshInventory();
    await done('list.keep', { ...list, rows: rows(1) });
    for (let minutes = 0; minutes < 120; minutes += 10) {
      clock.move(10 * MINUTE);
      await done('list.seen', { key, rows: rows(1) });
    }
    expect((await inventory.list(key))?.before).toBeUndefined();
  });

  test('writes its rows only when they changed, and nothing when it was just seen', async () => {
    const { done, send, db, clock } = await freshInventory();
    await done('list.keep', { ...list, rows: rows(1) });
    expect(await send('list.seen', { key, rows: rows(1) })).toMatchObject({ value: { outcome: 'nothing' } });
    clock.move(31 * MINUTE);
    await done('list.seen', { key, rows: rows(1) });
    const last = (await db.events.toArray()).at(-1);
    expect(last).toMatchObject({ t: 'policy', via: 'rule', d: { visit: 'new' } });
    expect(last?.d).not.toHaveProperty('rows');
  });

  test('is forgotten and kept by acts that can be undone; seeing it is none', async () => {
    const { done, inventory, overview, clock } = await freshInventory();
    await done('list.keep', { ...list, rows: rows(1) });
    clock.move(31 * MINUTE);
    await done('list.seen', { key, rows: rows(2) });
    expect((await overview()).undo).toEqual({ name: 'list.keep', title: 'Sprint board' });
    await done('list.forget', { key });
    expect(await inventory.list(key)).toBeUndefined();
    expect((await overview()).undo).toEqual({ name: 'list.forget', title: 'Sprint board' });
    await done('undo', {});
    expect(await inventory.list(key)).toMatchObject({ rows: rows(2), before: { rows: rows(1) } });
    await done('undo', {});
    expect(await inventory.list(key)).toBeUndefined();
    await done('redo', {});
    expect(await inventory.list(key)).toMatchObject({ title: 'Sprint board' });
  });

  test('kept again after it was forgotten begins anew', async () => {
    const { done, inventory, clock } = await freshInventory();
    await done('list.keep', { ...list, rows: rows(1) });
    clock.move(31 * MINUTE);
    await done('list.seen', { key, rows: rows(2) });
    await done('list.forget', { key });
    await done('list.keep', { ...list, rows: rows(3) });
    expect(await inventory.list(key)).toMatchObject({ rows: rows(3), before: undefined });
  });

  test('that is not kept is neither seen nor forgotten', async () => {
    const { send, db } = await freshInventory();
    expect(await send('list.seen', { key, rows: rows(1) })).toMatchObject({ value: { outcome: 'nothing' } });
    expect(await send('list.forget', { key })).toMatchObject({ value: { outcome: 'nothing' } });
    expect(await db.events.count()).toBe(0);
  });
});

describe('lessons', () => {
  const lesson = (host: string, text = 'Due'): Lesson => {
    const about = { product: 'web', host, kind: 'page', field: 'dueDay' as const };
    return { ...about, id: lessonId(about), locators: [{ by: 'label', text }], example: '1 May' };
  };

  test('are saved together, found by host, and shown', async () => {
    const { done, inventory } = await freshInventory();
    const [a, b] = [lesson('a.example'), lesson('b.example')];
    await done('lesson.save', { lessons: [a, b] });
    expect(await inventory.lessons()).toEqual([a, b]);
    expect(await inventory.lessonsFor('b.example')).toEqual([b]);
    expect(await inventory.view('lessons', {}, USUAL_SETTINGS)).toEqual([a, b]);
  });

  test('that teach the same thing again replace what was taught, whatever id an import gives them', async () => {
    const { done, send, inventory } = await freshInventory();
    await done('lesson.save', { lessons: [lesson('a.example')] });
    await done('lesson.save', { lessons: [{ ...lesson('a.example', 'Due date'), id: 'forged' }] });
    expect(await inventory.lessons()).toEqual([lesson('a.example', 'Due date')]);
    expect(await send('lesson.save', { lessons: [lesson('a.example', 'Due date')] })).toMatchObject({
      value: { outcome: 'nothing' },
    });
  });

  test('heal without an act, and only where they are', async () => {
    const { done, send, inventory, overview } = await freshInventory();
    const { id } = lesson('a.example');
    const locators = [{ by: 'heading' as const, text: 'Details', place: 1 }];
    expect(await send('lesson.heal', { id, locators })).toMatchObject({ value: { outcome: 'nothing' } });
    await done('lesson.save', { lessons: [lesson('a.example')] });
    await done('lesson.heal', { id, locators });
    expect(await inventory.lessons()).toMatchObject([{ id, locators }]);
    expect((await overview()).undo?.name).toBe('lesson.save');
  });

  test('are removed and come back by undo, or by being taught again', async () => {
    const { done, inventory } = await freshInventory();
    const saved = lesson('a.example');
    await done('lesson.save', { lessons: [saved] });
    await done('lesson.remove', { id: saved.id });
    expect(await inventory.lessons()).toEqual([]);
    await done('undo', {});
    expect(await inventory.lessons()).toEqual([saved]);
    await done('lesson.remove', { id: saved.id });
    await done('lesson.save', { lessons: [saved] });
    expect(await inventory.lessons()).toEqual([saved]);
  });

  test('of a shape that this version does not know are left alone', async () => {
    const { inventory, db } = await freshInventory();
    await db.records.put({
      ...{ ent: 'policy', id: 'lesson:x', fields: { id: 'x', locators: [{ by: 'xpath', text: '//*' }] } },
      ...{ baselines: [], spent: [], skips: [], grants: [], hlc: '' },
    });
    expect(await inventory.lessons()).toEqual([]);
  });
});
