import { beforeEach, describe, expect, test } from 'vitest';
import { freshInventory, ticket } from '@/tests/support/inventory';
import type { Inventory } from '@/storage/inventory';
import type { Order } from '@/storage/inventory/execute';
import { type CommandId, newId, type SourceKey } from '@/utils/model/ids';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { lockedInventory } from './locked-inventory';

const key = 'redmine|tracker.example||1' as SourceKey; // the form of a key

describe('the inventory behind the lock', () => {
  let inside: Inventory;
  let inventory: Inventory;
  let isLocked: boolean;
  let sealed: Order[];
  let move: (ms: number) => void;
  const capture = (id: CommandId, title = 'Ticket 1', payload: unknown = { draft: ticket(1, { title }) }) =>
    inventory.execute(id, 'item.capture', payload, { via: 'capture' });

  beforeEach(async () => {
    const fresh = await freshInventory();
    [isLocked, sealed, inside, move] = [false, [], fresh.inventory, fresh.clock.move];
    const seal = async (order: Order) => {
      sealed.push(order);
      return { ok: true, value: { outcome: 'kept' } } as const;
    };
    inventory = lockedInventory(inside, { isLocked: async () => isLocked, seal }, fresh.clock);
  });

  test('is the inventory itself while the lock is open', async () => {
    expect(await capture(newId(1))).toMatchObject({ ok: true, value: { outcome: 'new', title: 'Ticket 1' } });
    expect((await inventory.bySource(key))?.row.title).toBe('Ticket 1');
    expect(sealed).toEqual([]);
  });

  test('refuses every question while it is locked, whatever it is, and opens no database', async () => {
    await inside.rest();
    isLocked = true;
    const questions = Object.entries(inventory).filter(([name]) => !['execute', 'onChange'].includes(name));
    expect(questions.length).toBeGreaterThan(20);
    for (const [name, ask] of questions)
      // None of them comes so far that it looks at what it was given.
      await expect((ask as () => Promise<unknown>)(), name).rejects.toMatchObject({ code: 'locked' });
  });

  test('gives no answer that was under way when it closed', async () => {
    await capture(newId(1));
    const asked = inventory.view('overview', {}, USUAL_SETTINGS);
    const carriedOut = capture(newId(2), 'Secret');
    // Both were let in.
    await Promise.resolve();
    isLocked = true;
    await expect(asked).rejects.toMatchObject({ code: 'locked' });
    expect(await carriedOut).toEqual({ ok: true, value: { outcome: expect.any(String) } });
  });

  test('seals captures with their own instant, and refuses what does not parse and everything else', async () => {
    isLocked = true;
    move(5_000);
    expect(await capture(newId(3))).toEqual({ ok: true, value: { outcome: 'kept' } });
    expect(await inventory.execute(newId(4), 'item.add', { title: 'Call Ana' }, { via: 'ui' })).toMatchObject(
      {
        value: { outcome: 'kept' },
      },
    );
    expect(sealed).toMatchObject([
      { name: 'item.capture', at: Date.parse('2026-03-12T09:00:05Z'), zone: 'Europe/Berlin' },
      { name: 'item.add', payload: { title: 'Call Ana' } },
    ]);
    expect(await capture(newId(5), '', { draft: {} })).toEqual({ ok: false, code: 'malformed' });
    for (const name of ['item.observe', 'undo', 'item.edit', 'lesson.heal'] as const)
      expect(await inventory.execute(newId(6), name, {}, { via: 'rule' })).toEqual({
        ok: false,
        code: 'locked',
      });
    expect(sealed).toHaveLength(2);
  });

  test('carries out as usual what found it open when it was to be sealed', async () => {
    const opening = { isLocked: async () => isLocked, seal: async () => void (isLocked = false) };
    isLocked = true;
    const now = lockedInventory(inside, opening, { now: () => 1, zone: () => 'UTC' });
    expect(
      await now.execute(newId(7), 'item.capture', { draft: ticket(7) }, { via: 'capture' }),
    ).toMatchObject({ value: { outcome: 'new' } });
  });

  test('takes a capture down at the instant it was made, however late it is carried out', async () => {
    const at = Date.parse('2026-03-10T08:00:00Z');
    const given = { at, zone: 'Europe/Berlin' };
    await inside.execute(newId(8), 'item.capture', { draft: ticket(1) }, { via: 'capture' }, given);
    const id = (await inside.bySource(key))?.row.id;
    const card = id && (await inside.view('item', { id }, USUAL_SETTINGS));
    expect(card && card.item.createdAt).toBe(at);
  });
});
