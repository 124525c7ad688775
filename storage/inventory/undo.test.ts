import { describe, expect, test } from 'vitest';
import { openInventory } from '@/storage/inventory';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { newId, type CommandId, type ItemId } from '@/utils/model/ids';
import { freshInventory, ticket } from '@/tests/support/inventory';

describe('undo', () => {
  test('takes back the last fifty commands one by one, also after a restart, and redo does them again', async () => {
    const { done, clock, name, overview } = await freshInventory();
    const id = await done('item.add', { title: 'T0' });
    for (let count = 1; count <= 60; count += 1)
      await done('item.edit', { id, changes: { title: `T${count}` } });
    const restarted = openInventory(clock, name);
    const act = (command: 'undo' | 'redo') => {
      clock.move(1_000);
      return restarted.execute(newId<CommandId>(clock.now()), command, {}, { via: 'ui' });
    };
    const title = async () => (await restarted.view('item', { id }, USUAL_SETTINGS))?.item.title;
    for (let count = 0; count < 50; count += 1)
      expect(await act('undo')).toMatchObject({ ok: true, value: { outcome: 'undone', name: 'item.edit' } });
    expect(await title()).toBe('T10');
    expect(await act('undo')).toEqual({ ok: false, code: 'nothing-to-undo' });
    for (let count = 0; count < 50; count += 1) expect(await act('redo')).toMatchObject({ ok: true });
    expect(await title()).toBe('T60');
    expect((await overview()).undo).toMatchObject({ name: 'item.edit', title: 'T60' });
  });

  test('of a capture takes the item away; capturing again makes a new one', async () => {
    const { done, send, db } = await freshInventory();
    await done('item.capture', { draft: ticket(7) });
    await done('undo', {});
    expect(await db.items.count()).toBe(0);
    expect(await db.sources.count()).toBe(0);
    expect(await send('item.capture', { draft: ticket(7) })).toMatchObject({ value: { outcome: 'new' } });
  });

  test('leaves what was changed afterwards elsewhere alone', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.add', { title: 'A' });
    await done('item.setState', { id, state: 'started' });
    await done('item.capture', { draft: ticket(7) });
    await done('undo', {});
    expect(await item(id)).toMatchObject({ state: 'started' });
    await done('undo', {});
    expect(await item(id)).toMatchObject({ state: 'ready' });
    expect((await item(id))?.startedAt).toBeUndefined();
  });

  test('a new command makes what was undone final', async () => {
    const { done, send } = await freshInventory();
    const id = await done('item.add', { title: 'A' });
    await done('item.setState', { id, state: 'started' });
    await done('undo', {});
    await done('item.edit', { id, changes: { title: 'B' } });
    expect(await send('redo', {})).toEqual({ ok: false, code: 'nothing-to-undo' });
  });
});

describe('refusals', () => {
  test.each([
    ['item.add', { title: '   ' }],
    ['item.add', { title: 'x', dueDay: '2026-02-30' }],
    ['item.setState', { id: 'nobody', state: 'done' }],
    ['item.edit', null],
  ] as const)('%s with a wrong payload is refused and changes nothing', async (name, payload) => {
    const { inventory, db, clock } = await freshInventory();
    expect(await inventory.execute(newId<CommandId>(clock.now()), name, payload, { via: 'ui' })).toEqual({
      ok: false,
      code: 'malformed',
    });
    expect(await db.events.count()).toBe(0);
  });

  test('a command about an item that is not there says so', async () => {
    const { send, clock } = await freshInventory();
    expect(await send('item.setState', { id: newId<ItemId>(clock.now()), state: 'done' })).toEqual({
      ok: false,
      code: 'no-item',
    });
  });

  test('a database from the future is neither read nor changed', async () => {
    const { done, db, name, clock } = await freshInventory();
    await done('item.add', { title: 'A' });
    db.close();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 990);
      request.onsuccess = () => (request.result.close(), resolve());
      request.onerror = () => reject(new Error('cannot raise the version'));
      request.onblocked = () => undefined; // the first connection closes by itself on versionchange
    });
    const old = openInventory(clock, name);
    expect(
      await old.execute(newId<CommandId>(clock.now()), 'item.add', { title: 'B' }, { via: 'ui' }),
    ).toEqual({ ok: false, code: 'newer-database' });
  });
});

describe('search', () => {
  test('finds every word in title, people, tags and tool names, open work first', async () => {
    const { done, inventory } = await freshInventory();
    const find = async (text: string) =>
      (await inventory.view('search', { text }, USUAL_SETTINGS)).rows.map((row) => row.title);
    await done('item.capture', { draft: ticket(142, { title: 'Señor login redirect', requester: 'Maria' }) });
    const other = await done('item.add', { title: 'Login page texts', tags: ['ops'] });
    expect(await find('login')).toEqual(['Login page texts', 'Señor login redirect']);
    expect(await find('senor maria')).toEqual(['Señor login redirect']);
    expect(await find('#142')).toEqual(['Señor login redirect']);
    await done('item.setState', { id: other, state: 'done' });
    await done('item.add', { title: 'Fresh login idea' });
    expect((await find('login')).at(-1)).toBe('Login page texts');
    expect(await find('nothing like it')).toEqual([]);
  });
});
