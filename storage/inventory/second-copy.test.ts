import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newId, type CommandId, type ItemId } from '@/utils/model/ids';
import { ticket } from '@/tests/support/inventory';
import { keptInventory } from '@/tests/support/kept-inventory';
import { privateFiles } from '@/tests/support/private-files';
import { lay, STORED } from '@/tests/support/stored-inventory';
import { PATIENCE } from './connection';
import { healthOf } from './disk-gauge';
import { SCHEMA } from './schema';

const MB = 1_000_000;
let files: ReturnType<typeof privateFiles>;
beforeEach(() => {
  files = privateFiles();
});
afterEach(() => {
  vi.restoreAllMocks();
  files.restore();
});

describe('the journal', () => {
  test('has a command before its transaction begins', async () => {
    const kept = keptInventory();
    await kept.send('item.add', { title: 'First' });
    const events = () =>
      kept.inventory.within(async (db) => ({ value: await db.events.count(), isChanged: false }));
    const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
    const writing = Promise.withResolvers<void>();
    const held = (values: Record<string, unknown>) => writing.promise.then(() => set(values));
    Object.assign(fakeBrowser.storage.local, { set: held });
    const reply = kept.send('item.add', { title: 'Second' });
    // Long enough for a transaction that did not wait: each of these is one.
    for (let asked = 0; asked < 5; asked += 1) expect(await events()).toBe(1);
    writing.resolve();
    Object.assign(fakeBrowser.storage.local, { set });
    expect(await reply).toMatchObject({ ok: true });
    expect(await events()).toBe(2);
    expect(await kept.journal()).toHaveLength(2);
  });

  test('that is slow lets no later command overtake an earlier one', async () => {
    const kept = keptInventory();
    const added = await kept.send('item.add', { title: 'One' });
    const id = (added.ok ? added.value.itemId : undefined) ?? newId<ItemId>(5);
    const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
    const writing = Promise.withResolvers<void>();
    const held = (values: Record<string, unknown>) => writing.promise.then(() => set(values));
    Object.assign(fakeBrowser.storage.local, { set: held });
    let begun = 0;
    const rigged = globalThis as { __throughlineFail?: object };
    // The second one's transaction has begun: it would find the journal written while the first one begins anew.
    rigged.__throughlineFail = { 'in-transaction': () => (begun += 1) === 2 && writing.resolve() };
    const replies = (['started', 'done'] as const).map((state) => kept.send('item.setState', { id, state }));
    const look = async (db: { events: { count(): Promise<number> } }) => ({
      value: await db.events.count(),
      isChanged: false,
    });
    for (let asked = 0; asked < 10; asked += 1) await kept.inventory.within(look);
    delete rigged.__throughlineFail;
    writing.resolve();
    await Promise.all(replies);
    Object.assign(fakeBrowser.storage.local, { set });
    expect(await kept.inventory.view('item', { id }, {} as never)).toMatchObject({ item: { state: 'done' } });
  });

  test('forgets what was refused and what meant nothing', async () => {
    const kept = keptInventory();
    await kept.send('item.add', { title: 'One' });
    await kept.send('item.delete', { id: newId<ItemId>(5) });
    await kept.send('undo', {});
    expect(await kept.send('undo', {})).toMatchObject({ ok: false });
    await vi.waitFor(async () => expect(await kept.journal()).toHaveLength(2));
  });

  test('that cannot be written stops no command, and the storage view says so', async () => {
    const kept = keptInventory();
    await kept.send('item.add', { title: 'One' });
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    expect(await kept.send('item.add', { title: 'Two' })).toMatchObject({
      ok: true,
      value: { outcome: 'new' },
    });
    expect(await kept.inventory.view('storage', {}, {} as never)).toMatchObject({ journalFails: true });
  });

  test('has a command that a dying worker never carried out, and the next worker carries it out', async () => {
    const kept = keptInventory();
    await kept.send('item.add', { title: 'One' });
    const rigged = globalThis as { __throughlineFail?: object };
    rigged.__throughlineFail = {
      journalled: () => {
        throw new Error('killed');
      },
    };
    const id = newId<CommandId>(9);
    const stop = vi.spyOn(fakeBrowser.storage.local, 'remove').mockResolvedValue();
    await kept.send('item.setState', { id: newId<ItemId>(1), state: 'done' }, newId(8));
    await kept.send('item.add', { title: 'Two' }, id);
    delete rigged.__throughlineFail;
    stop.mockRestore();
    kept.restart();
    expect(await kept.titles()).toEqual(['One', 'Two']);
    expect(await kept.send('item.add', { title: 'Two' }, id)).toMatchObject({ value: { outcome: 'new' } });
    expect(await kept.titles()).toEqual(['One', 'Two']);
  });

  test('is short again after a snapshot', async () => {
    const kept = keptInventory();
    for (let n = 0; n < 12; n += 1) await kept.send('item.add', { title: `${n}` });
    expect(await kept.journal()).toHaveLength(12);
    expect(await kept.inventory.snapshot()).toBe(true);
    expect(await kept.journal()).toEqual([]);
    expect(await kept.sentinel()).toMatchObject({ journalled: 0, snapshot: { items: 12, events: 12 } });
    expect(await kept.inventory.view('storage', {}, {} as never)).toMatchObject({
      snapshots: 1,
      state: 'ready',
    });
  });
});

describe('the disk', () => {
  test.each([
    [600, 'good'],
    [499, 'low'],
    [150, 'very-low'],
    [40, 'full'],
  ] as const)('with %i MB free is %s', (free, health) => {
    expect(healthOf(free * MB)).toBe(health);
    expect(healthOf(undefined)).toBe('good');
  });

  test('keeps nothing in the journal alone once a write there has failed, until the browser closes', async () => {
    const kept = keptInventory();
    await kept.send('item.add', { title: 'One' });
    const failing = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('no space'));
    await kept.send('item.add', { title: 'Two' });
    failing.mockRestore();
    Object.assign(files.estimate, { quota: 40 * MB });
    await kept.inventory.view('storage', {}, {} as never);
    expect(await kept.send('item.add', { title: 'Three' })).toEqual({ ok: false, code: 'disk-full' });
    kept.restart();
    expect(await kept.send('item.add', { title: 'Four' })).toEqual({ ok: false, code: 'disk-full' });
  });

  test('below 200 MB takes no bulk work, below 50 MB captures into the journal alone', async () => {
    const kept = keptInventory();
    await kept.send('item.add', { title: 'One' });
    Object.assign(files.estimate, { quota: 150 * MB });
    const rows = Array.from({ length: 30 }, (_, n) => ticket(n));
    expect(await kept.send('item.captureMany', { rows })).toEqual({ ok: false, code: 'disk-full' });
    expect(await kept.send('item.add', { title: 'Two' })).toMatchObject({ value: { outcome: 'new' } });
    Object.assign(files.estimate, { quota: 40 * MB });
    await kept.inventory.view('storage', {}, {} as never);
    expect(await kept.send('item.add', { title: 'Three' })).toEqual({ ok: true, value: { outcome: 'kept' } });
    expect(await kept.send('undo', {})).toEqual({ ok: false, code: 'disk-full' });
    expect(await kept.titles()).toEqual(['One', 'Two']);
    expect(await kept.inventory.view('storage', {}, {} as never)).toMatchObject({
      health: 'full',
      state: 'kept',
    });
    // A worker that starts now does not even open the database.
    kept.restart();
    await expect(kept.titles()).rejects.toMatchObject({ code: 'recovery' });
    expect(await kept.inventory.recovery()).toMatchObject({ state: 'kept', journal: 1 });
    Object.assign(files.estimate, { quota: 900 * MB });
    expect(await kept.titles()).toEqual(['One', 'Three', 'Two']);
  });

  test('that had no room for a capture has it when the hour comes and there is room again', async () => {
    const kept = keptInventory();
    await kept.send('item.add', { title: 'One' });
    Object.assign(files.estimate, { quota: 40 * MB });
    await kept.inventory.view('storage', {}, {} as never);
    await kept.send('item.add', { title: 'Two' });
    Object.assign(files.estimate, { quota: 900 * MB });
    await kept.inventory.hourly();
    expect(await kept.titles()).toEqual(['One', 'Two']);
    expect(await kept.sentinel()).toMatchObject({ kept: 0 });
  });
});

describe('a change of the schema', () => {
  test('is seen inside the transaction of every write: older code writes no more', async () => {
    const kept = keptInventory();
    await kept.send('item.add', { title: 'One' });
    await kept.inventory.within(async (db) => {
      await db.meta.update('head', { schema: SCHEMA + 1 });
      return { value: undefined, isChanged: false };
    });
    expect(await kept.send('item.add', { title: 'Two' })).toEqual({ ok: false, code: 'newer-database' });
  });

  test('is preceded by a snapshot, which the new version restores', async () => {
    const kept = keptInventory();
    // The map has this entry.
    await lay(kept.name, STORED.get(1)!);
    const titles = await kept.titles();
    const { snapshots } = await kept.inventory.recovery();
    expect(snapshots).toMatchObject([{ events: 38 }]);
    await kept.send('item.add', { title: 'Later' });
    await kept.loseDatabase();
    expect(await kept.inventory.restore(snapshots[0]?.name ?? '')).toBeUndefined();
    expect(await kept.titles()).toEqual([...titles, 'Later'].toSorted());
  });

  test('that another window holds up is told after a while, keeps captures, and goes on by itself', async () => {
    const patience = { ...PATIENCE };
    Object.assign(PATIENCE, { blocked: 10, upgrading: 10_000 });
    const kept = keptInventory();
    // The map has this entry.
    await lay(kept.name, STORED.get(1)!);
    const other = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(kept.name);
      request.onsuccess = () => resolve(request.result);
    });
    await expect(kept.titles()).rejects.toMatchObject({ code: 'recovery' });
    expect(await kept.inventory.recovery()).toMatchObject({ state: 'blocked' });
    expect(await kept.send('item.add', { title: 'Meanwhile' })).toMatchObject({ value: { outcome: 'kept' } });
    other.close();
    await vi.waitFor(async () => expect(await kept.titles()).toContain('Meanwhile'));
    Object.assign(PATIENCE, patience);
  });
});
