import { describe, expect, test } from 'vitest';
import { dayOf } from '@/utils/model/day';
import { newId, type CommandId } from '@/utils/model/ids';
import { handClock, ticket } from '@/tests/support/inventory';
import { lay, STORED, type StoredInventory } from '@/tests/support/stored-inventory';
import { openInventory } from '.';
import { inventoryDatabase, openDatabase } from './open';
import { rebuild } from './rebuild';
import { refreshDay } from './refresh-day';
import { SCHEMA, tablesOf, type InventoryDatabase, type ItemEntry } from './schema';
import { fillFromLog } from './upgrade';

const fresh = () => `upgrade-${newId<string>(0)}`;

async function contents(db: InventoryDatabase) {
  const [events, items, sources, records, meta] = await Promise.all([
    db.events.toArray(),
    db.items.toArray(),
    db.sources.toArray(),
    db.records.toArray(),
    db.meta.toArray(),
  ]);
  return { events, items, sources, records, meta };
}

/** Without what later versions add: what was there must be there unchanged. */
const titles = ({ stores }: StoredInventory) => {
  // The dump's rows are those of the product.
  const rows = (stores['items']?.rows ?? []) as { item: { title: string; state: string } }[];
  return rows.map(({ item }) => [item.title, item.state]);
};

describe.each([...STORED])('an inventory of version %i', (version, stored) => {
  const today = dayOf(stored.at, stored.zone);

  test('opens as the newest version, with every item, event and place in its list', async () => {
    const name = fresh();
    await lay(name, stored);
    const db = await openDatabase(name);
    const { events, items, meta } = await contents(db);
    expect(db.verno).toBe(SCHEMA);
    expect(events).toEqual(stored.stores['events']?.rows);
    expect(meta).toEqual(stored.stores['meta']?.rows);
    expect(items.map(({ item }) => [item.title, item.state])).toEqual(titles(stored));
    expect(items).toMatchObject(stored.stores['items']?.rows ?? []);
  });

  test('is afterwards what its log says, to the last field', async () => {
    const name = fresh();
    await lay(name, stored);
    const db = await openDatabase(name);
    await refreshDay(db, today, { always: true });
    const upgraded = await contents(db);
    await rebuild(db, today);
    expect(await contents(db)).toEqual(upgraded);
  });

  test.runIf(version < SCHEMA)(
    'stays as it was when the upgrade is cut off, and is upgraded when opened again',
    async () => {
      const name = fresh();
      await lay(name, stored);
      const cutOff = inventoryDatabase(name);
      cutOff.version(SCHEMA).upgrade(async (transaction) => {
        await fillFromLog(tablesOf(transaction));
        throw new Error('the browser was closed');
      });
      await expect(cutOff.open()).rejects.toThrow('the browser was closed');
      cutOff.close();
      const found = (await indexedDB.databases()).find((database) => database.name === name);
      expect(found?.version).toBe(stored.version);
      const db = await openDatabase(name);
      expect((await contents(db)).items.filter(({ likeness }) => likeness)).not.toHaveLength(0);
    },
  );

  test('goes on: what is captured is found, changed and undone', async () => {
    const name = fresh();
    await lay(name, stored);
    const clock = handClock(new Date(stored.at + 60_000).toISOString(), stored.zone);
    const inventory = openInventory(clock, name);
    const send = (command: 'item.capture' | 'undo', payload: unknown) =>
      inventory.execute(newId<CommandId>(clock.now()), command, payload, { via: 'ui' });
    expect(await send('item.capture', { draft: ticket(3, { status: 'Reopened' }) })).toMatchObject({
      value: { outcome: 'changed' },
    });
    expect(await send('undo', {})).toMatchObject({ ok: true, value: { outcome: 'undone' } });
  });
});

describe('versions that were skipped', () => {
  /** The newest version with one more after it, which computes from what the one before computes. */
  function withNext(name: string) {
    const steps: string[] = [];
    const db = inventoryDatabase(name, { upgraded: () => steps.push('two') });
    db.version(SCHEMA + 1)
      .stores({
        items: 'id, [list+order+id], *blockedBy, openStarted, chaseDay, driftSince, likeness, shout',
      })
      .upgrade(async (transaction) => {
        steps.push('three');
        const { items } = tablesOf(transaction);
        await items.toCollection().modify((entry: ItemEntry & { shout?: string }) => {
          entry.shout = entry.likeness?.toUpperCase() ?? '';
        });
      });
    return { db, steps };
  }

  test.each([...STORED])(
    'from %i to one that is not there yet, each step runs in turn',
    async (version, stored) => {
      const name = fresh();
      await lay(name, stored);
      const { db, steps } = withNext(name);
      await db.open();
      expect(db.verno).toBe(SCHEMA + 1);
      expect(steps).toEqual(version === 1 ? ['two', 'three'] : ['three']);
      const rows: (ItemEntry & { shout?: string })[] = await db.items.toArray();
      expect(rows.map(({ item }) => [item.title, item.state])).toEqual(titles(stored));
      // The second step saw what the first had filled in.
      expect(rows.filter(({ shout }) => shout)).toHaveLength(rows.filter(({ likeness }) => likeness).length);
      expect(await db.items.orderBy('shout').last()).toMatchObject({ shout: expect.stringMatching(/[A-Z]/) });
      db.close();
    },
  );

  test('are all taken back when the last of them is cut off', async () => {
    const name = fresh();
    // The map has this entry.
    const stored = STORED.get(1)!;
    await lay(name, stored);
    const { db } = withNext(name);
    db.version(SCHEMA + 2).upgrade(() => Promise.reject(new Error('the browser was closed')));
    await expect(db.open()).rejects.toThrow('the browser was closed');
    db.close();
    const found = (await indexedDB.databases()).find((database) => database.name === name);
    expect(found?.version).toBe(stored.version);
    const after = await openDatabase(name);
    expect((await contents(after)).items.map(({ item }) => [item.title, item.state])).toEqual(titles(stored));
  });
});

test('an upgrade tells how many items it has brought over', async () => {
  const name = fresh();
  // The map has this entry.
  const stored = STORED.get(1)!;
  await lay(name, stored);
  const told: number[] = [];
  const db = inventoryDatabase(name, { upgraded: (items) => told.push(items) });
  await db.open();
  expect(told.at(-1)).toBe(titles(stored).length);
  db.close();
});

test('an inventory of version 1 knows after its upgrade what drifted, and finds sources by host and name', async () => {
  const name = fresh();
  // The map has this entry.
  await lay(name, STORED.get(1)!);
  const db = await openDatabase(name);
  const drifting = await db.items.orderBy('driftSince').toArray();
  expect(drifting.map(({ item }) => item.title)).toEqual(['Renew the wildcard certificate']);
  expect(await db.sources.where('found').startsWith('h:').uniqueKeys()).toEqual(['h:tracker.example']);
  expect(await db.sources.where('found').equals('n:#2').count()).toBe(1);
});
