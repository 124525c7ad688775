import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newId, type ItemId } from '@/utils/model/ids';
import { START_EMPTY } from '@/utils/model/recovery';
import { ticket } from '@/tests/support/inventory';
import { keptInventory } from '@/tests/support/kept-inventory';
import { privateFiles } from '@/tests/support/private-files';
import { dayOf } from '@/utils/model/day';
import { emptyHead } from './head';
import { openDatabase } from './open';
import { rebuild } from './rebuild';

let files: ReturnType<typeof privateFiles>;
beforeEach(() => {
  files = privateFiles();
});
afterEach(() => {
  files.restore();
  vi.useRealTimers();
});

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const titled = (from: number, to: number) =>
  numbers(from, to)
    .map((n) => `Ticket ${n}`)
    .toSorted();

const logOf = (kept: ReturnType<typeof keptInventory>) =>
  kept.inventory.within(async (db) => ({ value: await db.events.toArray(), isChanged: false }));

async function captured(count: number) {
  const kept = keptInventory();
  for (const n of numbers(0, count)) await kept.send('item.capture', { draft: ticket(n) });
  return kept;
}

describe('a database that is gone', () => {
  test('is never an empty list: nothing is made, and what should be there is told', async () => {
    const kept = await captured(5);
    await kept.loseDatabase();
    await expect(kept.titles()).rejects.toMatchObject({ code: 'recovery' });
    expect(await kept.inventory.recovery()).toMatchObject({
      state: 'recovery',
      cause: 'gone',
      // As of the command before the last one.
      expected: { items: 4, events: 8 },
      journal: 5,
    });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(kept.name);
  });

  test('two seconds after the last command, all that should be there is told', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const kept = await captured(5);
    await vi.advanceTimersByTimeAsync(2_000);
    await kept.loseDatabase();
    expect((await kept.inventory.recovery()).expected).toMatchObject({ items: 5, events: 10 });
  });

  test('comes back from the journal alone, to the letter', async () => {
    const kept = await captured(5);
    const before = await logOf(kept);
    await kept.loseDatabase();
    expect(await kept.inventory.restore('journal')).toBeUndefined();
    expect(await kept.titles()).toEqual(titled(0, 5));
    expect(await logOf(kept)).toEqual(before);
    kept.restart();
    expect(await kept.titles()).toEqual(titled(0, 5));
  });

  test('comes back from a snapshot, with what the journal has since', async () => {
    const kept = await captured(5);
    expect(await kept.inventory.snapshot()).toBe(true);
    expect(await kept.journal()).toEqual([]);
    for (const n of numbers(5, 8)) await kept.send('item.capture', { draft: ticket(n) });
    expect(await kept.journal()).toHaveLength(3);
    await kept.loseDatabase();
    const { snapshots, journal } = await kept.inventory.recovery();
    expect([snapshots, journal]).toMatchObject([[{ items: 5, events: 10, isWhole: true }], 3]);
    expect(await kept.inventory.restore(snapshots[0]?.name ?? '')).toBeUndefined();
    expect(await kept.titles()).toEqual(titled(0, 8));
    expect(await kept.inventory.recovery()).toMatchObject({
      state: 'ready',
      restored: { items: 8, events: 16 },
    });
  });

  test('takes captures into the journal meanwhile, and nothing else', async () => {
    const kept = await captured(3);
    await kept.loseDatabase();
    expect(await kept.send('item.capture', { draft: ticket(7) })).toEqual({
      ok: true,
      value: { outcome: 'kept' },
    });
    expect(await kept.send('undo', {})).toEqual({ ok: false, code: 'recovery' });
    await kept.inventory.restore('journal');
    expect(await kept.titles()).toEqual([...titled(0, 3), 'Ticket 7']);
  });

  test('stays as it was when no snapshot of that name is whole', async () => {
    const kept = await captured(3);
    await kept.inventory.snapshot();
    await kept.loseDatabase();
    const [folder] = files.folders.values();
    const [name = '', file = new Blob()] = [...(folder ?? [])][0] ?? [];
    folder?.set(name, file.slice(0, file.size - 20));
    expect((await kept.inventory.recovery()).snapshots).toMatchObject([{ isWhole: false }]);
    expect(await kept.inventory.restore(name)).toBe('storage');
    expect(await kept.inventory.recovery()).toMatchObject({ state: 'recovery', failed: 'storage' });
  });

  test('does not come back from a snapshot in which one letter was changed', async () => {
    const kept = await captured(3);
    await kept.inventory.snapshot();
    await kept.loseDatabase();
    const [folder] = files.folders.values();
    const [name = '', file = new Blob()] = [...(folder ?? [])][0] ?? [];
    const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
    const changed = new Blob([text.replace('"Ticket 1"', '"Ticket 7"')]);
    const packed = changed.stream().pipeThrough(new CompressionStream('gzip'));
    folder?.set(name, await new Response(packed).blob());
    expect(await kept.inventory.restore(name)).toBe('storage');
    expect((await kept.inventory.recovery()).snapshots).toMatchObject([{ isWhole: false }]);
  });

  test('is left behind only with the typed word, and then still comes back with a snapshot', async () => {
    const kept = await captured(4);
    await kept.inventory.snapshot();
    await kept.loseDatabase();
    expect(await kept.inventory.startEmpty('empty')).toBe('not-possible');
    await expect(kept.titles()).rejects.toMatchObject({ code: 'recovery' });
    expect(await kept.inventory.startEmpty(START_EMPTY)).toBeUndefined();
    expect(await kept.titles()).toEqual([]);
    await kept.send('item.capture', { draft: ticket(9) });
    const { snapshots } = await kept.inventory.recovery();
    await kept.inventory.restore(snapshots.at(-1)?.name ?? '');
    expect(await kept.titles()).toEqual([...titled(0, 4), 'Ticket 9']);
  });
});

describe('a database that holds less than it did', () => {
  const forget = async (kept: Awaited<ReturnType<typeof captured>>, events: number) => {
    await kept.inventory.within(async (db) => {
      const ids = await db.events.toCollection().primaryKeys();
      await db.events.bulkDelete(ids.slice(-events));
      const head = await db.meta.get('head');
      if (head) await db.meta.put({ ...head, events: head.events - events, items: head.items - events / 2 });
      return { value: undefined, isChanged: false };
    });
    kept.restart();
  };

  test('is completed from the journal without a question where the journal has all of it', async () => {
    const kept = await captured(6);
    await kept.inventory.snapshot();
    await kept.send('item.capture', { draft: ticket(6) });
    await kept.send('item.capture', { draft: ticket(7) });
    // The last transactions never reached the disk.
    const { name } = await kept.sentinel();
    expect(name).toBe(kept.name);
    await kept.inventory.within(async (db) => {
      const last = await db.items.where('id').above('').last();
      if (last) {
        await db.items.delete(last.id);
        await db.sources
          .where('[key+itemId]')
          .between([ticket(7).source.key, ''], [ticket(7).source.key, '\uffff'])
          .delete();
        const own = await db.events.filter(({ eid }) => eid === last.id).primaryKeys();
        await db.events.bulkDelete(own);
        const head = await db.meta.get('head');
        const hlc = (await db.events.orderBy('id').last())?.hlc ?? '';
        if (head) await db.meta.put({ ...head, events: 14, items: 7, hlc, undo: head.undo.slice(0, -1) });
      }
      return { value: undefined, isChanged: false };
    });
    kept.restart();
    expect(await kept.titles()).toEqual(titled(0, 8));
    expect(await kept.inventory.recovery()).toMatchObject({ state: 'ready' });
  });

  test('keeps in the journal what cannot be carried out for want of what is missing', async () => {
    const kept = await captured(1);
    const first = await logOf(kept);
    const reply = await kept.send('item.capture', { draft: ticket(1) });
    const copy = await logOf(kept);
    const id = reply.ok ? reply.value.itemId : undefined;
    await kept.send('item.edit', { id: id ?? newId<ItemId>(0), changes: { title: 'Edited' } });
    // The capture's entry never reached the journal, and its transaction never the disk.
    const [, entry = ''] = (await kept.journal()).toSorted();
    await fakeBrowser.storage.local.remove(entry);
    await kept.loseDatabase();
    const less = await openDatabase(kept.name);
    await less.events.bulkPut(first);
    const { lineage } = await kept.sentinel();
    await less.meta.put({ ...emptyHead('d9', dayOf(0, 'UTC')), lineage: String(lineage) });
    await rebuild(less, dayOf(kept.clock.now(), 'UTC'));
    less.close();
    await expect(kept.titles()).rejects.toMatchObject({ code: 'recovery' });
    expect(await kept.journal()).toHaveLength(2);
    const pages = async function* () {
      yield copy;
    };
    expect(await kept.inventory.restoreFrom(pages())).toBeUndefined();
    expect(await kept.titles()).toEqual(['Edited', 'Ticket 0']);
  });

  test('is not opened, and everything that can be read comes back with the snapshot', async () => {
    const kept = await captured(6);
    await kept.inventory.snapshot();
    await kept.send('item.capture', { draft: ticket(6) });
    await forget(kept, 8);
    await expect(kept.titles()).rejects.toMatchObject({ code: 'recovery' });
    const { cause, found, snapshots } = await kept.inventory.recovery();
    expect({ cause, found }).toEqual({ cause: 'fewer', found: { items: 3, events: 6 } });
    await kept.inventory.restore(snapshots[0]?.name ?? '');
    expect(await kept.titles()).toEqual(titled(0, 7));
    expect((await kept.inventory.recovery()).aside).toMatchObject([{ name: kept.name }]);
  });

  test('gives what can still be read to an older snapshot, where the newer one is broken', async () => {
    const kept = await captured(3);
    await kept.inventory.snapshot();
    for (const n of numbers(3, 6)) await kept.send('item.capture', { draft: ticket(n) });
    await kept.inventory.snapshot();
    expect(await kept.journal()).toEqual([]);
    const [folder] = files.folders.values();
    const [older = '', newer = ''] = [...(folder?.keys() ?? [])].toSorted();
    folder?.set(newer, new Blob(['noise']));
    await forget(kept, 2);
    const { snapshots, found } = await kept.inventory.recovery();
    expect(found).toEqual({ items: 5, events: 10 });
    expect(snapshots.filter(({ isWhole }) => isWhole)).toHaveLength(1);
    await kept.inventory.restore(older);
    expect(await kept.titles()).toEqual(titled(0, 5));
  });

  test.each(['empty', 'another one'])(
    'that came back as %s is neither opened nor written into',
    async (as) => {
      const kept = await captured(5);
      await kept.loseDatabase();
      const made = await openDatabase(kept.name);
      // Written by another copy of the product: of the same age, and fuller.
      const other = { ...emptyHead('d9', dayOf(0, 'UTC')), lineage: 'other', items: 50, events: 100 };
      if (as === 'another one') await made.meta.put(other);
      made.close();
      kept.restart();
      await expect(kept.titles()).rejects.toMatchObject({ code: 'recovery' });
      expect(await kept.inventory.snapshot()).toBe(false);
      expect(await kept.inventory.recovery()).toMatchObject({
        state: 'recovery',
        cause: 'fewer',
        journal: 5,
      });
      const still = await openDatabase(kept.name);
      expect([await still.events.count(), await still.meta.count()]).toEqual([0, as === 'empty' ? 0 : 1]);
      still.close();
      await kept.inventory.restore('journal');
      expect(await kept.titles()).toEqual(titled(0, 5));
    },
  );

  test('with holes that its counters do not know is found when a snapshot is written', async () => {
    const kept = await captured(6);
    await kept.inventory.snapshot();
    await kept.send('item.capture', { draft: ticket(6) });
    await kept.inventory.within(async (db) => {
      await db.events.bulkDelete((await db.events.toCollection().primaryKeys()).slice(0, 4));
      return { value: undefined, isChanged: false };
    });
    expect(await kept.inventory.snapshot()).toBe(false);
    await expect(kept.titles()).rejects.toMatchObject({ code: 'recovery' });
    const { snapshots } = await kept.inventory.recovery();
    expect(snapshots).toHaveLength(1);
    await kept.inventory.restore(snapshots[0]?.name ?? '');
    expect(await kept.titles()).toEqual(titled(0, 7));
  });
});

test('a restore that is killed before its last write leaves everything as it was, and the next one works', async () => {
  const kept = await captured(4);
  await kept.loseDatabase();
  const rigged = globalThis as { __throughlineFail?: object };
  rigged.__throughlineFail = {
    'restore-built': () => {
      throw new Error('killed');
    },
  };
  expect(await kept.inventory.restore('journal')).toBe('storage');
  delete rigged.__throughlineFail;
  kept.restart();
  expect(await kept.inventory.recovery()).toMatchObject({ state: 'recovery', cause: 'gone', journal: 4 });
  expect(await kept.inventory.restore('journal')).toBeUndefined();
  expect(await kept.titles()).toEqual(titled(0, 4));
});
