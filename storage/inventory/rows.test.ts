import { afterEach, describe, expect, test } from 'vitest';
import { dayOf } from '@/utils/model/day';
import { newId, type ItemId } from '@/utils/model/ids';
import { freshInventory, ticket } from '@/tests/support/inventory';
import { openDatabase } from './open';
import { inTransaction, type Rows } from './rows';
import { emptyHead } from './head';
import { tablesOf, TABLES, type InventoryDatabase } from './schema';

let db: InventoryDatabase;
afterEach(() => db.close());

const head = (items: number) => ({ ...emptyHead('d1', dayOf(0, 'UTC')), items });
const stored = async () => (await db.meta.get('head'))?.items;
const fresh = async () => (db = await openDatabase(`rows-${newId<string>(1)}`));

describe('one transaction', () => {
  test('has ended on disk before it gives what its work gave', async () => {
    await fresh();
    expect(await inTransaction(db, async ({ meta }) => (await meta.put(head(1)), 'done'))).toBe('done');
    expect(await stored()).toBe(1);
  });

  test('commits nothing before what it waits for, and lets readers in when that takes long', async () => {
    await fresh();
    const journal = Promise.withResolvers<void>();
    let times = 0;
    const work = async ({ meta }: Rows) => void (await meta.put(head((times += 1))));
    const written = inTransaction(db, work, journal.promise);
    for (let asked = 0; asked < 3; asked += 1) expect(await stored()).toBeUndefined();
    journal.resolve();
    await written;
    expect(times).toBe(2);
    expect(await stored()).toBe(2);
  });

  test('commits nothing when what it waits for fails', async () => {
    await fresh();
    const killed = Promise.reject(new Error('killed'));
    await expect(inTransaction(db, ({ meta }) => meta.put(head(1)), killed)).rejects.toThrow('killed');
    expect(await stored()).toBeUndefined();
  });

  test('takes everything back when one write fails, and names its error', async () => {
    await fresh();
    const twice = async ({ meta }: Rows) => {
      await meta.put(head(1));
      await meta.bulkAdd([head(2)]);
    };
    await expect(inTransaction(db, twice)).rejects.toMatchObject({ name: 'ConstraintError' });
    expect(await stored()).toBeUndefined();
  });

  test('takes everything back when its work throws', async () => {
    await fresh();
    const breaks = async ({ meta }: Rows) => {
      await meta.put(head(1));
      throw new RangeError('no');
    };
    await expect(inTransaction(db, breaks)).rejects.toThrow(RangeError);
    expect(await stored()).toBeUndefined();
  });

  test('of a database that was closed fails as one that was lost, so that it is opened again', async () => {
    await fresh();
    db.close();
    await expect(inTransaction(db, async () => 1)).rejects.toMatchObject({ name: 'InvalidStateError' });
  });
});

test('rows give what the library gives', async () => {
  const { db: open, done } = await freshInventory();
  db = open;
  const add = (number: number) => done('item.capture', { draft: ticket(number) });
  const [first, second, third, last] = [await add(1), await add(2), await add(3), await add(4)];
  await done('item.block', { id: second, by: first });
  await done('item.block', { id: third, by: first });
  const [low, high] = [
    ['triage', -Infinity, ''],
    ['triage', Infinity, ''],
  ];
  const questions = ({ items, sources, events }: Rows) =>
    Promise.all([
      items.where('blockedBy').equals(first).primaryKeys(),
      items.where('blockedBy').anyOf([second, first, first]).toArray(),
      items.where('[list+order+id]').between(low, high).toArray(),
      items.where('[list+order+id]').between(low, high).last(),
      items.where('id').between(second, last).first(),
      items.where('id').between(second, last, false, true).toArray(),
      items.bulkGet([last, newId<ItemId>(3), first]),
      sources.where('[key+itemId]').between(['', ''], ['\uffff', '']).toArray(),
      events.where('[ent+eid+hlc]').between(['item', first, ''], ['item', first, '\uffff']).toArray(),
    ]);
  const plain = await inTransaction(open, questions);
  const library = await open.transaction('r', TABLES, (transaction) => questions(tablesOf(transaction)));
  expect(plain).toEqual(library);
  expect(plain[0]).toEqual([second, third].toSorted());
});
