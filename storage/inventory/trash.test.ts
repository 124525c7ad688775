import { describe, expect, test } from 'vitest';
import { freshInventory, ticket } from '@/tests/support/inventory';
import type { ItemId } from '@/utils/model/ids';
import { USUAL_SETTINGS } from '@/utils/model/settings';

describe('the Trash (PV-06)', () => {
  test('holds what somebody deleted, with time and place, and gives each back after ninety days', async () => {
    const { inventory, clock, done, item } = await freshInventory();
    const ids: ItemId[] = [];
    for (let number = 0; number < 20; number += 1)
      ids.push(await done('item.capture', { draft: ticket(number) }));
    for (const id of ids) await done('item.delete', { id, from: 'panel' });
    const lastAt = clock.now();
    clock.move(90 * 86_400_000);
    // Undo has long forgotten them.
    for (let number = 0; number < 60; number += 1) await done('item.add', { title: `Later ${number}` });
    const page = (after?: { order: number | string; id: ItemId }) =>
      inventory.view('list', { list: 'trash', limit: 15, ...(after && { after }) }, USUAL_SETTINGS);
    const first = await page();
    const rows = [...first.rows, ...(await page(first.next)).rows];
    expect(rows.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(rows[0]).toMatchObject({ trashed: { at: lastAt, from: 'panel' } });
    for (const { id } of rows) await done('item.restore', { id });
    expect((await page()).rows).toEqual([]);
    for (const id of ids) expect(await item(id)).toMatchObject({ state: 'triage', trashedAt: undefined });
  });
});
