import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '@/utils/model/day';
import type { LogEvent } from '@/utils/model/event';
import { newId, type CommandId, type ItemId } from '@/utils/model/ids';
import { STATES } from '@/utils/model/item';
import { handClock, ticket } from '@/tests/support/inventory';
import { emptyHead } from './head';
import { execute, type Order } from './execute';
import { openDatabase } from './open';
import { refreshDay } from './refresh-day';
import type { InventoryDatabase } from './schema';

const NAMES = [
  'item.capture',
  'item.captureMany',
  'item.add',
  'item.setState',
  'item.wait',
  'item.block',
  'item.plan',
  'item.order',
  'item.pin',
  'item.delete',
  'item.merge',
  'item.split',
  'undo',
  'redo',
] as const;

const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...NAMES),
    one: fc.nat({ max: 9 }),
    other: fc.nat({ max: 9 }),
    minutes: fc.integer({ min: 0, max: 2_000 }),
  }),
  { minLength: 5, maxLength: 40 },
);

async function emptyDatabase(): Promise<InventoryDatabase> {
  const db = await openDatabase(`replay-${newId<string>(0)}`);
  await db.meta.put(emptyHead('d0123456789', dayOf(0, 'UTC')));
  return db;
}

/** A day begins before its first command, as the background lets it. */
async function carryOut(db: InventoryDatabase, order: Order) {
  await refreshDay(db, dayOf(order.at, order.zone));
  return (await execute(db, order)).reply;
}

const logOf = async (db: InventoryDatabase): Promise<LogEvent[]> => db.events.toArray();

test(
  'commands carried out again on an empty database, each at its instant, give the same log to the letter',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const [first, second] = [await emptyDatabase(), await emptyDatabase()];
        const clock = handClock('2026-03-12T09:00:00Z');
        const orders: Order[] = [];
        for (const { name, one, other, minutes } of history) {
          clock.move(minutes * 60_000);
          const ids = await first.items.toCollection().primaryKeys();
          const [id, into] = [ids[one % ids.length], ids[other % ids.length]];
          const key = id && (await first.items.get(id))?.item.sources.at(-1)?.key;
          const payload = payloadOf({
            name,
            id,
            into,
            key,
            one,
            other,
            today: dayOf(clock.now(), clock.zone()),
          });
          const given = { at: clock.now(), zone: clock.zone(), context: { via: 'ui' as const, me: 'Ana' } };
          const order = { id: newId<CommandId>(clock.now()), name, payload, ...given };
          orders.push(order);
          await carryOut(first, order);
        }
        for (const order of orders) await carryOut(second, order);
        expect(JSON.stringify(await logOf(second))).toBe(JSON.stringify(await logOf(first)));
        [first, second].forEach((db) => db.close());
      }),
      { numRuns: Number(process.env['RUNS'] ?? 40) },
    );
  },
);

type Case = {
  name: (typeof NAMES)[number];
  id: ItemId | undefined;
  into: ItemId | undefined;
  key: string | undefined;
  one: number;
  other: number;
  today: string;
};

function payloadOf({ name, id, into, key, one, other, today }: Case): unknown {
  const payloads: Record<(typeof NAMES)[number], unknown> = {
    'item.capture': { draft: ticket(one, { assignees: ['Ana'] }), ...(other > 6 && { attachTo: id }) },
    'item.captureMany': { rows: [ticket(one), ticket(other), ticket(one + other)] },
    'item.add': { title: `Item ${one}`, waitOn: other > 4 ? 'Legal' : undefined, importance: one % 4 },
    'item.setState': { id, state: STATES[other % STATES.length] },
    'item.wait': { id, on: 'Legal' },
    'item.block': { id, by: into },
    'item.plan': { id, day: today },
    'item.order': { id, after: into },
    'item.pin': { id, above: into },
    'item.delete': { id },
    'item.merge': { from: id, into },
    'item.split': { id, key },
    undo: {},
    redo: {},
  };
  return payloads[name];
}
