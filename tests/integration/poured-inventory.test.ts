import { describe, expect, test } from 'vitest';
import { inventoryDatabase } from '@/storage/inventory/open';
import { DATABASE, type InventoryDatabase } from '@/storage/inventory/schema';
import { rebuild } from '@/storage/inventory/rebuild';
import { dayOf } from '@/utils/model/day';
import { inventoryOf } from '../bench/fill';
import { inventedWork, type Work } from '../bench/invented-work';
import { sevenWorks, oddWorks } from '../shots/works';
import { handClock } from '../support/inventory';

const clock = handClock('2026-03-12T09:00:00Z');
let databases = 0;

async function poured(works: Iterable<Work>): Promise<InventoryDatabase> {
  const db = inventoryDatabase(`${DATABASE}-poured-${++databases}`);
  await db.open();
  const chunks = inventoryOf(works, clock, 100);
  let step = chunks.next();
  for (; !step.done; step = chunks.next()) {
    await db.events.bulkAdd(step.value.events);
    await db.items.bulkAdd(step.value.items);
    await db.sources.bulkAdd(step.value.sources);
  }
  await db.meta.put(step.value);
  return db;
}

async function tables(db: InventoryDatabase) {
  const [events, items, sources, meta] = await Promise.all([
    db.events.toArray(),
    db.items.toArray(),
    db.sources.toArray(),
    db.meta.toArray(),
  ]);
  return { events, items, sources, meta };
}

type Tables = Awaited<ReturnType<typeof tables>>;

const withoutScore = ({ events, items, sources, meta }: Tables) => ({
  events,
  sources,
  items: items.map(({ id, item, list, isBlocked }) => ({ id, item, list, isBlocked })),
  meta: meta.map((head) => ({ ...head, sle: {} })),
});

describe('what bench and shots pour into the database', () => {
  test.each([
    ['seven pieces of work', () => sevenWorks(clock)],
    ['odd titles', () => oddWorks(clock)],
  ])('%s: the tables are those that the product computes from the same log', async (_, works) => {
    const db = await poured(works());
    const before = await tables(db);
    await rebuild(db, dayOf(clock.now(), clock.zone()));
    const after = await tables(db);
    expect(before.items.length).toBeGreaterThan(6);
    expect(before).toEqual(after);
  });

  test('invented work: the same, but for expectations, which the pouring does not draw from history', async () => {
    const db = await poured(inventedWork(300, clock));
    const before = await tables(db);
    await rebuild(db, dayOf(clock.now(), clock.zone()));
    const after = await tables(db);
    expect(before.items).toHaveLength(300);
    expect(withoutScore(before)).toEqual(withoutScore(after));
  });
});
